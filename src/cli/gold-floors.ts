import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { AppError } from '../lib/domain/app-error';
import { percent } from './check-report';
import { figuresOf, share, type Figures } from './gold-figures';
import type { Scored } from './gold-score';

/** What holds for every document whatever its floors. */
const MOST_CLOZES = 0.25;
const MOST_ACRONYMS = 0.1;

const unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const floorsShape = v.record(
	v.string(),
	v.strictObject({
		/** Of the cards, how many have a verdict: below it precision says nothing. */
		judged: v.optional(unit, 0),
		precision: v.optional(unit, 0),
		top: v.optional(unit, 0),
		/** Of the facts, how many cards reach that nobody has called bad. */
		hoped: v.optional(unit, 0)
	})
);

/** By the name of a set. */
export type Floors = v.InferOutput<typeof floorsShape>;

/** @throws AppError `unreadable` if the file is there and not of its form */
export async function readFloors(folder: string): Promise<Floors> {
	const text = await readFile(join(folder, 'floors.yaml'), 'utf8').catch(() => '');
	const result = v.safeParse(floorsShape, parse(text) ?? {});
	if (result.success) return result.output;
	throw new AppError('unreadable', `${folder}/floors.yaml: ${result.issues[0].message}`);
}

/** What is worse than it may be, in sentences; empty if all is well. */
export function breaches(documents: readonly Scored[], floors: Floors): string[] {
	const found = documents.flatMap(({ spans }) => spans);
	for (const document of documents) {
		const { clozes, acronyms, cards } = figuresOf([document]);
		// One card of three is a third and says nothing.
		if (cards >= 8 && (clozes ?? 0) > MOST_CLOZES)
			found.push(`${document.name}: ${percent(clozes ?? 0)} of the cards are clozes, more than a quarter`);
		if (cards >= 10 && (acronyms ?? 0) > MOST_ACRONYMS)
			found.push(`${document.name}: ${percent(acronyms ?? 0)} of the cards expand letters, more than a tenth`);
	}
	for (const [set, floor] of Object.entries(floors)) {
		const figures = figuresOf(documents.filter((each) => each.set === set));
		for (const name of ['judged', 'precision', 'top', 'hoped'] as const) {
			const figure = measured(figures, name);
			if (figure === null || figure < floor[name])
				found.push(
					`${set}: ${WORDS[name]} ${figure === null ? 'nothing' : percent(figure)}, and the floor is ${percent(floor[name])}`
				);
		}
	}
	return found;
}

const measured = (figures: Figures, name: 'judged' | 'precision' | 'top' | 'hoped'): number | null =>
	name === 'judged' ? share(figures.judged, figures.cards) : figures[name];

const WORDS = {
	judged: 'cards judged are',
	precision: 'good cards of those judged are',
	top: 'good cards of the top 20 are',
	hoped: 'facts reached are'
} as const;
