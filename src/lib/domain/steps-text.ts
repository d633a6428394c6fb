const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const LONGEST = 30 * UNITS.d;

/** Steps as people write them: `1m 10m`, `1h`, `1d`. */
export function stepsText(steps: readonly number[]): string {
	return steps.map(stepText).join(' ');
}

function stepText(ms: number): string {
	if (ms % UNITS.d === 0) return `${ms / UNITS.d}d`;
	if (ms % UNITS.h === 0) return `${ms / UNITS.h}h`;
	if (ms % UNITS.m === 0) return `${ms / UNITS.m}m`;
	return `${ms / UNITS.s}s`;
}

/** Reads what `stepsText` writes; a number alone is minutes. In ms; `problem` says what to write instead. */
export function readSteps(text: string): { value: number[] | null; problem: string | null } {
	const value: number[] = [];
	for (const word of text.split(/[\s,]+/).filter((part) => part !== '')) {
		const [, digits, unit = 'm'] = /^(\d+(?:\.\d+)?)([smhd])?$/.exec(word) ?? [];
		const ms = digits === undefined ? NaN : Math.round(Number(digits) * UNITS[unit as keyof typeof UNITS]);
		if (Number.isNaN(ms)) {
			return { value: null, problem: `“${word}” is not a wait. Write a number with s, m, h or d, such as 10m or 1d.` };
		}
		if (ms < 1000 || ms > LONGEST) return { value: null, problem: `“${word}” is out of range: 1s to 30d.` };
		value.push(ms);
	}
	if (value.length > 10) return { value: null, problem: 'Ten steps at the most.' };
	return { value, problem: null };
}
