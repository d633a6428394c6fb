import type { Page } from '@playwright/test';
import { readyOffline } from './support/profile';
import { expectWhole, readCard, readDerived, readReviews } from './support/database';
import { plainNotes, shelve } from './support/shelf';
import {
	answer,
	grade,
	gradeButton,
	left,
	nextShown,
	question,
	revealButton,
	shownCard,
	sittingOver,
	startAsNew,
	startStudying
} from './support/study';
import { cardId, deckId, noteId } from '../../src/lib/domain/ids';
import { expect, test } from './support/test';

const FIRST = cardId(noteId('bread', 'n-0'), 0);

async function gradeCards(page: Page, count: number): Promise<void> {
	for (let i = 0; i < count; i++) {
		await answer(page);
		await grade(page, 3);
	}
}

test('a new learner studies ten cards, loses the network, reloads and goes on', async ({ site, profile: { page } }) => {
	await page.goto(`${site.url}/`);
	await startAsNew(page);
	await gradeCards(page, 10);
	expect(await readReviews(page)).toHaveLength(10);
	await readyOffline(page);
	await site.stop();
	await page.reload();
	await nextShown(page);
	await gradeCards(page, 3);
	await page.getByRole('link', { name: 'Leave' }).click();
	await expect(page.getByRole('link', { name: 'Study this deck' })).toBeVisible();
	const log = await expectWhole(page);
	expect(log.filter(({ kind }) => kind === 'review')).toHaveLength(13);
});

test('leaving in the middle loses nothing', async ({ site, profile: { page } }) => {
	await shelve(page, site, plainNotes(5));
	await startStudying(page);
	await gradeCards(page, 2);
	const asked = await question(page);
	await answer(page);
	await page.getByRole('link', { name: 'Leave' }).click();
	await expect(page.getByText('3 cards are waiting.')).toBeVisible();
	await startStudying(page);
	expect(await question(page)).toBe(asked);
	expect(await readReviews(page)).toHaveLength(2);
});

test('undo brings back the card, the counts and every row as they were', async ({ site, profile: { page } }) => {
	await shelve(page, site, plainNotes(3), {});
	await startStudying(page);
	const states: { asked: string; counts: number[]; rows: unknown }[] = [];
	const look = async () => ({ asked: await question(page), counts: await left(page), rows: await readDerived(page) });
	for (const rating of [1, 3, 4] as const) {
		states.push(await look());
		await answer(page);
		await grade(page, rating);
	}
	// Back to the first, and past the point where the sitting was over.
	for (const before of states.reverse()) {
		await page.getByRole('button', { name: /^Undo/ }).click();
		await expect.poll(() => question(page)).toBe(before.asked);
		await expect(revealButton(page)).toBeVisible();
		expect(await look()).toEqual(before);
	}
	await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
	const log = await expectWhole(page);
	expect(log.filter(({ kind }) => kind === 'undo')).toHaveLength(3);
});

test('suspends, buries and flags from the menu', async ({ site, profile: { page } }) => {
	await shelve(page, site, plainNotes(4));
	await startStudying(page);
	const choose = async (item: RegExp) => {
		await page.getByRole('button', { name: 'More' }).click();
		await page.getByRole('button', { name: item }).click();
	};
	await choose(/^Suspend the card/);
	await expect(page.getByText('Card suspended.')).toBeVisible();
	await expect(shownCard(page)).toContainText('Question 1?');
	await choose(/^Hide until tomorrow/);
	await expect(page.getByText('Card hidden until tomorrow.')).toBeVisible();
	await expect(shownCard(page)).toContainText('Question 2?');
	await choose(/^Flag with a note/);
	await page.getByRole('dialog').getByLabel('Note').fill('Ask about this');
	await page.getByRole('dialog').getByRole('button', { name: 'Flag', exact: true }).click();
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(shownCard(page)).toContainText('Question 2?');
	expect(await left(page)).toEqual([2, 0, 0]);

	await page.goto(`${site.url}/decks/${deckId('bread')}`);
	await page.getByText('Cards', { exact: true }).click();
	await page.getByText('Set aside', { exact: true }).click();
	await expect(page.getByText('suspended', { exact: true })).toBeVisible();
	await expect(page.getByText('hidden until tomorrow', { exact: true })).toBeVisible();
	await page.getByText('Flagged', { exact: true }).click();
	await expect(page.getByText('Flag: Ask about this')).toBeVisible();
	await expectWhole(page);
});

test('suspends, buries and flags by key, and takes each back', async ({ site, profile: { page } }) => {
	await shelve(page, site, plainNotes(4));
	await startStudying(page);
	const before = await readCard(page, FIRST);
	for (const [key, said] of [
		['s', 'Card suspended.'],
		['b', 'Card hidden until tomorrow.']
	] as const) {
		await page.keyboard.press(key);
		await expect(page.getByText(said)).toBeVisible();
		await expect(shownCard(page)).toContainText('Question 1?');
		await page.keyboard.press('u');
		await expect(shownCard(page)).toContainText('Question 0?');
		expect(await readCard(page, FIRST)).toEqual(before);
	}
	await page.keyboard.press('f');
	await page.getByRole('dialog').getByLabel('Note').fill('Odd');
	await page.getByRole('dialog').getByRole('button', { name: 'Flag', exact: true }).click();
	await expect.poll(async () => (await readCard(page, FIRST))?.flag.value).toEqual({ note: 'Odd' });
	await page.keyboard.press('u');
	await expect.poll(async () => (await readCard(page, FIRST))?.flag.value).toBe(null);
	expect(await readCard(page, FIRST)).toEqual(before);
});

test('the undo that a message offers takes the card back', async ({ site, profile: { page } }) => {
	await shelve(page, site, plainNotes(2));
	await startStudying(page);
	await page.keyboard.press('s');
	await expect(shownCard(page)).toContainText('Question 1?');
	await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
	await expect(shownCard(page)).toContainText('Question 0?');
	expect((await readCard(page, FIRST))?.suspended.value).toBe(false);
});

test('the end sums up what was done', async ({ site, profile: { page } }) => {
	await shelve(page, site, plainNotes(4));
	await startStudying(page);
	for (const rating of [1, 3, 3, 4] as const) {
		await answer(page);
		await grade(page, rating);
	}
	await expect(sittingOver(page)).toHaveText('Done for now');
	await expect(page.getByText(/^4 reviews in .*; 75% recalled\.$/)).toBeVisible();
	await expect(page.getByRole('img', { name: 'Again 1, Hard 0, Good 2, Easy 1' })).toBeVisible();
	await expect(page.getByText('The next cards come with the new day.')).toBeVisible();
	await page.getByRole('button', { name: 'Undo the last grade' }).click();
	await expect(shownCard(page)).toContainText('Question 3?');
	await answer(page);
	await grade(page, 4);
	await page.getByRole('link', { name: 'Done' }).click();
	await expect(page.getByText('Done for today.')).toBeVisible();
	await expect(page.getByText('4 reviews today.')).toBeVisible();
});

test('grade buttons say when the card comes back, and it does', async ({ site, profile: { page } }) => {
	await shelve(page, site, plainNotes(2), { learningSteps: [60_000, 600_000] });
	await startStudying(page);
	await answer(page);
	await expect(gradeButton(page, 1)).toHaveAccessibleName('Again, next in 1 minute');
	await expect(gradeButton(page, 1)).toContainText('1 min');
	await expect(gradeButton(page, 3)).toHaveAccessibleName(/^Good, next in 10 minutes/);
	const easy = await gradeButton(page, 4).innerText();
	await grade(page, 4);
	const card = await readCard(page, FIRST);
	const days = card?.schedule.phase === 'review' ? card.schedule.interval : 0;
	expect(days).toBeGreaterThan(1);
	expect(easy).toContain(`${days} d`);
});

test('a footnote shows the sentence, its evidence and date, and leads to the document and back', async ({
	site,
	profile: { page }
}) => {
	await page.goto(`${site.url}/`);
	await startAsNew(page);
	await answer(page);
	const asked = (await shownCard(page).locator('.text').innerText()).split('\n')[0] ?? '';
	const footnote = page.getByRole('article', { name: 'Source 1' });
	const quote = await footnote.locator('mark').innerText();
	expect(quote.length).toBeGreaterThan(20);
	await expect(footnote.locator('.evidence')).not.toBeEmpty();
	await expect(footnote.locator('.from')).toHaveText(/, (undated|(\d+ )?([A-Z][a-z]+ )?\d{4})\.$/);
	await footnote.getByRole('button', { name: 'In context' }).click();
	await expect(footnote.getByText('Limits')).toBeVisible();
	await footnote.getByRole('link', { name: 'Open document' }).click();

	const lit = page.getByRole('button', { pressed: true }).and(page.locator('[data-statement]'));
	await expect(lit).toBeInViewport();
	await expect(lit).toContainText(quote.slice(0, 40));
	await expect(page.getByRole('complementary', { name: 'Cards of the sentence' })).toContainText(asked.slice(0, 20));
	await page.goBack();
	await expect(shownCard(page)).toContainText(asked);
	await expect(gradeButton(page, 3)).toBeVisible();
});

test('a topic can be studied alone, and only its cards come', async ({ site, profile: { page } }) => {
	await shelve(page, site, plainNotes(2));
	await page.goto(`${site.url}/study/bread/oven`);
	await expect(sittingOver(page)).toBeVisible();
	await page.goto(`${site.url}/study/bread/dough`);
	await nextShown(page);
	expect(await left(page)).toEqual([2, 0, 0]);
	expect(await readReviews(page)).toEqual([]);
});
