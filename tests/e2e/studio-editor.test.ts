import type { Locator, Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { canonicalJson } from '../../src/lib/deck-format/canonical-json';
import { openPack } from '../../src/lib/deck-format/open-pack';
import { packId } from '../../src/lib/deck-format/pack-id';
import type { Pack } from '../../src/lib/domain/pack';
import { subscribe } from '../../src/lib/storage/library-actions';
import { occlusionDrawing, occlusionLabels, occlusionOf } from '../../src/lib/ui/studio/editor/occlusion';
import { backupBytes } from '../support/backup';
import { freshDatabase } from '../support/database';
import { samplePack } from '../support/sample-pack';
import { AXE_DEVICE, check } from './support/axe';
import { tabTo } from './support/hands';
import { chooseBackup, NOTE_OF_KIND, plainNotes, shelve } from './support/shelf';
import type { Site } from './support/server';
import { answer, grade, nextShown, shownCard } from './support/study';
import { DESKTOP, expect, PHONE, test } from './support/test';

const rows = (page: Page): Locator => page.getByRole('grid', { name: 'Notes' }).locator('[data-note]');
const row = (page: Page, words: string): Locator => rows(page).filter({ hasText: words });
const form = (page: Page): Locator => page.getByRole('group', { name: 'The note', exact: true });
const saved = (page: Page): Locator => page.getByRole('status').getByText('Saved', { exact: true });

/** Opens a project made of a small deck on the shelf, at its page. */
async function openProject(page: Page, site: Site, notes = plainNotes(5)): Promise<void> {
	await shelve(page, site, notes);
	await page.goto(`${site.url}/studio`);
	await page.getByRole('button', { name: 'Edit', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Bread' })).toBeVisible();
}

async function openNotes(page: Page, site: Site, notes = plainNotes(5)): Promise<void> {
	await openProject(page, site, notes);
	await page.getByRole('link', { name: /^Edit \d+ notes?$/ }).click();
	await expect(rows(page).first()).toBeVisible();
}

/** A PNG of one grey, so that a test needs no file. */
function picture(width: number, height: number): Buffer {
	const chunk = (type: string, data: Buffer): Buffer => {
		const body = Buffer.concat([Buffer.from(type), data]);
		const length = Buffer.alloc(4);
		length.writeUInt32BE(data.length);
		const sum = Buffer.alloc(4);
		sum.writeUInt32BE(crc(body));
		return Buffer.concat([length, body, sum]);
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head[8] = 8;
	const lines = Buffer.alloc((width + 1) * height, 0x80);
	for (let y = 0; y < height; y++) lines[y * (width + 1)] = 0;
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([
		signature,
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(lines)),
		chunk('IEND', Buffer.alloc(0))
	]);
}

function crc(bytes: Buffer): number {
	let sum = 0xffffffff;
	for (const byte of bytes) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
	}
	return (sum ^ 0xffffffff) >>> 0;
}

test.describe('at a desk', () => {
	test.use({ device: DESKTOP });

	test('a note is begun, written, found again after a reload, and undone', async ({ site, profile: { page } }) => {
		await openNotes(page, site);
		await page.getByRole('button', { name: 'New note' }).click();
		await page
			.getByRole('dialog', { name: 'New note' })
			.getByRole('button', { name: /^Basic/ })
			.click();
		await expect(rows(page)).toHaveCount(5);
		await form(page).getByLabel('Question').fill('What does $E = mc^2$ say?');
		await form(page).getByLabel('Answer').fill('Mass is energy');
		await page.keyboard.press('Control+Enter');
		await expect(saved(page)).toBeVisible();
		await expect(rows(page)).toHaveCount(6);
		// The preview sets the formula, as elements and under the policy.
		await expect(page.locator('.sides math').first()).toBeVisible();
		await page.reload();
		await expect(form(page).getByLabel('Answer')).toHaveValue('Mass is energy');
		await page.getByRole('button', { name: /^Undo: / }).click();
		await page.getByRole('button', { name: /^Undo: / }).click();
		await expect(rows(page)).toHaveCount(5);
		await page.getByRole('button', { name: /^Redo: / }).click();
		await expect(rows(page)).toHaveCount(6);
	});

	test('what is typed is saved on leaving the field, and shown on both sides while it is typed', async ({
		site,
		profile: { page }
	}) => {
		await openNotes(page, site);
		await row(page, 'Question 1?').click();
		await form(page).getByLabel('Answer').fill('Another **answer**');
		await expect(page.locator('.sides strong')).toHaveText('answer');
		await form(page).getByLabel('Question').focus();
		await expect(row(page, 'Question 1?')).toContainText('Another answer');
		await expect(saved(page)).toBeVisible();
	});

	test('words of a cloze are hidden by keys, each with a number of its own or the same', async ({
		site,
		profile: { page }
	}) => {
		await openNotes(page, site, [NOTE_OF_KIND.basic]);
		await page.keyboard.press('n');
		await page.keyboard.press('3');
		const field = form(page).getByLabel('Sentence');
		await expect(field).toBeFocused();
		await page.keyboard.type('Yeast makes gas');
		for (const [start, end, keys] of [
			[12, 15, 'Control+Shift+C'],
			[0, 5, 'Control+Shift+C'],
			[14, 19, 'Control+Shift+Alt+C']
		] as const) {
			await field.evaluate((area: HTMLTextAreaElement, [a, b]) => area.setSelectionRange(a, b), [start, end] as const);
			await page.keyboard.press(keys);
		}
		await expect(field).toHaveValue('{{c2::Yeast}} {{c2::makes}} {{c1::gas}}');
	});

	test('steps follow one another by Enter, and pasted lines become steps', async ({ site, profile: { page } }) => {
		await openNotes(page, site, [NOTE_OF_KIND.basic]);
		await page.keyboard.press('n');
		await page.keyboard.press('6');
		const step = (n: number): Locator => form(page).getByLabel(`Step ${n}`, { exact: true });
		await step(1).focus();
		await page.keyboard.type('Mix');
		await page.keyboard.press('Enter');
		await expect(step(2)).toBeFocused();
		await expect(step(4)).toHaveCount(0);
		await page.keyboard.type('Bake');
		await step(1).focus();
		await page.keyboard.press('Enter');
		await expect(step(2)).toBeFocused();
		await page.evaluate(() => {
			const data = new DataTransfer();
			data.setData('text/plain', 'Knead\n\nProve\n');
			const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
			document.activeElement?.dispatchEvent(event);
		});
		await expect(step(3)).toBeFocused();
		for (const [i, words] of ['Mix', 'Knead', 'Prove', 'Bake', ''].entries())
			await expect(step(i + 1)).toHaveValue(words);
		await step(5).focus();
		await page.keyboard.press('Backspace');
		await expect(step(5)).toHaveCount(0);
		await expect(step(4)).toBeFocused();
	});

	test('several notes are chosen by keys, moved, tagged, duplicated and deleted, each undone', async ({
		site,
		profile: { page }
	}) => {
		await openNotes(page, site);
		await rows(page).first().focus();
		await page.keyboard.press('Shift+ArrowDown');
		await page.keyboard.press('Shift+ArrowDown');
		await expect(page.getByRole('toolbar', { name: 'For the chosen notes' })).toContainText('3 notes chosen');
		await page.keyboard.press('m');
		await page.getByRole('dialog', { name: 'Move 3 notes to' }).getByRole('button', { name: 'Oven' }).click();
		await expect(rows(page).filter({ hasText: 'Oven' })).toHaveCount(3);
		await page.keyboard.press('t');
		await page.keyboard.type('crumb');
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: 'Change the tags' }).click();
		await expect(rows(page).filter({ hasText: '#crumb' })).toHaveCount(3);
		await page.keyboard.press('d');
		await expect(rows(page)).toHaveCount(8);
		await page.keyboard.press('Control+a');
		await page.keyboard.press('Delete');
		await expect(page.getByRole('heading', { name: 'No notes yet' })).toBeVisible();
		await page.keyboard.press('Control+z');
		await expect(rows(page)).toHaveCount(8);
		await page.keyboard.press('Control+z');
		await page.keyboard.press('Control+z');
		await page.keyboard.press('Control+z');
		await expect(rows(page)).toHaveCount(5);
		await expect(rows(page).filter({ hasText: 'Oven' })).toHaveCount(0);
	});

	test('what can be mended at once is mended by keys, from its row', async ({ site, profile: { page } }) => {
		const [first, second, ...others] = plainNotes(3);
		if (first === undefined || second?.kind !== 'basic') throw new Error('not a plain note');
		const long = `The dough is warm. ${'It is folded again and again until it holds its shape. '.repeat(4)}`.trim();
		await openNotes(page, site, [first, { ...second, back: long }, ...others]);
		const mend = row(page, 'Question 1?').getByRole('button', { name: /^Move all but the first sentence/ });
		await expect(mend).toBeVisible();
		await rows(page).first().focus();
		// Of the rows, Tab stays at the one that the author is at.
		await page.keyboard.press('Tab');
		await expect(mend).not.toBeFocused();
		await rows(page).first().focus();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Tab');
		await expect(mend).toBeFocused();
		await page.keyboard.press('ArrowDown');
		await expect(row(page, 'Question 2?')).toBeFocused();
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await expect(page.getByText(/^Mended: Move all but the first sentence/)).toBeVisible();
		await expect(row(page, 'Question 1?')).toBeFocused();
		await expect(mend).toBeHidden();
	});

	test('notes are put elsewhere in the deck by keys and by dragging', async ({ site, profile: { page } }) => {
		await openNotes(page, site);
		await rows(page).first().focus();
		await page.keyboard.press('Alt+ArrowDown');
		await expect(rows(page).nth(0)).toContainText('Question 1?');
		await expect(rows(page).nth(1)).toContainText('Question 0?');
		const grip = await rows(page).nth(4).locator('.grip').boundingBox();
		const first = await rows(page).first().boundingBox();
		if (grip === null || first === null) throw new Error('There is no row to drag.');
		await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
		await page.mouse.down();
		await page.mouse.move(grip.x, first.y + 20, { steps: 6 });
		await page.mouse.move(grip.x, first.y + 2, { steps: 3 });
		await page.mouse.up();
		await expect(rows(page).nth(0)).toContainText('Question 4?');
	});

	test('words are replaced where the preview says so, and nowhere else', async ({ site, profile: { page } }) => {
		await openNotes(page, site);
		await page.getByRole('button', { name: 'Find and replace' }).click();
		const dialog = page.getByRole('dialog', { name: 'Find and replace' });
		await dialog.getByLabel('Find', { exact: true }).fill('Answer');
		await dialog.getByLabel('Put in its place').fill('Reply');
		await expect(dialog).toContainText('5 notes would change.');
		await dialog.getByRole('checkbox', { name: 'Replace in “Question 2?”' }).uncheck();
		await dialog.getByRole('button', { name: 'Replace in 4 notes' }).click();
		await expect(rows(page).filter({ hasText: 'Reply' })).toHaveCount(4);
		await expect(row(page, 'Question 2?')).toContainText('Answer 2');
	});

	test('a picture is put on a note once it has been described', async ({ site, profile: { page } }) => {
		await openNotes(page, site);
		await row(page, 'Question 1?').click();
		await page
			.getByRole('region', { name: 'Pictures' })
			.getByLabel('Choose a picture')
			.setInputFiles({ name: 'loaf.png', mimeType: 'image/png', buffer: picture(60, 40) });
		const dialog = page.getByRole('dialog', { name: 'What does it show?' });
		await expect(dialog.getByRole('button', { name: 'Put it on the note' })).toBeDisabled();
		await dialog.getByLabel('Say it for those who do not see it').fill('A loaf of bread, cut open');
		await dialog.getByRole('button', { name: 'Put it on the note' }).click();
		await expect(page.locator('.sides img').first()).toHaveJSProperty('naturalWidth', 60);
		// The preview shows it a moment before it is on the disk.
		await expect(saved(page)).toBeVisible();
		await page.reload();
		await expect(form(page).getByLabel('What picture 1 shows')).toHaveValue('A loaf of bread, cut open');
	});

	test('parts of a picture are hidden by keys alone and become cards', async ({ site, profile: { page } }) => {
		await openNotes(page, site);
		await page.keyboard.press('n');
		await page
			.getByRole('dialog', { name: 'New note' })
			.getByLabel('Choose a picture')
			.setInputFiles({ name: 'oven.png', mimeType: 'image/png', buffer: picture(90, 60) });
		const dialog = page.getByRole('dialog', { name: 'Hidden parts' });
		await expect(dialog).toBeVisible();
		await tabTo(page, dialog.getByRole('button', { name: 'Add a box' }));
		await page.keyboard.press('Enter');
		const box = dialog.getByRole('button', { name: /^Box 1/ });
		await expect(box).toBeFocused();
		const before = await box.getAttribute('aria-label');
		await page.keyboard.press('ArrowLeft');
		await page.keyboard.press('Shift+ArrowRight');
		expect(await box.getAttribute('aria-label')).not.toBe(before);
		for (const [label, words] of [
			['Title', 'An oven'],
			['What the picture shows', 'An oven of brick with its parts'],
			['Part 1 is', 'The dome'],
			['Asked as', 'What is above the floor?']
		] as const) {
			await tabTo(page, dialog.getByLabel(label, { exact: true }));
			await page.keyboard.type(words);
		}
		await tabTo(page, dialog.getByRole('button', { name: 'Make the note' }));
		await page.keyboard.press('Enter');
		await expect(row(page, 'An oven')).toBeVisible();
		const sides = page.locator('.sides svg.diagram');
		await expect(sides.first().locator('.asked-box')).toHaveCount(1);
		await expect(sides.last().locator('.told-box')).toHaveCount(1);
		expect(await sides.first().locator('image').getAttribute('href')).toMatch(/^blob:/);
		await page.getByRole('button', { name: 'Change the hidden parts' }).click();
		await expect(dialog.getByLabel('Part 1 is')).toHaveValue('The dome');
	});

	test('an undo takes the offer to undo away, and a new note with it', async ({ site, profile: { page } }) => {
		await openNotes(page, site);
		await rows(page).first().focus();
		await page.keyboard.press('Delete');
		const offer = page.getByText('1 note deleted.');
		await expect(offer).toBeVisible();
		await page.keyboard.press('Control+z');
		await expect(rows(page)).toHaveCount(5);
		await expect(offer).toHaveCount(0);
		await page.keyboard.press('n');
		await page.keyboard.press('1');
		await expect(form(page).getByLabel('Question')).toBeFocused();
		await page.keyboard.type('What is a crumb?');
		await page.keyboard.press('Control+Enter');
		await expect(rows(page)).toHaveCount(6);
		await page.getByRole('button', { name: /^Undo: / }).click();
		await expect(page.getByRole('heading', { name: 'This note is not there any more' })).toBeVisible();
		await page.getByRole('button', { name: /^Redo: / }).click();
		await expect(form(page).getByLabel('Question')).toHaveValue('What is a crumb?');
	});

	test('words pasted with a picture of them stay words', async ({ site, profile: { page } }) => {
		await openNotes(page, site);
		await row(page, 'Question 1?').click();
		await form(page).getByLabel('Answer').focus();
		await page.evaluate(
			(bytes) => {
				const data = new DataTransfer();
				data.setData('text/plain', 'Words');
				data.items.add(new File([Uint8Array.from(bytes)], 'image.png', { type: 'image/png' }));
				const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
				if (!document.activeElement?.dispatchEvent(event)) throw new Error('The paste was taken for a picture.');
			},
			[...picture(8, 8)]
		);
		await expect(page.getByRole('dialog')).toHaveCount(0);
	});

	test('a source is chosen in the document, sentence and part of it', async ({ site, profile: { page } }) => {
		await openNotes(page, site);
		await row(page, 'Question 1?').click();
		await page.getByRole('button', { name: 'Change the quote' }).click();
		await page.getByRole('button', { name: 'Yeast makes gas.' }).click();
		await page.getByRole('button', { name: 'Use as source' }).click();
		await expect(page.getByRole('region', { name: 'Sources' }).locator('mark')).toHaveText('Yeast makes gas.');
		await expect(saved(page)).toBeVisible();
	});

	test('a check is waived with a reason, and asked again', async ({ site, profile: { page } }) => {
		const [note] = plainNotes(1);
		await openNotes(page, site, [{ ...note, kind: 'basic', front: 'Is bread rising?', back: 'Yes' } as never]);
		await row(page, 'Is bread rising?').click();
		await form(page).getByRole('button', { name: 'Waive…' }).first().click();
		await page.keyboard.type('It is a warm-up');
		await page.keyboard.press('Enter');
		const waived = page.getByRole('region', { name: 'Waived checks' });
		await expect(waived).toContainText('It is a warm-up');
		await waived.getByRole('button', { name: 'Check again' }).click();
		await expect(waived).toHaveCount(0);
	});

	test('what cannot be written is kept, said, and written once it can be', async ({ site, profile: { page } }) => {
		await page.addInitScript(() => {
			const { put, add } = IDBObjectStore.prototype;
			const state = { full: false };
			Object.assign(window, { state });
			const refuse = (): void => {
				if (state.full) throw new DOMException('No space left.', 'QuotaExceededError');
			};
			IDBObjectStore.prototype.put = function (...args) {
				refuse();
				return put.apply(this, args);
			};
			IDBObjectStore.prototype.add = function (...args) {
				refuse();
				return add.apply(this, args);
			};
		});
		const fill = (full: boolean): Promise<void> =>
			page.evaluate((is) => void Object.assign((window as unknown as { state: object }).state, { full: is }), full);
		await openNotes(page, site);
		await row(page, 'Question 1?').click();
		await fill(true);
		await form(page).getByLabel('Answer').fill('Kept');
		await page.keyboard.press('Control+Enter');
		await expect(page.getByRole('alert')).toContainText('Not saved.');
		await row(page, 'Question 2?').click();
		await expect(page.getByRole('alert')).toContainText('A note is not saved');
		await fill(false);
		await page.getByRole('button', { name: 'Go to it' }).click();
		await expect(form(page).getByLabel('Answer')).toHaveValue('Kept');
		await page.keyboard.press('Control+Enter');
		await form(page).getByLabel('Answer').focus();
		await page.keyboard.press('Control+Enter');
		await expect(saved(page)).toBeVisible();
		await expect(row(page, 'Question 1?')).toContainText('Kept');
	});

	test('notes that are alike are shown side by side and merged', async ({ site, profile: { page } }) => {
		const [first, second] = plainNotes(2);
		if (first?.kind !== 'basic' || second?.kind !== 'basic') throw new Error('There are no notes.');
		await openNotes(page, site, [first, { ...second, front: first.front, back: first.back }]);
		await page.getByRole('button', { name: '1 pair alike' }).click();
		const dialog = page.getByRole('dialog', { name: 'Alike' });
		await expect(dialog.getByRole('article')).toHaveCount(2);
		await dialog.getByRole('button', { name: 'Merge into one' }).click();
		await expect(rows(page)).toHaveCount(1);
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: /^Undo: Merged 2 notes/ }).click();
		await expect(rows(page)).toHaveCount(2);
	});

	test('a thousand notes are scrolled and searched without waiting', async ({ site, profile: { page } }) => {
		test.setTimeout(120_000);
		await openNotes(page, site, plainNotes(1000));
		expect(await rows(page).count()).toBeLessThan(60);
		await rows(page).first().focus();
		await page.keyboard.press('End');
		await expect(row(page, 'Question 999?')).toBeFocused();
		const took = await page.evaluate(async () => {
			const input = document.querySelector<HTMLInputElement>('input[type=search]');
			if (input === null) throw new Error('There is no search.');
			const frame = (): Promise<number> => new Promise(requestAnimationFrame);
			const began = performance.now();
			input.value = 'answer 77';
			input.dispatchEvent(new Event('input', { bubbles: true }));
			await frame();
			await frame();
			return performance.now() - began;
		});
		expect(took).toBeLessThan(250);
		await expect(rows(page)).toHaveCount(19);
	});

	test('the project says what it holds, and its words are changed where they stand', async ({
		site,
		profile: { page }
	}) => {
		await openProject(page, site);
		await expect(page.getByText('1 of 2 sentences')).toBeVisible();
		await page.getByRole('button', { name: 'Change the title' }).click();
		await page.keyboard.type('Bread and dough');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { level: 1, name: 'Bread and dough' })).toBeVisible();
		await page.getByText('1 sentence without a card').click();
		await page.getByRole('button', { name: 'Leave out…' }).click();
		await page.keyboard.type('Said elsewhere');
		await page.keyboard.press('Enter');
		await expect(page.getByText('1 left out, each with its reason')).toBeVisible();
		await page.getByPlaceholder('Another topic').fill('Crust');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('button', { name: 'Change Crust' })).toBeVisible();
		await page.getByRole('button', { name: 'Details' }).click();
		await page.getByRole('dialog').getByLabel('Publisher').fill('Another press');
		await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
		await expect(page.getByText(/^Another press/)).toBeVisible();
		await page.reload();
		await expect(page.getByRole('heading', { level: 1, name: 'Bread and dough' })).toBeVisible();
		await expect(page.getByText(/^Another press/)).toBeVisible();
	});
});

/** A backup of a learner whose deck asks for a hidden part of a picture, and shows another picture with it. */
async function pictureBackup(): Promise<Buffer> {
	const bytes = picture(90, 60);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const occlusion = {
		...occlusionOf('oven.png', { width: 90, height: 60 }),
		boxes: [
			{ n: 0, x: 40, y: 40, width: 80, height: 40, answer: 'The dome', ask: 'What is above?' },
			{ n: 1, x: 200, y: 40, width: 80, height: 40, answer: 'The floor', ask: 'What is below?' }
		]
	};
	const { id: _, ...shared } = NOTE_OF_KIND.diagram;
	const labels = occlusionLabels(occlusion.boxes);
	const media = [{ file: 'oven.png', alt: 'An oven without its parts' }];
	const { pack: sample } = samplePack(1, [{ ...shared, id: 'oven', labels, media }]);
	const made: Pack = {
		...sample,
		topics: sample.topics.map((topic) => ({ ...topic, description: `About the ${topic.id}.` })),
		drawings: { [shared.drawing]: occlusionDrawing(occlusion) },
		media: { 'oven.png': { sha256, type: 'image/png', bytes: bytes.length } }
	};
	const id = await packId(made);
	const db = freshDatabase();
	const began = { at: Date.UTC(2026, 0, 5, 12), tz: 'UTC', day: 20_458 };
	await subscribe(db, began, id, await openPack(canonicalJson(made), id));
	await db.media.put({ sha256, blob: new Blob([Uint8Array.from(bytes)]) });
	return Buffer.from(await backupBytes(db, began.at));
}

test('a hidden part of a picture is asked and told in Study, from a backup too', async ({
	site,
	profile: { page }
}) => {
	await page.goto(`${site.url}/`);
	await chooseBackup(page, await pictureBackup());
	await page.getByRole('link', { name: 'Start studying' }).click();
	await nextShown(page);
	const drawing = page.locator('svg.diagram');
	await expect(drawing.locator('.asked-box')).toHaveCount(1);
	// The other part stays covered, so that it does not give this one away.
	await expect(drawing.locator('rect.mask')).toHaveCount(1);
	await expect(drawing.locator('image')).toHaveAttribute('href', /^blob:/);
	await expect(page.getByRole('img', { name: 'An oven without its parts' })).toHaveJSProperty('naturalWidth', 90);
	await page.getByRole('button', { name: 'Show answer' }).click();
	await expect(drawing.locator('.told-box')).toHaveCount(1);
	await expect(drawing.locator('.told > rect.mask')).toHaveCSS('fill', 'none');
	await expect(page.getByText('The dome')).toBeVisible();
});

test.describe('from a picture to a student', () => {
	test.use({ device: DESKTOP });

	test('a part hidden in the editor, given a source and published, is asked in Study', async ({
		site,
		profile: { page }
	}) => {
		await openNotes(page, site, [NOTE_OF_KIND.basic]);
		const notes = page.url();
		await page.keyboard.press('n');
		await page
			.getByRole('dialog', { name: 'New note' })
			.getByLabel('Choose a picture')
			.setInputFiles({ name: 'loaf.png', mimeType: 'image/png', buffer: picture(90, 60) });
		const dialog = page.getByRole('dialog', { name: 'Hidden parts' });
		const canvas = await dialog.getByRole('group', { name: /^The picture/ }).boundingBox();
		if (canvas === null) throw new Error('There is no picture to draw on.');
		await page.mouse.move(canvas.x + 40, canvas.y + 40);
		await page.mouse.down();
		await page.mouse.move(canvas.x + 160, canvas.y + 120, { steps: 5 });
		await page.mouse.up();
		await dialog.getByLabel('Title').fill('A loaf in the oven');
		await dialog.getByLabel('What the picture shows').fill('A tin in an oven with something in it');
		await dialog.getByLabel('Part 1 is').fill('Bread');
		await dialog.getByLabel('Asked as').fill('What rises in the tin?');
		await dialog.getByRole('button', { name: 'Make the note' }).click();
		await expect(dialog).toBeHidden();
		await page.getByRole('button', { name: 'Choose the sentence' }).first().click();
		await page.getByRole('button', { name: 'Bread rises.' }).click();
		await page.getByRole('button', { name: 'Use as source' }).click();
		await expect(saved(page)).toBeVisible();

		await page.goto(notes.replace(/\/notes.*$/, '/publish'));
		await page.getByRole('button', { name: 'Put on my shelf' }).click();
		await expect(page.getByRole('heading', { name: /^Version .* is published$/ })).toBeVisible();

		await page.goto(`${site.url}/study`);
		await nextShown(page);
		await answer(page);
		await grade(page, 4);
		await expect(shownCard(page)).toContainText('What rises in the tin?');
		const drawing = shownCard(page).locator('svg.diagram');
		await expect(drawing.locator('.asked-box')).toHaveCount(1);
		await expect(drawing.locator('image')).toHaveAttribute('href', /^blob:/);
		await page.getByRole('button', { name: 'Show answer' }).click();
		await expect(drawing.locator('.told-box')).toHaveCount(1);
		await expect(shownCard(page)).toContainText('Bread');
	});
});

test.describe('on a phone', () => {
	test.use({ device: PHONE });

	test('one goes from the list to a note and back, and nothing is wider than the screen', async ({
		site,
		profile: { page }
	}) => {
		await openNotes(page, site);
		const wide = (): Promise<boolean> =>
			page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
		expect(await wide()).toBe(false);
		await row(page, 'Question 1?').tap();
		await expect(form(page)).toBeVisible();
		await expect(rows(page).first()).toBeHidden();
		expect(await wide()).toBe(false);
		await page.getByText('Both sides').tap();
		await expect(page.locator('.sides')).toBeVisible();
		expect(await wide()).toBe(false);
		await page.goBack();
		await expect(rows(page).first()).toBeVisible();
		await page.getByRole('checkbox', { name: 'Choose note 2' }).tap();
		await expect(page.getByRole('toolbar', { name: 'For the chosen notes' })).toContainText('1 note chosen');
	});
});

test.describe('for everyone', () => {
	test.use({ device: AXE_DEVICE });

	test('the project, the notes, a form, the dialogs and the hidden parts', async ({ site, profile: { page } }) => {
		test.setTimeout(300_000);
		await openProject(page, site, Object.values(NOTE_OF_KIND));
		await check(page, 'A project');
		await page.getByRole('link', { name: /^Edit \d+ notes?$/ }).click();
		await expect(rows(page).first()).toBeVisible();
		await check(page, 'Notes');
		for (const words of ['What does bread do?', 'Which gas', 'In the oven', 'How is bread made']) {
			await row(page, words).click();
			await expect(form(page)).toBeVisible();
			await check(page, `The form of “${words}”`);
			await page
				.getByRole('button', { name: 'All notes' })
				.or(page.getByRole('button', { name: 'Close the note' }))
				.first()
				.click();
		}
		await page.getByRole('button', { name: /replace$/i }).click();
		await check(page, 'Find and replace');
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'New note' }).click();
		await check(page, 'A new note');
		await page
			.getByRole('dialog', { name: 'New note' })
			.getByLabel('Choose a picture')
			.setInputFiles({ name: 'oven.png', mimeType: 'image/png', buffer: picture(90, 60) });
		await page.getByRole('button', { name: 'Add a box' }).click();
		await check(page, 'Hidden parts');
	});
});
