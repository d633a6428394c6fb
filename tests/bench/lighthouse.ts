import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { createServer } from 'node:net';
import { CHROMIUM_FLAGS } from '../../scripts/browser.mjs';
import { median } from './figures';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export interface Report {
	/** Median of the runs, 0 to 100, in the order of `CATEGORIES`. */
	readonly scores: readonly number[];
	/** What kept any category below 100 in any run, in Lighthouse's words. */
	readonly failed: readonly string[];
	/** Median of the runs, in ms under Lighthouse's simulated phone. */
	readonly largestPaint: number;
}

/** Lighthouse as it is by default: a slow phone on a slow network, simulated. Each run in a new browser. */
export async function auditPage(url: string, runs: number, chromePath: string): Promise<Report> {
	const scores: number[][] = [];
	const failed = new Set<string>();
	const paints: number[] = [];
	// A browser now and then fails to record its trace; such a run says nothing about the page.
	for (let tries = 0; scores.length < runs; tries++) {
		if (tries > 3 * runs) throw new Error(`Lighthouse failed on ${url} again and again.`);
		const port = await freePort();
		const args = [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`];
		const browser = await chromium.launch({ executablePath: chromePath, args });
		try {
			const result = await lighthouse(url, { port, logLevel: 'silent', onlyCategories: [...CATEGORIES] });
			if (result === undefined) throw new Error(`Lighthouse gave no result for ${url}.`);
			const { categories, audits, runtimeError } = result.lhr;
			if (runtimeError) continue;
			scores.push(CATEGORIES.map((id) => Math.round((categories[id]?.score ?? 0) * 100)));
			paints.push(audits['largest-contentful-paint']?.numericValue ?? NaN);
			for (const id of CATEGORIES) {
				for (const { id: name, weight } of categories[id]?.auditRefs ?? []) {
					const audit = audits[name];
					if (!audit || weight === 0 || audit.score === null || audit.score >= 0.995) continue;
					failed.add(`${id}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}`);
				}
			}
		} finally {
			await browser.close();
		}
	}
	return {
		scores: CATEGORIES.map((_, i) => median(scores.map((run) => run[i] ?? NaN))),
		failed: [...failed].sort(),
		largestPaint: median(paints)
	};
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
		});
	});
}
