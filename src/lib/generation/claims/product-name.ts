const FORM =
	/(?:tablets?|capsules?|injection|solution|suspension|cream|gel|ointment|spray|patch|powder|granules|syrup|lozenges?|film|drops|inhal\w+|implant)/i;

export interface Product {
	readonly name: string;
	/** What it contains, if the label says so: its name is as good as the product's. */
	readonly ingredient: string | null;
}

/** A label's product with its ingredient: from its first lines, from “X is indicated for”, or by its capitals. */
export function productOf(text: string): Product | null {
	const head = text.slice(0, 600);
	const header = new RegExp(
		`(?:^|\\n)\\s*(?:\\w+ )?(\\p{Lu}[\\p{L}-]{3,})[®™]? \\(([\\p{L}][\\p{L} -]{3,60})\\)[ ,]{1,2}(?:[\\p{L}-]+ ){0,4}?${FORM.source}`,
		'iu'
	).exec(head);
	const named = header?.[1] ?? indicated(text) ?? inCapitals(text);
	if (named === undefined || named === null) return null;
	const written = writtenAs(named, text);
	const ingredient = header?.[2] ?? contents(written, text);
	return { name: written, ingredient: ingredient === null ? null : (ingredient.split(' ')[0] ?? null) };
}

/** The name as it stands most often. */
function writtenAs(name: string, text: string): string {
	const counts = new Map<string, number>();
	for (const [found] of text.matchAll(new RegExp(`\\b${name}\\b`, 'gi')))
		counts.set(found, (counts.get(found) ?? 0) + 1);
	return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? name;
}

function indicated(text: string): string | null {
	const counts = new Map<string, number>();
	for (const [, name] of text.matchAll(
		/(?<![\p{L}])(\p{Lu}[\p{L}-]{3,})[®™]? (?:is|are) (?:not |contra)?indicated (?:for|in|as|to)\b/gu
	))
		if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

/** The word in capitals that comes most often. */
function inCapitals(text: string): string | null {
	const counts = new Map<string, number>();
	for (const [word] of text.matchAll(/\b\p{Lu}{5,}\b/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
	const [best] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
	return best !== undefined && best[1] >= 5 ? best[0] : null;
}

/** “VIAGRA (sildenafil citrate)”; else what is metabolised, cleared and measured in plasma. */
function contents(name: string, text: string): string | null {
	const bracket = new RegExp(`\\b${name}[®™]? \\((\\p{Ll}[\\p{Ll}-]{4,})(?: [\\p{Ll} ]+)?\\)`, 'u').exec(text)?.[1];
	if (bracket !== undefined) return bracket;
	const counts = new Map<string, number>();
	for (const [, word] of text.matchAll(
		/\b(?:concentrations?|levels?|clearance|metabolism|half-life|bioavailability|doses?|pharmacokinetics|overdose|exposure) (?:of|to) (\p{Ll}[\p{Ll}-]{5,})\b/gu
	))
		if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
	const [best] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
	return best !== undefined && best[1] >= 3 ? best[0] : null;
}
