/** Whether a value of unknown origin is of a certain form. */
export type Check = (value: unknown) => boolean;

export const text: Check = (value) => typeof value === 'string';
export const truth: Check = (value) => typeof value === 'boolean';

export const isNumber: Check = (value) => Number.isFinite(value);

export const pattern =
	(form: RegExp): Check =>
	(value) =>
		typeof value === 'string' && form.test(value);

export const word =
	(words: readonly unknown[]): Check =>
	(value) =>
		words.includes(value);

/** A finite number within bounds, both included. */
export const number =
	(least: number, most: number): Check =>
	(value) =>
		typeof value === 'number' && value >= least && value <= most;

/** A whole number within bounds, both included. */
export const whole =
	(least: number, most: number): Check =>
	(value) =>
		Number.isInteger(value) && number(least, most)(value);

export const listOf =
	(item: Check, least = 0, most = Infinity): Check =>
	(value) =>
		Array.isArray(value) && value.length >= least && value.length <= most && value.every(item);

export const orNull =
	(check: Check): Check =>
	(value) =>
		value === null || check(value);

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with these fields. Others may stand beside them, because a newer version may have added some. */
export const shape =
	(required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
	(value) =>
		isRecord(value) &&
		Object.entries(required).every(([name, check]) => check(value[name])) &&
		Object.entries(optional).every(([name, check]) => value[name] === undefined || check(value[name]));

/** Far deeper than anything that is kept, and far from what a stack holds. */
const DEEPEST = 64;

/**
 * Whether JSON gives the value back as it is. So nothing undefined (JSON leaves it out) and no NaN (JSON makes it null).
 */
export function isJson(value: unknown, depth = 0): boolean {
	if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
	if (typeof value === 'number') return Number.isFinite(value);
	if (depth > DEEPEST) return false;
	if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
	// A key of this name would become the prototype of whatever the value is copied to.
	return (
		isRecord(value) && Object.entries(value).every(([key, item]) => key !== '__proto__' && isJson(item, depth + 1))
	);
}
