import { deckFile } from './deck-shapes';
import { sourceNote } from './note-shapes';
import { packFile } from './parse-pack';
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
	},
	'pack.schema.json': {
		title: 'A pack of a Recite deck',
		description: 'What decks are built to, and what .recite files and addresses give out; canonical JSON (RFC 8785)',
		...asJson(packFile.schema)
	}
};

/** YAML lets figures and words such as `true` stand for text; JSON says which is which. */
function asJson(schema: JsonSchema): JsonSchema {
	const plain = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(plain);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, item]: [string, unknown]) => [
				key,
				key === 'type' && Array.isArray(item) ? 'string' : plain(item)
			])
		);
	};
	return { ...schema, ...Object.fromEntries(Object.entries(schema).map(([key, item]) => [key, plain(item)])) };
}

/** The text of a schema's file. */
export const schemaText = (schema: JsonSchema): string => `${JSON.stringify(schema, null, 2)}\n`;
