import { Worker } from 'node:worker_threads';
import { dice, type Dice } from './mutations';

/** Longest that one case may take, in ms; a busy machine is no fault. */
const LONGEST = 10_000;

/**
 * Runs cases, each from a seed of its own. Fails with the seed of the first that throws, or takes too long; one that never
 * ends brings the process down from a thread of its own, naming the seed, because nothing else could.
 */
export async function fuzz(name: string, cases: number, check: (roll: Dice, seed: string) => unknown): Promise<number> {
	const current = new Int32Array(new SharedArrayBuffer(8));
	const watch = new Worker(WATCH, { eval: true, workerData: { current, name, longest: LONGEST } });
	try {
		for (let i = 0; i < cases; i++) {
			const seed = `${name}/${i}`;
			Atomics.store(current, 0, i);
			const begun = performance.now();
			try {
				await check(dice(seed), seed);
			} catch (cause) {
				throw new Error(`The case with seed ${seed} failed: ${String(cause)}`, { cause });
			}
			const took = performance.now() - begun;
			if (took > LONGEST) throw new Error(`The case with seed ${seed} took ${Math.round(took)} ms.`);
		}
		return cases;
	} finally {
		await watch.terminate();
	}
}

const WATCH = `
const { workerData: { current, name, longest } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let last = -1, since = Date.now();
setInterval(() => {
	const now = Atomics.load(current, 0);
	if (now !== last) { last = now; since = Date.now(); return; }
	if (Date.now() - since < longest * 3) return;
	writeSync(2, 'The case with seed ' + name + '/' + now + ' does not end.\\n');
	process.kill(process.pid, 'SIGKILL');
}, 500);
`;

/** Lets the code under test alone say which forgotten failures are none of ours; the test runner counts them all. */
export async function withOwnStrays<T>(work: () => Promise<T>): Promise<T> {
	const others = process.listeners('unhandledRejection');
	process.removeAllListeners('unhandledRejection');
	try {
		return await work();
	} finally {
		for (const listener of others) process.on('unhandledRejection', listener);
	}
}
