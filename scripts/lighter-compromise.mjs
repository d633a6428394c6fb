/**
 * Builds compromise, the tagger of words, without what is never asked of it here, and with its vocabulary packed more
 * tightly. What it says of a text stays the same to the letter, which tests/unit/generation/lighter-compromise.test.ts
 * holds against the package as it is. Node runs the package as it is.
 */
import { WORDS, packedName, packedWords, plainLetters } from './tagger-words.mjs';

const PACKAGE = /\/node_modules\/compromise\/src\/(.+)$/;

/** The package with what it imports. */
const TAGGER = /^recite:words$|\/node_modules\/(?:compromise|efrt|grad-school|suffix-thumb)\//;

const NOTHING = 'export default () => {}';
const NO_PLUGIN = 'export default {}';

/**
 * Modules that are only reached by methods of a document that nobody calls here (changing, printing, looking up, matching
 * by hand), or only log. By their paths in the package, with what stands in for them.
 * @type {Readonly<Record<string, string>>}
 */
const UNUSED = {
	'API/_lib.js': 'export const verbose = () => {}',
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
 * What is only logged, by where it stands: names of rules, examples of patterns, reasons for a tag, and the logging.
 * @type {readonly (readonly [where: RegExp, what: RegExp, instead: string])[]}
 */
const LOGGED = [
	[/^2-two\/postTagger\/model\//, /,?\s*\breason:\s*(?:'[^'\n]*'|"[^"\n]*"|`[^`]*`)/g, ''],
	[
		/^2-two\/preTagger\/model\/(?:regex|patterns\/endsWith)/,
		/^(\s*\[\/.*\/[a-z]*, (?:'\w+'|\w+|\[[^\]]*\])), (?:'[^'\n]*'|"[^"\n]*")\]/gm,
		'$1]'
	],
	[/^(?:1-one|2-two\/preTagger)\/.*(?:compute|freeze)/, /, (?:'[123]-[^'\n]*'|`[123]-[^`\n]*`)\)/g, ')'],
	[/^[12]-/, /\b(?:env && )?env\.DEBUG_TAGS\b/g, 'false'],
	[/^[12]-/, /\bconst env = typeof process === 'undefined' .*/, '']
];

/**
 * What the package does the long way round for each of some twenty thousand words as it starts, with the short one. By
 * paths in the package.
 * @type {Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>}
 */
const SHORTER = {
	'API/extend.js': [
		['Object.assign(model, { [key]: {} })', 'model[key] = {}'],
		['Object.assign(model, { [key]: plugin[key] })', 'model[key] = plugin[key]'],
		// Of two vocabularies the smaller is put into the larger, which is not used elsewhere.
		[
			'mergeDeep(model[key], plugin[key])',
			"key === 'lexicon' ? takeOver(model, plugin) : mergeDeep(model[key], plugin[key])"
		],
		[
			'function mergeDeep(',
			`function takeOver(model, { lexicon }) {
				for (const word in model.lexicon) if (!Object.hasOwn(lexicon, word)) lexicon[word] = model.lexicon[word];
				for (const key of ['__proto__', 'constructor', 'prototype']) delete lexicon[key];
				model.lexicon = lexicon;
			}
			function mergeDeep(`
		]
	],
	'2-two/preTagger/methods/expand/byTag.js': [
		// Many of the verbs that go with a particle go with several.
		['export default {', 'const conjugated = {}\nexport default {'],
		[
			'methods.two.transform.verb.conjugate(inf, model)',
			// eslint-disable-next-line no-template-curly-in-string -- it is written into a template
			'{ ...(conjugated[`_${inf}`] ??= methods.two.transform.verb.conjugate(inf, model)) }'
		]
	],
	'2-two/preTagger/methods/expand/index.js': [
		['word = word.replace', 'if (word.includes("\'")) word = word.replace'],
		['word.split(/ /)', "word.split(' ')"]
	],
	'2-two/preTagger/model/lexicon/index.js': [
		['Object.keys(wordsObj).forEach(w => {\n      lexicon', 'wordsObj.forEach(w => {\n      lexicon'],
		['Object.keys(wordsObj).forEach(w => {\n    switches', 'wordsObj.forEach(w => {\n    switches']
	]
};

/**
 * Modules that choose, for each part of a sentence, which of some six hundred rules can match there: those that name a
 * word or class it has, each once, in the order of what they name; then those of which nothing is missing. The package
 * asks for every name and makes lists of lists, a tenth of all the time that a document takes.
 * @type {Readonly<Record<string, string>>}
 */
const QUICKER = {
	'1-one/sweep/methods/sweep/01-getHooks.js': `
		const known = new WeakMap();
		const placesOf = (hooks) => {
			const places = new Map(Object.keys(hooks).map((name, place) => [name, { place, rules: hooks[name] }]));
			known.set(hooks, places);
			return places;
		};
		export default (caches, hooks) => {
			const places = known.get(hooks) ?? placesOf(hooks);
			return caches.map((cache) => {
				const named = [];
				for (const name of cache) if (places.has(name)) named.push(places.get(name));
				named.sort((a, b) => a.place - b.place);
				const rules = new Map();
				for (const each of named) for (const rule of each.rules) if (!rules.has(rule.match)) rules.set(rule.match, rule);
				return [...rules.values()];
			});
		};`,
	'1-one/sweep/methods/sweep/02-trim-down.js': `
		const can = ({ needs, ifNo, wants, minWant }, cache) => {
			for (const name of needs) if (!cache.has(name)) return false;
			if (ifNo !== undefined) for (const name of ifNo) if (cache.has(name)) return false;
			if (wants.length === 0) return true;
			let found = 0;
			for (const name of wants) if (cache.has(name)) found++;
			return found >= minWant;
		};
		export default (lists, caches) => lists.map((rules, i) => rules.filter((rule) => can(rule, caches[i])));`
};

/** @param {string} text @param {string} from @param {string} to @param {string} path */
function replacedOnce(text, from, to, path) {
	if (text.split(from).length !== 2) throw new Error(`compromise has changed: ${path} does not say “${from}” once`);
	return text.replace(from, () => to);
}

/** @returns {import('vite').Plugin} */
export function lighterCompromise() {
	/** @type {ReturnType<typeof packedWords> | undefined} */
	let words;
	return {
		name: 'recite-lighter-compromise',
		apply: 'build',
		enforce: 'pre',
		resolveId(id) {
			return id === WORDS ? id : null;
		},
		async load(id) {
			// The vocabulary comes unpacked already.
			if (/\/node_modules\/efrt\/(?:src|builds)\/[^/]+$/.test(id)) return 'export const unpack = (words) => words';
			// The browser is asked for nothing before it is needed: a worker has no page to say so in.
			if (id === '\0vite/preload-helper.js') return 'export const __vitePreload = (load) => load()';
			const packed = packedName(id);
			if (packed !== undefined) return (await (words ??= packedWords())).get(packed);
			const path = PACKAGE.exec(id)?.[1] ?? '';
			if (path === '1-one/tokenize/model/unicode.js') return plainLetters(id);
			return UNUSED[path] ?? QUICKER[path] ?? null;
		},
		// In a file of its own: an update of the app is then no reason to fetch the words anew.
		outputOptions(options) {
			return { ...options, codeSplitting: { groups: [{ name: 'tagger', test: TAGGER }] } };
		},
		transform(code, id) {
			const path = PACKAGE.exec(id)?.[1];
			if (path === undefined) return null;
			const shorter = LOGGED.reduce(
				(text, [where, what, instead]) => (where.test(path) ? text.replace(what, instead) : text),
				code
			);
			return (SHORTER[path] ?? []).reduce((text, [from, to]) => replacedOnce(text, from, to, path), shorter);
		}
	};
}
