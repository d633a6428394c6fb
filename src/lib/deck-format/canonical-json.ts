/**
 * JSON with one spelling for one value, after RFC 8785: keys in the order of their UTF-16 units, no spaces, numbers and
 * strings as ECMAScript writes them. Keys whose value is undefined are left out.
 * @throws TypeError for what JSON cannot hold (NaN, functions, …)
 */
export function canonicalJson(value: unknown): string {
	if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
	if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (typeof value === 'object') {
		const entries = Object.entries(value)
			.filter(([, item]) => item !== undefined)
			.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
		return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
	}
	throw new TypeError(`JSON cannot hold ${String(value)}`);
}
