import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_FLAGS } from '../../../scripts/browser.mjs';

/** What went wrong in a profile's pages, for a test to hold to nothing. */
export interface Watch {
	/** Requests to any host but localhost, of pages and workers. */
	readonly foreign: string[];
	/** What the content security policy or Trusted Types refused. */
	readonly refused: string[];
	/** Uncaught errors. */
	readonly errors: string[];
}

/** A browser with a profile on disk, as a person has it. (Playwright's own contexts are private windows.) */
export interface Profile {
	readonly context: BrowserContext;
	readonly page: Page;
	readonly folder: string;
	readonly watch: Watch;
	/** Closes the browser; the folder stays if it was given, else it is removed. */
	close(): Promise<void>;
	/** Ends the browser's process at once, as a crash or a dead battery would. The folder stays. */
	kill(): Promise<void>;
}

export type ProfileOptions = Omit<
	NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>,
	'executablePath'
> & {
	/** An earlier profile's folder, to go on with it. */
	readonly folder?: string;
};

export async function openProfile({ folder, args = [], ...options }: ProfileOptions = {}): Promise<Profile> {
	const place = folder ?? (await mkdtemp(join(tmpdir(), 'recite-profile-')));
	const context = await chromium.launchPersistentContext(place, {
		executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
		args: [...CHROMIUM_FLAGS, ...args],
		viewport: { width: 360, height: 740 },
		...options
	});
	const watch = await watchOver(context);
	return {
		context,
		page: context.pages()[0] ?? (await context.newPage()),
		folder: place,
		watch,
		async close() {
			await context.close();
			if (folder === undefined) await rm(place, { recursive: true, force: true, maxRetries: 5 });
		},
		async kill() {
			const gone = new Promise((done) => context.once('close', done));
			process.kill(await processOf(place), 'SIGKILL');
			await gone;
		}
	};
}

/** Chromium marks its profile with a link whose target ends in its process id. */
async function processOf(folder: string): Promise<number> {
	const target = await readlink(join(folder, 'SingletonLock'));
	return Number(target.slice(target.lastIndexOf('-') + 1));
}

async function watchOver(context: BrowserContext): Promise<Watch> {
	const watch: Watch = { foreign: [], refused: [], errors: [] };
	context.on('request', (request) => {
		const { protocol, hostname } = new URL(request.url());
		if (/^(https?|wss?):$/.test(protocol) && hostname !== 'localhost') watch.foreign.push(request.url());
	});
	context.on('console', (message) => {
		const text = message.text();
		if (text.startsWith('[refused]') || /Content Security Policy|TrustedScript|TrustedHTML/i.test(text))
			watch.refused.push(text);
	});
	context.on('weberror', (error) => watch.errors.push(String(error.error().stack ?? error.error())));
	await context.addInitScript(() => {
		addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
			console.error(`[refused] ${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`);
		});
	});
	return watch;
}

/** Resolves when the service worker has everything and controls the page; throws if it does not within 20 s. */
export async function readyOffline(page: Page): Promise<void> {
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', null, {
		timeout: 20_000
	});
}
