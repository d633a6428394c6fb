import type { Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';

/** A number of scripts, in bytes. */
export interface Transfer {
	readonly files: number;
	/** As they came over the network, with headers. */
	readonly received: number;
	/** Sum of the bodies, each compressed with gzip at its best, for a host without Brotli. */
	readonly gzip: number;
	readonly plain: number;
}

export interface StudyScripts {
	/** Asked for before the first card was painted. */
	readonly toFirstCard: Transfer;
	/** With what is loaded afterwards without being asked for. */
	readonly atRest: Transfer;
}

/** The JavaScript that a visit to Study loads past all caches. */
export async function studyScripts(page: Page, site: string): Promise<StudyScripts> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Network.enable');
	await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
	await devtools.send('Network.setBypassServiceWorker', { bypass: true });
	const scripts = new Map<string, Script>();
	devtools.on('Network.responseReceived', ({ requestId, response }) => {
		if (response.mimeType.includes('javascript')) scripts.set(requestId, { url: response.url, bytes: 0 });
	});
	devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const script = scripts.get(requestId);
		if (script) script.bytes = encodedDataLength;
	});
	await page.goto(`${site}/study`, { waitUntil: 'commit' });
	const needed = await page.evaluate(async () => {
		const painted = await window.benchProbe.firstCard;
		const resources = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < painted);
		return resources.map(({ name }) => name);
	});
	await page.waitForLoadState('networkidle');
	await devtools.detach();
	const loaded = [...scripts.values()].filter(({ url }) => !url.endsWith('service-worker.js'));
	return {
		toFirstCard: await sizeOf(loaded.filter(({ url }) => needed.includes(url))),
		atRest: await sizeOf(loaded)
	};
}

interface Script {
	readonly url: string;
	bytes: number;
}

async function sizeOf(scripts: readonly Script[]): Promise<Transfer> {
	const bodies = await Promise.all(scripts.map(async ({ url }) => Buffer.from(await (await fetch(url)).arrayBuffer())));
	return {
		files: scripts.length,
		received: scripts.reduce((sum, { bytes }) => sum + bytes, 0),
		gzip: bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0),
		plain: bodies.reduce((sum, body) => sum + body.length, 0)
	};
}
