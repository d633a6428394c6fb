import type { Locator, Page } from '@playwright/test';
import type { Rating } from '../../../src/lib/domain/event';
import type { ProfileOptions } from './profile';
import { gradeButton, nextShown, revealButton, shownCard } from './study';
import { DESKTOP, expect, PHONE } from './test';

/** A way of using the app: every card must work with each. */
export interface Hand {
	readonly name: 'touch' | 'mouse' | 'keyboard';
	readonly device: ProfileOptions;
	/** Uses a button, a link or a field. */
	press(page: Page, target: Locator): Promise<void>;
	reveal(page: Page): Promise<void>;
	/** Grades the revealed card and waits for what comes next. */
	grade(page: Page, rating: Rating): Promise<void>;
	/** Moves a step of a sequence from one place to another, counted from 0. */
	move(page: Page, from: number, to: number): Promise<void>;
}

export const steps = (page: Page): Locator =>
	shownCard(page).getByRole('list', { name: 'Steps in your order' }).getByRole('button');

/** Presses Tab until the target has the focus; throws after a hundred. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
	for (let i = 0; i < 100; i++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('Tab does not reach it.');
}

interface Point {
	readonly x: number;
	readonly y: number;
}

async function centre(target: Locator): Promise<Point> {
	await target.scrollIntoViewIfNeeded();
	const box = await target.boundingBox();
	if (box === null) throw new Error('It is not on the page.');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function between(from: Point, to: Point, count = 6): Point[] {
	return Array.from({ length: count }, (_, i) => ({
		x: from.x + ((to.x - from.x) * (i + 1)) / count,
		y: from.y + ((to.y - from.y) * (i + 1)) / count
	}));
}

/**
 * A finger put down, moved and lifted, as the browser gets it from a touch screen.
 * @param rest ms that it stays before it is lifted: one lifted in motion is a fling, which swallows the next tap
 */
async function stroke(page: Page, from: Point, to: Point, rest = 0): Promise<void> {
	const client = await page.context().newCDPSession(page);
	await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
	for (const point of between(from, to)) {
		await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
		// At the pace at which the screen is drawn, as from a hand.
		await page.evaluate(() => new Promise(requestAnimationFrame));
	}
	if (rest > 0) await page.waitForTimeout(rest);
	await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	await client.detach();
}

async function swipe(page: Page, dx: number, dy: number): Promise<void> {
	const from = await centre(page.getByRole('region', { name: 'Card' }));
	await stroke(page, from, { x: from.x + dx, y: from.y + dy });
}

const touch: Hand = {
	name: 'touch',
	device: PHONE,
	press: (_, target) => target.tap(),
	async reveal(page) {
		await swipe(page, 0, -200);
		await expect(gradeButton(page, 3)).toBeVisible();
	},
	async grade(page, rating) {
		if (rating === 1) await swipe(page, -140, 0);
		else if (rating === 3) await swipe(page, 140, 0);
		else await gradeButton(page, rating).tap();
		await nextShown(page);
	},
	async move(page, from, to) {
		const grip = steps(page).locator('.grip');
		await stroke(page, await centre(grip.nth(from)), await centre(grip.nth(to)), 100);
	}
};

const mouse: Hand = {
	name: 'mouse',
	device: DESKTOP,
	press: (_, target) => target.click(),
	async reveal(page) {
		await revealButton(page).click();
		await expect(gradeButton(page, 3)).toBeVisible();
	},
	async grade(page, rating) {
		await gradeButton(page, rating).click();
		await nextShown(page);
	},
	async move(page, from, to) {
		const [start, end] = [await centre(steps(page).nth(from)), await centre(steps(page).nth(to))];
		await page.mouse.move(start.x, start.y);
		await page.mouse.down();
		for (const { x, y } of between(start, end)) await page.mouse.move(x, y);
		await page.mouse.up();
	}
};

const keyboard: Hand = {
	name: 'keyboard',
	device: DESKTOP,
	async press(page, target) {
		const key = await target.getAttribute('aria-keyshortcuts');
		if (key !== null) return page.keyboard.press(key);
		await tabTo(page, target);
		const types = await target.evaluate((element) => element instanceof HTMLInputElement);
		if (!types) await page.keyboard.press('Enter');
	},
	async reveal(page) {
		// Space on a button, or on a step, is for that one.
		await tabTo(page, revealButton(page));
		await page.keyboard.press('Space');
		await expect(gradeButton(page, 3)).toBeVisible();
	},
	async grade(page, rating) {
		await page.keyboard.press(String(rating));
		await nextShown(page);
	},
	async move(page, from, to) {
		await tabTo(page, steps(page).nth(from));
		await page.keyboard.press('Space');
		for (let i = from; i !== to; i += Math.sign(to - from)) {
			await page.keyboard.press(to < from ? 'ArrowUp' : 'ArrowDown');
		}
		await page.keyboard.press('Space');
	}
};

export const HANDS: readonly Hand[] = [touch, mouse, keyboard];
