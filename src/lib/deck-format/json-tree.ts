import { startOf } from './problem';
import type { Tree } from './tree';

/** A parsed JSON value as a tree. JSON that a program wrote has no lines worth naming, so the path stands for the file. */
export function jsonTree(value: unknown, path = 'pack'): Tree {
	const place = startOf(path);
	if (Array.isArray(value)) {
		return { kind: 'list', place, items: value.map((item: unknown, i) => jsonTree(item, `${path}[${i}]`)) };
	}
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value).map(([key, item]: [string, unknown]) => {
			const at = `${path}.${key}`;
			return { key, keyPlace: startOf(at), value: jsonTree(item, at) };
		});
		return { kind: 'map', place, entries };
	}
	if (typeof value === 'string') return { kind: 'scalar', place, value, written: value };
	const scalar = typeof value === 'number' || typeof value === 'boolean' ? value : null;
	return { kind: 'scalar', place, value: scalar, written: null };
}
