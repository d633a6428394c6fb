import { deflateSync } from 'fflate';
import { AppError } from '../domain/app-error';
import { crc32, DEFLATED, STORED } from './zip-entries';

/** What a zip can tell of itself without its larger form, which few programs read. */
const LONGEST = 0xffff_ffff;
const MOST_FILES = 0xffff;
/** Blobs are read this many bytes at a time. */
const STEP = 4 * 1024 * 1024;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980, the earliest that a zip can say: when the files were made is told in them. */
const DATE = 0x0021;

/**
 * Writes a zip as a list of parts: what is given as a blob is never held in memory, and stays where it lies until the
 * zip is saved. Sizes stand before each file, so that the beginning of a zip that breaks off can be read.
 */
export class ZipWriting {
	readonly #parts: BlobPart[] = [];
	readonly #list: Uint8Array<ArrayBuffer>[] = [];
	#length = 0;

	/** A file that is worth packing. @throws AppError `archive-too-large` */
	addPacked(name: string, bytes: Uint8Array): void {
		this.#add(name, Uint8Array.from(deflateSync(bytes)), { method: DEFLATED, sum: crc32(bytes), size: bytes.length });
	}

	/** A file that is packed already. @throws AppError `archive-too-large` */
	async addStored(name: string, content: Uint8Array<ArrayBuffer> | Blob): Promise<void> {
		const size = content instanceof Blob ? content.size : content.length;
		const sum = content instanceof Blob ? await sumOf(content) : crc32(content);
		this.#add(name, content, { method: STORED, sum, size });
	}

	#add(
		name: string,
		content: Uint8Array<ArrayBuffer> | Blob,
		{ method, sum, size }: { readonly method: number; readonly sum: number; readonly size: number }
	): void {
		const packed = content instanceof Blob ? content.size : content.length;
		const encoded = new TextEncoder().encode(name);
		const about = (version: readonly number[]): number[] => [
			...version,
			...two(FLAGS),
			...two(method),
			...two(0),
			...two(DATE),
			...four(sum),
			...four(packed),
			...four(size),
			...two(encoded.length),
			...two(0)
		];
		const head = Uint8Array.from([...four(0x04034b50), ...about(two(20)), ...encoded]);
		const at = this.#length;
		this.#length += head.length + packed;
		if (this.#length > LONGEST || this.#list.length >= MOST_FILES) throw tooLarge();
		this.#parts.push(head, content);
		const rest = [...two(0), ...two(0), ...two(0), ...four(0), ...four(at)];
		this.#list.push(Uint8Array.from([...four(0x02014b50), ...two(20), ...about(two(20)), ...rest, ...encoded]));
	}

	/** @throws AppError `archive-too-large` */
	finish(type: string): Blob {
		const length = this.#list.reduce((sum, each) => sum + each.length, 0);
		if (this.#length + length > LONGEST) throw tooLarge();
		const count = two(this.#list.length);
		const end = [...four(0x06054b50), ...two(0), ...two(0), ...count, ...count, ...four(length), ...four(this.#length)];
		return new Blob([...this.#parts, ...this.#list, Uint8Array.from([...end, ...two(0)])], { type });
	}
}

async function sumOf(blob: Blob): Promise<number> {
	let sum = 0;
	for (let from = 0; from < blob.size; from += STEP) {
		sum = crc32(new Uint8Array(await blob.slice(from, from + STEP).arrayBuffer()), sum);
	}
	return sum;
}

const two = (value: number): number[] => [value & 0xff, (value >>> 8) & 0xff];
const four = (value: number): number[] => [...two(value), ...two(value >>> 16)];

const tooLarge = (): AppError =>
	new AppError(
		'archive-too-large',
		'Everything together is more than one file can hold (4 GB). Remove documents that you no longer need, then try again.'
	);
