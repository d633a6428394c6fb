import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * How long the disk takes to confirm a few hundred bytes, in ms: what a strict transaction waits for whatever the app
 * does. On a machine that others use as well, most of the slowest grades are these.
 */
export async function diskTimings(folder: string, count: number): Promise<number[]> {
	const path = join(folder, 'disk-probe');
	const file = await open(path, 'w');
	const timings: number[] = [];
	try {
		for (let i = 0; i < count; i++) {
			await file.write(Buffer.alloc(600, i));
			const start = performance.now();
			await file.datasync();
			timings.push(performance.now() - start);
			await wait(50);
		}
	} finally {
		await file.close();
		await rm(path);
	}
	return timings;
}
