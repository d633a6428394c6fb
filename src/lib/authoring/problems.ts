import { lint } from '../deck-format/lint/lint-draft';
import { LINTS } from '../deck-format/lint/lints';
import { parsePack } from '../deck-format/parse-pack';
import type { Place, Problem } from '../deck-format/problem';
import type { Pack } from '../domain/pack';
import { buildPack, type BuiltPack } from './build-pack';
import { UNKNOWN } from './imported';
import { frontOf } from './note-draft';
import type { Edition, ProjectState } from './project';

/** Something a lint or the pack format says of the working copy. */
export interface ProjectProblem {
	/** Name of the rule; a lint's name is what a note's `waived` takes. */
	readonly rule: string;
	/** Errors keep the deck from being published; warnings do not. */
	readonly severity: 'error' | 'warning';
	/** Plain sentence: what is wrong and what to do next. */
	readonly message: string;
	/** A lint's, which may be set aside for one note with a reason; what the pack's own form demands holds for every note. */
	readonly waivable: boolean;
	/** The words it concerns, where a way to mend it needs them: the letters of an acronym. */
	readonly words: string | null;
	/** Id of the note it concerns; null if it concerns the deck or a document. */
	readonly note: string | null;
	/** Path of the field within the note (`front`, `steps/2`) or within the deck (`title`); null if it concerns the whole. */
	readonly field: string | null;
	/** The other note, where two are alike. */
	readonly other: string | null;
	/** Of a document: its id, and where in the edition's text, if at one place. */
	readonly document: string | null;
	readonly offset: number | null;
}

export interface ProjectProblems {
	/** By note, errors first; notes without problems are not in it. */
	readonly notes: ReadonlyMap<string, readonly ProjectProblem[]>;
	/** Of the deck, its topics and documents; errors first. */
	readonly deck: readonly ProjectProblem[];
	readonly errors: number;
	readonly warnings: number;
}

export const NO_PROBLEMS: ProjectProblems = { notes: new Map(), deck: [], errors: 0, warnings: 0 };

/** What keeps the working copy from being a good deck: faults of the build, the pack's form, and every lint. */
export function problemsOf(state: ProjectState, editions: ReadonlyMap<string, Edition>): ProjectProblems {
	const built = buildPack(state, editions);
	const faults = [...built.faults, ...formProblems(built.pack, built.faults)];
	const found = [...faults, ...lintProblems(state, built), ...unnamedSources(state)];
	return sorted(found);
}

function sorted(found: readonly ProjectProblem[]): ProjectProblems {
	const errorsFirst = [...found].sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
	const notes = new Map<string, ProjectProblem[]>();
	for (const each of errorsFirst) {
		if (each.note !== null) notes.set(each.note, [...(notes.get(each.note) ?? []), each]);
	}
	const errors = found.filter(({ severity }) => severity === 'error').length;
	return { notes, deck: errorsFirst.filter(({ note }) => note === null), errors, warnings: found.length - errors };
}

/** What the format says, less what is but a consequence of a fault that is told already. */
function formProblems(pack: Pack, faults: readonly ProjectProblem[]): ProjectProblem[] {
	return parsePack(pack).problems.flatMap((problem): ProjectProblem[] => {
		const [, list, index, path] = /^pack\.(?:(notes|documents)\[(\d+)\])?\.?(.*)$/.exec(problem.file) ?? [];
		const id =
			list === undefined ? null : ((list === 'notes' ? pack.notes : pack.documents)[Number(index)]?.id ?? null);
		const field = (path ?? '').replace(/\[(\d+)\]/g, '/$1').replaceAll('.', '/') || null;
		const note = list === 'notes' ? id : null;
		if (note !== null && problem.rule === 'source' && faults.some((fault) => fault.note === note)) return [];
		const document = list === 'documents' ? id : null;
		const { rule, severity, message } = problem;
		const plain = { waivable: false, words: null, other: null, offset: null };
		return [{ rule, severity, message, note, field, document, ...plain }];
	});
}

/** Every card shows who says so; a document of which nobody has said that yet tells students nothing. */
function unnamedSources({ documents, notes }: ProjectState): ProjectProblem[] {
	const quoted = new Set([...notes.values()].flatMap(({ note }) => note.sources.map(({ document }) => document)));
	return [...documents.values()].flatMap(({ id, title, publisher, published }): ProjectProblem[] => {
		if (!quoted.has(id) || publisher !== UNKNOWN.publisher || published !== UNKNOWN.published) return [];
		const message = `Under every card students read “${title}. ${publisher}, ${published}”. Say who published it, and when: in the project, under “Details” of the document.`;
		const plain = { waivable: false, words: null, note: null, field: null, other: null, offset: null };
		return [{ rule: 'document-source', severity: 'warning', message, document: id, ...plain }];
	});
}

function lintProblems(state: ProjectState, { pack, texts }: BuiltPack): ProjectProblem[] {
	const problems = lint({
		pack,
		acronyms: state.deck.acronyms,
		terms: state.deck.terms,
		waived: new Map([...state.notes].map(([id, { waived }]) => [id, waived])),
		placeOf: placeInNote,
		placeInDocument: (document, offset) => placeInText(document, texts.get(document)?.back(offset) ?? offset)
	});
	const fronts = new Map(pack.notes.map((note) => [note.id, frontOf(note)]));
	return problems.map((problem) => told(problem, fronts));
}

/** Lints name a place by file and line; here a note's field or a document's offset stands for them. */
const placeInNote = (note: string, ...path: readonly (string | number)[]): Place => ({
	file: `note:${note}:${path.join('/')}`,
	line: 1,
	column: 1
});

const placeInText = (document: string, offset: number): Place => ({
	file: `document:${document}`,
	line: 1,
	column: offset + 1
});

const WAIVABLE: ReadonlySet<string> = new Set(LINTS.flatMap(({ rules }) => rules));

/** Lints speak of fields as a deck's files name them; forms of the Studio have other words for them. */
const FIELD_WORDS: readonly (readonly [string, string])[] = [
	['or list them under “leftOut” with the reason', 'or say of each why no card is wanted'],
	[
		'This statement is listed under “leftOut”, yet a note quotes it. Take it off the list.',
		'No card was wanted of this statement, yet a note quotes it. Say that a card is wanted, or delete the note.'
	],
	['Add “asOf:” with the date', 'Say under “As of” the date'],
	['“alt” gives away', 'What the drawing is said to show gives away'],
	['“explain”', '“Why”']
];

const inTheStudio = (message: string): string =>
	FIELD_WORDS.reduce((words, [inFiles, inForms]) => words.replace(inFiles, inForms), message);

const OTHER_NOTE = /“([a-z0-9-]+)” \(note:[^)]*\)/g;

function told(
	{ file, column, rule, severity, message, note, words }: Problem,
	fronts: ReadonlyMap<string, string>
): ProjectProblem {
	const [of, id, ...field] = file.split(':');
	const isDocument = of === 'document';
	return {
		rule,
		severity,
		// An author of the Studio never sees ids or files, so the other note goes by what it asks.
		message: inTheStudio(message).replace(OTHER_NOTE, (_, other: string) => `“${fronts.get(other) ?? other}”`),
		waivable: note !== undefined && WAIVABLE.has(rule),
		words: words ?? null,
		note: note ?? null,
		field: isDocument ? null : field.join(':') || null,
		other: new RegExp(OTHER_NOTE.source).exec(message)?.[1] ?? null,
		document: isDocument ? (id ?? null) : null,
		offset: isDocument ? column - 1 : null
	};
}
