/**
 * `npm run bench`: how fast the built app is, in a real Chromium with a profile on disk. `--quick` leaves out the large
 * collection and Lighthouse and measures less often; `--only=shipped,large,lighthouse` chooses; `--no-build` measures
 * what was built for the last run.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { findBrowser } from '../../scripts/browser.mjs';
import { buildSite, startSite } from '../e2e/support/server';
import { largeBackup, shippedBackup } from './backups';
import { kilobytes, median, megabytes, ms, quantile, runsText, spreadText, table, type Row } from './figures';
import { openLearner, rebuild, restore, storageSize } from './learner';
import { auditPage, CATEGORIES } from './lighthouse';
import { marked, type GradeTiming } from './probe';
import { gradeTimings, startToFirstCard } from './study-speed';
import { studyScripts, type Transfer } from './transfer';
import { diskTimings } from './disk';

const args = process.argv.slice(2);
const quick = args.includes('--quick');
const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
const parts = new Set((only ?? (quick ? 'shipped' : 'shipped,large,lighthouse')).split(','));
const RUNS = quick ? 3 : 7;
const GRADES = quick ? 30 : 100;
const AUDITS = 3;

const began = performance.now();
const rows: Row[] = [];

function say(text: string): void {
	process.stdout.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}\n`);
}

function note(row: Row): void {
	rows.push(row);
	say(`${row.what}: ${row.value}`);
}

async function built(): Promise<string> {
	const earlier = resolve(import.meta.dirname, '../../.cache/e2e/bench/site');
	if (args.includes('--no-build') && existsSync(earlier)) return earlier;
	say('Building the app apart from build/.');
	return buildSite('bench', {});
}

async function measureCollection(name: string, site: string, backup: Buffer, aims: { start: boolean }): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'recite-bench-'));
	try {
		let learner = await openLearner(folder);
		const browser = learner.context.browser()?.version();
		if (rows.length === 0 && browser) say(`Chromium ${browser}.`);
		say(`${name}: restoring a backup of ${megabytes(backup.length)}.`);
		const restored = await restore(learner, site, backup);
		note({ what: `${name}: restore`, value: ms(restored) });

		const builds: number[] = [];
		const cold: number[] = [];
		for (let run = 0; run < RUNS; run++) {
			await learner.close();
			learner = await openLearner(folder);
			cold.push(await startToFirstCard(learner.page, site));
			builds.push(...(await marked(learner.page, 'recite.queue')));
		}
		note({ what: `${name}: start to first card, browser just started`, value: runsText(cold) });
		const warm: number[] = [];
		for (let run = 0; run < RUNS + 2; run++) {
			warm.push(await startToFirstCard(learner.page, site));
			builds.push(...(await marked(learner.page, 'recite.queue')));
		}
		const aim = aims.start ? { text: '< 500 ms', met: median(warm) < 500 } : undefined;
		note({ what: `${name}: start to first card, warm`, value: runsText(warm), ...(aim ? { aim } : {}) });
		note({ what: `${name}: queue build`, value: runsText(builds) });

		note({
			what: `${name}: the disk's own share of a strict write`,
			value: spreadText(await diskTimings(folder, GRADES))
		});
		for (const slowdown of [1, 4]) {
			const timings = await gradeTimings(learner.page, GRADES, slowdown);
			const limit = slowdown === 1 ? 16 : 50;
			const paints = timings.map(({ painted }: GradeTiming) => painted);
			const what = `${name}: grade to next card${slowdown > 1 ? `, ${slowdown}× slower processor` : ''}`;
			note({ what: `${what}, in place`, value: spreadText(timings.map(({ placed }) => placed)) });
			note({
				what: `${what}, painted`,
				value: spreadText(paints),
				aim: { text: `p95 < ${limit} ms`, met: quantile(paints, 0.95) < limit }
			});
			const written = (await marked(learner.page, 'recite.write')).slice(-timings.length);
			note({ what: `${what}, of it the transaction`, value: spreadText(written) });
		}
		if (aims.start) note({ what: `${name}: rebuild`, value: ms(await rebuild(learner, site)) });
		else {
			const { toFirstCard, atRest } = await studyScripts(learner.page, site);
			const sizes = ({ gzip, received, plain, files }: Transfer): string =>
				`${kilobytes(gzip)} gz (${kilobytes(received)} as served with Brotli and headers, ${kilobytes(plain)} plain, ${files} files)`;
			note({
				what: 'JavaScript for Study, to the first card',
				value: sizes(toFirstCard),
				aim: { text: '≤ 100 kB gz', met: toFirstCard.gzip <= 100_000 }
			});
			note({ what: 'JavaScript for Study, with what follows it', value: sizes(atRest) });
		}
		await learner.close();
		note({ what: `${name}: database on disk`, value: megabytes(await storageSize(folder)) });
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

const chromePath = (process.env.CHROMIUM_PATH ??= await findBrowser());
const running = await startSite(await built());
try {
	if (parts.has('shipped'))
		await measureCollection('Shipped decks', running.url, await shippedBackup(), { start: false });
	if (parts.has('large')) {
		say('Making the large collection (once a day).');
		await measureCollection('100,000 cards', running.url, await largeBackup(), { start: true });
	}
	if (parts.has('lighthouse')) {
		for (const [screen, path] of [
			['Today', '/'],
			['Study', '/study']
		] as const) {
			say(`Lighthouse on ${screen}.`);
			const { scores, failed, largestPaint } = await auditPage(running.url + path, AUDITS, chromePath);
			note({
				what: `Lighthouse mobile, ${screen} (${CATEGORIES.join(', ')})`,
				value: `${scores.join(' ')}, largest paint ${ms(largestPaint)}, median of ${AUDITS}`,
				aim: { text: '100 in each', met: scores.every((score) => score === 100) }
			});
			for (const line of failed) say(`  not full: ${line}`);
		}
	}
} finally {
	await running.stop();
}

const [processor] = cpus();
process.stdout.write(
	`\n${table(rows)}\n\n${cpus().length} × ${processor?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ` +
		`${process.platform}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}; ${RUNS} cold and ${RUNS + 2} warm starts, ${GRADES} grades.\n`
);
