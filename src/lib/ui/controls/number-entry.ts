export interface NumberRange {
	readonly min: number;
	readonly max: number;
	/** Whole numbers only. */
	readonly whole: boolean;
	/** What stands behind the figure: `days`, `%`. */
	readonly unit?: string;
}

export type NumberEntry =
	{ readonly value: number; readonly error: null } | { readonly value: null; readonly error: string };

/** Reads a figure as a person writes it (`0,9` too) and says in words what is wrong with it. */
export function readNumber(text: string, { min, max, whole, unit }: NumberRange): NumberEntry {
	const written = text.trim().replace(',', '.');
	const value = Number(written);
	const suffix = unit ? ` ${unit}` : '';
	if (written === '' || !Number.isFinite(value)) {
		return { value: null, error: `Write a number from ${min} to ${max}${suffix}.` };
	}
	if (value < min) return { value: null, error: `The least is ${min}${suffix}.` };
	if (value > max) return { value: null, error: `The most is ${max}${suffix}.` };
	if (whole && !Number.isInteger(value)) return { value: null, error: 'Write a whole number.' };
	return { value, error: null };
}
