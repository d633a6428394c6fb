import type { Page } from '@playwright/test';
import { setTimeout as wait } from 'node:timers/promises';
import type { GradeTiming } from './probe';

/** Opens Study and waits for a card. @returns ms from the start of navigation to the frame that shows it */
export async function startToFirstCard(page: Page, site: string): Promise<number> {
	await page.goto(`${site}/study`, { waitUntil: 'commit' });
	return page.evaluate(() => window.benchProbe.firstCard);
}

/** A person reads the answer before grading; by then the page is at rest. */
const READING = 350;

/**
 * Reveals and grades with the key "3", as often as asked or as there are cards.
 * @param slowdown of the processor, 1 for none
 */
export async function gradeTimings(page: Page, count: number, slowdown: number): Promise<GradeTiming[]> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
	const timings: GradeTiming[] = [];
	try {
		while (timings.length < count) {
			const ready = await page.evaluate(() => {
				const reveal = [...document.querySelectorAll<HTMLElement>('.review-bar button')].at(0);
				reveal?.click();
				if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
				return reveal !== undefined;
			});
			if (!ready) break;
			await wait(READING * Math.sqrt(slowdown));
			await page.evaluate(() => window.benchProbe.expectGrade());
			await page.keyboard.press('3');
			const found = await page.evaluate(() =>
				Promise.race([
					window.benchProbe.lastGrade,
					new Promise<null>((resolve) => setTimeout(() => resolve(null), 5000))
				])
			);
			// The last card of a sitting has no next one.
			if (found === null) break;
			timings.push(found);
			await wait(100);
		}
	} finally {
		await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
		await devtools.detach();
	}
	return timings;
}
