import type { Page } from '@playwright/test';
import type { NoteKind } from '../../src/lib/domain/note';
import { AXE_DEVICE, check } from './support/axe';
import { chooseBackup, NOTE_OF_KIND, plainNotes, shelve } from './support/shelf';
import { answer, grade, nextShown, shownCard, sittingOver, startAsNew } from './support/study';
import type { Site } from './support/server';
import { expect, test } from './support/test';

test.use({ device: AXE_DEVICE });

/** On the shipped deck, with something new, something in learning and something flagged. */
async function begin(page: Page, site: Site): Promise<void> {
	await page.goto(`${site.url}/`);
	await startAsNew(page);
	await page.getByRole('button', { name: 'More' }).click();
	await page.getByRole('button', { name: /^Flag with a note/ }).click();
	await page.getByRole('dialog').getByLabel('Note').fill('Odd');
	await page.getByRole('dialog').getByRole('button', { name: 'Flag', exact: true }).click();
	for (const rating of [3, 4, 1] as const) {
		await answer(page);
		await grade(page, rating);
	}
	await page.goto(`${site.url}/`);
	await expect(page.getByRole('link', { name: 'Go on studying' })).toBeVisible();
}

test('Today: new, and with cards waiting', async ({ site, profile: { page } }) => {
	test.setTimeout(300_000);
	await page.goto(`${site.url}/`);
	await expect(page.getByRole('button', { name: 'Start studying' })).toBeVisible();
	await check(page, 'Today, new');
	await chooseBackup(page, Buffer.from('not a backup'), 'letter.txt');
	await expect(page.getByText(/not a Recite backup/)).toBeVisible();
	await check(page, 'Today, with a message');
	await begin(page, site);
	await check(page, 'Today');
});

test('Decks and a deck', async ({ site, profile: { page } }) => {
	test.setTimeout(300_000);
	await page.goto(`${site.url}/decks`);
	await expect(page.getByRole('button', { name: 'Put on my shelf' })).toBeVisible();
	await check(page, 'Decks, empty');
	await begin(page, site);
	await page.goto(`${site.url}/decks`);
	await expect(page.getByRole('link', { name: /Mechanisms/ })).toBeVisible();
	await check(page, 'Decks');
	await page.goto(`${site.url}/decks/ketamine`);
	await expect(page.getByRole('heading', { name: 'Documents' })).toBeVisible();
	await check(page, 'a deck, overview');
	await page
		.getByText('Flagged', { exact: true })
		.or(page.getByText('Cards', { exact: true }))
		.first()
		.click();
	await page.getByText('Flagged', { exact: true }).click();
	await expect(page.getByText('Flag: Odd')).toBeVisible();
	await check(page, 'a deck, flagged cards');
	await page.getByText('All', { exact: true }).click();
	await expect(page.getByRole('button', { name: 'Suspend' }).first()).toBeVisible();
	await check(page, 'a deck, cards');
});

test('settings of a deck, no such deck', async ({ site, profile: { page } }) => {
	test.setTimeout(300_000);
	await shelve(page, site, plainNotes(3));
	await page.goto(`${site.url}/decks/bread`);
	await page.getByRole('main').getByText('Settings', { exact: true }).click();
	await expect(page.getByLabel('New cards', { exact: true })).toBeVisible();
	await check(page, 'a deck, settings');
	await page.getByRole('button', { name: 'Take off the shelf' }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await check(page, 'a deck, taking it off');
	await page.goto(`${site.url}/decks/bread/dough`);
	await expect(page.getByRole('heading', { level: 1, name: 'Dough' })).toBeVisible();
	await check(page, 'a topic');
	await page.goto(`${site.url}/decks/nothing`);
	await expect(page.getByText('This deck is not on your shelf')).toBeVisible();
	await check(page, 'no such deck');
});

test('the reader, closed and open', async ({ site, profile: { page } }) => {
	test.setTimeout(300_000);
	await begin(page, site);
	await page.goto(`${site.url}/decks/ketamine`);
	await page.getByRole('region', { name: 'Documents' }).getByRole('link').first().click();
	const sentence = page.locator('[data-statement][role="button"]');
	await expect(sentence.first()).toBeVisible();
	await check(page, 'the reader');
	await page.getByText('Show what carries no card').click();
	await sentence.first().click();
	await expect(page.getByRole('complementary', { name: 'Cards of the sentence' })).toBeVisible();
	await check(page, 'the reader, a sentence open');
	await page.goto(`${site.url}/documents/ketamine/nothing`);
	await expect(page.getByText('This document is not on your shelf')).toBeVisible();
	await check(page, 'no such document');
});

test('Settings and Help', async ({ site, profile: { page } }) => {
	test.setTimeout(300_000);
	for (const path of ['/settings', '/help']) {
		await page.goto(site.url + path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await page.waitForLoadState('networkidle');
		await check(page, path);
	}
});

for (const kinds of [
	['basic', 'cloze', 'typed'],
	['choice', 'sequence', 'diagram']
] as const satisfies readonly NoteKind[][]) {
	test(`Study, front and back: ${kinds.join(', ')}`, async ({ site, profile: { page } }) => {
		test.setTimeout(300_000);
		await shelve(
			page,
			site,
			kinds.map((kind) => NOTE_OF_KIND[kind])
		);
		await page.goto(`${site.url}/study`);
		for (const kind of kinds) {
			await nextShown(page);
			await expect(shownCard(page)).toBeVisible();
			await check(page, `${kind}, front`);
			await answer(page);
			await check(page, `${kind}, back`);
			await grade(page, 3);
		}
		await expect(sittingOver(page)).toBeVisible();
		await check(page, 'the end');
	});
}

test('Study: menu, dialogs, the shipped deck, and nothing to do', async ({ site, profile: { page } }) => {
	test.setTimeout(300_000);
	await page.goto(`${site.url}/study`);
	await expect(sittingOver(page)).toBeAttached();
	await check(page, 'Study, nothing to do');
	await page.goto(`${site.url}/`);
	await startAsNew(page);
	await page.getByRole('button', { name: 'More' }).click();
	await check(page, 'Study, menu');
	await page.getByRole('button', { name: /^Flag with a note/ }).click();
	await check(page, 'Study, flagging');
	await page.keyboard.press('Escape');
	await answer(page);
	await page.getByRole('button', { name: 'In context' }).first().click();
	await check(page, 'Study, a source in context');
});

test('what is shown when there is no storage, and when it was wiped', async ({ site, profile: { page, context } }) => {
	test.setTimeout(300_000);
	await begin(page, site);
	const client = await context.newCDPSession(page);
	await client.send('Storage.clearDataForOrigin', { origin: new URL(site.url).origin, storageTypes: 'indexeddb' });
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Your data are gone from this browser' })).toBeVisible();
	await check(page, 'wiped');
	await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
	await page.reload();
	await expect(page.getByRole('heading', { name: 'This window cannot keep anything' })).toBeVisible();
	await check(page, 'no storage');
});
