import type { Drawing } from '../../domain/pack';

export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** How a labelled group is to be drawn. */
export type LabelState = 'plain' | 'asked' | 'told';

/** The group that holds a label, wherever it is nested; null if the drawing has none. */
export function labelGroup(drawing: Drawing, part: string): Drawing | null {
	if (drawing.attributes['data-label'] === part) return drawing;
	for (const child of drawing.children) {
		const found = typeof child === 'string' ? null : labelGroup(child, part);
		if (found) return found;
	}
	return null;
}

const AROUND_TEXT = 6;
const CHARACTER = 7.6;
const LINE = 17;

/** Where the "?" stands: the group's first box, else as much room as its text takes by count of characters. */
export function labelBox(group: Drawing): Box | null {
	const rect = first(group, (node) => node.tag === 'rect');
	if (rect) {
		const { x = '0', y = '0', width = '0', height = '0' } = rect.attributes;
		return { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
	}
	const text = first(group, (node) => node.tag === 'text');
	if (!text) return null;
	const lines = text.children.map((child) => (typeof child === 'string' ? child : textOf(child)).trim());
	const spans = lines.filter((line) => line !== '');
	const width = Math.max(44, ...spans.map((line) => line.length * CHARACTER)) + 2 * AROUND_TEXT;
	const classes = (text.attributes.class ?? '').split(' ');
	const span = first(text, (node) => node.tag === 'tspan');
	const at = Number(text.attributes.x ?? span?.attributes.x ?? 0);
	const shift = classes.includes('middle') ? width / 2 : classes.includes('end') ? width - AROUND_TEXT : AROUND_TEXT;
	const top = Number(text.attributes.y ?? span?.attributes.y ?? 0) - 13 - AROUND_TEXT / 2;
	return { x: at - shift, y: top, width, height: Math.max(1, spans.length) * LINE + AROUND_TEXT + 3 };
}

function first(node: Drawing, is: (node: Drawing) => boolean): Drawing | null {
	for (const child of node.children) {
		if (typeof child === 'string') continue;
		const found = is(child) ? child : first(child, is);
		if (found) return found;
	}
	return null;
}

const textOf = (node: Drawing): string =>
	node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

export type Head = 'arrow' | 'inhibits';
export type Tone = 'ink' | 'soft' | 'accent' | 'second';
export const TONES = ['ink', 'soft', 'accent', 'second'] as const satisfies readonly Tone[];

/** Which head a line bears at its end, and in which colour, by its classes. */
export function lineHead(node: Drawing): { readonly head: Head; readonly tone: Tone } | null {
	const classes = (node.attributes.class ?? '').split(' ');
	const head = classes.includes('arrow') ? 'arrow' : classes.includes('inhibits') ? 'inhibits' : null;
	if (head === null) return null;
	return { head, tone: TONES.find((tone) => classes.includes(tone)) ?? 'ink' };
}

/**
 * The attributes that are set on the page. Packs are checked when they are built or imported; what could run or fetch is
 * left out here once more, because a drawing may come from anybody.
 */
export function safeAttributes(node: Drawing): Record<string, string> {
	return Object.fromEntries(
		Object.entries(node.attributes).filter(
			([name]) => /^[a-z][a-zA-Z0-9-]*$/.test(name) && !/^(on|style|href|src|id$)/i.test(name)
		)
	);
}

const TAGS: ReadonlySet<string> = new Set(
	'g rect circle ellipse line polyline polygon path image text tspan'.split(' ')
);

export const isDrawn = (tag: string): boolean => TAGS.has(tag);
