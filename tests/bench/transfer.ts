import type { Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';

export interface Transfer {
	readonly files: number;
	/** Bytes as they came over the network, with headers. */
	readonly received: number;
	/** Sum of the bodies, each compressed with gzip at its best, for a host without Brotli. */
	readonly gzip: number;
	readonly plain: number;
}

/** Everything of JavaScript that a visit to Study loads up to its first card, past all caches. */
export async function studyScripts(page: Page, site: string): Promise<Transfer> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Network.enable');
	await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
	await devtools.send('Network.setBypassServiceWorker', { bypass: true });
	const scripts = new Map<string, { url: string; bytes: number }>();
	devtools.on('Network.responseReceived', ({ requestId, response }) => {
		if (response.mimeType.includes('javascript')) scripts.set(requestId, { url: response.url, bytes: 0 });
	});
	devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const script = scripts.get(requestId);
		if (script) script.bytes = encodedDataLength;
	});
	await page.goto(`${site}/study`, { waitUntil: 'commit' });
	await page.evaluate(() => window.benchProbe.firstCard);
	await page.waitForLoadState('networkidle');
	await devtools.detach();
	const loaded = [...scripts.values()].filter(({ url }) => !url.endsWith('service-worker.js'));
	const bodies = await Promise.all(
		[...new Set(loaded.map(({ url }) => url))].map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer()))
	);
	return {
		files: bodies.length,
		received: loaded.reduce((sum, { bytes }) => sum + bytes, 0),
		gzip: bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0),
		plain: bodies.reduce((sum, body) => sum + body.length, 0)
	};
}
