import { textsOf } from '../../../authoring/note-texts';
import { backOf, frontOf } from '../../../authoring/note-draft';
import type { ProjectProblem, ProjectProblems } from '../../../authoring/problems';
import type { ProjectNote } from '../../../authoring/project';
import { clozeText } from '../../../domain/cloze';
import type { NoteKind } from '../../../domain/note';

/** A note as the table shows it. */
export interface NoteRow {
	readonly id: string;
	/** Place in the deck, from 1. */
	readonly place: number;
	readonly note: ProjectNote;
	/** Plain text on one line. */
	readonly front: string;
	readonly back: string;
	/** The first error, which keeps the deck from being published. */
	readonly worst: ProjectProblem | null;
	readonly errors: number;
	readonly warnings: number;
}

export type Trouble = 'any' | 'error' | 'warning';

export interface NoteFilter {
	/** All of these words must stand in the note, in any order. */
	readonly words: string;
	readonly topic: string | null;
	readonly kind: NoteKind | null;
	readonly tag: string | null;
	readonly document: string | null;
	readonly trouble: Trouble | null;
}

export const NO_FILTER: NoteFilter = {
	words: '',
	topic: null,
	kind: null,
	tag: null,
	document: null,
	trouble: null
};

export type NoteOrder = 'deck' | 'words' | 'problems' | 'kind';

/** Rows by the note they are made of: a thousand notes are not read anew for one that has changed. */
const plain = new WeakMap<ProjectNote, { front: string; back: string; searched: string }>();

function plainOf(note: ProjectNote): { front: string; back: string; searched: string } {
	const known = plain.get(note);
	if (known !== undefined) return known;
	const texts = textsOf(note.note).map(({ text }) => clozeText(text));
	const quotes = note.note.sources.map(({ quote }) => quote);
	const searched = [...texts, ...quotes, ...note.note.tags, note.note.id].join('\n').toLowerCase();
	const made = { front: frontOf(note.note), back: backOf(note.note), searched };
	plain.set(note, made);
	return made;
}

/** The notes that a filter lets through, in an order. */
export function noteRows(
	notes: readonly ProjectNote[],
	problems: ProjectProblems | null,
	filter: NoteFilter,
	order: NoteOrder
): NoteRow[] {
	const words = filter.words
		.toLowerCase()
		.split(/\s+/)
		.filter((word) => word !== '');
	const rows: NoteRow[] = [];
	for (const [i, note] of notes.entries()) {
		const { id, topic, kind, tags, sources } = note.note;
		if (filter.topic !== null && topic !== filter.topic) continue;
		if (filter.kind !== null && kind !== filter.kind) continue;
		if (filter.tag !== null && !tags.includes(filter.tag)) continue;
		if (filter.document !== null && !sources.some((source) => source.document === filter.document)) continue;
		const { front, back, searched } = plainOf(note);
		if (!words.every((word) => searched.includes(word))) continue;
		const found = problems?.notes.get(id) ?? [];
		const errors = found.filter(({ severity }) => severity === 'error').length;
		const warnings = found.length - errors;
		if (!isTrouble(filter.trouble, errors, warnings)) continue;
		const worst = found.find(({ severity }) => severity === 'error') ?? null;
		rows.push({ id, place: i + 1, note, front, back, worst, errors, warnings });
	}
	return sorted(rows, order);
}

function isTrouble(trouble: Trouble | null, errors: number, warnings: number): boolean {
	if (trouble === null) return true;
	return trouble === 'error' ? errors > 0 : trouble === 'warning' ? warnings > 0 : errors + warnings > 0;
}

function sorted(rows: NoteRow[], order: NoteOrder): NoteRow[] {
	switch (order) {
		case 'deck':
			return rows;
		case 'words':
			return rows.sort((a, b) => a.front.localeCompare(b.front) || a.place - b.place);
		case 'problems':
			return rows.sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || a.place - b.place);
		case 'kind':
			return rows.sort((a, b) => compare(a.note.note.kind, b.note.note.kind) || a.place - b.place);
	}
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Every tag of the deck, the most used first. */
export function tagsOf(notes: readonly ProjectNote[]): string[] {
	const counts = new Map<string, number>();
	for (const { note } of notes) for (const tag of note.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
	return [...counts].sort(([a, n], [b, m]) => m - n || compare(a, b)).map(([tag]) => tag);
}
