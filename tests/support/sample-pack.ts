import type { Note } from '../../src/lib/domain/note';
import type { Pack } from '../../src/lib/domain/pack';
import type { PackId } from '../../src/lib/domain/ids';

/** A small pack of made-up notes, enough kinds to have siblings and stable ordinals. */
export function samplePack(version: number, notes: readonly Note[] = sampleNotes(8)): { id: PackId; pack: Pack } {
	const text = 'Bread rises. Yeast makes gas.';
	return {
		id: `${'0'.repeat(63)}${version}` as PackId,
		pack: {
			format: 1,
			deck: 'bread',
			title: 'Bread',
			description: 'How bread is made.',
			authors: ['Nobody'],
			licence: 'CC0-1.0',
			language: 'en',
			version: `${version}.0.0`,
			topics: [
				{ id: 'dough', title: 'Dough', description: '', colour: 'ochre' },
				{ id: 'oven', title: 'Oven', description: '', colour: 'rubric' }
			],
			documents: [
				{
					id: 'book',
					title: 'A book',
					publisher: 'A press',
					published: '2020',
					evidence: ['textbook'],
					limits: 'Made up.',
					sha256: '0'.repeat(64),
					text,
					blocks: [{ kind: 'paragraph', start: 0, end: text.length, locator: 'Page 1' }],
					statements: [
						{ start: 0, end: 12 },
						{ start: 13, end: text.length }
					]
				}
			],
			notes,
			drawings: {},
			media: {}
		}
	};
}

export function sampleNotes(count: number): Note[] {
	return Array.from({ length: count }, (_, i) => sampleNote(i));
}

export function sampleNote(i: number): Note {
	const base = {
		id: `note-${i}`,
		topic: i % 2 === 0 ? 'dough' : 'oven',
		tags: [],
		sources: [{ document: 'book', quote: 'Bread rises.', start: 0, end: 12 }]
	};
	if (i % 4 === 1) return { ...base, kind: 'reversed', front: `Front ${i}`, back: `Back ${i}` };
	if (i % 4 === 2) return { ...base, kind: 'cloze', text: `{{c1::One}} and {{c2::two}} of ${i}.` };
	return { ...base, kind: 'basic', front: `Front ${i}`, back: `Back ${i}` };
}
