import type { Drawing } from '../domain/pack';
import { mayHoldText } from './drawing-rules';

/**
 * A drawing as the text of an SVG file, which `readDrawing` reads back as it is: an element to a line, except within
 * text, where spaces count.
 */
export function svgText({ tag, attributes, children }: Drawing): string {
	return `${element({ tag, attributes: { xmlns: 'http://www.w3.org/2000/svg', ...attributes }, children }, '')}\n`;
}

function element({ tag, attributes, children }: Drawing, indent: string): string {
	const opening = [tag, ...Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`)].join(' ');
	if (children.length === 0) return `${indent}<${opening}/>`;
	if (mayHoldText(tag)) return `${indent}<${opening}>${children.map(inline).join('')}</${tag}>`;
	const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : element(child, `${indent}  `)));
	return [`${indent}<${opening}>`, ...inner, `${indent}</${tag}>`].join('\n');
}

const inline = (child: Drawing | string): string => (typeof child === 'string' ? escaped(child) : element(child, ''));

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Line ends and letters in parts are written by number, because reading a file changes them. */
function escaped(text: string): string {
	const odd =
		text.normalize('NFC') === text && !/^\p{M}/u.test(text) ? /[&<>"\t\n\r]/gu : /[&<>"\t\n\r]|[^\x20-\x7e]/gu;
	return text.replace(odd, (character) => NAMES[character] ?? `&#${character.codePointAt(0) ?? 0};`);
}
