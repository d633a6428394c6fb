import { canonicalJson } from '../deck-format/canonical-json';
import type { Note } from '../domain/note';
import type { Pack } from '../domain/pack';

/** A field in words, before and after; null where there was or is nothing. Items of a list are parted by line ends. */
export interface FieldChange {
	readonly field: string;
	readonly before: string | null;
	readonly after: string | null;
}

export interface NoteChange {
	readonly before: Note;
	readonly after: Note;
	readonly fields: readonly FieldChange[];
}

export interface DocumentChange {
	readonly id: string;
	readonly title: string;
	readonly is: 'added' | 'changed' | 'removed';
}

/** What a newer version of a deck changes for those who study it. */
export interface PackDiff {
	/** Title, description, licence and so on. */
	readonly about: readonly FieldChange[];
	/** In the newer order. */
	readonly added: readonly Note[];
	readonly changed: readonly NoteChange[];
	/** In the older order. */
	readonly removed: readonly Note[];
	readonly documents: readonly DocumentChange[];
}

/** Notes are told apart by their ids. Where a quote stands in its document is not told, only what it says. */
export function packDiff(before: Pack, after: Pack): PackDiff {
	const old = new Map(before.notes.map((note) => [note.id, note]));
	const now = new Set(after.notes.map(({ id }) => id));
	const changed = after.notes.flatMap((note): NoteChange[] => {
		const was = old.get(note.id);
		const fields = was === undefined ? [] : differences(noteFields(was, before), noteFields(note, after)).map(shown);
		return was === undefined || fields.length === 0 ? [] : [{ before: was, after: note, fields }];
	});
	return {
		about: differences(aboutFields(before), aboutFields(after)),
		added: after.notes.filter(({ id }) => !old.has(id)),
		changed,
		removed: before.notes.filter(({ id }) => !now.has(id)),
		documents: documentChanges(before, after)
	};
}

/** A drawing is compared by its elements, which nobody would want to read. */
const shown = (change: FieldChange): FieldChange =>
	change.field === 'drawing' ? { field: 'drawing', before: 'as it was', after: 'drawn anew' } : change;

/** Whether the versions are the same for those who study them. */
export const isNoChange = ({ about, added, changed, removed, documents }: PackDiff): boolean =>
	about.length + added.length + changed.length + removed.length + documents.length === 0;

/** What two versions of a note say differently, field by field, as far as a note alone can tell. */
export const noteChanges = (before: Note, after: Note): FieldChange[] =>
	differences(noteFields(before, null), noteFields(after, null));

type Fields = ReadonlyMap<string, string>;

function differences(before: Fields, after: Fields): FieldChange[] {
	return [...new Set([...before.keys(), ...after.keys()])]
		.map((field) => ({ field, before: before.get(field) ?? null, after: after.get(field) ?? null }))
		.filter((each) => each.before !== each.after);
}

function aboutFields(pack: Pack): Fields {
	const { title, description, authors, licence, language, topics, preset } = pack;
	const lines = topics.map((topic) => `${topic.title}: ${topic.description}`);
	return fieldsOf({ title, description, authors, licence, language, topics: lines, preset });
}

/** @param pack to look drawings and pictures up in; null to compare their names alone */
function noteFields({ id: _, sources, ...rest }: Note, pack: Pack | null): Fields {
	const quotes = sources.map(({ document, quote }) => `${titleOf(document, pack)}: “${quote}”`);
	const drawn = rest.kind === 'diagram' ? pack?.drawings[rest.drawing] : undefined;
	const pictures = (rest.media ?? []).map(
		({ file, alt }) => `${alt} (${pack?.media[file]?.sha256.slice(0, 8) ?? file})`
	);
	return fieldsOf({
		...rest,
		...(drawn === undefined ? {} : { drawing: canonicalJson(drawn) }),
		media: pictures,
		sources: quotes
	});
}

const titleOf = (document: string, pack: Pack | null): string =>
	pack?.documents.find(({ id }) => id === document)?.title ?? document;

function fieldsOf(values: Readonly<Record<string, unknown>>): Fields {
	return new Map(
		Object.entries(values).flatMap(([field, value]): [string, string][] => {
			const text = inWords(value);
			return text === '' ? [] : [[field, text]];
		})
	);
}

/** A value as lines of text. Nothing and an empty list are the same. */
function inWords(value: unknown): string {
	if (value === undefined || value === null) return '';
	if (Array.isArray(value)) return value.map(inWords).join('\n');
	if (typeof value !== 'object') return String(value);
	return Object.values(value).map(inWords).join(' – ');
}

function documentChanges(before: Pack, after: Pack): DocumentChange[] {
	const old = new Map(before.documents.map((document) => [document.id, document]));
	const now = new Set(after.documents.map(({ id }) => id));
	const changes = after.documents.flatMap((document): DocumentChange[] => {
		const { id, title } = document;
		const was = old.get(id);
		if (was === undefined) return [{ id, title, is: 'added' }];
		return canonicalJson(was) === canonicalJson(document) ? [] : [{ id, title, is: 'changed' }];
	});
	const removed = before.documents.filter(({ id }) => !now.has(id));
	return [...changes, ...removed.map(({ id, title }): DocumentChange => ({ id, title, is: 'removed' }))];
}
