import { AppError } from '../domain/app-error';
import type { Evidence } from '../domain/pack';
import type { Edition, ProjectDocument } from './project';

/** What is said of a document's publisher and date until the author writes it. */
export const UNKNOWN = { publisher: 'Unknown', published: 'undated' } as const;

/** The record of a document just read. What nobody knows yet says so, until the author writes it. */
export function newDocument(edition: Edition, title: string, evidence: readonly Evidence[]): ProjectDocument {
	return {
		id: edition.document,
		title,
		...UNKNOWN,
		evidence,
		limits: 'Nothing has been said yet of how far this document can be trusted.',
		edition: edition.id,
		options: {},
		leftOut: {}
	};
}

/**
 * Whether the same text is in the deck already.
 * @throws AppError `document-known`, naming the document
 */
export function expectNew(edition: Edition, others: Iterable<readonly [Edition, ProjectDocument]>): void {
	for (const [other, { title }] of others) {
		if (other.canonical.text !== edition.canonical.text) continue;
		throw new AppError('document-known', `This text is in the deck already, as “${title}”. Nothing has been added.`);
	}
}
