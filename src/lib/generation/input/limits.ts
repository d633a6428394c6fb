import { AppError } from '../../domain/app-error';
import type { LeftOut, RawBlock } from '../canonical';

/** Largest file that is read, in bytes. A textbook of a thousand pages with its pictures is smaller. */
export const MAX_BYTES = 50_000_000;
/** Longest text that cards are made from, in UTF-16 units: about 600 printed pages. */
export const MAX_CHARACTERS = 2_000_000;

/** What a format makes of a file. */
export interface Extracted {
	readonly blocks: readonly RawBlock[];
	readonly title?: string;
	readonly pages?: number;
	readonly leftOut?: readonly LeftOut[];
}

export interface ReadOptions {
	/** Told how much is done, 0 to 1. */
	readonly onprogress?: (share: number) => void;
	/** Aborting ends the reading with an AppError `cancelled`. */
	readonly signal?: AbortSignal;
}

/**
 * To be asked before a file is read into memory.
 * @param size in bytes
 * @throws AppError `empty` or `too-large`
 */
export function checkSize(name: string, size: number): void {
	if (size === 0) throw new AppError('empty', `${name} is empty. Choose the file again, or another copy of it.`);
	if (size > MAX_BYTES) {
		const megabytes = (bytes: number): string => String(Math.ceil(bytes / 1_000_000));
		throw new AppError(
			'too-large',
			`${name} has ${megabytes(size)} MB; at most ${megabytes(MAX_BYTES)} MB can be read. Give the chapter you need as a file of its own.`
		);
	}
}

/** @throws AppError `too-large` */
export function checkLength(name: string, length: number): void {
	if (length <= MAX_CHARACTERS) return;
	throw new AppError(
		'too-large',
		`The text of ${name} is longer than ${MAX_CHARACTERS / 1_000_000} million characters. Give one chapter at a time.`
	);
}

/** @throws AppError `cancelled` */
export function checkCancelled(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw new AppError('cancelled', 'Cancelled. Nothing has changed.');
}

/** “1 picture”, “3 pictures”. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
