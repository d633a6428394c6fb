import { AppError } from '../domain/app-error';
import type { Pack } from '../domain/pack';
import { pictureType } from './media-files';
import { sha256Hex } from './pack-id';
import { Report } from './problem';

/**
 * A pack's pictures by SHA-256, each held to the length, hash and type that the pack gives, and to the form of its type:
 * a drawing among them to what a drawing may hold.
 * @param bytesOf finds a picture's bytes by its SHA-256
 * @throws AppError `picture-missing`, `picture-damaged`
 */
export async function heldPictures(
	pack: Pack,
	bytesOf: (sha256: string) => Uint8Array | undefined
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
	const held = new Map<string, Uint8Array<ArrayBuffer>>();
	for (const [name, picture] of Object.entries(pack.media)) {
		const found = bytesOf(picture.sha256);
		if (found === undefined) {
			throw new AppError('picture-missing', `The deck’s picture “${name}” is not with it. Ask its author for it.`);
		}
		const bytes = Uint8Array.from(found);
		if (!(await isPicture(name, picture, bytes))) {
			throw new AppError('picture-damaged', `The deck’s picture “${name}” is damaged. Fetch the deck again.`);
		}
		held.set(picture.sha256, bytes);
	}
	return held;
}

/** Whether these are the bytes that a pack means. Over plain http, where there is no Web Crypto, their hash is not asked. */
export async function isPicture(
	name: string,
	{ sha256, type, bytes: length }: Pack['media'][string],
	bytes: Uint8Array<ArrayBuffer>
): Promise<boolean> {
	if (bytes.length !== length || pictureType(name, name, bytes, new Report()) !== type) return false;
	return globalThis.crypto?.subtle === undefined || (await sha256Hex(bytes)) === sha256;
}
