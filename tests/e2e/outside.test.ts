import type { Page } from '@playwright/test';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { json, startModelServer, type ModelServer } from '../support/model-server';
import { readyOffline } from './support/profile';
import { BUILT } from './support/server';
import { expect, test as base } from './support/test';

declare global {
	interface Window {
		/** The app's own policy for scripts, as its code made it. */
		scriptPolicy?: { createScriptURL(url: string): string };
	}
}

/** A server of another origin, which lets every page ask it. */
const test = base.extend<{ other: ModelServer }>({
	other: async ({}, use) => {
		const server = await startModelServer(['small']);
		await use(server);
		await server.close();
	}
});

const WORKERS = '_app/immutable/workers';

/** Path of the one worker that may ask other hosts, in the built app. */
async function doorPath(): Promise<string> {
	const names = await readdir(join(BUILT, WORKERS));
	const door = names.find((name) => /^outside\.worker-.*\.js$/.test(name));
	if (door === undefined) throw new Error('The built app has no worker for other hosts.');
	return `/${WORKERS}/${door}`;
}

/** Keeps the app's policy for scripts at hand: a page can have only one of its name. */
async function keepPolicy(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const { trustedTypes } = window;
		if (trustedTypes === undefined) return;
		const make = trustedTypes.createPolicy.bind(trustedTypes);
		trustedTypes.createPolicy = (name, rules) => {
			const policy = make(name, rules);
			if (name === 'recite-script-url') window.scriptPolicy = policy;
			return policy;
		};
	});
}

/** What the worker says to one request. */
async function askThroughDoor(page: Page, script: string, request: object): Promise<Record<string, unknown>> {
	return page.evaluate(
		async ([path, message]) => {
			if (window.scriptPolicy === undefined) throw new Error('The app has made no policy for scripts.');
			const worker = new Worker(window.scriptPolicy.createScriptURL(path), { type: 'module' });
			try {
				return await new Promise<Record<string, unknown>>((done, fail) => {
					worker.onmessage = ({ data }: MessageEvent<Record<string, unknown>>) => {
						const result = data.result as { status: number; bytes: Uint8Array } | undefined;
						done(
							result === undefined
								? data
								: { kind: data.kind, status: result.status, text: new TextDecoder().decode(result.bytes) }
						);
					};
					worker.onerror = (event) => fail(new Error(event.message));
					worker.postMessage(message);
				});
			} finally {
				worker.terminate();
			}
		},
		[script, request] as const
	);
}

test('a page cannot ask another host; the one worker for it can, also once the app is kept offline', async ({
	site,
	profile: { page, watch },
	other
}) => {
	const script = await doorPath();
	await keepPolicy(page);
	await page.goto(`${site.url}/help`);
	await readyOffline(page);
	// From now on the worker's script comes out of the service worker's cache.
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.waitForFunction(() => window.scriptPolicy !== undefined);

	const url = `${other.address}/v1/models`;
	const fetched = await page.evaluate((address) => fetch(address).then(() => 'went through', String), url);
	expect(fetched).toContain('TypeError');
	expect(other.asked).toHaveLength(0);
	// Told twice: by the browser, and by the watch on the page.
	await expect.poll(() => watch.refused.filter((text) => text.includes('connect-src')).length).toBe(2);
	watch.refused.length = 0;

	const told = await askThroughDoor(page, script, { url, maxBytes: 10_000, timeoutMs: 5000 });
	expect(told).toMatchObject({ kind: 'done', status: 200 });
	expect(told.text).toContain('"small"');
	expect(other.asked).toHaveLength(1);
	const [asked] = other.asked;
	expect(asked?.headers.cookie).toBeUndefined();
	expect(asked?.headers.referer).toBeUndefined();
	expect(watch.refused).toEqual([]);
});

test('what carries a key is posted across origins and is not redirected', async ({
	site,
	profile: { page },
	other
}) => {
	const script = await doorPath();
	await keepPolicy(page);
	await page.goto(`${site.url}/help`);
	await page.waitForFunction(() => window.scriptPolicy !== undefined);
	const request = {
		url: `${other.address}/v1/chat/completions`,
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Authorization: 'Bearer secret' },
		body: '{"model":"small"}',
		maxBytes: 10_000,
		timeoutMs: 5000
	};
	other.behave((response) => json(response, { ok: true }));
	expect(await askThroughDoor(page, script, request)).toMatchObject({ kind: 'done', text: '{"ok":true}' });
	expect(other.asked[0]?.headers.authorization).toBe('Bearer secret');

	other.behave((response) => response.writeHead(307, { Location: '/v1/models' }).end());
	expect(await askThroughDoor(page, script, request)).toMatchObject({ kind: 'failed', code: 'outside-redirected' });
	expect(other.asked).toHaveLength(2);
});

test('a host that lets no page ask it, and one that is not there, are told alike', async ({
	site,
	profile: { page },
	other
}) => {
	const script = await doorPath();
	await keepPolicy(page);
	await page.goto(`${site.url}/help`);
	await page.waitForFunction(() => window.scriptPolicy !== undefined);
	other.behave((response) => {
		response.removeHeader('Access-Control-Allow-Origin');
		json(response, {});
	});
	for (const url of [`${other.address}/v1/chat/completions`, 'http://localhost:1/']) {
		const told = await askThroughDoor(page, script, {
			url,
			method: 'POST',
			body: '{}',
			maxBytes: 1000,
			timeoutMs: 5000
		});
		expect(told).toMatchObject({ kind: 'failed', code: 'outside-unreachable' });
		expect(told.message).toContain('CORS');
	}
});
