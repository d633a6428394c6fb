import { sentences, type Span } from '../domain/text/sentences';
import type { Note } from '../domain/note';
import type { DocumentBlock, Evidence, Pack, SourceDocument, Statement } from '../domain/pack';
import { writeDeck, type DeckFolder } from '../deck-format/write-deck';
import type { Generated } from './generate';
import type { Profile } from './profile';

const EVIDENCE: Readonly<Record<Profile, Evidence>> = {
	prose: 'web-page',
	abstract: 'abstract',
	label: 'label',
	textbook: 'textbook'
};
const TOPIC = 'draft';

/**
 * The candidates as the files of a deck folder (path to content), for an author to go through. The document's text is its
 * kept blocks; the sentences that were passed over are left out with their reasons.
 * @param sha256 of the original file, in hexadecimal
 */
export function draftDeck(generated: Generated, sha256: string): DeckFolder {
	const { document: id, acronyms, candidates } = generated;
	const title = generated.title.replace(/\s+/g, ' ').trim();
	const kept = keptText(generated);
	const pack: Pack = {
		format: 1,
		deck: id,
		title,
		description: `Proposed from “${title}”. To be gone through before it is used.`,
		authors: ['Draft'],
		licence: 'Unknown',
		language: 'en',
		version: '0.1.0',
		topics: [{ id: TOPIC, title, description: 'Candidates in the order of the text', colour: 'slate' }],
		...(Object.keys(acronyms).length === 0 ? {} : { acronyms }),
		documents: [sourceDocument(generated, title, kept, sha256)],
		notes: candidates.flatMap(({ note }) => movedNote(note, kept)),
		drawings: {},
		media: {}
	};
	return writeDeck(pack, new Map());
}

interface KeptText {
	readonly text: string;
	readonly blocks: readonly DocumentBlock[];
	/** Where a span of the document stands in what is kept; null if it does not. */
	readonly move: (span: Span) => Span | null;
}

function keptText({ text: whole, blocks: all }: Generated): KeptText {
	const parts: { readonly from: Span; readonly start: number }[] = [];
	const blocks: DocumentBlock[] = [];
	let text = '';
	for (const [i, block] of all.entries()) {
		if (block.drop !== null || whole.slice(block.start, block.end).trim() === '') continue;
		if (text !== '') text += '\n\n';
		const start = text.length;
		text += whole.slice(block.start, block.end);
		parts.push({ from: { start: block.start, end: block.end }, start });
		const span = { start, end: text.length };
		blocks.push(
			block.kind === 'heading'
				? { kind: 'heading', ...span }
				: { kind: 'paragraph', ...span, locator: `Block ${i + 1}` }
		);
	}
	const move = ({ start, end }: Span): Span | null => {
		const part = parts.find(({ from }) => from.start <= start && end <= from.end);
		if (part === undefined) return null;
		const by = part.start - part.from.start;
		return { start: start + by, end: end + by };
	};
	return { text, blocks, move };
}

function sourceDocument(
	{ document: id, profile, statements }: Generated,
	title: string,
	{ text, blocks, move }: KeptText,
	sha256: string
): SourceDocument {
	const reasons = statements.flatMap((statement) => {
		const moved = statement.passedOver === null ? null : move(statement);
		return moved === null ? [] : [{ ...moved, leftOut: statement.passedOver ?? '' }];
	});
	return {
		id,
		title,
		publisher: 'Unknown',
		published: 'undated',
		evidence: [EVIDENCE[profile]],
		limits: 'A draft made by rules from the text as it stands; not yet read by anyone.',
		sha256,
		text,
		blocks,
		statements: blocks
			.filter(({ kind }) => kind === 'paragraph')
			.flatMap(({ start, end }) => sentences(text, start, end))
			.map((span): Statement => {
				const reason = reasons.find((each) => each.start >= span.start && each.end <= span.end);
				return reason === undefined ? span : { ...span, leftOut: reason.leftOut };
			})
	};
}

/** The note with its quotes where they stand in the kept text; nothing if one was dropped. */
function movedNote(note: Note, { move }: KeptText): Note[] {
	const sources = note.sources.flatMap((source) => {
		const moved = move(source);
		return moved === null ? [] : [{ ...source, ...moved }];
	});
	return sources.length === note.sources.length ? [{ ...note, sources }] : [];
}
