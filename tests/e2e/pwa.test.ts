import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readReviews } from './support/database';
import { readyOffline } from './support/profile';
import { DEEP_LINK, ROUTES } from './support/routes';
import { buildSite, BUILT, startSite } from './support/server';
import { answer, grade, startAsNew } from './support/study';
import { expect, test } from './support/test';

/** A heading is there only when the app's code has run or the page was rendered at build time. */
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first();

const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

/** Anything kept in the window is gone after a reload, during which nothing can be asked. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { marked: true }));
const marked = (page: Page) => page.evaluate(() => 'marked' in window).catch(() => false);

const updateButton = (page: Page) => page.getByRole('button', { name: /update/i }).first();

test('opens offline from the second load on, every page', async ({ site, profile: { page } }) => {
	await page.goto(`${site.url}/`);
	await readyOffline(page);
	await site.stop();
	for (const route of ROUTES) {
		await page.goto(site.url + route);
		await expect(heading(page), route).toBeVisible();
	}
});

test('opens a deep link offline', async ({ site, profile: { page } }) => {
	await page.goto(`${site.url}/`);
	await readyOffline(page);
	await site.stop();
	const response = await page.goto(`${site.url}${DEEP_LINK}?from=a-message`);
	expect(response?.status()).toBe(200);
	expect(response?.fromServiceWorker()).toBe(true);
	await expect(heading(page)).toBeVisible();
});

test('keeps every file of the build on the device', async ({ site, profile: { page } }) => {
	await page.goto(`${site.url}/`);
	await readyOffline(page);
	const kept = await page.evaluate(async () => {
		const [name = ''] = await caches.keys();
		const requests = await (await caches.open(name)).keys();
		return requests.map(({ url }) => new URL(url).pathname);
	});
	const built = (await readdir(BUILT, { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(BUILT.length))
		.filter((path) => !/^\/(screenshots\/|service-worker\.js|_app\/version\.json|\.nojekyll)/.test(path));
	expect(kept.sort()).toEqual(built.sort());
});

test('does not install half of itself', async ({ site, profile: { page, context } }) => {
	await context.route(/apple-touch-icon/, (route) => route.abort());
	const failed = context.waitForEvent('requestfailed', (request) => request.serviceWorker() !== null);
	await page.goto(`${site.url}/`);
	await failed;
	await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
	expect(await cacheNames(page)).toEqual([]);
});

test('works under a base path', async ({ profile: { page } }) => {
	test.setTimeout(180_000);
	const site = await startSite(await buildSite('base', { BASE_PATH: '/repo' }), '/repo');
	await page.goto(`${site.url}/`);
	await readyOffline(page);
	expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(`${site.url}/`);
	await site.stop();
	for (const path of [...ROUTES, DEEP_LINK]) {
		await page.goto(site.url + path);
		await expect(heading(page), path).toBeVisible();
	}
});

test('has a manifest that makes it installable', async ({ site, profile: { page, context } }) => {
	await page.goto(`${site.url}/`);
	await readyOffline(page);
	const client = await context.newCDPSession(page);
	const { errors, manifest } = await client.send('Page.getAppManifest');
	expect(errors).toEqual([]);
	expect(manifest).toMatchObject({ id: `${site.url}/`, startUrl: `${site.url}/`, scope: `${site.url}/` });
	const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
	expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
	const { icons, screenshots, shortcuts } = JSON.parse(await readFile(join(BUILT, 'manifest.webmanifest'), 'utf8'));
	for (const { src } of [
		...icons,
		...screenshots,
		...shortcuts.flatMap((shortcut: { icons: unknown[] }) => shortcut.icons)
	]) {
		const { status, type } = await page.evaluate(async (path) => {
			const response = await fetch(path);
			return { status: response.status, type: response.headers.get('content-type') };
		}, `${site.url}/${src}`);
		expect({ src, status, type }).toEqual({ src, status: 200, type: 'image/png' });
	}
});

test.describe('an update', () => {
	test.describe.configure({ mode: 'default', timeout: 180_000 });
	let next = '';

	test.beforeAll(async () => {
		test.setTimeout(180_000);
		next = await buildSite('next', { RECITE_VERSION: 'next' });
	});

	/** The next build is on the host, and this page has looked. */
	async function offerUpdate(page: Page): Promise<void> {
		await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
		await expect(updateButton(page)).toBeVisible();
	}

	test('waits until it is asked for, then reloads every tab and drops the old version', async ({ site, profile }) => {
		const { page, context } = profile;
		await page.goto(`${site.url}/`);
		await readyOffline(page);
		const other = await context.newPage();
		await other.goto(`${site.url}/`);
		const before = await cacheNames(page);
		await site.start(next);
		await offerUpdate(page);
		await mark(page);
		await mark(other);
		expect(await cacheNames(page)).toEqual([...before, 'recite::next']);
		expect(await page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it?.waiting?.state))).toBe(
			'installed'
		);
		await updateButton(page).click();
		await expect.poll(() => marked(page)).toBe(false);
		await expect.poll(() => marked(other)).toBe(false);
		await expect.poll(() => cacheNames(page)).toEqual(['recite::next']);
		await site.stop();
		await page.reload();
		await expect(heading(page)).toBeVisible();
		await expect(updateButton(page)).toBeHidden();
	});

	test('waits for a review in another tab to end', async ({ site, profile: { page, context } }) => {
		await page.goto(`${site.url}/`);
		await readyOffline(page);
		const reviewing = await context.newPage();
		await reviewing.goto(`${site.url}/`);
		await startAsNew(reviewing);
		await answer(reviewing);
		await site.start(next);
		await offerUpdate(page);
		await mark(page);
		await mark(reviewing);
		await updateButton(page).click();
		await expect(page.getByRole('button', { name: 'Waiting for a review in another window' })).toBeVisible();
		// The review goes on as if nothing were.
		await grade(reviewing, 3);
		await answer(reviewing);
		await grade(reviewing, 3);
		expect(await marked(page)).toBe(true);
		expect(await marked(reviewing)).toBe(true);
		await reviewing.getByRole('link', { name: 'Leave' }).click();
		await expect.poll(() => marked(page)).toBe(false);
		await expect.poll(() => marked(reviewing)).toBe(false);
		await expect.poll(() => cacheNames(page)).toEqual(['recite::next']);
		expect(await readReviews(page)).toHaveLength(2);
	});

	test('does not wait for an answer that the old version owes a tab', async ({ site, profile }) => {
		const { page, context } = profile;
		await page.goto(`${site.url}/`);
		await readyOffline(page);
		const other = await context.newPage();
		await other.goto(`${site.url}/`);
		await readyOffline(other);
		await site.start(next);
		await offerUpdate(page);
		// A host that takes a request and never answers.
		await context.route('**/never', () => {});
		await other.evaluate(() => void fetch('never').catch(() => {}));
		await mark(page);
		await mark(other);
		await updateButton(page).click();
		await expect.poll(() => marked(other)).toBe(false);
		await expect.poll(() => marked(page)).toBe(false);
		await expect.poll(() => cacheNames(page)).toEqual(['recite::next']);
	});

	test('can be put off again while a review is on', async ({ site, profile: { page, context } }) => {
		await page.goto(`${site.url}/`);
		await readyOffline(page);
		const reviewing = await context.newPage();
		await reviewing.goto(`${site.url}/`);
		await startAsNew(reviewing);
		await site.start(next);
		await offerUpdate(page);
		await updateButton(page).click();
		await page.getByRole('button', { name: 'Not now' }).click();
		await expect(page.getByRole('button', { name: 'Update now' })).toBeVisible();
		await mark(reviewing);
		await reviewing.getByRole('link', { name: 'Leave' }).click();
		await expect(reviewing.getByRole('link', { name: 'Study this deck' })).toBeVisible();
		expect(await marked(reviewing)).toBe(true);
	});

	test('that cannot be fetched whole leaves the version in force', async ({ site, profile: { page } }) => {
		await page.goto(`${site.url}/`);
		await readyOffline(page);
		const before = await cacheNames(page);
		await site.start(next);
		await page.context().route(/404\.html/, (route) => route.abort());
		await page.evaluate(() => navigator.serviceWorker.ready.then((it) => it.update()));
		await expect
			.poll(() =>
				page.evaluate(() =>
					navigator.serviceWorker.getRegistration().then((it) => it?.installing ?? it?.waiting ?? null)
				)
			)
			.toBe(null);
		await site.stop();
		await page.reload();
		await expect(heading(page)).toBeVisible();
		expect(await cacheNames(page)).toEqual(before);
	});

	test('taken back leaves the version in force whole, even when that cannot be fetched anew', async ({
		site,
		profile: { page, context }
	}) => {
		await page.goto(`${site.url}/`);
		await readyOffline(page);
		const [before = ''] = await cacheNames(page);
		const files = (name: string): Promise<number> =>
			page.evaluate(async (cache) => (await (await caches.open(cache)).keys()).length, name);
		const whole = await files(before);
		await site.start(next);
		await offerUpdate(page);
		await site.start(BUILT);
		// The list is asked for twice; at the second time the host has the next version again.
		let asked = 0;
		await context.route(/precache\.json/, async (route) => {
			if (++asked === 1) return route.continue();
			return route.fulfill({ json: { version: 'another', files: {} } });
		});
		await page.evaluate(() => navigator.serviceWorker.ready.then((it) => it.update()).catch(() => undefined));
		await expect.poll(() => asked).toBeGreaterThan(1);
		await expect
			.poll(() => page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it?.installing ?? null)))
			.toBe(null);
		expect(await cacheNames(page)).toContain(before);
		expect(await files(before)).toBe(whole);
		await site.stop();
		await page.reload();
		await expect(heading(page)).toBeVisible();
	});
});
