import { sha256Hex } from '../deck-format/pack-id';
import type { Edition, EditionId } from './project';

/** An edition with the id that follows from what it holds. */
export async function editionOfText(fields: Omit<Edition, 'id'>): Promise<Edition> {
	const { document, file, canonical } = fields;
	const bytes = new TextEncoder().encode(`${document}\n${file.sha256}\n${canonical.text}`);
	return { ...fields, id: (await sha256Hex(bytes)) as EditionId };
}
