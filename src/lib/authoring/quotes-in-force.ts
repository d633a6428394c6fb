import { AppError } from '../domain/app-error';
import { canonicalJson } from '../deck-format/canonical-json';
import type { Source } from '../domain/note';
import type { NoteDraft } from './note-draft';
import type { Change, Edition, EditionId, ProjectState } from './project';

/**
 * A draft that was begun on an older text, with its quotes where they stand in the text in force. One that stands there
 * nowhere, or more than once, stays as it is: a change that brings it is refused, and what was typed stays in the form.
 * @param editions by document; of one that is not there nothing is said
 */
export function onTextsInForce(draft: NoteDraft, editions: ReadonlyMap<string, Edition>): NoteDraft {
	const sources = draft.sources.map((source) => {
		const text = editions.get(source.document)?.canonical.text;
		return text === undefined ? source : standing(source, text);
	});
	return canonicalJson(sources) === canonicalJson(draft.sources) ? draft : { ...draft, sources };
}

function standing(source: Source, text: string): Source {
	const { quote } = source;
	const start = quote === '' || stands(source, text) ? -1 : text.indexOf(quote);
	const isOnce = start !== -1 && !text.includes(quote, start + 1);
	return isOnce ? { ...source, start, end: start + quote.length } : source;
}

const stands = ({ quote, start, end }: Source, text: string): boolean => text.slice(start, end) === quote;

/**
 * Holds the quotes that a change brings to the texts that will be in force. Those that a note had before are let be.
 * @param editions of any document; those that are not in force after the change are passed over
 * @throws AppError `quote-moved`
 */
export function expectQuotesStand({ patches }: Change, state: ProjectState, editions: readonly Edition[]): void {
	const inForce = new Map<string, EditionId>([...state.documents].map(([id, { edition }]) => [id, edition]));
	for (const patch of patches) {
		if (patch.of === 'document' && patch.after !== null) inForce.set(patch.id, patch.after.edition);
	}
	const texts = new Map(
		editions.flatMap(({ id, document, canonical }) =>
			inForce.get(document) === id ? [[document, canonical.text] as const] : []
		)
	);
	for (const patch of patches) {
		if (patch.of !== 'note' || patch.after === null) continue;
		const had = new Set(patch.before?.note.sources.map((source) => canonicalJson(source)));
		const isSound = patch.after.note.sources.every((source) => {
			const text = texts.get(source.document);
			return text === undefined || had.has(canonicalJson(source)) || stands(source, text);
		});
		if (isSound) continue;
		throw new AppError(
			'quote-moved',
			'The document has another text now, and the quote of this note does not stand there any more. Choose its sentence again.'
		);
	}
}
