/** Sorted copy's value at a share of the way through, by the nearest-rank method. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** "412 ms (398 to 455, 7 runs)". */
export function runsText(values: readonly number[]): string {
	const [least, most] = [Math.min(...values), Math.max(...values)];
	return `${ms(median(values))} (${ms(least)} to ${ms(most)}, ${values.length} runs)`;
}

/** "p50 6.1 ms, p95 9.8 ms, n = 100". */
export function spreadText(values: readonly number[]): string {
	return `p50 ${ms(median(values))}, p95 ${ms(quantile(values, 0.95))}, n = ${values.length}`;
}

export const ms = (value: number): string => (value >= 100 ? `${Math.round(value)} ms` : `${value.toFixed(1)} ms`);

export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** What is printed at the end: one figure, and the aim it is held against where there is one. */
export interface Row {
	readonly what: string;
	readonly value: string;
	readonly aim?: { readonly text: string; readonly met: boolean };
}

export function table(rows: readonly Row[]): string {
	const width = Math.max(...rows.map((row) => row.what.length));
	return rows
		.map(({ what, value, aim }) => {
			const verdict = aim ? `   aim ${aim.text}: ${aim.met ? 'met' : 'MISSED'}` : '';
			return `${what.padEnd(width)}  ${value}${verdict}`;
		})
		.join('\n');
}
