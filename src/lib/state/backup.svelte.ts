import type { Recite } from './recite.svelte';
import { AppError } from '../domain/app-error';
import type { Backup } from '../storage/backup';
import { leaveTraces, readTraces } from './traces';

/** Saving everything as a file, and taking such a file in. */
export class BackupDesk {
	/** What is going on, in words; null when nothing is. */
	busy = $state<string | null>(null);
	/** Unix ms of the last backup saved on this device; null for never. */
	lastSaved = $state<number | null>(readTraces()?.backup ?? null);
	readonly #recite: Recite;

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
	 * Adds what a backup holds to what is here.
	 * @returns how many events were new
	 * @throws AppError that says what is wrong with the file; nothing has been changed then
	 */
	async restore(file: File): Promise<number> {
		return this.#while('Reading the backup', async () => {
			const { readBackup, restoreBackup } = await loadBackup();
			const backup = readBackup(new Uint8Array(await file.arrayBuffer()));
			const packs = await soundPacks(backup);
			this.busy = 'Putting it back';
			const added = await restoreBackup(this.#recite.db, backup, packs);
			await this.#recite.settings.load();
			this.#recite.channel.tell();
			const restored = backup.segments.flatMap(({ events }) => events).filter(({ kind }) => kind === 'review').length;
			leaveTraces({ lastUsed: Date.now(), reviews: Math.max(readTraces()?.reviews ?? 0, restored) });
			return added;
		});
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

/** A backup comes from outside: its packs are held to their names and form like any other. */
async function soundPacks(backup: Backup) {
	const [{ openPack }, { canonicalJson }] = await Promise.all([
		import('../deck-format/open-pack'),
		import('../deck-format/canonical-json')
	]);
	return Promise.all(
		backup.packs.map(async ({ id, json }) => {
			try {
				// A database keeps the pack's value, not its spelling, and the name is that of the canonical spelling.
				return { id, pack: await openPack(canonicalJson(JSON.parse(json)), id) };
			} catch (cause) {
				throw new AppError('not-a-backup', 'A deck in this backup is damaged. Try another copy of the backup.', {
					cause
				});
			}
		})
	);
}
