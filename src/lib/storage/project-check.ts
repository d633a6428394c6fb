import type { Patch } from '../authoring/project';
import type { ProjectArchive } from './project-archive';
import { isWholeNote } from '../domain/note-check';
import {
	isJson,
	isNumber,
	isRecord,
	listOf,
	orNull,
	shape,
	text,
	truth,
	whole,
	word,
	type Check
} from '../domain/value-check';

const offset = whole(0, 1e9);
const texts = listOf(text);
const recordOf =
	(check: Check): Check =>
	(value) =>
		isRecord(value) && Object.values(value).every(check);

const deck = shape(
	{
		deck: text,
		title: text,
		description: text,
		authors: texts,
		licence: text,
		language: text,
		version: text,
		topics: listOf(shape({ id: text, title: text, description: text, colour: text }), 1),
		acronyms: recordOf(text),
		terms: listOf(texts),
		releases: listOf(shape({ version: text, date: text, notes: text }))
	},
	{ preset: isRecord }
);
const options = shape(
	{},
	{
		profile: text,
		subject: text,
		terms: texts,
		barred: texts,
		doubtful: truth,
		restored: listOf(offset),
		struck: listOf(offset)
	}
);
const document = shape(
	{
		id: text,
		title: text,
		publisher: text,
		published: text,
		evidence: texts,
		limits: text,
		edition: text,
		options,
		leftOut: recordOf(text)
	},
	{ url: text }
);
const note = shape({ note: isWholeNote, position: isNumber, candidate: orNull(text), waived: recordOf(text) });
const decision = shape({ is: word(['accepted', 'rejected', 'skipped']), notes: texts });
const drawing: Check = (value) => isRecord(value) && isJson(value) && value['tag'] === 'svg';
const picture = shape({ sha256: text, type: text, bytes: offset });

const KINDS: Readonly<Record<Patch['of'], Check>> = { deck, document, note, decision, drawing, picture };
const isKind = (of: unknown): of is Patch['of'] => typeof of === 'string' && Object.hasOwn(KINDS, of);

const record: Check = (value) =>
	isRecord(value) && isKind(value['of']) && text(value['id']) && KINDS[value['of']](value['value']);

const patch: Check = (value) =>
	isRecord(value) &&
	isKind(value['of']) &&
	text(value['id']) &&
	orNull(KINDS[value['of']])(value['before']) &&
	orNull(KINDS[value['of']])(value['after']);

const span = { start: offset, end: offset };
const block = shape({ kind: word(['heading', 'paragraph', 'item', 'table']), ordered: truth, ...span });
const drop = orNull(shape({ rule: text, because: text }));
const edition = shape(
	{
		project: text,
		id: text,
		document: text,
		file: shape({ name: text, type: text, bytes: offset, sha256: text, stored: truth }),
		canonical: shape({ text, blocks: listOf(block) }),
		drops: listOf(drop)
	},
	{ places: listOf(shape({}, { locator: text, evidence: text })) }
);
const candidate = shape(
	{
		note: isWholeNote,
		claim: shape({ type: text, sentence: shape(span), slots: listOf(shape({ role: text, ...span })) }),
		answer: orNull(shape(span)),
		score: isNumber,
		pattern: text
	},
	{ model: text }
);

const archive = shape({
	row: shape(
		{
			id: text,
			deck: text,
			title: text,
			notes: offset,
			documents: offset,
			open: offset,
			changed: isNumber,
			done: offset,
			revision: offset,
			candidates: recordOf(texts)
		},
		{ taken: recordOf(orNull(text)) }
	),
	records: listOf(record, 1),
	changes: listOf(
		shape({ project: text, seq: offset, at: isNumber, change: shape({ label: text, patches: listOf(patch) }) })
	),
	editions: listOf(edition),
	proposals: listOf(
		shape({ project: text, document: text, edition: text, options: text, profile: text, candidates: listOf(candidate) })
	)
});

/** Whether a value of unknown origin is a whole project, every row of which belongs to it. */
export function isProjectArchive(value: unknown): value is ProjectArchive {
	if (!isJson(value) || !archive(value)) return false;
	// Held to its shape just above.
	const { row, records, changes, editions, proposals } = value as ProjectArchive;
	const rows = [...records, ...changes, ...editions, ...proposals];
	return (
		rows.every(({ project }) => project === row.id) &&
		records.some(({ of, id }) => of === 'deck' && id === 'deck') &&
		isDistinct(records.map(({ of, id }) => `${of}/${id}`)) &&
		isDistinct(changes.map(({ seq }) => seq)) &&
		isDistinct(editions.map(({ id }) => id)) &&
		isDistinct(proposals.map((each) => each.document))
	);
}

/** No table takes two rows of one key, and all else would have to give way with them. */
const isDistinct = (keys: readonly (string | number)[]): boolean => new Set(keys).size === keys.length;
