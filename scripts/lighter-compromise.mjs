/**
 * Builds compromise, the tagger of words, without what is never asked of it here, and with its vocabulary packed more
 * tightly. What it says of a text stays the same to the letter, which tests/unit/generation/lighter-compromise.test.ts
 * holds against the package as it is. Node runs the package as it is.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const PACKAGE = /\/node_modules\/compromise\/src\/(.+)$/;

/** The package with what it imports. */
const TAGGER = /\/node_modules\/(?:compromise|efrt|grad-school|suffix-thumb)\//;

const NOTHING = 'export default () => {}';
const NO_PLUGIN = 'export default {}';

/**
 * Modules that are only reached by methods of a document that nobody calls here (changing, printing, looking up, matching
 * by hand), or only log. By their paths in the package, with what stands in for them.
 * @type {Readonly<Record<string, string>>}
 */
const UNUSED = {
	'API/methods/loops.js': NO_PLUGIN,
	'API/methods/utils.js': NO_PLUGIN,
	'1-one/change/api/index.js': NOTHING,
	'1-one/freeze/debug.js': NOTHING,
	'1-one/lexicon/lib.js': NO_PLUGIN,
	'1-one/lexicon/methods/index.js': NO_PLUGIN,
	'1-one/lookup/plugin.js': NO_PLUGIN,
	'1-one/match/api/index.js': NOTHING,
	'1-one/match/lib.js': NO_PLUGIN,
	// Only words marked as misspelt, or in braces, are matched by these; no rule has any.
	'1-one/match/methods/match/term/_fuzzy.js': 'export default () => 0',
	'1-one/match/methods/parseMatch/04-inflect-root.js': 'export default (tokens) => tokens',
	'1-one/output/plugin.js': 'export default { methods: { one: { debug: {} } } }',
	'1-one/pointers/api/index.js': NOTHING,
	'1-one/pointers/api/lib/split.js': NOTHING,
	'1-one/sweep/lib.js': NO_PLUGIN,
	'1-one/tag/api/index.js': NOTHING,
	'1-one/tag/compute/tagRank.js': NOTHING,
	'1-one/tag/methods/addTags/_colors.js': NO_PLUGIN,
	'1-one/tokenize/compute/freq.js': NOTHING,
	'1-one/tokenize/compute/offset.js': NOTHING,
	'1-one/tokenize/compute/wordCount.js': NOTHING,
	'1-one/typeahead/plugin.js': NO_PLUGIN,
	'2-two/contraction-two/api/index.js': NOTHING,
	'2-two/lazy/plugin.js': NO_PLUGIN,
	'2-two/postTagger/api.js': NOTHING,
	'2-two/preTagger/compute/penn.js': NOTHING,
	'2-two/preTagger/compute/root.js': NOTHING,
	'2-two/preTagger/methods/transform/adjectives/conjugate/fromAdverb.js': NOTHING,
	'2-two/preTagger/methods/transform/adjectives/conjugate/toAdverb.js': NOTHING,
	'2-two/preTagger/methods/transform/nouns/toSingular/index.js': NOTHING,
	'2-two/swap/plugin.js': NO_PLUGIN
};

/**
 * Modules that hold data, with how to pack them.
 * @type {Readonly<Record<string, (file: string) => Promise<string>>>}
 */
const DATA = {
	'2-two/preTagger/model/lexicon/_data.js': vocabulary,
	'2-two/preTagger/model/models/_data.js': endings
};

/** Of each rule that tells the class of a word by its neighbours: its name, which is only logged. */
const RULES = /^2-two\/postTagger\/model\//;
const NAME_OF_RULE = /,?\s*\breason:\s*(?:'[^'\n]*'|"[^"\n]*"|`[^`]*`)/g;

/** @returns {import('vite').Plugin} */
export function lighterCompromise() {
	return {
		name: 'recite-lighter-compromise',
		apply: 'build',
		enforce: 'pre',
		async load(id) {
			// The vocabulary comes unpacked already.
			if (/\/node_modules\/efrt\/(?:src|builds)\/[^/]+$/.test(id)) return 'export const unpack = (words) => words';
			const path = PACKAGE.exec(id)?.[1] ?? '';
			return UNUSED[path] ?? (await DATA[path]?.(id)) ?? null;
		},
		// In a file of its own: an update of the app is then no reason to fetch the words anew.
		outputOptions(options) {
			return { ...options, codeSplitting: { groups: [{ name: 'tagger', test: TAGGER }] } };
		},
		transform(code, id) {
			return RULES.test(PACKAGE.exec(id)?.[1] ?? '') ? code.replace(NAME_OF_RULE, '') : null;
		}
	};
}

/** @param {string} file */
async function defaultOf(file) {
	// Its own copy, because the package changes its data as it unpacks them.
	/** @type {{ default: unknown }} */
	const module = await import(`${pathToFileURL(file).href}?as-published`);
	return module.default;
}

/**
 * Words by their tags. The package's own packing hardly compresses; of words in alphabetical order, each is written
 * without what it begins with like the one before, after a capital that says how long that was.
 * @param {string} file
 */
async function vocabulary(file) {
	/** @type {{ unpack: (words: string) => object }} */
	const { unpack } = createRequire(file)('efrt');
	const data = /** @type {Record<string, string>} */ (await defaultOf(file));
	const lists = Object.entries(data).map(([tag, words]) => [tag, fronted(Object.keys(unpack(words)))]);
	return `const lists = ${JSON.stringify(Object.fromEntries(lists))};
		for (const tag in lists) {
			const words = {};
			let before = '';
			for (const [part] of lists[tag].matchAll(/[A-Z][^A-Z]*/g)) {
				before = before.slice(0, part.charCodeAt(0) - 65) + part.slice(1);
				words[before] = true;
			}
			lists[tag] = words;
		}
		export default lists`;
}

/** @param {readonly string[]} words */
function fronted(words) {
	let before = '';
	return words
		.map((word) => {
			if (/[A-Z]/.test(word)) throw new Error(`A word of compromise has a capital: ${word}`);
			let same = 0;
			while (same < Math.min(25, word.length) && word[same] === before[same]) same++;
			before = word;
			return String.fromCharCode(65 + same) + word.slice(same);
		})
		.join('');
}

/** How endings change from form to form; nouns are not made of adjectives here. @param {string} file */
async function endings(file) {
	const data = /** @type {Record<string, unknown>} */ (await defaultOf(file));
	return `export default ${JSON.stringify({ ...data, AdjToNoun: undefined })}`;
}
