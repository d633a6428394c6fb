import type { Page } from '@playwright/test';
import type { Rating } from '../../src/lib/domain/event';
import { expectWhole, readReviews } from './support/database';
import { steps, tabTo } from './support/hands';
import { chooseBackup, NOTE_OF_KIND, PLAIN, shelfBackup } from './support/shelf';
import { gradeButton, nextShown, question, revealButton, shownCard, sittingOver } from './support/study';
import { DESKTOP, expect, test } from './support/test';

test.use({ device: DESKTOP });

/** Fails a test that was helped by a mouse. */
async function countPointers(page: Page): Promise<() => Promise<number>> {
	await page.addInitScript(() => {
		const seen = { pointers: 0 };
		Object.assign(window, { seen });
		addEventListener('pointerdown', () => seen.pointers++, true);
	});
	return () => page.evaluate(() => (window as unknown as { seen: { pointers: number } }).seen.pointers);
}

/** Answers whatever is asked, by the keys that Help names. */
async function answerByKey(page: Page): Promise<void> {
	const card = shownCard(page);
	if ((await card.getByRole('list', { name: 'Options' }).count()) > 0) await page.keyboard.press('2');
	else if ((await card.getByLabel('Your answer').count()) > 0) {
		await expect(card.getByLabel('Your answer')).toBeFocused();
		await page.keyboard.type('an answer');
		await page.keyboard.press('Enter');
	} else {
		if ((await steps(page).count()) > 0) {
			await tabTo(page, steps(page).first());
			for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
			await tabTo(page, revealButton(page));
		}
		await page.keyboard.press('Space');
	}
	await expect(gradeButton(page, 3)).toBeVisible();
}

/** On a card with a field to type in, the first Escape leaves the field. */
async function keysToCard(page: Page): Promise<void> {
	const field = shownCard(page).getByLabel('Your answer');
	if ((await field.count()) === 0) return;
	await expect(field).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(field).not.toBeFocused();
}

async function gradeByKey(page: Page, rating: Rating): Promise<void> {
	await page.keyboard.press(String(rating));
	await nextShown(page);
}

test('a new learner needs no mouse', async ({ site, profile: { page } }) => {
	const pointers = await countPointers(page);
	await page.goto(`${site.url}/`);
	await expect(page.getByRole('button', { name: 'Start studying' })).toBeVisible();
	await tabTo(page, page.getByRole('button', { name: 'Start studying' }));
	await page.keyboard.press('Enter');
	await nextShown(page);
	const ratings: Rating[] = [1, 2, 3, 4, 3, 3];
	for (const rating of ratings) {
		await answerByKey(page);
		await gradeByKey(page, rating);
	}
	const asked = await question(page);
	await answerByKey(page);
	await gradeByKey(page, 3);
	await keysToCard(page);
	await page.keyboard.press('u');
	await expect.poll(() => question(page)).toBe(asked);
	await keysToCard(page);
	await page.keyboard.press('f');
	await expect(page.getByRole('dialog').getByLabel('Note')).toBeVisible();
	await tabTo(page, page.getByRole('dialog').getByLabel('Note'));
	await page.keyboard.type('Look this up');
	await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Flag', exact: true }));
	await page.keyboard.press('Enter');
	await expect(page.getByText(/^Flagged\./)).toBeVisible();
	for (const [key, said] of [
		['b', 'Card hidden until tomorrow.'],
		['s', 'Card suspended.']
	] as const) {
		await keysToCard(page);
		await page.keyboard.press(key);
		await expect(page.getByText(said)).toBeVisible();
		await nextShown(page);
	}
	await keysToCard(page);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('link', { name: 'Study this deck' })).toBeVisible();
	await tabTo(page, page.getByRole('link', { name: 'Study this deck' }));
	await page.keyboard.press('Enter');
	await nextShown(page);
	expect(await pointers()).toBe(0);
	const undone = (await expectWhole(page)).filter(({ kind }) => kind === 'undo').length;
	expect((await readReviews(page)).length - undone).toBe(ratings.length);
});

test('every kind of card, from the first page to the end of the sitting', async ({ site, profile: { page } }) => {
	const pointers = await countPointers(page);
	const buffer = await shelfBackup(Object.values(NOTE_OF_KIND), { ...PLAIN, burySiblings: false });
	const choosing = page.waitForEvent('filechooser');
	await page.goto(`${site.url}/`);
	await expect(page.getByRole('button', { name: 'Restore a backup' })).toBeVisible();
	await tabTo(page, page.getByRole('button', { name: 'Restore a backup' }));
	await page.keyboard.press('Enter');
	await (await choosing).setFiles({ name: 'a.recite-backup', mimeType: 'application/zip', buffer });
	await expect(page.getByRole('link', { name: 'Start studying' })).toBeVisible();
	await tabTo(page, page.getByRole('link', { name: 'Start studying' }));
	await page.keyboard.press('Enter');
	await nextShown(page);
	// The reversed note has two.
	const cards = Object.keys(NOTE_OF_KIND).length + 1;
	for (let i = 0; i < cards; i++) {
		await answerByKey(page);
		await gradeByKey(page, 3);
	}
	await expect(sittingOver(page)).toHaveText('Done for now');
	await tabTo(page, page.getByRole('link', { name: 'Done' }));
	await page.keyboard.press('Enter');
	await expect(page.getByText('Done for today.')).toBeVisible();
	expect(await pointers()).toBe(0);
	expect(await readReviews(page)).toHaveLength(cards);
});

test('the button that shows the answer names the key that does', async ({ site, profile: { page } }) => {
	await page.goto(`${site.url}/`);
	await chooseBackup(page, await shelfBackup([NOTE_OF_KIND.typed, NOTE_OF_KIND.basic]));
	await page.getByRole('link', { name: 'Start studying' }).click();
	await nextShown(page);
	await expect(shownCard(page).getByLabel('Your answer')).toBeFocused();
	await expect(revealButton(page).locator('kbd')).toHaveText('Enter');
	await expect(revealButton(page)).toHaveAttribute('aria-keyshortcuts', 'Enter');
	await page.keyboard.press('Escape');
	await expect(revealButton(page).locator('kbd')).toHaveText('Space');
	await shownCard(page).getByLabel('Your answer').focus();
	await expect(revealButton(page).locator('kbd')).toHaveText('Enter');
	await page.keyboard.press('Enter');
	await gradeByKey(page, 4);
	await expect(revealButton(page).locator('kbd')).toHaveText('Space');
	await expect(revealButton(page)).toHaveAttribute('aria-keyshortcuts', 'Space');
});
