import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { parse, stringify } from 'yaml';
import { AppError } from '../lib/domain/app-error';
import { named } from './gold-card';
import type { Scored } from './gold-score';
import { DEFECTS, judgementsFile, type Defect, type GoldDocument, type Judgement } from './gold-set';

/** What stands in a sheet where a verdict is to be written: `good`, or `bad` and the names of the defects. */
const OPEN = '?';

const sheetShape = v.record(
	v.string(),
	v.array(
		v.strictObject({
			card: v.string(),
			front: v.string(),
			back: v.optional(v.string(), ''),
			options: v.optional(v.array(v.string()), []),
			verdict: v.string(),
			reaches: v.optional(v.array(v.string())),
			note: v.optional(v.string())
		})
	)
);

/** The cards without a verdict, with their sentences, as YAML to be filled in. Empty if all are judged. */
export function sheetOf(documents: readonly Scored[], textOf: (name: string) => string): string {
	return documents
		.flatMap(({ name, cards }) => {
			const text = textOf(name);
			const open = cards.filter(
				({ judgement, texts }, i) =>
					judgement === null && cards.findIndex((other) => other.texts.card === texts.card) === i
			);
			if (open.length === 0) return [];
			return [`${name}:\n`, ...open.map((each) => entry(each, text)), '\n'];
		})
		.join('');
}

function entry({ candidate, texts }: Scored['cards'][number], text: string): string {
	const { claim, pattern, score } = candidate;
	const about = [claim.type, pattern, score.toFixed(2), ...(claim.hedged ? ['hedged'] : [])].join(' · ');
	const { card, front, back, options } = texts;
	const shown = { card, front, ...withFilled({ back, options }), verdict: OPEN };
	return [
		`  # ${about}\n`,
		`  # ${text.slice(claim.sentence.start, claim.sentence.end)}\n`,
		stringify([shown], { lineWidth: 0 }).replace(/^(?=.)/gm, '  '),
		'\n'
	].join('');
}

const withFilled = ({ back, options }: { back: string; options: readonly string[] }) => ({
	...(back === '' ? {} : { back }),
	...(options.length === 0 ? {} : { options })
});

/**
 * The verdicts of a filled sheet, by document. What is still open is left out.
 * @throws AppError `unreadable` if it is no sheet, a verdict is none, or a card's texts were changed
 */
export function readSheet(text: string): Map<string, Judgement[]> {
	const result = v.safeParse(sheetShape, parse(text) ?? {});
	if (!result.success) {
		const [issue] = result.issues;
		throw new AppError('unreadable', `The sheet, at ${v.getDotPath(issue) ?? 'its top'}: ${issue.message}`);
	}
	const found = new Map<string, Judgement[]>();
	for (const [name, cards] of Object.entries(result.output)) {
		const judged = cards.filter(({ verdict }) => verdict !== OPEN);
		found.set(
			name,
			judged.map((each) => ({ ...each, ...readVerdict(each.card, each.verdict) }))
		);
		const changed = judged.find(({ card, front, back, options }) => named(front, back, options).card !== card);
		if (changed !== undefined)
			throw new AppError('unreadable', `Card ${changed.card}: its texts were changed. Judge it as it stands.`);
	}
	return found;
}

function readVerdict(card: string, words: string): Pick<Judgement, 'verdict' | 'defects'> {
	const [verdict, ...named] = words.trim().split(/[\s,]+/);
	const defects = named.filter((each): each is Defect => DEFECTS.some((defect) => defect === each));
	if (defects.length === named.length) {
		if (verdict === 'good' && defects.length === 0) return { verdict, defects };
		if (verdict === 'bad' && defects.length > 0) return { verdict, defects };
	}
	throw new AppError(
		'unreadable',
		`Card ${card}: “${words}” is no verdict. Write good, or bad and one or more of ${DEFECTS.join(', ')}.`
	);
}

/** Adds a sheet's verdicts to the judgements; a card judged before gets the new verdict. Returns how many were taken over. */
export async function recordSheet(folder: string, documents: readonly GoldDocument[], path: string): Promise<number> {
	const sheet = readSheet(await readFile(path, 'utf8'));
	let taken = 0;
	for (const [name, judged] of sheet) {
		const document = documents.find((each) => each.name === name);
		if (document === undefined) throw new AppError('unreadable', `The gold set has no document ${name}.`);
		const all = new Map(document.judgements);
		for (const each of judged) all.set(each.card, each);
		taken += judged.length;
		const file = judgementsFile(folder, name);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, judgementsText([...all.values()]));
	}
	return taken;
}

/** Sorted by the card's name, so that two people's verdicts merge. */
export function judgementsText(judgements: readonly Judgement[]): string {
	const sorted = [...judgements].sort((a, b) => (a.card < b.card ? -1 : 1));
	const lean = sorted.map(({ card, front, back, options, verdict, defects, reaches, note }) => ({
		card,
		front,
		...withFilled({ back, options }),
		verdict,
		...(defects.length === 0 ? {} : { defects }),
		...(reaches === undefined ? {} : { reaches }),
		...(note === undefined ? {} : { note })
	}));
	return stringify(lean, { lineWidth: 0, singleQuote: true });
}
