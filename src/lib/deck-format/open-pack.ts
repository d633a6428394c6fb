import { AppError } from '../domain/app-error';
import type { PackId } from '../domain/ids';
import type { Pack } from '../domain/pack';
import { canonicalJson } from './canonical-json';
import { sha256Hex } from './pack-id';
import { parsePack } from './parse-pack';

/**
 * A pack from the text of its file, held to the name it goes by and to the whole format.
 * @throws AppError `pack-damaged` if the text is not what the name says, `pack-invalid` if it is not a pack
 */
export async function openPack(text: string, id: PackId): Promise<Pack> {
	// Browsers keep Web Crypto from pages that come over plain http, as when a phone tries the app on a local network.
	// The pack then comes from the same place as the app itself and is held to its form alone.
	const verifiable = globalThis.crypto?.subtle !== undefined;
	if (verifiable && (await sha256Hex(new TextEncoder().encode(text))) !== id) {
		throw new AppError('pack-damaged', 'The deck arrived damaged. Reload to fetch it again.');
	}
	const { value, problems } = parsePack(parsed(text));
	const [first] = problems;
	if (value === null || canonicalJson(value) !== text) {
		const why = first === undefined ? 'its JSON is not in canonical form' : `${first.file}: ${first.message}`;
		throw new AppError('pack-invalid', `The deck cannot be read: ${why} Ask its author for a new version.`);
	}
	return value;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new AppError('pack-invalid', 'The deck is not a pack. Ask its author for a new version.', { cause });
	}
}
