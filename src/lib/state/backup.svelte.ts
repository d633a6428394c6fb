import type { Recite } from './recite.svelte';
import type { Progress } from '../storage/rebuild';
import type { RestoreReport } from './restore-file';
import { runWorker } from './run-worker';
import { leaveTraces, readTraces } from './traces';
import workerUrl from './restore.worker.ts?worker&url';

const desks = new WeakMap<Recite, BackupDesk>();

/** The app's one desk. Not a field of the app, because Study shows its first card without it. */
export function backupOf(recite: Recite): BackupDesk {
	const desk = desks.get(recite) ?? new BackupDesk(recite);
	desks.set(recite, desk);
	return desk;
}

/** Saving everything as a file, and taking such a file in. */
class BackupDesk {
	/** What is going on, in words; null when nothing is. */
	busy = $state<string | null>(null);
	/** Of a restore; null when none is running. */
	progress = $state.raw<Progress | null>(null);
	/** Unix ms of the last backup saved on this device; null for never. */
	lastSaved = $state<number | null>(readTraces()?.backup ?? null);
	readonly #recite: Recite;
	#restoring: AbortController | null = null;

	constructor(recite: Recite) {
		this.#recite = recite;
	}

	/** Hands the backup to the browser as a download. */
	async save(): Promise<void> {
		await this.#while('Saving a backup', async () => {
			const now = Date.now();
			const { makeBackup } = await loadBackup();
			const bytes = await makeBackup(this.#recite.db, now);
			const url = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/zip' }));
			const link = document.createElement('a');
			link.href = url;
			link.download = `recite-${new Date(now).toISOString().slice(0, 10)}.recite-backup`;
			link.click();
			// Revoked late, because a browser may begin to read only after it has asked where to save.
			setTimeout(() => URL.revokeObjectURL(url), 60_000);
			this.lastSaved = now;
			leaveTraces({ backup: now });
		});
	}

	/**
	 * Adds what a backup holds to what is here, in a worker.
	 * @throws AppError `cancelled`, or one that says what is wrong with the file; nothing has been changed then
	 */
	async restore(file: File): Promise<RestoreReport> {
		return this.#while('Reading the backup', async () => {
			this.#restoring = new AbortController();
			this.progress = { step: 'reading', share: 0 };
			try {
				const report = await runWorker<RestoreReport>(workerUrl, {
					input: file,
					onprogress: (progress) => {
						this.progress = progress;
						this.busy = 'Putting it back';
					},
					signal: this.#restoring.signal
				});
				await this.#recite.settings.load();
				this.#recite.channel.tell();
				leaveTraces({ lastUsed: Date.now(), reviews: Math.max(readTraces()?.reviews ?? 0, report.reviews) });
				return report;
			} finally {
				this.#restoring = null;
				this.progress = null;
			}
		});
	}

	/** Stops a restore; everything is then as it was. */
	cancel(): void {
		this.#restoring?.abort();
	}

	async #while<T>(what: string, work: () => Promise<T>): Promise<T> {
		this.busy = what;
		try {
			return await work();
		} finally {
			this.busy = null;
		}
	}
}

const loadBackup = () => import('../storage/backup');
