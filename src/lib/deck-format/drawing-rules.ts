import type { Drawing } from '../domain/pack';

/**
 * What a drawing may hold: an allow-list of elements, of attributes, and of what each attribute may say. Nothing on it
 * can run, fetch, style or link, so a drawing from anybody can be put into the page. An <image> names one of the deck's
 * own pictures; the app finds its bytes by the name, and never follows it.
 */
const ELEMENTS: ReadonlySet<string> = new Set(
	'svg g rect circle ellipse line polyline polygon path image text tspan title desc'.split(' ')
);

const LENGTH = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const NUMBERS = /^[-+\d.,\se]*$/i;
const PATH = /^[-+\d.,\seMmLlHhVvCcSsQqTtAaZz]*$/;
const TRANSFORM = /^(\s*(translate|rotate|scale|matrix|skewX|skewY)\([-+\d.,\se]*\)\s*,?)*$/i;
const WORDS = /^[a-z][a-z0-9-]*( [a-z][a-z0-9-]*)*$/;

const ATTRIBUTES: ReadonlyMap<string, RegExp> = new Map([
	...'x y width height rx ry cx cy r x1 y1 x2 y2 dx dy'.split(' ').map((name) => [name, LENGTH] as const),
	['points', NUMBERS],
	['viewBox', NUMBERS],
	['d', PATH],
	['transform', TRANSFORM],
	['class', WORDS],
	['data-label', /^[A-Za-z0-9][A-Za-z0-9_-]*$/],
	['href', /^[A-Za-z0-9][A-Za-z0-9._-]*\.(png|jpe?g|gif|webp)$/]
]);

const ATTRIBUTE_NAMES = [...ATTRIBUTES.keys()];
const TEXT_HOLDERS: ReadonlySet<string> = new Set(['text', 'tspan', 'title', 'desc']);

export const mayHoldText = (tag: string): boolean => TEXT_HOLDERS.has(tag);

/** Why this element may not stand here, or null if it may. */
export function elementFault(tag: string, parent: string | null): string | null {
	if (!ELEMENTS.has(tag)) return `The element <${tag}> is not allowed in a drawing. Use ${[...ELEMENTS].join(', ')}.`;
	if ((tag === 'svg') !== (parent === null)) {
		return tag === 'svg' ? 'An <svg> cannot stand inside another.' : 'A drawing begins with <svg>.';
	}
	if (tag === 'tspan' && parent !== 'text' && parent !== 'tspan') return 'A <tspan> stands inside <text>.';
	if (parent !== null && mayHoldText(parent) && tag !== 'tspan') return `A <${tag}> cannot stand inside <${parent}>.`;
	return null;
}

/** Why this attribute may not stand here, or null if it may. */
export function attributeFault(tag: string, name: string, value: string): string | null {
	const pattern = ATTRIBUTES.get(name);
	if (pattern === undefined) {
		const advice =
			name === 'style' || /^(fill|stroke|font|opacity|text-anchor|color)/.test(name)
				? 'Say by class what the thing is; the app gives colour and type.'
				: `The attributes are: ${ATTRIBUTE_NAMES.join(', ')}.`;
		return `The attribute “${name}” is not allowed in a drawing. ${advice}`;
	}
	if (name === 'href' && tag !== 'image') {
		return 'Only an <image> has “href”: the name of a picture beside the drawing.';
	}
	if (tag === 'svg' && (name === 'width' || name === 'height')) {
		return `Remove “${name}” from <svg>: the drawing fills the width it is given.`;
	}
	if (value.length > 20_000) return `The attribute “${name}” is too long.`;
	return pattern.test(value) ? null : `“${value}” is not a value that “${name}” can have in a drawing.`;
}

/** Every label group of the drawing, by the value of its `data-label`, in the order of the drawing. */
export function labelGroups(drawing: Drawing): { part: string; group: Drawing }[] {
	const part = drawing.attributes['data-label'];
	const own = part === undefined ? [] : [{ part, group: drawing }];
	return [...own, ...drawing.children.flatMap((child) => (typeof child === 'string' ? [] : labelGroups(child)))];
}

/** All text of the drawing, lines joined by spaces. */
export function drawingText(drawing: Drawing): string {
	const words = drawing.children.map((child) => (typeof child === 'string' ? child : drawingText(child)));
	return words.join(' ').replace(/\s+/g, ' ').trim();
}

/** Names of the pictures that the drawing shows, each once. */
export function picturesIn({ tag, attributes, children }: Drawing): string[] {
	const own = tag === 'image' && attributes['href'] !== undefined ? [attributes['href']] : [];
	return [...new Set([...own, ...children.flatMap((child) => (typeof child === 'string' ? [] : picturesIn(child)))])];
}
