import type { Page } from '@playwright/test';
import { canonicalJson } from '../../../src/lib/deck-format/canonical-json';
import { openPack } from '../../../src/lib/deck-format/open-pack';
import { packId } from '../../../src/lib/deck-format/pack-id';
import type { Note, NoteKind } from '../../../src/lib/domain/note';
import type { Drawing, Pack } from '../../../src/lib/domain/pack';
import { deckId, type PresetId } from '../../../src/lib/domain/ids';
import { DEFAULT_PRESET, type Preset } from '../../../src/lib/domain/preset';
import { change, subscribe } from '../../../src/lib/storage/library-actions';
import type { Moment } from '../../../src/lib/storage/log';
import { backupBytes } from '../../support/backup';
import { freshDatabase } from '../../support/database';
import { samplePack } from '../../support/sample-pack';
import type { Site } from './server';
import { expect } from './test';

/** No learning steps and no limits: a card once graded is gone for days, and the next is the author's next. */
export const PLAIN: Partial<Preset> = { newPerDay: 9999, reviewsPerDay: 9999, learningSteps: [], relearningSteps: [] };

const OVEN: Drawing = {
	tag: 'svg',
	attributes: { viewBox: '0 0 240 120' },
	children: [
		{
			tag: 'g',
			attributes: { 'data-label': 'dome' },
			children: [
				{ tag: 'rect', attributes: { x: '20', y: '20', width: '90', height: '40', class: 'box' }, children: [] },
				{ tag: 'text', attributes: { x: '65', y: '45', class: 'middle' }, children: ['Dome'] }
			]
		}
	]
};

const shared = {
	topic: 'dough',
	tags: [],
	sources: [{ document: 'book', quote: 'Bread rises.', start: 0, end: 12 }],
	explain: 'Yeast makes gas.',
	contrast: 'Not the same as puffing.'
};

const BEGAN: Moment = { at: Date.UTC(2026, 0, 5, 12), tz: 'UTC', day: 20_458 };

/** One note of each kind; the answers are known to the tests that give them. */
export const NOTE_OF_KIND: { readonly [K in NoteKind]: Extract<Note, { kind: K }> } = {
	basic: { ...shared, id: 'basic', kind: 'basic', front: 'What does bread do?', back: 'It rises', hint: 'Upwards.' },
	reversed: { ...shared, id: 'reversed', kind: 'reversed', front: 'Levain', back: 'Sourdough starter' },
	cloze: { ...shared, id: 'cloze', kind: 'cloze', text: 'In the oven, bread {{c1::rises::a verb}} quickly.' },
	typed: { ...shared, id: 'typed', kind: 'typed', front: 'What raises dough?', answer: 'Yeast', accept: ['Levain'] },
	choice: {
		...shared,
		id: 'choice',
		kind: 'choice',
		front: 'Which gas raises dough?',
		answer: 'Carbon dioxide',
		distractors: [
			{ text: 'Oxygen', why: 'Yeast uses it up.' },
			{ text: 'Nitrogen', why: 'It takes no part.' }
		]
	},
	sequence: {
		...shared,
		id: 'sequence',
		kind: 'sequence',
		front: 'How is bread made?',
		steps: ['Mix', 'Knead', 'Prove', 'Bake']
	},
	diagram: {
		...shared,
		id: 'diagram',
		kind: 'diagram',
		front: 'An oven.',
		drawing: 'oven.svg',
		alt: 'An oven with its parts.',
		labels: [{ n: 0, part: 'dome', answer: 'The dome', ask: 'What is above?' }]
	}
};

/** Plain notes, in the order in which `PLAIN` shows them. */
export function plainNotes(count: number): Note[] {
	return Array.from({ length: count }, (_, i): Note => {
		const { topic, tags, sources } = shared;
		return { id: `n-${i}`, kind: 'basic', topic, tags, sources, front: `Question ${i}?`, back: `Answer ${i}` };
	});
}

/** A backup of a learner who has put a small deck on the shelf and done nothing else. */
export async function shelfBackup(notes: readonly Note[], preset: Partial<Preset> = PLAIN): Promise<Buffer> {
	const { pack: sample } = samplePack(1, notes);
	const topics = sample.topics.map((topic) => ({ ...topic, description: `About the ${topic.id}.` }));
	const made: Pack = { ...sample, topics, drawings: { 'oven.svg': OVEN } };
	const id = await packId(made);
	const pack = await openPack(canonicalJson(made), id);
	const db = freshDatabase();
	await subscribe(db, BEGAN, id, pack);
	const mine = 'mine' as PresetId;
	await change(db, BEGAN, { kind: 'preset.put', preset: mine, values: { ...DEFAULT_PRESET, ...preset } });
	await change(db, BEGAN, { kind: 'deck.put', deck: deckId('bread'), fields: { preset: mine } });
	return Buffer.from(await backupBytes(db, BEGAN.at));
}

/** Chooses a backup file on the page, as a person would in the browser's dialog. */
export async function chooseBackup(page: Page, buffer: Buffer, name = 'recite.recite-backup'): Promise<void> {
	// The welcome is in the page before the code that listens; that has run once the decks have been found.
	await expect(page.getByText('Looking for them…')).toHaveCount(0);
	await page.getByLabel('Backup file').setInputFiles({ name, mimeType: 'application/zip', buffer });
}

/** Puts a small deck on the shelf of a new learner, through the page. Ends on Today. */
export async function shelve(
	page: Page,
	site: Site,
	notes: readonly Note[],
	preset: Partial<Preset> = PLAIN
): Promise<void> {
	const backup = await shelfBackup(notes, preset);
	await page.goto(`${site.url}/`);
	await chooseBackup(page, backup);
	await expect(page.getByText('Restored: 3 entries of your log.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Start studying' })).toBeVisible();
}
