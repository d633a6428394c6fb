import { expect, test as base } from '@playwright/test';
import { openProfile, type Profile, type ProfileOptions } from './profile';
import { startSite, type Site } from './server';

export interface Options {
	/** How the profile's browser is set up: a phone, a time zone. */
	readonly device: ProfileOptions;
}

/**
 * Playwright's `test` with a server for the built app and a fresh profile on disk. Whatever a test is about, it fails if
 * a page asked another host for anything, the policy had to refuse something, or an error went uncaught.
 */
export const test = base.extend<Options & { site: Site; profile: Profile }>({
	device: [{}, { option: true }],
	site: async ({}, use) => {
		const site = await startSite();
		await use(site);
		await site.stop();
	},
	profile: async ({ device }, use) => {
		const profile = await openProfile(device);
		await use(profile);
		await profile.close();
		expect(profile.watch).toEqual({ foreign: [], refused: [], errors: [] });
	}
});

/** A phone, as a browser sees it. */
export const PHONE: ProfileOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const DESKTOP: ProfileOptions = { viewport: { width: 1280, height: 800 } };

export { expect };
