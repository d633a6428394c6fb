/** What Windows-1252 has in the places of the control characters; `\ufffd` where it has nothing. */
const WINDOWS_1252 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/**
 * Text of a file: by its byte order mark; as UTF-8 if it is that; in the encoding it declares; else as Windows-1252.
 * @returns null if it is no text
 */
export function decode(bytes: Uint8Array): string | null {
	const text = markedText(bytes) ?? unmarkedText(bytes);
	return text === null || isNoise(text) ? null : text;
}

function markedText(bytes: Uint8Array): string | null {
	const [first, second, third] = bytes;
	if (first === 0xff && second === 0xfe) return utf16(bytes, 'utf-16le');
	if (first === 0xfe && second === 0xff) return utf16(bytes, 'utf-16be');
	if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes);
	return null;
}

function unmarkedText(bytes: Uint8Array): string | null {
	const head = bytes.subarray(0, 4096);
	const zeros = [0, 0];
	head.forEach((byte, i) => {
		if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
	});
	const [even = 0, odd = 0] = zeros;
	if (odd > head.length * 0.2 && even === 0) return utf16(bytes, 'utf-16le');
	if (even > head.length * 0.2 && odd === 0) return utf16(bytes, 'utf-16be');
	if (even + odd > 0) return null;
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return declaredText(bytes) ?? windows1252(bytes);
	}
}

const utf16 = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes);

/** Pages of HTML and XML say in ASCII how they are written. */
function declaredText(bytes: Uint8Array): string | null {
	const head = windows1252(bytes.subarray(0, 2048));
	const label = /<meta[^>]+charset\s*=\s*["']?([\w:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w:-]+)/i.exec(head);
	const name = (label?.[1] ?? label?.[2] ?? '').toLowerCase();
	if (name === '' || /^(utf-?8|utf-?16.*|iso-?8859-?1|latin-?1|us-ascii|ascii|windows-1252|cp1252)$/.test(name))
		return null;
	try {
		return new TextDecoder(name, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** Written out because versions of Node read the places 80 to 9F of this encoding in their own way. */
function windows1252(bytes: Uint8Array): string {
	const parts: string[] = [];
	for (let at = 0; at < bytes.length; at += 8192) {
		parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
	}
	return parts.join('').replace(/[\u0080-\u009f]/g, (place) => WINDOWS_1252.charAt(place.charCodeAt(0) - 0x80));
}

/** Text has next to no control characters, and hardly any that could not be read. */
function isNoise(text: string): boolean {
	const sample = text.length > 200_000 ? text.slice(0, 100_000) + text.slice(-100_000) : text;
	const strange = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffd]/g)?.length ?? 0;
	return strange > 4 && strange > sample.length / 200;
}
