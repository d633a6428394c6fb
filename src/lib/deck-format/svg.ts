import { parseXml, XmlElement, XmlError, XmlText, type XmlNode } from '@rgrove/parse-xml';
import type { Drawing } from '../domain/pack';
import { attributeFault, elementFault, mayHoldText } from './drawing-rules';
import { Lines } from './plain-text';
import { startOf, type Report } from './problem';

const SVG = 'http://www.w3.org/2000/svg';
const MOST_LEVELS = 32;

/** Reads an SVG file as a drawing, or reports at line and column what may not be in it. */
export function readDrawing(file: string, content: string, report: Report): Drawing | null {
	const lines = new Lines(file, content);
	if (content.trim() === '') {
		report.error(startOf(file), 'drawing', 'The drawing is empty. Draw it, or remove the file.');
		return null;
	}
	let root: XmlElement | null;
	try {
		root = parseXml(content, { includeOffsets: true }).root;
	} catch (error) {
		if (!(error instanceof XmlError)) throw error;
		const reason = (error.message.split('\n', 1)[0] ?? '').replace(/ \(line \d+, column \d+\)$/, '');
		report.error({ file, line: error.line, column: error.column }, 'drawing', `This is not valid XML: ${reason}.`);
		return null;
	}
	if (root === null) return null;
	if (root.attributes['xmlns'] !== SVG) {
		report.error(lines.placeAt(root.start), 'drawing', `The <svg> needs xmlns="${SVG}".`);
		return null;
	}
	return readElement(root, null, 0, lines, report);
}

function readElement(
	element: XmlElement,
	parent: string | null,
	level: number,
	lines: Lines,
	report: Report
): Drawing | null {
	const tag = element.name;
	const place = lines.placeAt(element.start);
	const fault = level > MOST_LEVELS ? 'The drawing is nested too deeply.' : elementFault(tag, parent);
	if (fault !== null) {
		report.error(place, 'drawing', fault);
		return null;
	}
	const attributes: Record<string, string> = {};
	let whole = true;
	for (const [name, value] of Object.entries(element.attributes)) {
		if (parent === null && name === 'xmlns') continue;
		const wrong = attributeFault(tag, name, value);
		if (wrong !== null) {
			report.error(place, 'drawing', wrong);
			whole = false;
		} else attributes[name] = value;
	}
	const children: (Drawing | string)[] = [];
	for (const node of element.children) {
		const child = readNode(node, tag, level, lines, report);
		if (child === null) whole = false;
		else if (child !== '') children.push(child);
	}
	return whole ? { tag, attributes, children } : null;
}

/** The empty string for what is left out: comments and the spaces between elements. */
function readNode(node: XmlNode, parent: string, level: number, lines: Lines, report: Report): Drawing | string | null {
	if (node instanceof XmlElement) return readElement(node, parent, level + 1, lines, report);
	if (node instanceof XmlText) {
		const text = node.text.replace(/\s+/g, ' ');
		if (mayHoldText(parent)) return text.trim() === '' ? '' : text;
		if (text.trim() === '') return '';
		report.error(lines.placeAt(node.start), 'drawing', `“${text.trim()}” stands outside <text> and would not show.`);
		return null;
	}
	if (node.type === 'comment') return '';
	report.error(
		lines.placeAt(node.start),
		'drawing',
		'Only elements, text and comments are read in a drawing. Remove this.'
	);
	return null;
}
