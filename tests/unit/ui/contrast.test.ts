import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TOPIC_COLOURS } from '../../../src/lib/domain/pack';

type Theme = 'light' | 'dark';

const css = readFileSync(new URL('../../../src/lib/ui/styles/tokens.css', import.meta.url), 'utf8');
const pairs = new Map(
	[...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
		([, name = '', light = '', dark = '']): [string, Record<Theme, string>] => [name, { light, dark }]
	)
);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
	const channel = (at: number): number => {
		const c = parseInt(hex.slice(at, at + 2), 16) / 255;
		return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	};
	return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(front: string, back: string, theme: Theme): number {
	const colour = (name: string): string => {
		const pair = pairs.get(name);
		if (pair === undefined) throw new Error(`tokens.css has no colour pair --${name}`);
		return pair[theme];
	};
	const [a, b] = [luminance(colour(front)), luminance(colour(back))];
	return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const text: [front: string, back: string][] = [
	...['ink', 'ink-soft', 'ink-faint', 'rubric-strong', 'right', 'wrong', ...TOPIC_COLOURS].flatMap((front) =>
		['paper', 'page', 'sunk', 'raised'].map((back): [string, string] => [front, back])
	),
	...['ink', 'ink-soft', 'rubric'].flatMap((front) =>
		['mark', 'mark-soft'].map((back): [string, string] => [front, back])
	),
	['on-action', 'action'],
	['on-action', 'action-strong'],
	['rubric', 'rubric-tint'],
	['ink', 'rubric-tint'],
	['ink-soft', 'rubric-tint'],
	['right', 'right-tint'],
	['ink', 'right-tint'],
	['ink-soft', 'right-tint'],
	['wrong', 'wrong-tint']
];

describe.each<Theme>(['light', 'dark'])('in the %s theme', (theme) => {
	it.each(text)('text in %s on %s has a contrast of 4.5 or more', (front, back) => {
		expect(contrast(front, back, theme)).toBeGreaterThanOrEqual(4.5);
	});
	it.each(['paper', 'page'])('the main button on %s has a contrast of 3 or more', (back) => {
		expect(contrast('action', back, theme)).toBeGreaterThanOrEqual(3);
	});
	it.each(['paper', 'page', 'sunk'])('outlines of controls on %s have a contrast of 3 or more', (back) => {
		expect(contrast('line-strong', back, theme)).toBeGreaterThanOrEqual(3);
	});
});
