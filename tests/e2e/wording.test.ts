import type { Page } from '@playwright/test';
import { AXE_DEVICE, check } from './support/axe';
import { expectWhole } from './support/database';
import { edition, reciteFile } from './support/published';
import { NOTE_OF_KIND, plainNotes, shelve } from './support/shelf';
import { answer, grade, shownCard, startStudying } from './support/study';
import { DESKTOP, expect, test } from './support/test';

const form = (page: Page) => page.getByRole('dialog', { name: 'Your wording' });
const mark = (page: Page) => shownCard(page).getByText('Your wording');

/** Words the shown card otherwise, by keys alone. */
async function reword(page: Page, words: string): Promise<void> {
	await page.keyboard.press('e');
	await expect(form(page).getByLabel('Question', { exact: true })).toBeFocused();
	await form(page).getByLabel('Answer', { exact: true }).fill(words);
	await page.keyboard.press('Control+Enter');
	await expect(form(page)).toBeHidden();
}

test.describe('with a keyboard', () => {
	test.use({ device: DESKTOP });

	test('a card is worded otherwise in Study, undone, kept through a reload and an update, and given back', async ({
		site,
		profile: { page }
	}) => {
		await shelve(page, site, plainNotes(3));
		await startStudying(page);
		// Before the answer is shown there is nothing to be worded.
		await page.keyboard.press('e');
		await expect(form(page)).toBeHidden();
		await answer(page);
		await reword(page, 'My own words');
		await expect(shownCard(page)).toContainText('My own words');
		await expect(mark(page)).toBeVisible();
		await page.keyboard.press('u');
		await expect(shownCard(page)).toContainText('Question 0?');
		await expect(mark(page)).toBeHidden();
		await answer(page);
		await expect(shownCard(page)).toContainText('Answer 0');
		await reword(page, 'My own words');
		await expect(shownCard(page)).toContainText('My own words');
		await page.keyboard.press('3');
		await expect(shownCard(page)).toContainText('Question 1?');
		await page.keyboard.press('u');
		await answer(page);
		await expect(shownCard(page)).toContainText('My own words');
		await page.reload();
		await answer(page);
		await expect(shownCard(page)).toContainText('My own words');
		await expect(mark(page)).toBeVisible();
		await grade(page, 3);
		await expectWhole(page);

		// The author has changed the same note.
		const [first, ...others] = plainNotes(3);
		if (first?.kind !== 'basic') throw new Error('not a plain note');
		const { pack } = await edition(2, [{ ...first, front: 'Asked anew?', back: 'Answered anew' }, ...others]);
		await page.goto(`${site.url}/decks`);
		await page
			.getByLabel('Deck file')
			.setInputFiles({ name: 'bread.recite', mimeType: 'application/zip', buffer: await reciteFile(pack) });
		const offer = page.getByRole('region', { name: 'Bread' });
		await expect(offer).toContainText('your own words stay');
		await expect(offer).toContainText('You have worded it otherwise; your words are kept.');
		await offer.getByRole('button', { name: 'Take the new version' }).click();
		await expect(offer).toBeHidden();
		await page.goto(`${site.url}/decks/bread`);
		await page.getByText('Cards', { exact: true }).click();
		const note = page.getByRole('listitem').filter({ hasText: 'Asked anew?' });
		await expect(note).toContainText('Your wording');
		await page.locator('label', { hasText: 'Your wording' }).click();
		await expect(page.getByText('Question 1?')).toBeHidden();
		await expect(note).toBeVisible();
		await note.getByRole('button', { name: /^Edit/ }).click();
		await expect(form(page).getByLabel('Answer', { exact: true })).toHaveValue('My own words');
		await form(page).getByText('The deck’s wording', { exact: true }).click();
		await expect(form(page)).toContainText('Answered anew');
		await form(page).getByRole('button', { name: 'Go back to the deck’s wording' }).click();
		await expect(page.getByText('The deck’s wording is back.')).toBeVisible();
		await expect(page.getByText('Nothing is worded otherwise')).toBeVisible();
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(note).toContainText('Your wording');
		await expectWhole(page);
	});

	test('the buttons of a form longer than the window are in view', async ({ site, profile: { page } }) => {
		await shelve(page, site, [NOTE_OF_KIND.typed]);
		await startStudying(page);
		await answer(page);
		await page.keyboard.press('e');
		const body = form(page).locator('.body');
		await expect(form(page).getByLabel('Right answer')).toBeVisible();
		expect(await body.evaluate((it) => it.scrollHeight > it.clientHeight)).toBe(true);
		await expect(form(page).getByRole('button', { name: 'Save' })).toBeInViewport({ ratio: 1 });
	});

	test('what was typed is not given up without asking, and what cannot be asked is not saved', async ({
		site,
		profile: { page }
	}) => {
		await shelve(page, site, [NOTE_OF_KIND.cloze, ...plainNotes(1)]);
		await startStudying(page);
		await answer(page);
		await page.keyboard.press('e');
		await form(page).getByLabel('Sentence', { exact: true }).fill('In the oven, bread rises quickly.');
		await form(page).getByRole('button', { name: 'Save' }).click();
		await expect(form(page).getByRole('alert')).toContainText('must hide some words');
		await page.keyboard.press('Escape');
		await expect(form(page).getByText('Close all the same?')).toBeVisible();
		await form(page).getByRole('button', { name: 'Go on writing' }).click();
		await form(page).getByLabel('Sentence', { exact: true }).fill('Heat makes bread {{c1::rise}}.');
		await form(page).getByRole('button', { name: 'Save' }).click();
		await expect(shownCard(page)).toContainText('Heat makes bread rise.');
		await expectWhole(page);
	});
});

test('by touch, from the menu', async ({ site, profile: { page } }) => {
	await shelve(page, site, plainNotes(1));
	await startStudying(page);
	await answer(page);
	await page.getByRole('button', { name: 'More' }).click();
	await page.getByRole('button', { name: 'Edit the wording' }).click();
	await form(page).getByLabel('Answer', { exact: true }).fill('Otherwise');
	await form(page).getByRole('button', { name: 'Save' }).click();
	await expect(shownCard(page)).toContainText('Otherwise');
	await page.getByRole('button', { name: 'Undo' }).last().click();
	await expect(mark(page)).toBeHidden();
});

test.describe('axe finds nothing', () => {
	test.use({ device: AXE_DEVICE });

	test('where a card is worded otherwise', async ({ site, profile: { page } }) => {
		await shelve(page, site, plainNotes(2));
		await startStudying(page);
		await answer(page);
		await reword(page, 'My own words');
		await check(page, 'a card in the learner’s words');
		await page.keyboard.press('e');
		await form(page).getByText('The deck’s wording', { exact: true }).click();
		await check(page, 'the form of a wording');
	});
});
