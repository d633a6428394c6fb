import { AppError } from '../domain/app-error';
import { damaged, entriesOf, headLength, listOf, unpackEntry, type ZipEntry } from './zip-entries';

/** What an archive may hold once unpacked. */
export interface ZipBounds {
	readonly entries: number;
	/** Of all files taken together, bytes. */
	readonly bytes: number;
}

export const DECK_BOUNDS: ZipBounds = { entries: 5000, bytes: 256 * 1024 * 1024 };

/**
 * Unpacks those files of a zip that are wanted. Everything is held to the bounds by what the file declares before
 * anything is unpacked, and unpacking stops where a file turns out to hold more than it declares. Names serve as keys
 * only and lead nowhere.
 * @param wanted gives the name under which a file is taken, or null for one that is left packed
 * @throws AppError `not-a-zip`, `archive-too-large`, `archive-damaged`, `archive-locked`
 */
export function unzipped(
	bytes: Uint8Array,
	wanted: (name: string) => string | null,
	bounds: ZipBounds = DECK_BOUNDS
): Map<string, Uint8Array<ArrayBuffer>> {
	try {
		const taken = new Map<string, ZipEntry>();
		let total = 0;
		for (const entry of listed(bytes, bounds.entries)) {
			const key = wanted(entry.name);
			if (key === null) continue;
			total += entry.size;
			if (total > bounds.bytes) throw tooLarge(bounds);
			if (taken.has(key)) throw damaged(`It holds “${key}” twice.`);
			taken.set(key, entry);
		}
		return new Map([...taken].map(([key, entry]) => [key, unpackEntry(packedOf(bytes, entry), entry)]));
	} catch (cause) {
		// Reading past the end is the one thing that a view throws.
		if (cause instanceof RangeError) throw damaged('It breaks off.', cause);
		throw cause;
	}
}

/** The names in a zip, for telling what it is. @throws AppError as `unzipped` */
export function namesInZip(bytes: Uint8Array, bounds: ZipBounds = DECK_BOUNDS): string[] {
	const names: string[] = [];
	unzipped(bytes, (name) => (names.push(name), null), bounds);
	return names;
}

function listed(bytes: Uint8Array, most: number): Iterable<ZipEntry> {
	const list = listOf(bytes);
	if (list === null) {
		throw new AppError(
			'not-a-zip',
			'This file is not a deck. Choose one that ends in .recite, or a zipped deck folder.'
		);
	}
	const { count, at } = list;
	if (count > most) throw new AppError('archive-too-large', `The file holds more than ${most} files. It is no deck.`);
	return entriesOf(bytes.subarray(at), count);
}

function packedOf(bytes: Uint8Array, { name, at, packed }: ZipEntry): Uint8Array {
	const head = headLength(bytes.subarray(at));
	if (head === null) throw damaged(`“${name}” is not where it should be.`);
	return bytes.subarray(at + head, at + head + packed);
}

const tooLarge = ({ bytes }: ZipBounds): AppError =>
	new AppError(
		'archive-too-large',
		`Unpacked, the file would be larger than ${Math.round(bytes / 1024 / 1024)} MB. It was not opened.`
	);
