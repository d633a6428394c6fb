/**
 * The words of compromise, the tagger, and of the generator's largest lists, as scripts that unpack them. All are packed
 * together, because what is learnt of some helps with the others.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packedLists } from './packed-lists.mjs';

const ROOT = join(import.meta.dirname, '..');
const PACKAGES = join(ROOT, 'node_modules');

/** Files of the generator whose lists of words are packed with those, by where they are in the project. */
const OWN = ['src/lib/generation/claims/common-nouns.ts', 'src/lib/generation/words/verb-lexicon.ts'];

/** A text of many words without capitals. */
const OWN_WORDS = /(['`])\s*([a-z-]+(?:\s+[a-z-]+){25,})\s*\1/g;

/** The script that the others get their words from. */
export const WORDS = 'recite:words';
/** @type {Readonly<Record<string, (file: string) => Promise<Packed>>>} */
const PACKED = {
	'compromise/src/2-two/preTagger/model/lexicon/_data.js': vocabulary,
	'compromise/src/2-two/preTagger/model/models/_data.js': endings,
	'compromise/src/2-two/preTagger/model/orgWords.js': known,
	'compromise/src/2-two/preTagger/model/placeWords.js': known
};

/** What `packedWords` calls a module, if its words are packed with the others. @param {string} id */
export const packedName = (id) =>
	[WORDS, ...OWN, ...Object.keys(PACKED)].find((name) => id === name || id.endsWith(`/${name}`));

/** @param {string} file */
async function defaultOf(file) {
	// Its own copy, because the package changes its data as it unpacks them.
	/** @type {{ default: unknown }} */
	const module = await import(`${pathToFileURL(file).href}?as-published`);
	return module.default;
}

/**
 * A module whose words are packed with those of others.
 * @typedef {object} Packed
 * @property {readonly (readonly string[])[]} lists its words
 * @property {string} code what it exports, made of `lists`, which holds the same
 */

/** Words by their tags. The package's own packing hardly compresses. @param {string} file @returns {Promise<Packed>} */
async function vocabulary(file) {
	/** @type {{ unpack: (words: string) => object }} */
	const { unpack } = createRequire(file)('efrt');
	const data = /** @type {Record<string, string>} */ (await defaultOf(file));
	return {
		lists: Object.values(data).map((words) => Object.keys(unpack(words))),
		code: `Object.fromEntries(${JSON.stringify(Object.keys(data))}.map((tag, i) => [tag, lists[i]]))`
	};
}

/**
 * How endings change from form to form. Many change in the same way; the order of these says nothing, so they are sorted,
 * from the back. Nouns are not made of adjectives here.
 * @param {string} file @returns {Promise<Packed>}
 */
async function endings(file) {
	const data = /** @type {Record<string, unknown>} */ (await defaultOf(file));
	/** @type {string[][]} */
	const lists = [];
	const rest = JSON.stringify({ ...data, AdjToNoun: undefined }).replace(/(?<=:)\p{Ll}+(?:,\p{Ll}+){3,}/gu, (words) => {
		lists.push(words.split(',').map(backwards).sort());
		return '*';
	});
	const whole = `${JSON.stringify(rest)}.replace(/\\*/g, () => lists[i++].map(${backwards}).join())`;
	return { lists, code: `(() => { let i = 0; return JSON.parse(${whole}); })()` };
}

/** @param {string} word */
const backwards = (word) => [...word].reverse().join('');

/** Words that are asked for one by one. @param {string} file @returns {Promise<Packed>} */
async function known(file) {
	const words = Object.keys(/** @type {object} */ (await defaultOf(file))).sort();
	return { lists: [words], code: 'Object.fromEntries(lists[0].map((word) => [word, true]))' };
}

/** All that is packed, and each module, with its words taken from there. */
export async function packedWords() {
	/** @type {(readonly string[])[]} */
	const all = [];
	/** @type {Map<string, string>} */
	const modules = new Map();
	for (const [path, read] of Object.entries(PACKED)) {
		const { lists, code } = await read(join(PACKAGES, path));
		const own = `all.slice(${all.length}, ${all.length + lists.length})`;
		modules.set(path, `import all from '${WORDS}'; const lists = ${own}; export default ${code};`);
		all.push(...lists);
	}
	for (const path of OWN) {
		const code = (await readFile(join(ROOT, path), 'utf8')).replace(
			OWN_WORDS,
			(_text, _quote, /** @type {string} */ words) => {
				const at = all.push(words.split(/\s+/)) - 1;
				return `words[${at}].join(' ')`;
			}
		);
		modules.set(path, `import words from '${WORDS}';${code}`);
	}
	return modules.set(WORDS, `export default ${packedLists(all)}`);
}

/**
 * Which letters are read as which plain ones: of each stretch of letters, the plain one of each in turn, a space for none.
 * @param {string} file
 */
export async function plainLetters(file) {
	const plain = /** @type {Record<string, string>} */ (await defaultOf(file));
	const codes = Object.keys(plain)
		.map((letter) => letter.charCodeAt(0))
		.sort((a, b) => a - b);
	/** @type {[from: number, letters: string][]} */
	const stretches = [];
	for (const code of codes) {
		const last = stretches.at(-1);
		const end = last === undefined ? -1 : last[0] + last[1].length;
		const letter = plain[String.fromCharCode(code)] ?? '';
		if (last === undefined || code - end > 30) stretches.push([code, letter]);
		else last[1] = last[1].padEnd(code - last[0]) + letter;
	}
	return `const plain = {};
		for (const [from, letters] of ${JSON.stringify(stretches)})
			for (const [i, letter] of [...letters].entries()) if (letter !== ' ') plain[String.fromCharCode(from + i)] = letter;
		export default plain`;
}
