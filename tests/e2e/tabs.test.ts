import type { Page } from '@playwright/test';
import { expectWhole, readReviews } from './support/database';
import type { Profile } from './support/profile';
import type { Site } from './support/server';
import { plainNotes, shelve } from './support/shelf';
import { answer, gradeButton, grade, left, nextShown, question, revealButton, shownCard } from './support/study';
import { expect, test } from './support/test';

// A lost or a doubled grade is one too many: no second try.
test.describe.configure({ retries: 0 });

/** Two windows in the middle of the same sitting, both with the first card. */
async function twoSittings({ page, context }: Profile, site: Site, cards: number): Promise<readonly [Page, Page]> {
	await shelve(page, site, plainNotes(cards));
	const other = await context.newPage();
	for (const each of [page, other]) {
		await each.goto(`${site.url}/study`);
		await nextShown(each);
	}
	return [page, other];
}

/** How many grades this window counts as its own. */
const doneHere = async (page: Page): Promise<number> =>
	Number(await page.getByRole('progressbar', { name: 'This sitting' }).getAttribute('aria-valuenow'));

test('a card graded in one window leaves the other', async ({ site, profile }) => {
	const [one, two] = await twoSittings(profile, site, 4);
	await expect(shownCard(two)).toContainText('Question 0?');
	await answer(one);
	await grade(one, 3);
	await expect(shownCard(two)).toContainText('Question 1?');
	await expect(two.getByText('The last card was dealt with in another window.')).toBeVisible();
	expect(await left(two)).toEqual(await left(one));
	// Also while the other has the answer in sight.
	await answer(two);
	await answer(one);
	await grade(one, 3);
	await expect(shownCard(two)).toContainText('Question 2?');
	await expect(revealButton(two)).toBeVisible();
	expect(await readReviews(one)).toHaveLength(2);
});

test('a card suspended in one window leaves the other, and comes back with the undo', async ({ site, profile }) => {
	const [one, two] = await twoSittings(profile, site, 3);
	await one.keyboard.press('s');
	await expect(shownCard(two)).toContainText('Question 1?');
	await expect.poll(() => left(two)).toEqual([2, 0, 0]);
	await one.keyboard.press('u');
	await expect.poll(() => left(two)).toEqual([3, 0, 0]);
	await expectWhole(one);
});

test('grading the same card in both windows at once gives one review', async ({ site, profile }) => {
	const ROUNDS = 12;
	const [one, two] = await twoSittings(profile, site, ROUNDS + 1);
	for (let round = 0; round < ROUNDS; round++) {
		const asked = `Question ${round}?`;
		for (const page of [one, two]) {
			await expect(shownCard(page)).toContainText(asked);
			await answer(page);
		}
		await Promise.all([one.keyboard.press('3'), two.keyboard.press('4')]);
		for (const page of [one, two]) {
			await expect(shownCard(page)).not.toContainText(asked);
			await nextShown(page);
		}
		expect(await readReviews(one), asked).toHaveLength(round + 1);
	}
	expect((await doneHere(one)) + (await doneHere(two))).toBe(ROUNDS);
	const cards = (await readReviews(one)).map(({ card }) => card);
	expect(new Set(cards).size).toBe(ROUNDS);
	expect(await left(one)).toEqual(await left(two));
	await expectWhole(one);
});

test('two windows grading as fast as they can lose no grade and double none', async ({ site, profile }) => {
	const CARDS = 24;
	const [one, two] = await twoSittings(profile, site, CARDS);
	const gradeAll = async (page: Page): Promise<void> => {
		for (;;) {
			await nextShown(page);
			if (!(await revealButton(page).isVisible())) return;
			await page.keyboard.press('Space');
			await page.keyboard.press('3');
		}
	};
	await Promise.all([gradeAll(one), gradeAll(two)]);
	const log = await expectWhole(one);
	const cards = log.flatMap((event) => (event.kind === 'review' ? [event.card] : []));
	expect(cards).toHaveLength(CARDS);
	expect(new Set(cards).size).toBe(CARDS);
	let told = 0;
	for (const page of [one, two]) {
		const summary = await page.getByText(/^\d+ reviews? in /).allTextContents();
		told += Number(/\d+/.exec(summary[0] ?? '0')?.[0]);
	}
	expect(told).toBe(CARDS);
});

test('an undo in one window gives the card back to the other', async ({ site, profile }) => {
	const [one, two] = await twoSittings(profile, site, 3);
	await answer(one);
	await grade(one, 3);
	await expect.poll(() => left(two)).toEqual([2, 0, 0]);
	await one.keyboard.press('u');
	await expect(shownCard(one)).toContainText('Question 0?');
	await expect.poll(() => left(two)).toEqual([3, 0, 0]);
	// The other may grade it now, and then it is gone here.
	await two.reload();
	await nextShown(two);
	await expect(shownCard(two)).toContainText('Question 0?');
	await answer(two);
	await grade(two, 4);
	await expect(shownCard(one)).not.toContainText('Question 0?');
	const log = await expectWhole(one);
	expect(log.filter(({ kind }) => kind === 'review')).toHaveLength(2);
});

test('the last card graded in one window ends the sitting in the other', async ({ site, profile }) => {
	const [one, two] = await twoSittings(profile, site, 1);
	await answer(one);
	await answer(two);
	await gradeButton(one, 3).click();
	await expect(two.getByRole('heading', { name: 'Nothing is due here now' })).toBeVisible();
});

test('Today in another window counts down while cards are graded', async ({ site, profile: { page, context } }) => {
	await shelve(page, site, plainNotes(5));
	const other = await context.newPage();
	await other.goto(`${site.url}/study`);
	await nextShown(other);
	for (const waiting of ['4 cards are waiting.', '3 cards are waiting.']) {
		expect(await question(other)).toContain('Question');
		await answer(other);
		await grade(other, 3);
		await expect(page.getByText(waiting)).toBeVisible();
	}
});
