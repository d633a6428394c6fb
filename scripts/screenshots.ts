/**
 * `npm run screenshots`: the pictures that the manifest names, taken from the built app in Chromium, with the shipped
 * decks as a new learner finds them. Run it after a change that can be seen, and commit the pictures.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findBrowser } from './browser.mjs';
import { root } from './install.mjs';
import { serve } from './serve.mjs';

interface Picture {
	readonly file: string;
	readonly path: string;
	readonly width: number;
	readonly height: number;
	/** Device pixels per CSS pixel; the manifest gives the sizes in device pixels. */
	readonly scale: number;
	/** The answer is shown. */
	readonly reveal?: boolean;
}

const PICTURES: readonly Picture[] = [
	{ file: 'phone.png', path: '/study', width: 360, height: 740, scale: 2, reveal: true },
	{ file: 'wide.png', path: '/', width: 1280, height: 800, scale: 1 }
];

const GRADES = [4, 3, 4, 3, 4];

const executablePath = await findBrowser();
const server = await serve({ folder: join(root, 'build'), port: 0 });
for (const { file, path, width, height, scale, reveal } of PICTURES) {
	const profile = await mkdtemp(join(tmpdir(), 'recite-screenshot-'));
	const context = await chromium.launchPersistentContext(profile, {
		executablePath,
		args: [...CHROMIUM_FLAGS, '--hide-scrollbars'],
		viewport: { width, height },
		deviceScaleFactor: scale,
		colorScheme: 'light',
		reducedMotion: 'reduce'
	});
	const page = context.pages()[0] ?? (await context.newPage());
	await page.goto(server.url, { waitUntil: 'networkidle' });
	await page.getByRole('button', { name: 'Start studying' }).click();
	// A few cards in, so that there is something to see.
	for (const rating of GRADES) {
		await page.getByRole('button', { name: 'Show answer' }).click();
		await page.locator(`[data-rating="${rating}"]`).click();
		await page.waitForTimeout(400);
	}
	await page.goto(server.url.replace(/\/$/, path), { waitUntil: 'networkidle' });
	await page.evaluate(() => document.fonts.ready);
	if (reveal) await page.getByRole('button', { name: 'Show answer' }).click();
	await page.waitForTimeout(500);
	await page.screenshot({ path: join(root, 'static/screenshots', file) });
	console.log(`static/screenshots/${file}: ${width * scale} × ${height * scale}`);
	await context.close();
	await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
await server.close();
