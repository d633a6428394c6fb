import { nearestWord } from './nearest';
import type { Report } from './problem';
import type { MapTree, Tree } from './tree';

/**
 * Shapes say once what a value must look like; from the same shape come the reading, the messages and the JSON Schema.
 * `read` gives undefined for a value that it has reported.
 */
export interface Shape<T> {
	read(tree: Tree, report: Report): T | undefined;
	readonly schema: JsonSchema;
}

export type JsonSchema = { readonly [keyword: string]: unknown };

/** The type that a shape reads. */
export type Read<S> = S extends Shape<infer T> ? T : never;

interface TextRules {
	readonly pattern?: RegExp;
	/** Completes "This must be …" when the pattern does not fit. */
	readonly like?: string;
	readonly about?: string;
}

const FIGURES = /^\d/;

/** Text that is not empty. Unquoted figures and words such as `true` count as text where the format allows it (YAML). */
export function text({ pattern, like = 'text', about }: TextRules = {}): Shape<string> {
	return {
		read(tree, report) {
			const value = tree.kind === 'scalar' ? tree.written : null;
			if (value === null) {
				const colon = tree.kind === 'map' ? ' A colon followed by a space begins a map: put the text in quotes.' : '';
				report.error(tree.place, 'schema', `Text is wanted here, not ${named(tree)}.${colon}`);
				return undefined;
			}
			const trimmed = value.trim();
			if (trimmed === '') {
				report.error(tree.place, 'schema', 'This text is empty. Write it, or remove the key.');
				return undefined;
			}
			if (pattern !== undefined && !pattern.test(trimmed)) {
				report.error(tree.place, 'schema', `“${trimmed}” does not fit. This must be ${like}.`);
				return undefined;
			}
			return trimmed;
		},
		schema: {
			type: pattern !== undefined && !FIGURES.test(like) ? 'string' : ['string', 'number', 'boolean'],
			...(pattern === undefined ? {} : { pattern: pattern.source }),
			...(about === undefined ? {} : { description: about })
		}
	};
}

/** One of a closed set of words. */
export function word<const W extends string>(words: readonly W[], about?: string): Shape<W> {
	return {
		read(tree, report) {
			const value = tree.kind === 'scalar' ? tree.written : null;
			const found = words.find((candidate) => candidate === value);
			if (found === undefined) {
				const meant = value === null ? null : nearestWord(value, words);
				const hint = meant === null ? `Use one of: ${words.join(', ')}.` : `Did you mean “${meant}”?`;
				report.error(
					tree.place,
					'schema',
					`${value === null ? `${capital(named(tree))}` : `“${value}”`} is not known here. ${hint}`
				);
			}
			return found;
		},
		schema: { enum: words, ...(about === undefined ? {} : { description: about }) }
	};
}

export function number(min: number, max: number, whole = true): Shape<number> {
	return {
		read(tree, report) {
			const value = tree.kind === 'scalar' ? tree.value : null;
			if (typeof value !== 'number' || value < min || value > max || (whole && !Number.isInteger(value))) {
				report.error(
					tree.place,
					'schema',
					`A ${whole ? 'whole number' : 'number'} from ${min} to ${max} is wanted here.`
				);
				return undefined;
			}
			return value;
		},
		schema: { type: whole ? 'integer' : 'number', minimum: min, maximum: max }
	};
}

export const truth: Shape<boolean> = {
	read(tree, report) {
		if (tree.kind === 'scalar' && typeof tree.value === 'boolean') return tree.value;
		report.error(tree.place, 'schema', 'true or false is wanted here.');
		return undefined;
	},
	schema: { type: 'boolean' }
};

/** A list. Items that cannot be read are reported and left out, so that the others are still checked. */
export function list<T>(item: Shape<T>, min = 0, max = Infinity, unit = 'item'): Shape<T[]> {
	return {
		read(tree, report) {
			if (tree.kind !== 'list') {
				report.error(tree.place, 'schema', `A list is wanted here, not ${named(tree)}. Begin each ${unit} with “- ”.`);
				return undefined;
			}
			const count = tree.items.length;
			if (count < min || count > max) {
				const range = max === Infinity ? `at least ${min}` : min === max ? `${min}` : `${min} to ${max}`;
				report.error(tree.place, 'schema', `There are ${count} ${unit}s here; the format wants ${range}.`);
				return undefined;
			}
			const read = tree.items.map((each) => item.read(each, report));
			return read.filter((each) => each !== undefined);
		},
		schema: {
			type: 'array',
			items: item.schema,
			...(min > 0 ? { minItems: min } : {}),
			...(max < Infinity ? { maxItems: max } : {})
		}
	};
}

/** A map from names of the author's choice to values of one shape. */
export function record<T>(value: Shape<T>, key?: RegExp, keyLike = 'a name'): Shape<Record<string, T>> {
	return {
		read(tree, report) {
			if (tree.kind !== 'map') {
				report.error(tree.place, 'schema', `A map of names to values is wanted here, not ${named(tree)}.`);
				return undefined;
			}
			const result: [string, T][] = [];
			for (const entry of tree.entries) {
				if (key !== undefined && !key.test(entry.key)) {
					report.error(entry.keyPlace, 'schema', `“${entry.key}” does not fit. The name must be ${keyLike}.`);
				}
				const read = value.read(entry.value, report);
				if (read !== undefined) result.push([entry.key, read]);
			}
			return Object.fromEntries(result);
		},
		schema: {
			type: 'object',
			additionalProperties: value.schema,
			...(key ? { propertyNames: { pattern: key.source } } : {})
		}
	};
}

type Shapes = Record<string, Shape<unknown>>;
export type Fields<R extends Shapes, O extends Shapes> = { [K in keyof R]: Read<R[K]> } & {
	[K in keyof O]?: Read<O[K]>;
};

/** A map with these required and optional keys and no others. */
export function object<R extends Shapes, O extends Shapes>(required: R, optional: O): ObjectShape<Fields<R, O>> {
	const fields = { ...required, ...optional };
	const names = Object.keys(fields);
	return {
		fields,
		required: Object.keys(required),
		read(tree, report) {
			if (tree.kind !== 'map') {
				report.error(
					tree.place,
					'schema',
					`A map with the keys ${names.join(', ')} is wanted here, not ${named(tree)}.`
				);
				return undefined;
			}
			reportUnknown(tree, names, report);
			const result: Record<string, unknown> = {};
			let whole = true;
			for (const [name, shape] of Object.entries(required)) {
				const entry = tree.entries.find((each) => each.key === name);
				if (entry === undefined) report.error(tree.place, 'schema', `“${name}” is missing. Add the line “${name}: …”.`);
				const value = entry === undefined ? undefined : shape.read(entry.value, report);
				if (value === undefined) whole = false;
				else result[name] = value;
			}
			for (const [name, shape] of Object.entries(optional)) {
				const entry = tree.entries.find((each) => each.key === name);
				const value = entry === undefined ? undefined : shape.read(entry.value, report);
				if (value !== undefined) result[name] = value;
			}
			// The loops above put under each name what the shape of that name has read, so the type holds.
			return whole ? (result as Fields<R, O>) : undefined;
		},
		schema: {
			type: 'object',
			properties: Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, shape.schema])),
			required: Object.keys(required),
			additionalProperties: false
		}
	};
}

export interface ObjectShape<T> extends Shape<T> {
	/** Every key it knows, the required ones first. */
	readonly fields: Readonly<Record<string, Shape<unknown>>>;
	readonly required: readonly string[];
}

function reportUnknown(tree: MapTree, names: readonly string[], report: Report): void {
	for (const { key, keyPlace } of tree.entries) {
		if (names.includes(key)) continue;
		const free = names.filter((name) => !tree.entries.some((entry) => entry.key === name));
		const meant = nearestWord(key, free);
		const hint = meant === null ? `The keys here are: ${names.join(', ')}.` : `Did you mean “${meant}”?`;
		report.error(keyPlace, 'schema', `The key “${key}” is not known here. ${hint}`);
	}
}

/** What a tree is, in words. */
export function named(tree: Tree): string {
	if (tree.kind === 'map') return 'a map';
	if (tree.kind === 'list') return 'a list';
	if (tree.value === null) return 'nothing';
	return `“${String(tree.value)}”`;
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
