/**
 * Estimates what `src/lib/generation/words/word-guess.ts` goes by, from text whose words are tagged:
 *
 *     npx tsx scripts/train-word-guess.ts FILE.conllu…
 *
 * A file has a word a line, its form in the second column and its Penn Treebank tag in the fifth, an empty line after each
 * sentence, as in the Universal Dependencies. Writes `word-kinds.ts` and `guess-weights.ts`, which are then to be
 * formatted. The committed ones were estimated from two million words of textbooks (biology, medicine, psychology,
 * sociology, history, astronomy).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindByEnding } from '../src/lib/generation/words/endings';
import { classed } from '../src/lib/generation/words/known-classes';

interface Word {
	readonly form: string;
	readonly tag: string;
}

type Counts = Record<'N' | 'V' | 'J' | 'A', number>;

const FOLDER = join(import.meta.dirname, '../src/lib/generation/words');
/** Occurrences that a word needs to be listed. */
const FEWEST = 7;
/** Occurrences inside sentences that a name needs. */
const FEWEST_NAMED = 20;
/** Passes over the sentences, step, and pull of the weights towards nought. */
const [EPOCHS, STEP, PULL] = [4, 0.08, 0.0000015];
/** Weights are kept as whole numbers of this part. */
const SCALE = 5;

function read(file: string): Word[][] {
	return readFileSync(file, 'utf8')
		.split(/\n\s*\n/)
		.map((block) =>
			block.split('\n').flatMap((line) => {
				const [number = '', form = '', , , tag = ''] = line.split('\t');
				return /^\d+$/.test(number) ? [{ form, tag }] : [];
			})
		)
		.filter((words) => words.length > 2);
}

const letterOf = (tag: string): keyof Counts | null =>
	tag.startsWith('NN')
		? 'N'
		: tag.startsWith('VB')
			? 'V'
			: tag.startsWith('JJ')
				? 'J'
				: tag.startsWith('RB')
					? 'A'
					: null;

function countWords(from: readonly Word[][]): Map<string, Counts> {
	const found = new Map<string, Counts>();
	for (const { form, tag } of from.flat()) {
		const letter = letterOf(tag);
		if (letter === null || !/^[a-z]{3,18}$/.test(form)) continue;
		const entry = found.get(form) ?? { N: 0, V: 0, J: 0, A: 0 };
		entry[letter]++;
		found.set(form, entry);
	}
	return new Map([...found].filter(([, entry]) => total(entry) >= FEWEST));
}

const total = (entry: Counts): number => entry.N + entry.V + entry.J + entry.A;

const ranked = (entry: Counts): [keyof Counts, number][] =>
	(['N', 'V', 'J', 'A'] as const)
		.map((letter): [keyof Counts, number] => [letter, entry[letter]])
		.sort((a, b) => b[1] - a[1]);

/** What words with an ending mostly are, where a shorter ending says something else. */
function endingsOf(words: ReadonlyMap<string, Counts>): Map<string, string> {
	const types = new Map<string, Counts>();
	for (const [word, entry] of words) {
		const [first] = ranked(entry);
		for (let length = 1; length <= 4 && word.length > length + 1; length++) {
			const ending = word.slice(-length);
			const seen = types.get(ending) ?? { N: 0, V: 0, J: 0, A: 0 };
			if (first !== undefined) seen[first[0]]++;
			types.set(ending, seen);
		}
	}
	const found = new Map<string, string>();
	const shorter = (ending: string): string => {
		for (let from = 1; from < ending.length; from++) {
			const kind = found.get(ending.slice(from));
			if (kind !== undefined) return kind;
		}
		return 'N';
	};
	for (const [ending, entry] of [...types].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) {
		const [kind = 'N', count = 0] = ranked(entry)[0] ?? [];
		// An adverb is told by -ly alone; “-ard” is that of words like “forward” and of few others.
		if (kind === 'A' && ending !== 'ly') continue;
		if (count / total(entry) < 0.5) continue;
		if (total(entry) >= (ending.length > 2 ? 8 : 15) && kind !== shorter(ending)) found.set(ending, kind);
	}
	return found;
}

function writeKinds(
	sentences: readonly Word[][],
	words: ReadonlyMap<string, Counts>,
	tells: ReadonlyMap<string, string>
): void {
	const lists = new Map<string, string[]>();
	for (const [word, entry] of words) {
		const [first, second] = ranked(entry);
		if (first === undefined || second === undefined) continue;
		const isSure = first[1] / total(entry) >= 0.95 || total(entry) < 8;
		const kind = isSure ? first[0] : first[0] + second[0].toLowerCase();
		if (kind === kindByEnding(word, (ending) => tells.get(ending)) || (/(?:ed|ing)$/.test(word) && !/^[NJ]/.test(kind)))
			continue;
		lists.set(kind, [...(lists.get(kind) ?? []), word]);
	}
	const entries = [...lists]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([kind, list]) => `\t${kind}: '${list.sort().join(' ')}'`);
	const ends = [...tells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([ending, kind]) => `\t${ending}: '${kind}'`);
	writeFileSync(
		join(FOLDER, 'word-kinds.ts'),
		`/** Words that are not what their endings say, by kind (see \`word-guess.ts\`). Estimated by scripts/train-word-guess.ts. */
export const KINDS: Readonly<Record<string, string>> = {\n${entries.join(',\n')}\n};

/** What words with an ending mostly are, where a shorter ending says something else; nouns where none is listed. */
export const ENDINGS: Readonly<Record<string, string>> = {\n${ends.join(',\n')}\n};

/** Names of places, peoples and persons that open sentences too. */
export const NAMES = '${namesIn(sentences).join(' ')}';\n`
	);
}

/** Words that always have a capital inside sentences. */
function namesIn(from: readonly Word[][]): string[] {
	const seen = new Map<string, number>();
	const small = new Set<string>();
	for (const words of from)
		for (const [i, { form, tag }] of words.entries()) {
			if (/^[a-z]/.test(form)) small.add(form);
			else if (i > 0 && /^(?:NNPS?|JJ)$/.test(tag) && /^[A-Z][a-z]{2,}$/.test(form))
				seen.set(form, (seen.get(form) ?? 0) + 1);
		}
	return [...seen]
		.filter(([name, count]) => count >= FEWEST_NAMED && !small.has(name.toLowerCase()))
		.map(([name]) => name)
		.sort();
}

/** One-against-the-rest logistic regression by stochastic gradient descent with truncation (Langford et al., 2009). */
async function writeWeights(sentences: readonly Word[][]): Promise<void> {
	// Loaded only here, because what the model looks at follows from the kinds that were written just before.
	const { featuresAt, GUESSES } = await import('../src/lib/generation/words/word-guess');
	const examples: { readonly features: Int32Array; readonly letter: number }[] = [];
	const index = new Map<string, number>();
	const often: number[] = [];
	for (const words of sentences) {
		let text = '';
		for (const { form } of words) text += (text === '' ? '' : ' ') + form;
		const drafts = classed(text, { start: 0, end: text.length });
		if (drafts.length !== words.length) continue;
		const open = drafts.map((draft) => draft.class === '?');
		for (const [i, draft] of drafts.entries()) {
			const letter = letterOf(words[i]?.tag ?? '');
			if (open[i] !== true) continue;
			if (letter !== null && /^[a-z]+$/i.test(draft.text) && !/(?:ed|ing)$/.test(draft.lower)) {
				const features = featuresAt(drafts, i).map((feature) => {
					const at = index.get(feature) ?? index.size;
					index.set(feature, at);
					often[at] = (often[at] ?? 0) + 1;
					return at;
				});
				examples.push({ features: Int32Array.from(features), letter: GUESSES.indexOf(letter) });
			}
			draft.class = finalClass(words[i]?.tag ?? '');
		}
	}
	const lines = new Map<string, number[]>();
	const bias: number[] = [];
	const names = [...index.keys()];
	for (const [k] of GUESSES.entries()) {
		const { weights, base } = fit(examples, k, names.length);
		bias.push(Math.round(base * SCALE));
		for (const [at, weight] of weights.entries()) {
			const rounded = Math.round(weight * SCALE);
			const name = names[at];
			if (rounded === 0 || name === undefined || (often[at] ?? 0) < 12) continue;
			const line = lines.get(name) ?? [0, 0, 0, 0];
			line[k] = rounded;
			lines.set(name, line);
		}
	}
	const table = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, line]) => `${name} ${line.join(' ')}`);
	writeFileSync(
		join(FOLDER, 'guess-weights.ts'),
		`/** Weights of \`word-guess.ts\` for noun, verb, adjective and adverb. Estimated by scripts/train-word-guess.ts. */
export const BIAS: readonly number[] = [${bias.join(', ')}];

const TABLE = ${JSON.stringify(table.join('\n'))};

export const WEIGHTS: ReadonlyMap<string, readonly number[]> = new Map(
	TABLE.split('\\n').map((line): [string, number[]] => {
		const [feature = '', ...weights] = line.split(' ');
		return [feature, weights.map(Number)];
	})
);\n`
	);
	console.log(`${examples.length} words, ${lines.size} features with a weight`);
}

/** The class that a tagged word would get, as its right neighbours see it. */
const finalClass = (tag: string): string =>
	tag === 'VBZ'
		? '3'
		: /^VBP?$/.test(tag)
			? '0'
			: /^VB[DN]$/.test(tag)
				? 'E'
				: tag === 'VBG'
					? 'G'
					: (letterOf(tag) ?? 'N');

function fit(
	examples: readonly { readonly features: Int32Array; readonly letter: number }[],
	letter: number,
	size: number
): { readonly weights: Float64Array; readonly base: number } {
	const weights = new Float64Array(size);
	/** Examples seen when a weight was last pulled. */
	const pulled = new Uint32Array(size);
	let base = 0;
	let seen = 0;
	for (let epoch = 0; epoch < EPOCHS; epoch++) {
		const step = STEP / (1 + epoch);
		for (const example of examples) {
			seen++;
			let sum = base;
			for (const at of example.features) {
				const pull = PULL * (seen - (pulled[at] ?? 0));
				pulled[at] = seen;
				const weight = weights[at] ?? 0;
				weights[at] = weight > 0 ? Math.max(0, weight - pull) : Math.min(0, weight + pull);
				sum += weights[at] ?? 0;
			}
			const error = (example.letter === letter ? 1 : 0) - 1 / (1 + Math.exp(-sum));
			base += step * error;
			for (const at of example.features) weights[at] = (weights[at] ?? 0) + step * error;
		}
	}
	return { weights, base };
}

const sentences = process.argv.slice(2).flatMap((file) => read(file));
if (sentences.length === 0) {
	console.error('No sentence was found. Name files in the CoNLL-U format.');
	process.exit(1);
}
const counts = countWords(sentences);
const endings = endingsOf(counts);
writeKinds(sentences, counts, endings);
await writeWeights(sentences);
