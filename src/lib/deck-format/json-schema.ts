import { deckFile } from './deck-shapes';
import { sourceNote } from './note-shapes';
import type { JsonSchema } from './shape';

/**
 * The published schemas by file name, made from the same shapes that read the files. Draft 7, which is what YAML editors
 * take a schema for; not said by `$schema`, because the site names no other host.
 */
export const SCHEMAS: Readonly<Record<string, JsonSchema>> = {
	'deck.schema.json': {
		title: 'A Recite deck',
		description: 'deck.yaml: what the deck is, its topics',
		...deckFile.schema
	},
	'notes.schema.json': {
		title: 'The notes of a topic of a Recite deck',
		description: '<topic>.yaml: a list of notes, in the order in which new cards come',
		type: 'array',
		items: sourceNote.schema
	}
};

/** The text of a schema's file. */
export const schemaText = (schema: JsonSchema): string => `${JSON.stringify(schema, null, 2)}\n`;
