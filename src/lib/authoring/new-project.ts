import type { Block } from '../generation/canonical';
import { declaredIn } from '../deck-format/declared';
import type { Pack, SourceDocument } from '../domain/pack';
import { UNPUBLISHED } from './changes/deck';
import { editionOfText } from './editions';
import { slug } from './note-draft';
import type { Edition, ProjectDocument, ProjectNote, ProjectState } from './project';

/** A project with a deck that says no more than its title, and nothing in it. It can be published as it is once it has notes. */
export function emptyProject(title: string): ProjectState {
	const words = title.replace(/\s+/g, ' ').trim() || 'New deck';
	return {
		deck: {
			deck: slug(words, 40) || 'deck',
			title: words,
			description: `Cards on ${words}.`,
			authors: ['Unnamed'],
			licence: 'All rights reserved',
			language: 'en',
			version: UNPUBLISHED,
			topics: [{ id: 'cards', title: words, description: words, colour: 'slate' }],
			acronyms: {},
			terms: [],
			releases: []
		},
		documents: new Map(),
		notes: new Map(),
		decisions: new Map(),
		drawings: new Map(),
		pictures: new Map()
	};
}

/**
 * A project that goes on from a pack, every note under its own id, with what its authors declared. The files its documents
 * were read from are not in a pack, and lost to it.
 */
export async function projectFromPack(pack: Pack): Promise<{ state: ProjectState; editions: Edition[] }> {
	const { deck, title, description, authors, licence, language, version, topics, preset } = pack;
	const about = { deck, title, description, authors, licence, language, version, topics };
	const editions = await Promise.all(pack.documents.map(editionOf));
	const documents = pack.documents.map((document, i) => documentOf(document, editions[i]));
	const { acronyms, terms, waived } = declaredIn(pack);
	const notes = pack.notes.map((note, position): ProjectNote => {
		return { note, position, candidate: null, waived: waived.get(note.id) ?? {} };
	});
	return {
		state: {
			deck: { ...about, acronyms, terms, ...(preset === undefined ? {} : { preset }), releases: [] },
			documents: new Map(documents.map((document) => [document.id, document])),
			notes: new Map(notes.map((each) => [each.note.id, each])),
			decisions: new Map(),
			drawings: new Map(Object.entries(pack.drawings)),
			pictures: new Map(Object.entries(pack.media))
		},
		editions
	};
}

function editionOf({ id, text, blocks, sha256 }: SourceDocument): Promise<Edition> {
	return editionOfText({
		document: id,
		file: { name: '', type: '', bytes: 0, sha256, stored: false },
		canonical: { text, blocks: blocks.map(({ kind, start, end }): Block => ({ kind, ordered: false, start, end })) },
		drops: blocks.map(() => null),
		places: blocks.map(({ locator, evidence }) => ({
			...(locator === undefined ? {} : { locator }),
			...(evidence === undefined ? {} : { evidence })
		}))
	});
}

function documentOf(document: SourceDocument, edition: Edition | undefined): ProjectDocument {
	const { id, title, publisher, published, evidence, limits, url, text, statements } = document;
	if (edition === undefined) throw new RangeError(`No edition of ${id}.`);
	const leftOut = statements.flatMap(({ start, end, leftOut: reason }) =>
		reason === undefined ? [] : [[text.slice(start, end), reason] as const]
	);
	return {
		id,
		title,
		publisher,
		published,
		evidence,
		limits,
		...(url === undefined ? {} : { url }),
		edition: edition.id,
		options: {},
		leftOut: Object.fromEntries(leftOut)
	};
}
