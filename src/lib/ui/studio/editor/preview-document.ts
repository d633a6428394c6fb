import type { Edition, ProjectDocument } from '../../../authoring/project';
import type { SourceDocument, Statement } from '../../../domain/pack';
import { sentences } from '../../../domain/text/sentences';

/** Made once for each text: a long one has thousands of sentences. */
const statementsOf = new WeakMap<Edition, readonly Statement[]>();

/**
 * A document of the working copy as the footnotes of its cards show it. Unlike in a pack, offsets refer to the whole
 * text of the edition, blocks left out included, because so do the notes' sources.
 */
export function previewDocument(document: ProjectDocument, edition: Edition): SourceDocument {
	const { text, blocks } = edition.canonical;
	const statements =
		statementsOf.get(edition) ??
		blocks.flatMap((block): readonly Statement[] =>
			block.kind === 'heading' ? [] : sentences(text, block.start, block.end)
		);
	statementsOf.set(edition, statements);
	const { id, title, publisher, published, evidence, limits, url } = document;
	return {
		id,
		title,
		publisher,
		published,
		evidence,
		limits,
		...(url === undefined ? {} : { url }),
		sha256: edition.file.sha256,
		text,
		blocks: blocks.map(({ kind, start, end, page }, i) => {
			const place = edition.places?.[i];
			const locator = place?.locator ?? (page === undefined ? undefined : `page ${page}`);
			return {
				kind: kind === 'heading' ? 'heading' : 'paragraph',
				start,
				end,
				...(locator === undefined ? {} : { locator }),
				...(place?.evidence === undefined ? {} : { evidence: place.evidence })
			};
		}),
		statements
	};
}
