import type { DiagramLabel, DiagramNote } from '../../../domain/note';
import type { Drawing } from '../../../domain/pack';

/** The frame that drawings are made in: as wide as a phone, no higher than leaves room for the answer. */
export const FRAME = { width: 360, height: 440 };
/** The least box that holds the “?” and can be met with a finger, in the frame's units. */
export const LEAST = 20;

/** A part of a picture that is hidden and asked. In the frame's units, whole numbers. */
export interface HiddenBox {
	/** Ordinal of its card: never used again, because a student's history hangs on it. */
	readonly n: number;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly answer: string;
	readonly ask: string;
}

/** `mask`: all parts stay covered but the one told. `area`: only the one asked is covered. */
export type Covering = 'mask' | 'area';

export interface Occlusion {
	/** Name of the picture among the deck's. */
	readonly file: string;
	readonly place: Rect;
	/** Height of the frame. */
	readonly height: number;
	readonly covering: Covering;
	readonly boxes: readonly HiddenBox[];
}

interface Rect {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A picture in the frame, as large as fits, with nothing hidden yet. @param size in pixels, of any picture */
export function occlusionOf(file: string, size: { width: number; height: number }): Occlusion {
	const scale = Math.min(FRAME.width / size.width, FRAME.height / size.height);
	const width = Math.round(size.width * scale);
	const height = Math.max(LEAST, Math.round(size.height * scale));
	return {
		file,
		place: { x: Math.round((FRAME.width - width) / 2), y: 0, width, height },
		height,
		covering: 'mask',
		boxes: []
	};
}

/** The box within the frame, no smaller than the least. */
export function withinFrame<Box extends Rect>(box: Box, height: number): Box {
	const width = clamp(Math.round(box.width), LEAST, FRAME.width);
	const tall = clamp(Math.round(box.height), LEAST, height);
	return {
		...box,
		width,
		height: tall,
		x: clamp(Math.round(box.x), 0, FRAME.width - width),
		y: clamp(Math.round(box.y), 0, height - tall)
	};
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** The box that a press at one point and a move to another draw. */
export const boxBetween = (a: { x: number; y: number }, b: { x: number; y: number }): Rect => ({
	x: Math.min(a.x, b.x),
	y: Math.min(a.y, b.y),
	width: Math.abs(a.x - b.x),
	height: Math.abs(a.y - b.y)
});

const partOf = (n: number): string => `part-${n}`;

/** The number of the next card: one that none has, nor had among the numbers given. */
export const freshNumber = (boxes: readonly HiddenBox[], used: readonly number[] = []): number =>
	Math.max(-1, ...boxes.map(({ n }) => n), ...used) + 1;

/** The picture with its boxes as a drawing. A part's answer is written in it, unseen, so that the file can be read. */
export function occlusionDrawing({ file, place, height, covering, boxes }: Occlusion): Drawing {
	return {
		tag: 'svg',
		attributes: { viewBox: `0 0 ${FRAME.width} ${height}` },
		children: [
			{ tag: 'image', attributes: { href: file, ...written(place) }, children: [] },
			...boxes.map((box): Drawing => ({
				tag: 'g',
				attributes: { 'data-label': partOf(box.n) },
				children: [
					{ tag: 'rect', attributes: { class: covering, ...written(box), rx: '3' }, children: [] },
					...(box.answer.trim() === '' ? [] : [{ tag: 'title', attributes: {}, children: [box.answer.trim()] }])
				]
			}))
		]
	};
}

const written = ({ x, y, width, height }: Rect): Record<string, string> => ({
	x: String(x),
	y: String(y),
	width: String(width),
	height: String(height)
});

export const occlusionLabels = (boxes: readonly HiddenBox[]): DiagramLabel[] =>
	boxes.map(({ n, answer, ask }) => ({ n, part: partOf(n), answer: answer.trim(), ask: ask.trim() }));

/** Reads such a drawing back; null for one that was drawn otherwise, and is to be changed in its file. */
export function readOcclusion(drawing: Drawing, { labels }: Pick<DiagramNote, 'labels'>): Occlusion | null {
	const [, , width, height] = (drawing.attributes['viewBox'] ?? '').split(/[\s,]+/).map(Number);
	const [image, ...groups] = drawing.children;
	if (width !== FRAME.width || height === undefined || typeof image !== 'object' || image.tag !== 'image') return null;
	const file = image.attributes['href'];
	if (file === undefined) return null;
	let covering: Covering = 'mask';
	const boxes: HiddenBox[] = [];
	for (const group of groups) {
		if (typeof group === 'string') return null;
		const label = labels.find(({ part }) => part === group.attributes['data-label']);
		const [rect] = group.children;
		if (label === undefined || typeof rect !== 'object' || rect.tag !== 'rect') return null;
		if (rect.attributes['class'] === 'area') covering = 'area';
		const { n, answer, ask } = label;
		boxes.push({ n, answer, ask, ...rectOf(rect) });
	}
	return boxes.length === labels.length ? { file, place: rectOf(image), height, covering, boxes } : null;
}

const rectOf = ({ attributes }: Drawing): Rect => ({
	x: Number(attributes['x'] ?? 0),
	y: Number(attributes['y'] ?? 0),
	width: Number(attributes['width'] ?? 0),
	height: Number(attributes['height'] ?? 0)
});
