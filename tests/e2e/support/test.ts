import { expect, test as base } from '@playwright/test';
import { openProfile, type Profile } from './profile';
import { startSite, type Site } from './server';

/**
 * Playwright's `test` with a server for the built app and a fresh profile on disk. Whatever a test is about, it fails if
 * a page asked another host for anything, the policy had to refuse something, or an error went uncaught.
 */
export const test = base.extend<{ site: Site; profile: Profile }>({
	site: async ({}, use) => {
		const site = await startSite();
		await use(site);
		await site.stop();
	},
	profile: async ({}, use) => {
		const profile = await openProfile();
		await use(profile);
		await profile.close();
		expect(profile.watch).toEqual({ foreign: [], refused: [], errors: [] });
	}
});

export { expect };
