import type { Recite } from './recite.svelte';
import type { Progress } from '../storage/rebuild';
import type { BackupProgress } from './backup/backup-form';
import type { RestoreReport } from './backup/restore-file';
import { runWorker } from './run-worker';
import { saveBlob } from './save-file';
import { leaveTraces, readTraces } from './traces';
import restoreUrl from './backup/restore.worker.ts?worker&url';
import saveUrl from './backup/save.worker.ts?worker&url';

const desks = new WeakMap<Recite, BackupDesk>();

/** The app's one desk. Not a field of the app, because Study shows its first card without it. */
export function backupOf(recite: Recite): BackupDesk {
	const desk = desks.get(recite) ?? new BackupDesk(recite);
	desks.set(recite, desk);
	return desk;
}

/** A backup made sooner than this, in ms, shows no progress: it would flash. */
const WORTH_SHOWING = 400;

/** Saving everything as a file, and taking such a file in. */
class BackupDesk {
	/** What is going on, in words; null when nothing is. */
	busy = $state<string | null>(null);
	/** Of a restore; null when none is running. */
	progress = $state.raw<Progress | null>(null);
	/** Of a backup that takes its time, 0 to 1; null otherwise. */
	saving = $state<number | null>(null);
	/** Unix ms of the last backup saved on this device; null for never. */
	lastSaved = $state<number | null>(readTraces()?.backup ?? null);
	readonly #recite: Recite;
	#running: AbortController | null = null;

	constructor(recite: Recite) {
		this.#recite = recite;
	}

	/**
	 * Makes a backup in a worker and hands it to the browser as a download.
	 * @returns false when it was cancelled
	 */
	async save(): Promise<boolean> {
		const began = performance.now();
		const now = Date.now();
		return this.#while('Saving a backup', async (signal) => {
			const backup = await runWorker<Blob, BackupProgress>(saveUrl, {
				input: now,
				onprogress: ({ share }) => {
					if (performance.now() - began > WORTH_SHOWING) this.saving = share;
				},
				signal
			}).catch((error: unknown) => {
				if (signal.aborted) return null;
				throw error;
			});
			if (backup === null) return false;
			saveBlob(`recite-${new Date(now).toISOString().slice(0, 10)}.recite-backup`, backup);
			this.lastSaved = now;
			leaveTraces({ backup: now });
			return true;
		});
	}

	/**
	 * Adds what a backup holds to what is here, in a worker.
	 * @throws AppError `cancelled`, or one that says what is wrong with the file; nothing has been changed then
	 */
	async restore(file: File): Promise<RestoreReport> {
		return this.#while('Reading the backup', async (signal) => {
			this.progress = { step: 'reading', share: 0 };
			const report = await runWorker<RestoreReport>(restoreUrl, {
				input: file,
				onprogress: (progress) => {
					this.progress = progress;
					if (progress.step !== 'reading') this.busy = 'Putting it back';
				},
				signal
			});
			await this.#recite.settings.load();
			this.#recite.channel.tell();
			leaveTraces({ lastUsed: Date.now(), reviews: Math.max(readTraces()?.reviews ?? 0, report.reviews) });
			return report;
		});
	}

	/** Stops what is going on; everything is then as it was. */
	cancel(): void {
		this.#running?.abort();
	}

	async #while<T>(what: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
		this.busy = what;
		const running = (this.#running = new AbortController());
		try {
			return await work(running.signal);
		} finally {
			this.busy = null;
			this.progress = null;
			this.saving = null;
			this.#running = null;
		}
	}
}
