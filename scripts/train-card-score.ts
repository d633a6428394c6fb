/**
 * Estimates what `src/lib/generation/cards/card-score.ts` goes by, from cards that were judged:
 *
 *     npx tsx scripts/train-card-score.ts FOLDER…
 *
 * A folder is laid out like tests/gold; of its sets only `dev` is looked at. A verdict counts where the generator makes
 * the very card today. Writes `score-weights.ts`, which is then to be formatted, and says how well verdicts are told from
 * each other on documents that were left out. The committed weights were estimated from some three thousand cards of
 * pages on health, abstracts, labels and textbooks, whose texts may not be passed on.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { goldCard } from '../src/cli/gold-card';
import { readGoldSet } from '../src/cli/gold-set';
import { featuresOf, surroundingsOf } from '../src/lib/generation/cards/card-features';
import { generate } from '../src/lib/generation/generate';
import { readInput } from '../src/lib/generation/input/read-input';

interface Example {
	readonly document: string;
	readonly features: readonly string[];
	readonly isGood: boolean;
}

interface Model {
	base: number;
	readonly weights: Map<string, number>;
}

const FILE = join(import.meta.dirname, '../src/lib/generation/cards/score-weights.ts');
/** Cards that must have a feature for it to be looked at. */
const FEWEST = 20;
/** Pull of the weights towards nought: first to see which matter, then, squared, to fit those. */
const [PULL, RIDGE] = [4, 16];
const [ROUNDS, PARTS] = [1500, 10];
/** Weights are kept as whole numbers of this part. */
const SCALE = 100;

async function examplesOf(folder: string): Promise<Example[]> {
	const found: Example[] = [];
	for (const { name, file, set, judgements } of await readGoldSet(folder)) {
		if (set !== 'dev') continue;
		const document = basename(file).replace(/\.[^.]+$/, '');
		const generated = generate(document, await readInput(file, await readFile(file)), { doubtful: true });
		const { text, profile, title, statements } = generated;
		const around = surroundingsOf(text, profile, title, statements);
		for (const candidate of generated.candidates) {
			const verdict = judgements.get(goldCard(candidate.note).card)?.verdict;
			if (verdict === undefined) continue;
			found.push({ document: name, features: featuresOf(candidate, around), isGood: verdict === 'good' });
		}
	}
	return found;
}

/** Logistic regression: features that an absolute pull leaves at nought are dropped, the others fitted with a squared one. */
function estimate(examples: readonly Example[]): Model {
	const often = new Map<string, number>();
	for (const { features } of examples)
		for (const feature of new Set(features)) often.set(feature, (often.get(feature) ?? 0) + 1);
	const known = [...often].flatMap(([feature, count]) =>
		count >= FEWEST && count <= examples.length - FEWEST ? [feature] : []
	);
	const first = fit(examples, known, 'absolute');
	return fit(
		examples,
		known.filter((feature) => first.weights.get(feature) !== 0),
		'squared'
	);
}

/** By proximal gradient descent with momentum (Beck and Teboulle, 2009). */
function fit(examples: readonly Example[], known: readonly string[], pull: 'absolute' | 'squared'): Model {
	const index = new Map(known.map((feature, i) => [feature, i]));
	const rows = examples.map(({ features }) => [
		...new Set(
			features.flatMap((feature) => {
				const at = index.get(feature);
				return at === undefined ? [] : [at];
			})
		)
	]);
	const longest = Math.max(...rows.map(({ length }) => length));
	const step = 4 / (examples.length * (longest + 1));
	let weights = new Float64Array(known.length);
	let ahead = Float64Array.from(weights);
	let [base, baseAhead, pace] = [0, 0, 1];
	for (let round = 0; round < ROUNDS; round++) {
		const slope = new Float64Array(known.length);
		let baseSlope = 0;
		for (const [i, row] of rows.entries()) {
			let sum = baseAhead;
			for (const at of row) sum += ahead[at] ?? 0;
			const error = 1 / (1 + Math.exp(-sum)) - (examples[i]?.isGood === true ? 1 : 0);
			baseSlope += error;
			for (const at of row) slope[at] = (slope[at] ?? 0) + error;
		}
		const next = ahead.map((weight, at) => {
			const moved = weight - step * (slope[at] ?? 0);
			return pull === 'squared'
				? moved / (1 + step * RIDGE)
				: Math.sign(moved) * Math.max(0, Math.abs(moved) - step * PULL);
		});
		const nextBase = baseAhead - step * baseSlope;
		const nextPace = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
		const momentum = (pace - 1) / nextPace;
		ahead = next.map((weight, at) => weight + momentum * (weight - (weights[at] ?? 0)));
		baseAhead = nextBase + momentum * (nextBase - base);
		[weights, base, pace] = [next, nextBase, nextPace];
	}
	return { base, weights: new Map(known.map((feature, i) => [feature, weights[i] ?? 0])) };
}

const scoreBy = ({ base, weights }: Model, { features }: Example): number =>
	features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), base);

/** What share of pairs of a good and a bad card the scores put in the right order (area under the ROC curve). */
function inOrder(scored: readonly { readonly score: number; readonly isGood: boolean }[]): number {
	const good = scored.filter(({ isGood }) => isGood);
	const bad = scored.filter(({ isGood }) => !isGood);
	let right = 0;
	for (const a of good) for (const b of bad) right += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
	return right / (good.length * bad.length);
}

const examples = (await Promise.all(process.argv.slice(2).map(examplesOf))).flat();
if (examples.length === 0) throw new Error('No judged card among those that the generator makes.');
const documents = [...new Set(examples.map(({ document }) => document))];
const leftOut = Array.from({ length: PARTS }, (_, part) => {
	const isOut = ({ document }: Example): boolean => documents.indexOf(document) % PARTS === part;
	const model = estimate(examples.filter((each) => !isOut(each)));
	return examples.filter(isOut).map((each) => ({ score: scoreBy(model, each), isGood: each.isGood }));
}).flat();
leftOut.sort((a, b) => b.score - a.score);
const goodOf = (share: number): string => {
	const best = leftOut.slice(0, Math.round(share * leftOut.length));
	return `${Math.round((100 * best.filter(({ isGood }) => isGood).length) / best.length)} %`;
};
console.log(`${examples.length} judged cards of ${documents.length} documents, ${goodOf(1)} good`);
console.log(`left out: ${inOrder(leftOut).toFixed(3)} of the pairs in order`);
console.log(
	`left out, good of the best: ${[0.2, 0.4, 0.6, 0.8].map((each) => `${100 * each} %: ${goodOf(each)}`).join(', ')}`
);
const model = estimate(examples);
const entries = [...model.weights]
	.map(([feature, weight]): [string, number] => [feature, Math.round(weight * SCALE)])
	.filter(([, weight]) => weight !== 0)
	.sort(([a], [b]) => (a < b ? -1 : 1));
await writeFile(
	FILE,
	`/** Weights of \`card-score.ts\`, in hundredths of a log-odds. Estimated by scripts/train-card-score.ts. */
export const BASE = ${Math.round(model.base * SCALE)};

export const WEIGHTS: Readonly<Record<string, number>> = {
${entries.map(([feature, weight]) => `\t'${feature.replaceAll("'", "\\'")}': ${weight}`).join(',\n')}
};\n`
);
console.log(`${entries.length} features with a weight`);
