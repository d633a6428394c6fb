import type { Page } from '@playwright/test';
import type { Rating } from '../../src/lib/domain/event';
import type { Note } from '../../src/lib/domain/note';
import { readReviews } from './support/database';
import { HANDS, steps } from './support/hands';
import type { Site } from './support/server';
import { NOTE_OF_KIND, PLAIN, shelve } from './support/shelf';
import { gradeButton, revealButton, shownCard, sittingOver, startStudying } from './support/study';
import { expect, test } from './support/test';

const { basic, reversed, cloze, typed, choice, sequence, diagram } = NOTE_OF_KIND;

async function begin(page: Page, site: Site, notes: readonly Note[]): Promise<void> {
	await shelve(page, site, notes, { ...PLAIN, burySiblings: false });
	await startStudying(page);
}

async function expectGraded(page: Page, ...ratings: readonly Rating[]): Promise<void> {
	await expect(sittingOver(page)).toBeVisible();
	expect((await readReviews(page)).map(({ rating }) => rating)).toEqual(ratings);
}

const suggests = (page: Page, rating: Rating) => expect(gradeButton(page, rating)).toHaveAccessibleName(/, suggested$/);

for (const hand of HANDS) {
	test.describe(`by ${hand.name}`, () => {
		test.use({ device: hand.device });

		test('basic: hint, answer, why, contrast', async ({ site, profile: { page } }) => {
			await begin(page, site, [basic]);
			const card = shownCard(page);
			await expect(card).not.toContainText('It rises');
			await hand.press(page, card.getByRole('button', { name: 'Hint' }));
			await expect(card).toContainText('Upwards.');
			await hand.reveal(page);
			await expect(card).toContainText('It rises');
			await expect(card).toContainText(/Why\s*Yeast makes gas\./);
			await expect(card).toContainText(/Not to be confused\s*Not the same as puffing\./);
			await expect(card.getByRole('article', { name: 'Source 1' })).toContainText('Bread rises.');
			await hand.grade(page, 3);
			await expectGraded(page, 3);
		});

		test('reversed: both ways round', async ({ site, profile: { page } }) => {
			await begin(page, site, [reversed]);
			for (const [front, back] of [
				[reversed.front, reversed.back],
				[reversed.back, reversed.front]
			] as const) {
				await expect(shownCard(page)).toContainText(front);
				await expect(shownCard(page)).not.toContainText(back);
				await hand.reveal(page);
				await expect(shownCard(page)).toContainText(back);
				await hand.grade(page, 1);
			}
			await expectGraded(page, 1, 1);
		});

		test('cloze: the gap is filled in its place', async ({ site, profile: { page } }) => {
			await begin(page, site, [cloze]);
			await expect(shownCard(page)).toContainText('blank, a verb');
			await expect(shownCard(page)).not.toContainText('rises');
			await hand.reveal(page);
			await expect(shownCard(page)).toContainText('In the oven, bread rises quickly.');
			await hand.grade(page, 4);
			await expectGraded(page, 4);
		});

		test('typed: what differs is shown; case does not matter', async ({ site, profile: { page } }) => {
			await begin(page, site, [typed, { ...typed, id: 'typed-2' }]);
			const field = shownCard(page).getByLabel('Your answer');
			await hand.press(page, field);
			await page.keyboard.type('yaest');
			await page.keyboard.press('Enter');
			await expect(shownCard(page)).toContainText('Not the same');
			await expect(shownCard(page).locator('.given.wrong, .given.extra, .given.missing').first()).toBeAttached();
			await suggests(page, 1);
			await hand.grade(page, 1);
			await hand.press(page, field);
			await page.keyboard.type('yeast');
			await page.keyboard.press('Enter');
			await expect(shownCard(page)).toContainText('Right');
			await suggests(page, 3);
			await hand.grade(page, 3);
			await expectGraded(page, 1, 3);
		});

		test('choice: a wrong one is explained, a right one confirmed', async ({ site, profile: { page } }) => {
			await begin(page, site, [choice, { ...choice, id: 'choice-2' }]);
			const option = (text: string) =>
				shownCard(page).getByRole('list', { name: 'Options' }).getByRole('button').filter({ hasText: text });
			await hand.press(page, option('Oxygen'));
			await expect(option('Oxygen')).toContainText('Your choice');
			await expect(option('Carbon dioxide')).toContainText('Right answer');
			await expect(shownCard(page)).toContainText('Yeast uses it up.');
			await suggests(page, 1);
			await hand.grade(page, 1);
			await hand.press(page, option('Carbon dioxide'));
			await expect(option('Carbon dioxide')).toContainText('Right answer, your choice');
			await suggests(page, 3);
			await hand.grade(page, 3);
			await expectGraded(page, 1, 3);
		});

		test('sequence: put in order', async ({ site, profile: { page } }) => {
			await begin(page, site, [sequence]);
			await expect(steps(page)).toHaveCount(sequence.steps.length);
			for (const [place, text] of sequence.steps.entries()) {
				const from = (await steps(page).locator('.text').allInnerTexts()).indexOf(text);
				if (from !== place) await hand.move(page, from, place);
				await expect(steps(page).locator('.text').nth(place)).toHaveText(text);
			}
			// Where there is much to read the sheet scrolls, and a swipe up with it.
			if (hand.name === 'touch') await revealButton(page).tap();
			else await hand.reveal(page);
			await expect(shownCard(page)).toContainText('All in place');
			await suggests(page, 3);
			await hand.grade(page, 3);
			await expectGraded(page, 3);
		});

		test('diagram: one label is asked, then shown', async ({ site, profile: { page } }) => {
			await begin(page, site, [diagram]);
			const drawing = shownCard(page).getByRole('img', { name: diagram.alt });
			await expect(shownCard(page)).toContainText('What is above?');
			await expect(drawing).toContainText('?');
			await expect(drawing).not.toContainText('Dome');
			await hand.reveal(page);
			await expect(drawing).toContainText('Dome');
			await expect(shownCard(page)).toContainText('The dome');
			await hand.grade(page, 3);
			await expectGraded(page, 3);
		});
	});
}

test.describe('a sequence without dragging', () => {
	test.use({ device: HANDS[0]?.device ?? {} });

	test('moves by the buttons, and says where it is', async ({ site, profile: { page } }) => {
		await begin(page, site, [sequence]);
		const last = steps(page).last();
		const text = await last.locator('.text').innerText();
		await last.tap();
		for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Up', exact: true }).tap();
		await expect(steps(page).first().locator('.text')).toHaveText(text);
		await expect(page.getByText(`${text}, place 1 of 4.`)).toBeAttached();
	});
});
