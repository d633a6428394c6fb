import type { Locator, Page } from '@playwright/test';
import type { Rating } from '../../../src/lib/domain/event';
import { RATING_LABELS } from '../../../src/lib/ui/study/rating-label';
import { expect } from './test';

/** The sheet that is shown; its footnotes are articles too. */
export const shownCard = (page: Page): Locator => page.getByRole('article', { name: 'Card', exact: true });

/** There only while a card waits for its answer. */
export const revealButton = (page: Page): Locator => page.getByRole('button', { name: /^(Show answer|Check)$/ });

export const gradeButton = (page: Page, rating: Rating): Locator =>
	page.getByRole('button', { name: new RegExp(`^${RATING_LABELS[rating]}, next in `) });

/** The sitting has come to its end, or waits for a card in learning. */
export const sittingOver = (page: Page): Locator =>
	page.getByRole('heading', {
		name: /^(Done for now|Nothing is due here now|Nothing to show just now|There is no deck on your shelf yet)$/
	});

/** A card has come up, unrevealed, or none is left. */
export async function nextShown(page: Page): Promise<void> {
	await expect(shownCard(page).or(sittingOver(page))).toBeVisible();
	await expect(revealButton(page).or(sittingOver(page))).toBeVisible();
}

/** What the card asks, as text. */
export const question = (page: Page): Promise<string> => shownCard(page).locator('.text').innerText();

/** What is left in this sitting: new, learning, due. */
export async function left(page: Page): Promise<number[]> {
	const items = await page.getByRole('list', { name: 'Cards', exact: true }).getByRole('listitem').allTextContents();
	return items.map((text) => Number(/\d+/.exec(text)?.[0]));
}

/** Answers a card of whatever kind and ends with it revealed. */
export async function answer(page: Page): Promise<void> {
	const options = shownCard(page).getByRole('list', { name: 'Options' }).getByRole('button');
	const field = shownCard(page).getByLabel('Your answer');
	const steps = shownCard(page).getByRole('list', { name: 'Steps in your order' }).getByRole('button');
	if ((await options.count()) > 0) await options.first().click();
	else {
		if ((await field.count()) > 0) await field.fill('an answer');
		if ((await steps.count()) > 0) {
			await steps.first().click();
			await page.getByRole('button', { name: 'Down' }).click();
		}
		await revealButton(page).click();
	}
	await expect(gradeButton(page, 3)).toBeVisible();
}

/** Grades the revealed card and waits for what comes next. */
export async function grade(page: Page, rating: Rating): Promise<void> {
	await gradeButton(page, rating).click();
	await nextShown(page);
}

/** From Today into the sitting, up to the first card. */
export async function startStudying(page: Page): Promise<void> {
	await page.getByRole('link', { name: /^(Start|Go on) studying$/ }).click();
	await nextShown(page);
}

/** As a new learner: one tap on the deck that comes with Recite. */
export async function startAsNew(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Start studying' }).first().click();
	await nextShown(page);
}
