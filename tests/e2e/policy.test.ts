import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { readyOffline } from './support/profile';
import { DEEP_LINK, ROUTES } from './support/routes';
import { BUILT } from './support/server';
import { plainNotes, shelve } from './support/shelf';
import { nextShown } from './support/study';
import { expect, test } from './support/test';

// That nothing is refused and no other host is asked is held by the fixtures, in every test.
for (const route of [...ROUTES, DEEP_LINK, '/no-such-page']) {
	test(`${route} loads under the policy, also from the cache`, async ({ site, profile: { page } }) => {
		await page.goto(site.url + route);
		await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
		await readyOffline(page);
		await page.reload();
		await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
		await page.waitForLoadState('networkidle');
	});
}

test('the policy refuses scripts, styles and markup that are not ours', async ({ site, profile: { page, watch } }) => {
	await page.goto(`${site.url}/`);
	const outcome = await page.evaluate(() => {
		const attempts: Record<string, () => unknown> = {
			html: () => (document.createElement('div').innerHTML = '<b>b</b>'),
			worker: () => new Worker('/w.js'),
			evaluated: () => setTimeout('window.evaluated = true')
		};
		return Object.entries(attempts)
			.filter(([, attempt]) => {
				try {
					attempt();
					return true;
				} catch {
					return false;
				}
			})
			.map(([name]) => name);
	});
	expect(outcome).toEqual([]);
	const failed = page.waitForEvent('requestfailed');
	await page.evaluate(() => {
		const element = document.createElement('p');
		element.setAttribute('style', 'position: fixed');
		document.body.append(element);
		const image = new Image();
		image.src = 'https://example.com/pixel.png';
		document.body.append(image);
	});
	expect((await failed).failure()?.errorText).toBe('csp');
	await expect.poll(() => watch.refused.join('\n')).toMatch(/\[refused\] style-src-attr[^]*\[refused\] img-src/);
	watch.refused.length = 0;
	watch.foreign.length = 0;
});

test('the list of routes has every page that is built', async () => {
	const pages = (await readdir(BUILT, { recursive: true })).filter(
		(path) => path.endsWith('.html') && path !== '404.html'
	);
	const paths = pages.map((path) => `/${path.replace(/(^|\/)index\.html$|\.html$/, '')}`);
	expect(paths.sort()).toEqual([...ROUTES].sort());
});

test('the server says what a meta element cannot', async ({ site, profile: { page } }) => {
	const response = await page.goto(`${site.url}/`);
	expect(await response?.allHeaders()).toMatchObject({
		'content-security-policy': "frame-ancestors 'none'",
		'x-content-type-options': 'nosniff'
	});
	expect(await readFile(`${BUILT}/index.html`, 'utf8')).toContain('require-trusted-types-for');
});

test('Study loads at most 100 kB of JavaScript until its first card shows', async ({ site, profile: { page } }) => {
	await shelve(page, site, plainNotes(3));
	// What has been asked for at the moment when the card is put into the page; the rest is loaded behind it.
	await page.addInitScript(() => {
		const asked: string[] = [];
		Object.assign(globalThis, { asked });
		new MutationObserver((_, observer) => {
			if (document.querySelector('[data-study-card]') === null) return;
			observer.disconnect();
			asked.push(...performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname));
		}).observe(document, { childList: true, subtree: true });
	});
	await page.goto(`${site.url}/study`);
	await nextShown(page);
	const asked = await page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
	const scripts = [...new Set(asked.filter((path) => path.endsWith('.js') && !path.endsWith('service-worker.js')))];
	const sizes = await Promise.all(
		scripts.map(async (path) => gzipSync(await readFile(`${BUILT}${path}`), { level: 9 }).length)
	);
	const bytes = sizes.reduce((sum, size) => sum + size, 0);
	test.info().annotations.push({ type: 'JavaScript', description: `${(bytes / 1000).toFixed(1)} kB gzipped` });
	expect(bytes).toBeGreaterThan(10_000);
	expect(bytes).toBeLessThanOrEqual(100_000);
});
