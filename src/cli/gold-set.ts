import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { AppError } from '../lib/domain/app-error';
import { named } from './gold-card';

/** What a bad card may be blamed for; tests/gold/README.md says what each means. */
export const DEFECTS = [
	'context',
	'reference',
	'open',
	'wrong',
	'partial',
	'excess',
	'strength',
	'trivial',
	'several',
	'grammar',
	'given',
	'quote',
	'junk',
	'duplicate',
	'options',
	'order'
] as const;

export type Defect = (typeof DEFECTS)[number];

const FACT_TYPES = ['mechanism', 'timeline', 'risk', 'regulatory', 'comparison', 'definition', 'list', 'fact'] as const;

const words = v.pipe(v.string(), v.minLength(1));
const factShape = v.strictObject({
	id: words,
	type: v.picklist(FACT_TYPES),
	sentence: words,
	/** Other places of the document that state the same. */
	also: v.optional(v.array(words), []),
	says: words,
	about: v.pipe(v.array(words), v.minLength(1)),
	answer: v.pipe(v.array(words), v.minLength(1))
});
const judgementShape = v.strictObject({
	card: words,
	front: words,
	back: v.optional(v.string(), ''),
	options: v.optional(v.array(words), []),
	verdict: v.picklist(['good', 'bad']),
	defects: v.optional(v.array(v.picklist(DEFECTS)), []),
	/** Facts that the card reaches, where the mechanical rule errs. */
	reaches: v.optional(v.array(words)),
	note: v.optional(words)
});
const setsShape = v.record(words, v.array(words));

/** A proposition that the document states and that a student could be asked. */
export type Fact = v.InferOutput<typeof factShape>;
export type Judgement = v.InferOutput<typeof judgementShape>;

export interface GoldDocument {
	/** Name of its file without the ending; facts and judgements are filed under it. */
	readonly name: string;
	readonly file: string;
	/** `dev`, `held-out`, or what else `sets.yaml` names. */
	readonly set: string;
	readonly facts: readonly Fact[];
	/** By the card's name. */
	readonly judgements: ReadonlyMap<string, Judgement>;
}

/**
 * Reads a gold set: `sets.yaml`, and for each document it names the text, the facts and the judgements made so far.
 * @throws AppError `unreadable` if a file is missing or not of its form
 */
export async function readGoldSet(folder: string): Promise<GoldDocument[]> {
	const sets = await readYaml(join(folder, 'sets.yaml'), setsShape);
	const known = new Set(await readdir(join(folder, 'documents')));
	const documents: GoldDocument[] = [];
	for (const [set, files] of Object.entries(sets)) {
		for (const file of files) {
			if (!known.delete(file)) throw unreadable(`sets.yaml names ${file}, which documents/ does not hold.`);
			const name = file.replace(/\.[^.]+$/, '');
			const facts = await readYaml(join(folder, 'facts', `${name}.yaml`), v.array(factShape));
			const twice = facts.find(({ id }, i) => facts.findIndex((other) => other.id === id) !== i);
			if (twice !== undefined) throw unreadable(`facts/${name}.yaml has two facts called ${twice.id}.`);
			const judgements = await readJudgements(folder, name, new Set(facts.map(({ id }) => id)));
			documents.push({ name, file: join(folder, 'documents', file), set, facts, judgements });
		}
	}
	if (known.size > 0) throw unreadable(`sets.yaml does not name ${[...known].join(', ')}.`);
	return documents;
}

export const judgementsFile = (folder: string, name: string): string => join(folder, 'judgements', `${name}.yaml`);

async function readJudgements(
	folder: string,
	name: string,
	facts: ReadonlySet<string>
): Promise<ReadonlyMap<string, Judgement>> {
	const path = judgementsFile(folder, name);
	const list = await readYaml(path, v.array(judgementShape), []);
	for (const { card, front, back, options, verdict, defects, reaches = [] } of list) {
		const place = `${path}, card ${card}`;
		if (named(front, back, options).card !== card)
			throw unreadable(`${place}: its texts are not those that were judged. Judge the card again.`);
		if ((verdict === 'bad') !== defects.length > 0)
			throw unreadable(`${place}: a bad card names its defects, a good one has none.`);
		const strange = reaches.find((id) => !facts.has(id));
		if (strange !== undefined) throw unreadable(`${place}: there is no fact ${strange}.`);
	}
	return new Map(list.map((each) => [each.card, each]));
}

/** @param missing what a file that is not there stands for; without it, its absence is an error */
async function readYaml<T>(path: string, shape: v.GenericSchema<unknown, T>, missing?: T): Promise<T> {
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (cause) {
		if (missing !== undefined) return missing;
		throw unreadable(`${path} cannot be read.`, cause);
	}
	const result = v.safeParse(shape, parse(text) ?? []);
	if (result.success) return result.output;
	const [issue] = result.issues;
	throw unreadable(`${path}, at ${v.getDotPath(issue) ?? 'its top'}: ${issue.message}`);
}

const unreadable = (message: string, cause?: unknown): AppError => new AppError('unreadable', message, { cause });
