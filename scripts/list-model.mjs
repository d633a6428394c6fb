/* eslint-disable @typescript-eslint/ban-ts-comment -- every place that is read below is in its array, which cannot be told in types */
// @ts-nocheck
/**
 * Guesses lists of words in alphabetical order bit by bit, so that an arithmetic coder can write each bit in as little
 * room as it is surprising: the last letters, the word before and where the two part each count what followed them, and
 * a mixer that learns which to trust makes one chance of what they say (the idea of M. Mahoney’s PAQ packers).
 *
 * Each word is a capital, how much of the word before it begins with (A: nothing), then its rest and a line feed. A line
 * feed alone begins another list, `\0` ends them all.
 *
 * The same function packs when the app is built and unpacks in the browser, where its source is put into the file that
 * needs it. So it stands alone, and does only what every engine does to the last bit: whole numbers, and sums, products
 * and quotients of doubles.
 * @param {readonly string[]} signs by the length of their codes: one of n bits takes the next free number of n bits
 * @param {(chance: number) => number} next is told the chance that the next bit is a 1 and says the bit
 * @returns {string[][]}
 */
export function listModel(signs, next) {
	const BUCKETS = 15;
	const CONTEXTS = 4;
	// The sign whose code is complete, plus one; by its code with a 1 before it.
	const signAt = new Uint8Array(1 << 17);
	let code = 1;
	for (const level of signs) {
		code *= 2;
		for (const sign of level) signAt[code++] = sign.charCodeAt(0) + 1;
	}
	// From odds, as logarithms in steps of 1/170, to chances, and from chances in steps of 1/4096 to odds.
	const chances = new Float64Array(4096);
	const odds = new Float64Array(4096);
	let power = 1;
	for (let i = 0; i < 2048; i++) {
		chances[2048 + i] = Math.min(4095 / 4096, 1 / (1 + power));
		chances[2048 - i] = Math.max(1 / 4096, 1 - 1 / (1 + power));
		power *= 0.9941349;
	}
	for (let i = 0, k = 0; i < 4096; i++) {
		while (k < 4095 && chances[k + 1] <= (i + 0.5) / 4096) k++;
		odds[i] = (k - 2048) / 170;
	}
	// By eights: whose they are, then seven nodes of three bits, each a chance (22 bits) and how often it was met.
	const table = new Int32Array(CONTEXTS << (BUCKETS + 3));
	const weights = new Float64Array(260 * CONTEXTS * 4).fill(0.16);
	const hashes = new Int32Array(CONTEXTS);
	const places = new Int32Array(CONTEXTS);
	const trusts = new Int32Array(CONTEXTS);
	const inputs = new Float64Array(CONTEXTS);
	const rates = Float64Array.from({ length: 64 }, (_, count) => 1 / (count + 1.5));
	const mix = (a, b) => {
		const mixed = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
		return mixed ^ (mixed >>> 15);
	};
	const find = (node) => {
		for (let i = 0; i < CONTEXTS; i++) {
			const hash = Math.imul(hashes[i] + Math.imul(node, 0x9e3779b1), 0x2c1b3c6d);
			const place = ((i << BUCKETS) | (hash >>> (32 - BUCKETS))) << 3;
			places[i] = place;
			if (table[place] === (hash | 1)) continue;
			table[place] = hash | 1;
			for (let k = 1; k < 8; k++) table[place + k] = 1 << 31;
		}
	};
	const guess = (ofKind, ofNode, at) => {
		let sum = 0;
		for (let i = 0; i < CONTEXTS; i++) {
			const entry = table[places[i] + at];
			const count = entry & 63;
			const trust = i * 4 + (count < 2 ? 0 : count < 4 ? 1 : count < 12 ? 2 : 3);
			const input = odds[entry >>> 20];
			trusts[i] = trust;
			inputs[i] = input;
			sum += input * (weights[ofKind + trust] + weights[ofNode + trust]);
		}
		const chance = chances[Math.max(1, Math.min(4095, (sum * 170 + 2048) | 0))];
		const bit = next(chance);
		const error = (bit - chance) * 0.008;
		for (let i = 0; i < CONTEXTS; i++) {
			const trust = trusts[i];
			weights[ofKind + trust] += error * inputs[i];
			weights[ofNode + trust] += error * inputs[i];
			const place = places[i] + at;
			const entry = table[place];
			const count = entry & 63;
			const was = entry >>> 10;
			table[place] = ((was + (bit * 4194303 - was) * rates[count]) << 10) | (count < 16 ? count + 1 : count);
		}
		return bit;
	};
	const read = (kind) => {
		let node = 1;
		let at = 8;
		while (signAt[node] === 0) {
			if (at > 7) {
				at = 1;
				find(node);
			}
			const bit = guess(kind * CONTEXTS * 4, (4 + (node & 255)) * CONTEXTS * 4, at);
			node = node * 2 + bit;
			at = at * 2 + bit;
		}
		return signAt[node] - 1;
	};

	// Letters from the fourth on, so that there is something before the first; a nought after the last.
	let word = new Uint8Array(999);
	let before = new Uint8Array(999);
	let length = 0;
	let shared = 0;
	let words = [];
	const lists = [words];
	const rest = () => {
		for (length = shared; ; length++) {
			const last = word[length + 2];
			const two = mix(last, word[length + 1]);
			const isFirst = length === shared;
			const like = isFirst ? before[length + 3] : 0;
			hashes[0] = mix(5, two);
			hashes[1] = mix(mix(6, two), word[length]);
			hashes[2] = mix(mix(7, like), last);
			hashes[3] = mix(mix(8, like), isFirst ? two : length - shared);
			const letter = read(1 + Math.min(2, length - shared));
			word[length + 3] = letter;
			if (letter === 10) break;
		}
		word[length + 3] = 0;
		return String.fromCharCode.apply(null, word.subarray(3, length + 3));
	};
	for (;;) {
		hashes[0] = mix(1, length);
		hashes[1] = mix(mix(2, shared), length);
		hashes[2] = mix(mix(3, before[shared + 3]), shared);
		hashes[3] = mix(mix(4, before[3]), mix(before[4], shared));
		const sign = read(0);
		if (sign === 0) return lists;
		if (sign === 10) {
			lists.push((words = []));
			before.fill((length = shared = 0));
			continue;
		}
		shared = sign - 65;
		word.set(before.subarray(0, shared + 3));
		words.push(rest());
		[word, before] = [before, word];
	}
}
