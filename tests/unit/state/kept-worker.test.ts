import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KeptWorker } from '../../../src/lib/state/kept-worker';

/** Stands for the browser's workers: answers what it is told, unless that is silence or a crash. */
class StandIn {
	static readonly all: StandIn[] = [];
	onmessage: ((event: { data: unknown }) => void) | null = null;
	onerror: ((event: { message: string }) => void) | null = null;
	isOver = false;

	constructor() {
		StandIn.all.push(this);
	}

	postMessage(input: string): void {
		queueMicrotask(() => {
			if (this.isOver || input === 'silence') return;
			if (input === 'crash') return this.onerror?.({ message: 'It broke.' });
			if (input === 'bad') return this.onmessage?.({ data: { kind: 'failed', code: 'unreadable', message: 'Bad.' } });
			this.onmessage?.({ data: { kind: 'progress', progress: 0.5 } });
			this.onmessage?.({ data: { kind: 'done', result: `${input} done` } });
		});
	}

	terminate(): void {
		this.isOver = true;
	}
}

beforeEach(() => {
	vi.useFakeTimers();
	StandIn.all.length = 0;
	vi.stubGlobal('Worker', StandIn);
	vi.stubGlobal('window', {});
	vi.stubGlobal('location', { href: 'http://localhost/', origin: 'http://localhost' });
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const run = (kept: KeptWorker, input: string, signal = new AbortController().signal, isHeavy = false) =>
	kept.run<string, number>({ input, signal, isHeavy, onprogress: () => undefined });

test('one worker does one piece of work after another', async () => {
	const kept = new KeptWorker('/worker.js');
	for (const input of ['a', 'b', 'c']) expect(await run(kept, input)).toBe(`${input} done`);
	expect(StandIn.all).toHaveLength(1);
});

test('after a bad piece, a crash or a heavy one the next begins with a fresh worker', async () => {
	const kept = new KeptWorker('/worker.js');
	await expect(run(kept, 'bad')).rejects.toMatchObject({ code: 'unreadable' });
	expect(await run(kept, 'a')).toBe('a done');
	await expect(run(kept, 'crash')).rejects.toMatchObject({ code: 'worker-failed' });
	expect(await run(kept, 'b', undefined, true)).toBe('b done');
	expect(await run(kept, 'c')).toBe('c done');
	expect(StandIn.all.map(({ isOver }) => isOver)).toEqual([true, true, true, false]);
});

test('cancelling ends the work at once, and the next piece is done', async () => {
	const kept = new KeptWorker('/worker.js');
	const stop = new AbortController();
	const silent = run(kept, 'silence', stop.signal);
	stop.abort();
	await expect(silent).rejects.toMatchObject({ code: 'cancelled' });
	expect(StandIn.all[0]?.isOver).toBe(true);
	await expect(run(kept, 'a', stop.signal)).rejects.toMatchObject({ code: 'cancelled' });
	expect(await run(kept, 'b')).toBe('b done');
});

test('a signal given again after its work was done ends nothing', async () => {
	const kept = new KeptWorker('/worker.js');
	const stop = new AbortController();
	await run(kept, 'a', stop.signal);
	stop.abort();
	expect(await run(kept, 'b')).toBe('b done');
	expect(StandIn.all).toHaveLength(1);
});

test('what comes while it works gets a worker of its own, which is not kept', async () => {
	const kept = new KeptWorker('/worker.js');
	expect(await Promise.all([run(kept, 'a'), run(kept, 'b')])).toEqual(['a done', 'b done']);
	expect(StandIn.all.map(({ isOver }) => isOver)).toEqual([false, true]);
});

test('a worker that has had nothing to do for a while is let go of', async () => {
	const kept = new KeptWorker('/worker.js');
	await run(kept, 'a');
	await vi.advanceTimersByTimeAsync(29_000);
	await run(kept, 'b');
	await vi.advanceTimersByTimeAsync(29_000);
	expect(StandIn.all[0]?.isOver).toBe(false);
	await vi.advanceTimersByTimeAsync(2_000);
	expect(StandIn.all[0]?.isOver).toBe(true);
	expect(await run(kept, 'c')).toBe('c done');
	expect(StandIn.all).toHaveLength(2);
});
