import type { Drawing } from '../../domain/pack';
import { labelGroups, picturesIn } from '../drawing-rules';
import { nearestWord } from '../nearest';
import { startOf, type Problem } from '../problem';
import { problem, type Lint } from './lint';

const WIDTH = 360;
const MOST_HEIGHT = 440;
const BOX = { width: 44, height: 26 };
/** Upon a picture a label is as large as what it points to; this still holds the “?”. */
const BOX_ON_PICTURE = { width: 20, height: 20 };
const CLASSES: readonly string[] = (
	'panel cell box accent second fill-accent fill-second fill-ink fill-soft tint-accent tint-second line soft thick dashed ' +
	'arrow inhibits middle end small large strong italic on-fill mask area'
).split(' ');

/** Drawings are read on a phone, in the app's colours, with a “?” in the place of a label (see decks/README.md). */
export const drawingForm: Lint = {
	rules: ['drawing-form'],
	check: ({ pack }) =>
		Object.entries(pack.drawings).flatMap(([file, drawing]): Problem[] =>
			[...sizeFaults(drawing), ...classFaults(drawing), ...labelFaults(drawing)].map((message) =>
				problem('warning', 'drawing-form', startOf(`media/${file}`), undefined, message)
			)
		)
};

function sizeFaults({ attributes }: Drawing): string[] {
	const [x, y, width, height, ...rest] = (attributes['viewBox'] ?? '').split(/[\s,]+/).map(Number);
	if (x !== 0 || y !== 0 || width === undefined || height === undefined || rest.length > 0 || !(height > 0)) {
		return [`The <svg> needs viewBox="0 0 ${WIDTH} H", with H its height.`];
	}
	if (width === WIDTH && height <= MOST_HEIGHT) return [];
	return [`The drawing is ${width} × ${height}. Draw it ${WIDTH} wide and at most ${MOST_HEIGHT} high.`];
}

function classFaults(drawing: Drawing): string[] {
	const unknown = [...new Set(classesIn(drawing))].filter((name) => !CLASSES.includes(name));
	return unknown.map((name) => {
		const meant = nearestWord(name, CLASSES);
		const hint = meant === null ? 'The classes are in decks/README.md.' : `Did you mean “${meant}”?`;
		return `The app has no class “${name}”. ${hint}`;
	});
}

function classesIn({ attributes, children }: Drawing): string[] {
	const own = (attributes['class'] ?? '').split(' ').filter((name) => name !== '');
	return [...own, ...children.flatMap((child) => (typeof child === 'string' ? [] : classesIn(child)))];
}

function labelFaults(drawing: Drawing): string[] {
	const box = picturesIn(drawing).length > 0 ? BOX_ON_PICTURE : BOX;
	return labelGroups(drawing).flatMap(({ part, group }) => {
		const [first] = group.children;
		if (group.tag !== 'g') return [`Put data-label="${part}" on a <g> around the label.`];
		if (first === undefined || typeof first === 'string' || first.tag !== 'rect') {
			return [`The label “${part}” has no box. Begin its group with a <rect>: there the “?” stands while it is asked.`];
		}
		const width = Number(first.attributes['width']);
		const height = Number(first.attributes['height']);
		if (width >= box.width && height >= box.height) return [];
		return [
			`The box of “${part}” is ${width} × ${height}. Make it ${box.width} × ${box.height} at least, to hold the “?”.`
		];
	});
}
