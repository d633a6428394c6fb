import { declaredFields, type Declared } from '../deck-format/declared';
import { picturesIn } from '../deck-format/drawing-rules';
import type { Note, Source } from '../domain/note';
import type { Pack, SourceDocument } from '../domain/pack';
import { inOrder } from './changes/order';
import { keptText, type KeptText } from './kept-text';
import { withTexts } from './note-texts';
import type { ProjectProblem } from './problems';
import type { Edition, ProjectDocument, ProjectState } from './project';

export interface BuiltPack {
	readonly pack: Pack;
	/** What of the working copy could not be taken along; the pack lacks it. */
	readonly faults: readonly ProjectProblem[];
	/** The text of each document of the pack, by id. */
	readonly texts: ReadonlyMap<string, KeptText>;
}

/**
 * The working copy as a pack. Its documents hold the kept blocks alone, so every quote is moved to where its words stand
 * in what is left, and is left out with a fault if they do not. Whether the pack is sound is for `problemsOf` to say.
 * @param editions by document, those in force
 */
export function buildPack(
	state: ProjectState,
	editions: ReadonlyMap<string, Edition>,
	version: string = state.deck.version
): BuiltPack {
	const faults: ProjectProblem[] = [];
	const texts = new Map<string, KeptText>();
	const documents: SourceDocument[] = [];
	for (const document of [...state.documents.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
		const edition = editions.get(document.id);
		const kept = edition === undefined ? null : keptText(edition, document.options);
		if (edition === undefined || kept === null || kept.sentences.length === 0) {
			faults.push(documentFault(document, edition === undefined));
			continue;
		}
		texts.set(document.id, kept);
		documents.push(sourceDocument(document, edition, kept));
	}
	const notes = inOrder(state.notes.values()).map(({ note }) => noteOf(note, texts, faults));
	const { deck, title, description, authors, licence, language, topics, preset } = state.deck;
	const drawings = among(
		state.drawings,
		notes.flatMap((note) => (note.kind === 'diagram' ? [note.drawing] : []))
	);
	const pictures = [
		...notes.flatMap(({ media = [] }) => media.map(({ file }) => file)),
		...Object.values(drawings).flatMap(picturesIn)
	];
	const pack: Pack = {
		format: 1,
		deck,
		title: title.trim(),
		description: description.trim(),
		authors: trimmed(authors),
		licence: licence.trim(),
		language: language.trim(),
		version,
		topics: topics.map((topic) => ({ ...topic, title: topic.title.trim(), description: topic.description.trim() })),
		...(preset === undefined ? {} : { preset }),
		...declaredFields(declaredOf(state)),
		documents,
		notes,
		drawings,
		media: among(state.pictures, pictures)
	};
	return { pack, faults, texts };
}

/** What the author declared, without what was begun and left empty. One group of terms alone is confused with nothing. */
function declaredOf({ deck, notes }: ProjectState): Declared {
	const terms = deck.terms.map(trimmed).filter((group) => group.length > 0);
	return {
		acronyms: spelled(deck.acronyms),
		terms: terms.length < 2 ? [] : terms,
		waived: new Map([...notes].map(([id, { waived }]) => [id, spelled(waived)]))
	};
}

const spelled = (words: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(words)
			.map(([name, text]) => [name, text.trim()] as const)
			.filter(([, text]) => text !== '')
	);

function documentFault({ id, title }: ProjectDocument, isMissing: boolean): ProjectProblem {
	const message = isMissing
		? `The text of “${title}” is not on this device. Import the document again.`
		: `Nothing of “${title}” is left: every paragraph is struck out. Restore one, or remove the document.`;
	return {
		rule: 'document',
		severity: 'error',
		message,
		waivable: false,
		words: null,
		note: null,
		field: null,
		other: null,
		document: id,
		offset: null
	};
}

function sourceDocument(document: ProjectDocument, edition: Edition, kept: KeptText): SourceDocument {
	const { id, title, publisher, published, evidence, limits, url, leftOut } = document;
	const { text, blocks } = kept;
	return {
		id,
		title: title.trim(),
		publisher: publisher.trim(),
		published: published.trim(),
		evidence,
		limits: limits.trim(),
		...(url === undefined ? {} : { url: url.trim() }),
		sha256: edition.file.sha256,
		text,
		blocks,
		statements: kept.sentences.map(({ start, end }) => {
			const words = text.slice(start, end);
			const reason = Object.hasOwn(leftOut, words) ? leftOut[words] : undefined;
			return { start, end, ...(reason === undefined ? {} : { leftOut: reason.trim() }) };
		})
	};
}

function noteOf(note: Note, texts: ReadonlyMap<string, KeptText>, faults: ProjectProblem[]): Note {
	const sources = note.sources.flatMap((source, i): Source[] => {
		const kept = texts.get(source.document);
		const moved = kept?.move(source) ?? null;
		if (kept !== undefined && moved !== null && kept.text.slice(moved.start, moved.end) === source.quote) {
			return [{ ...source, ...moved }];
		}
		faults.push(sourceFault(note, source, i, kept !== undefined));
		return [];
	});
	const { hint, explain, contrast, asOf, media, ...rest } = withTexts({ ...note, sources }, (text) => text.trim());
	const some = Object.entries({ hint, explain, contrast, asOf }).filter(
		([, text]) => text !== undefined && text !== ''
	);
	const pictures = media === undefined || media.length === 0 ? {} : { media };
	// Fields that may be left out are put back as they were, so the shape is still that of the note.
	return { ...rest, tags: trimmed(note.tags), ...Object.fromEntries(some), ...pictures } as Note;
}

function sourceFault(note: Note, { document, quote, start }: Source, i: number, isThere: boolean): ProjectProblem {
	const short = quote.length > 80 ? `${quote.slice(0, 77)}…` : quote;
	const message = isThere
		? `The sentence this rests on is struck out: “${short}”. Restore it in the document, or choose another source.`
		: `The document that this quotes is not in the deck any more: “${short}”. Choose another source, or delete the note.`;
	return {
		rule: 'quote',
		severity: 'error',
		message,
		waivable: false,
		words: null,
		note: note.id,
		field: `sources/${i}`,
		other: null,
		document: isThere ? document : null,
		offset: isThere ? start : null
	};
}

const trimmed = (texts: readonly string[]): string[] => texts.map((text) => text.trim()).filter((text) => text !== '');

/** The entries of these names, of those that there are. */
function among<T>(all: ReadonlyMap<string, T>, names: readonly string[]): Record<string, T> {
	return Object.fromEntries(
		[...new Set(names)].flatMap((name) => {
			const value = all.get(name);
			return value === undefined ? [] : [[name, value] as const];
		})
	);
}
