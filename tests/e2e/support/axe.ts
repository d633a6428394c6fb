import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DESKTOP, expect, PHONE, type Options } from './test';

const THEMES = ['light', 'dark'] as const;

/** Nothing half faded in is to be measured; and axe must put its script into the page, which the policy forbids. */
export const AXE_DEVICE: Options['device'] = { ...DESKTOP, reducedMotion: 'reduce', bypassCSP: true };

/** No violations in either theme at either size. */
export async function check(page: Page, screen: string): Promise<void> {
	for (const { viewport } of [PHONE, DESKTOP]) {
		if (viewport) await page.setViewportSize(viewport);
		for (const colorScheme of THEMES) {
			await page.emulateMedia({ colorScheme });
			// The other theme is there only once it has been painted.
			await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
			// Without frames there is nothing to put together in a page of its own, which takes longer than the check.
			const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
			const found = violations.map(({ id, help, nodes }) => ({
				id,
				help,
				where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`)
			}));
			expect(found, `${screen}, ${viewport?.width} px, ${colorScheme}`).toEqual([]);
		}
	}
}
