import {
	list,
	number,
	object,
	record,
	text,
	word,
	type JsonSchema,
	type ObjectShape,
	type Read,
	type Shape
} from './shape';
import { nearestWord } from './nearest';
import { named } from './shape';

export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ID_LIKE = 'lower-case letters, digits and single hyphens, as in “nmda-block”';
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const FILE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

export const id = (about?: string): Shape<string> => text({ pattern: ID, like: ID_LIKE, ...(about ? { about } : {}) });
export const date = text({ pattern: DATE, like: '2025, 2025-06 or 2025-06-22 (a year, a month or a day)' });
export const fileName = text({ pattern: FILE, like: 'a file name without folders, as in “cascade.svg”' });
export const webAddress = text({ pattern: /^https?:\/\/\S+$/, like: 'a web address that begins with https://' });

/** What deck source and pack say in the same words. */
export const aside = {
	asOf: date,
	hint: text({ about: 'Shown on request before the answer.' }),
	explain: text({ about: 'Why it is so. Shown after the answer.' }),
	contrast: text({ about: 'What it is confused with, and how to tell the two apart. Shown after the answer.' }),
	media: list(object({ file: fileName, alt: text({ about: 'What the picture shows, in words.' }) }, {}), 1),
	editorNote: object(
		{
			statement: text({ about: 'The fact as the citation supports it.' }),
			citation: text({ about: 'Publisher, title, identifier.' }),
			date
		},
		{ url: webAddress }
	)
};

/** Rule to reason. */
export const waivers = record(text({ about: 'Why the rule does not apply here.' }));

/** Where words stand more than once. */
export const nth = number(1, 1e6);

const front = text({ about: 'The question.' });
const back = text({ about: 'The answer.' });

const own = {
	basic: [{ front, back }, {}],
	reversed: [{ front, back }, { reverse: object({ front, back }, {}) }],
	cloze: [{ text: text({ about: 'A sentence with {{c1::hidden}} or {{c1::hidden::hint}}.' }) }, {}],
	typed: [{ front, answer: back }, {}],
	choice: [
		{
			front,
			answer: back,
			distractors: list(object({ text: text(), why: text({ about: 'Why it is wrong.' }) }, {}), 2, 4, 'distractor')
		},
		{}
	],
	sequence: [{ front, steps: list(text(), 3, 9, 'step') }, {}],
	diagram: [
		{
			front,
			drawing: fileName,
			alt: text({ about: 'What the drawing shows, without giving labels away.' }),
			labels: list(
				object(
					{
						n: number(0, 9999),
						part: text({ about: 'The data-label of the group in the drawing.' }),
						answer: text(),
						ask: text({ about: 'The question in words, for someone who cannot see the mark.' })
					},
					{}
				),
				1,
				Infinity,
				'label'
			)
		},
		{}
	]
} as const;

export const KINDS = ['basic', 'reversed', 'cloze', 'typed', 'choice', 'sequence', 'diagram'] as const;

type Shapes = Record<string, Shape<unknown>>;

/** The notes of all kinds, with what deck source or pack ask of every note, and of a typed one besides. */
function notes<R extends Shapes, O extends Shapes, TR extends Shapes, TO extends Shapes>(
	all: R,
	some: O,
	typed: { readonly all: TR; readonly some: TO }
) {
	return byKind({
		basic: object({ ...all, kind: word(['basic']), ...own.basic[0] }, some),
		reversed: object({ ...all, kind: word(['reversed']), ...own.reversed[0] }, { ...some, ...own.reversed[1] }),
		cloze: object({ ...all, kind: word(['cloze']), ...own.cloze[0] }, some),
		typed: object({ ...all, kind: word(['typed']), ...own.typed[0], ...typed.all }, { ...some, ...typed.some }),
		choice: object({ ...all, kind: word(['choice']), ...own.choice[0] }, some),
		sequence: object({ ...all, kind: word(['sequence']), ...own.sequence[0] }, some),
		diagram: object({ ...all, kind: word(['diagram']), ...own.diagram[0] }, some)
	});
}

function byKind<S extends Record<string, ObjectShape<unknown>>>(shapes: S): Shape<Read<S[keyof S]>> {
	const kinds = Object.keys(shapes);
	return {
		read(tree, report) {
			if (tree.kind !== 'map') {
				report.error(tree.place, 'schema', `A note is wanted here, not ${named(tree)}. Begin it with “- id: …”.`);
				return undefined;
			}
			const entry = tree.entries.find((each) => each.key === 'kind');
			if (entry === undefined) {
				report.error(tree.place, 'schema', `“kind” is missing. Add one of: ${kinds.join(', ')}.`);
				return undefined;
			}
			const kind = entry.value.kind === 'scalar' ? String(entry.value.value) : '';
			const shape = shapes[kind];
			if (shape === undefined || !kinds.includes(kind)) {
				const meant = nearestWord(kind, kinds);
				const hint = meant === null ? `The kinds are: ${kinds.join(', ')}.` : `Did you mean “${meant}”?`;
				report.error(entry.value.place, 'schema', `There is no kind “${kind}”. ${hint}`);
				return undefined;
			}
			// `shape` is one of S, so what it reads is one of the union.
			return shape.read(tree, report) as Read<S[keyof S]> | undefined;
		},
		schema: kindSchema(kinds, shapes)
	};
}

/** Fields that all kinds share stand once at the top, so that an editor completes them before a kind is written. */
function kindSchema(kinds: readonly string[], shapes: Readonly<Record<string, ObjectShape<unknown>>>): JsonSchema {
	const all = kinds.flatMap((kind) => shapes[kind] ?? []);
	const [first] = all;
	const shared = Object.entries(first?.fields ?? {}).filter(([name, shape]) =>
		all.every((each) => each.fields[name] === shape)
	);
	const isShared = (name: string): boolean => shared.some(([each]) => each === name);
	return {
		type: 'object',
		properties: {
			kind: { enum: kinds, description: 'What kind of card it makes.' },
			...Object.fromEntries(shared.map(([name, shape]) => [name, shape.schema]))
		},
		required: ['kind'],
		allOf: kinds.map((kind) => {
			const { fields = {}, required = [] } = shapes[kind] ?? {};
			const own = Object.entries(fields).map(([name, shape]) => [name, isShared(name) ? true : shape.schema] as const);
			return {
				if: { properties: { kind: { const: kind } }, required: ['kind'] },
				then: { properties: Object.fromEntries(own), required, additionalProperties: false }
			};
		})
	};
}

const quoted = object(
	{
		document: id('Name of the file in documents/, without .md.'),
		quote: text({ about: 'Stands in the document exactly once, to the letter.' })
	},
	{ nth }
);

export type Quoted = Read<typeof quoted>;

/** A note as an author writes it in `<topic>.yaml`. */
export const sourceNote = notes(
	{ id: id('Never changes: a student’s history hangs on it.') },
	{
		source: list(quoted, 1, Infinity, 'source'),
		tags: list(text(), 1),
		...aside,
		waive: waivers
	},
	{ all: {}, some: { accept: list(text(), 1) } }
);
export type SourceNote = Read<typeof sourceNote>;

const source = object({ document: id(), quote: text(), start: number(0, 1e9), end: number(0, 1e9) }, {});

/** A note as a pack holds it. */
export const packNote = notes({ id: id(), topic: id(), tags: list(text()), sources: list(source) }, aside, {
	all: { accept: list(text()) },
	some: {}
});
