import type { Place } from './problem';

/**
 * A file's text without byte order mark and with `\n` line ends, so that offsets are the same wherever it was saved.
 * Unicode is brought into composed form, because a quote typed on one system must be found in text typed on another.
 */
export function plainText(content: string | Uint8Array): string {
	const text = typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
	return text
		.replace(/^\uFEFF/, '')
		.replace(/\r\n?/g, '\n')
		.normalize('NFC');
}

/** Turns UTF-16 offsets of one text into lines and columns. */
export class Lines {
	readonly #file: string;
	readonly #starts: number[] = [0];

	constructor(file: string, text: string) {
		this.#file = file;
		for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
	}

	placeAt(offset: number): Place {
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return { file: this.#file, line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
	}
}
