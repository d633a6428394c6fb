import { describe, expect, it } from 'vitest';
import { addDiagram } from '../../../src/lib/authoring/changes/diagrams';
import { applied } from '../../../src/lib/authoring/fold';
import { buildPack } from '../../../src/lib/authoring/build-pack';
import { emptyProject } from '../../../src/lib/authoring/new-project';
import { NO_PROBLEMS } from '../../../src/lib/authoring/problems';
import type { ProjectNote } from '../../../src/lib/authoring/project';
import { canonicalJson } from '../../../src/lib/deck-format/canonical-json';
import { parsePack } from '../../../src/lib/deck-format/parse-pack';
import { readDraft } from '../../../src/lib/deck-format/read-deck';
import { writeDeck } from '../../../src/lib/deck-format/write-deck';
import { readMedia } from '../../../src/lib/deck-format/media-files';
import { Report } from '../../../src/lib/deck-format/problem';
import { editorAction } from '../../../src/lib/ui/studio/editor/editor-keys';
import { NO_FILTER, noteRows, tagsOf } from '../../../src/lib/ui/studio/editor/note-rows';
import {
	boxBetween,
	freshNumber,
	occlusionDrawing,
	occlusionLabels,
	occlusionOf,
	readOcclusion,
	withinFrame,
	type HiddenBox
} from '../../../src/lib/ui/studio/editor/occlusion';
import { samplePack } from '../../support/sample-pack';

const note = (
	id: string,
	fields: { readonly kind?: 'basic' | 'reversed'; readonly tags?: string[]; readonly topic?: string } = {}
): ProjectNote => ({
	note: {
		id,
		kind: 'basic',
		topic: 'a',
		tags: [],
		sources: [],
		front: `Front ${id}`,
		back: 'Told',
		...fields
	} as never,
	position: 0,
	candidate: null,
	waived: {}
});

describe('the list of notes', () => {
	const notes = [
		note('b', { tags: ['x'], topic: 'a' }),
		note('a', { tags: ['x', 'y'], topic: 'b', kind: 'reversed' }),
		note('c')
	];

	it('finds notes by all words, wherever they stand, and keeps their place in the deck', () => {
		const found = noteRows(notes, null, { ...NO_FILTER, words: 'told FRONT c' }, 'deck');
		expect(found.map(({ id, place }) => [id, place])).toEqual([['c', 3]]);
	});

	it('filters by topic, kind and tag together', () => {
		const ids = (fields: object): string[] =>
			noteRows(notes, null, { ...NO_FILTER, ...fields }, 'deck').map(({ id }) => id);
		expect(ids({ tag: 'x' })).toEqual(['b', 'a']);
		expect(ids({ tag: 'x', topic: 'b' })).toEqual(['a']);
		expect(ids({ kind: 'reversed' })).toEqual(['a']);
	});

	it('shows those with problems alone, and first', () => {
		const problem = {
			rule: 'x',
			message: '',
			field: null,
			other: null,
			document: null,
			offset: null,
			waivable: true,
			words: null
		};
		const problems = {
			...NO_PROBLEMS,
			notes: new Map([
				['a', [{ ...problem, note: 'a', severity: 'warning' as const }]],
				['c', [{ ...problem, note: 'c', severity: 'error' as const }]]
			])
		};
		const ids = (trouble: 'any' | 'error' | null): string[] =>
			noteRows(notes, problems, { ...NO_FILTER, trouble }, 'problems').map(({ id }) => id);
		expect(ids(null)).toEqual(['c', 'a', 'b']);
		expect(ids('any')).toEqual(['c', 'a']);
		expect(ids('error')).toEqual(['c']);
		const [worst, ...others] = noteRows(notes, problems, NO_FILTER, 'problems').map((row) => row.worst);
		expect([worst?.note, ...others]).toEqual(['c', null, null]);
	});

	it('names the tags used most first', () => {
		expect(tagsOf(notes)).toEqual(['x', 'y']);
	});
});

describe('keys of the list', () => {
	const press = (key: string, fields: object = {}): string | null =>
		editorAction({
			key,
			target: null,
			ctrlKey: false,
			metaKey: false,
			shiftKey: false,
			altKey: false,
			...fields
		} as never);

	it('tells keys with Ctrl, Shift and Alt apart from those without', () => {
		globalThis.HTMLElement ??= class {} as never;
		expect(press('a')).toBeNull();
		expect(press('a', { ctrlKey: true })).toBe('all');
		expect(press('ArrowDown', { shiftKey: true })).toBe('extend-down');
		expect(press('ArrowDown', { altKey: true })).toBe('later');
		expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('redo');
		expect(press('/', { shiftKey: true })).toBe('search');
	});
});

describe('hidden parts of a picture', () => {
	const box = (n: number, fields: Partial<HiddenBox> = {}): HiddenBox => ({
		n,
		x: 10,
		y: 20,
		width: 60,
		height: 30,
		answer: `Part ${n}`,
		ask: 'What is it?',
		...fields
	});

	it('fit the picture into the frame, tall or wide', () => {
		expect(occlusionOf('a.png', { width: 720, height: 360 })).toMatchObject({
			height: 180,
			place: { x: 0, width: 360 }
		});
		expect(occlusionOf('a.png', { width: 400, height: 880 })).toMatchObject({
			height: 440,
			place: { x: 80, width: 200 }
		});
	});

	it('stay within the frame, and large enough to be met', () => {
		expect(withinFrame(box(0, { x: 350, y: -5, width: 3 }), 100)).toMatchObject({
			x: 340,
			y: 0,
			width: 20,
			height: 30
		});
		expect(withinFrame(box(0, { width: 900, height: 900 }), 100)).toMatchObject({
			x: 0,
			y: 0,
			width: 360,
			height: 100
		});
		expect(boxBetween({ x: 9, y: 9 }, { x: 2, y: 20 })).toEqual({ x: 2, y: 9, width: 7, height: 11 });
	});

	it('never take the number of a card that there was', () => {
		expect(freshNumber([])).toBe(0);
		expect(freshNumber([box(1)], [0, 1, 4])).toBe(5);
	});

	it('are read back from the drawing as they were', () => {
		const made = {
			...occlusionOf('a.png', { width: 300, height: 200 }),
			boxes: [box(0), box(3)],
			covering: 'area' as const
		};
		expect(readOcclusion(occlusionDrawing(made), { labels: occlusionLabels(made.boxes) })).toEqual(made);
	});

	it('are not read from a drawing that was made otherwise', () => {
		const made = { ...occlusionOf('a.png', { width: 300, height: 200 }), boxes: [box(0)] };
		const drawing = occlusionDrawing(made);
		const extra = {
			...drawing,
			children: [...drawing.children, { tag: 'path', attributes: { d: 'M0 0' }, children: [] }]
		};
		expect(readOcclusion(extra, { labels: occlusionLabels(made.boxes) })).toBeNull();
	});

	it('go with their picture into the pack, into a deck folder, and back', async () => {
		const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
		const media = await readMedia('a.png', 'a.png', bytes, new Report());
		if (media === null) throw new Error('The picture was refused.');
		const made = { ...occlusionOf('a.png', { width: 300, height: 200 }), boxes: [box(0)] };
		const empty = { ...emptyProject('Ovens'), pictures: new Map([['a.png', media]]) };
		const draft = {
			kind: 'diagram' as const,
			topic: 'cards',
			tags: [],
			sources: [],
			editorNote: { statement: 'An oven has a part 0.', citation: 'A book', date: '2020' },
			front: 'An oven',
			alt: 'An oven with all of its parts',
			labels: occlusionLabels(made.boxes)
		};
		const state = applied(empty, addDiagram(empty, draft, occlusionDrawing(made)));
		const { pack } = buildPack(state, new Map(), '1.0.0');
		expect(Object.keys(pack.media)).toEqual(['a.png']);
		expect(parsePack(pack).problems).toEqual([]);
		expect(parsePack({ ...pack, media: {} }).problems.map(({ message }) => message)).toEqual([
			'The pack has no picture “a.png”.'
		]);
		// A folder holds a document at least.
		const folder = writeDeck({ ...pack, documents: samplePack(1).pack.documents }, new Map([[media.sha256, bytes]]));
		const read = await readDraft(folder);
		expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(canonicalJson(read.draft?.pack.drawings ?? null)).toBe(canonicalJson(pack.drawings));
		expect(read.draft?.pack.media).toEqual(pack.media);
	});
});
