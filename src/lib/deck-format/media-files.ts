import { sha256Hex } from './pack-id';
import { startOf, type Report } from './problem';
import { readDrawing } from './svg';
import { plainText } from './plain-text';

export interface MediaFile {
	readonly sha256: string;
	readonly type: string;
	readonly bytes: number;
}

/** How each kind of picture begins. */
const KINDS: Readonly<Record<string, { type: string; begins: readonly number[] }>> = {
	png: { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
	jpg: { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
	jpeg: { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
	gif: { type: 'image/gif', begins: [0x47, 0x49, 0x46, 0x38] },
	webp: { type: 'image/webp', begins: [0x52, 0x49, 0x46, 0x46] }
};

/** Type, size and hash of a picture, or null with a report if the file is not what its name says. */
export async function readMedia(
	file: string,
	name: string,
	content: string | Uint8Array,
	report: Report
): Promise<MediaFile | null> {
	const bytes = bytesOf(content);
	const type = pictureType(file, name, content, report);
	return type === null ? null : { sha256: await sha256Hex(bytes), type, bytes: bytes.length };
}

/** MIME type of a picture, or null with a report if the file is not what its name says. */
export function pictureType(file: string, name: string, content: string | Uint8Array, report: Report): string | null {
	const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
	if (ending === 'svg') return readDrawing(file, plainText(content), report) === null ? null : 'image/svg+xml';
	const bytes = bytesOf(content);
	const kind = KINDS[ending];
	if (kind === undefined) {
		report.error(startOf(file), 'media', `Pictures are svg, ${Object.keys(KINDS).join(', ')}. Convert this one.`);
		return null;
	}
	if (kind.begins.some((byte, i) => bytes[i] !== byte)) {
		report.error(
			startOf(file),
			'media',
			`This is not a ${ending} picture: its first bytes are of another kind. Save it again.`
		);
		return null;
	}
	return kind.type;
}

/** The file's bytes in a buffer of their own. */
export function bytesOf(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
	return typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
}
