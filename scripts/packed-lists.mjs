/** Packs lists of words into a script that unpacks them, a quarter smaller than servers pack them: scripts/list-model.mjs. */
import { listModel } from './list-model.mjs';

/** What words are made of, by the length of their codes in bits: the more often it comes, the shorter. */
const SIGNS = [
	'',
	'',
	'\n',
	'Caeinrt',
	'BDdlosu',
	' AEcghkmpy',
	'FGbfvw',
	'z',
	'Hjqx',
	'I',
	'0J',
	'23K~',
	'4LM',
	"'15N",
	'\u00008OYZ',
	'-.679PQRSTUVWX'
];

/** @type {ReadonlyMap<string, string>} */
const CODES = new Map(codes());

function* codes() {
	let code = 1;
	for (const level of SIGNS) {
		code *= 2;
		for (const sign of level) yield /** @type {const} */ ([sign, (code++).toString(2).slice(1)]);
	}
}

/**
 * An expression for lists of words, each without capitals. What is packed is unpacked at once, to see that it is the same.
 * @param {readonly (readonly string[])[]} lists
 */
export function packedLists(lists) {
	const packed = encoded(lists);
	const unpacked = unpackedLists(SIGNS, packed, listModel);
	if (JSON.stringify(unpacked) !== JSON.stringify(lists))
		throw new Error('Lists of words do not come out as they went in.');
	return `(${unpackedLists})(${JSON.stringify(SIGNS)}, ${JSON.stringify(packed)}, ${listModel})`;
}

/** Arithmetic coding, as `unpackedLists` reads it; in base64. @param {readonly (readonly string[])[]} lists */
function encoded(lists) {
	const bits = [...`${lists.map(fronted).join('\n')}\0`].map(bitsOf).join('');
	/** @type {number[]} */
	const bytes = [];
	let at = 0;
	let low = 0;
	let high = -1;
	listModel(SIGNS, (chance) => {
		const bit = Number(bits[at++]);
		const middle = (low >>> 0) + Math.floor(((high >>> 0) - (low >>> 0)) * chance);
		if (bit) high = middle | 0;
		else low = (middle + 1) | 0;
		while ((low ^ high) >>> 24 === 0) {
			bytes.push(high >>> 24);
			low <<= 8;
			high = (high << 8) | 255;
		}
		return bit;
	});
	return Buffer.from([...bytes, high >>> 24, (high >>> 16) & 255, (high >>> 8) & 255, high & 255]).toString('base64');
}

/** @param {readonly string[]} words */
function fronted(words) {
	let before = '';
	return words
		.map(escaped)
		.map((word) => {
			let same = 0;
			while (same < Math.min(25, word.length - 1) && word[same] === before[same]) same++;
			before = word;
			return `${String.fromCharCode(65 + same)}${word.slice(same)}\n`;
		})
		.join('');
}

/** What has no code of its own is written as its number. @param {string} word */
const escaped = (word) => word.replace(/[^ '.a-z-]/g, (char) => `~${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** @param {string} sign */
function bitsOf(sign) {
	const bits = CODES.get(sign);
	if (bits === undefined) throw new Error(`No code for ${JSON.stringify(sign)}`);
	return bits;
}

/**
 * Stands alone, because it runs in the browser.
 * @param {readonly string[]} signs
 * @param {string} packed
 * @param {typeof listModel} model
 */
function unpackedLists(signs, packed, model) {
	const bytes = atob(packed);
	let at = 0;
	let value = 0;
	let low = 0;
	let high = -1;
	while (at < 4) value = (value << 8) | bytes.charCodeAt(at++);
	const lists = model(signs, (chance) => {
		const middle = (low >>> 0) + Math.floor(((high >>> 0) - (low >>> 0)) * chance);
		const bit = value >>> 0 <= middle ? 1 : 0;
		if (bit) high = middle | 0;
		else low = (middle + 1) | 0;
		while ((low ^ high) >>> 24 === 0) {
			value = (value << 8) | (bytes.charCodeAt(at++) & 255);
			low <<= 8;
			high = (high << 8) | 255;
		}
		return bit;
	});
	return lists.map((words) =>
		words.map((word) => word.replace(/~(....)/g, (_, code) => String.fromCharCode(parseInt(code, 16))))
	);
}
