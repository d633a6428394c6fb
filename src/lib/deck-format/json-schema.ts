import { deckFile } from './deck-shapes';
import { sourceNote } from './note-shapes';
import type { JsonSchema } from './shape';

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** The published schemas by file name, made from the same shapes that read the files. */
export const SCHEMAS: Readonly<Record<string, JsonSchema>> = {
	'deck.schema.json': {
		$schema: DRAFT,
		title: 'A Recite deck',
		description: 'deck.yaml: what the deck is, its topics',
		...deckFile.schema
	},
	'notes.schema.json': {
		$schema: DRAFT,
		title: 'The notes of a topic of a Recite deck',
		description: '<topic>.yaml: a list of notes, in the order in which new cards come',
		type: 'array',
		items: sourceNote.schema
	}
};

/** The text of a schema's file. */
export const schemaText = (schema: JsonSchema): string => `${JSON.stringify(schema, null, 2)}\n`;
