import { AppError } from '../domain/app-error';
import { canonicalJson } from '../deck-format/canonical-json';
import { openPack } from '../deck-format/open-pack';
import { sha256Hex } from '../deck-format/pack-id';
import { readBackup, restoreBackup, type Backup, type Restored } from '../storage/backup';
import type { RebuildOptions } from '../storage/rebuild';
import type { ReciteDatabase } from '../storage/schema';

export interface RestoreReport extends Restored, Pick<Backup, 'dropped' | 'unreadable'> {
	/** How many reviews the backup holds. */
	readonly reviews: number;
}

/**
 * Takes a backup file in, after holding everything in it to its form and, where it has one, to its name.
 * @throws AppError `not-a-backup`, saying what is wrong with the file; nothing has been changed then
 */
export async function restoreFile(
	db: ReciteDatabase,
	bytes: Uint8Array,
	options: RebuildOptions = {}
): Promise<RestoreReport> {
	const backup = readBackup(bytes);
	const packs = await soundPacks(backup);
	await checkMedia(backup);
	const restored = await restoreBackup(db, backup, packs, options);
	const reviews = backup.segments.reduce(
		(sum, events) => sum + events.filter(({ kind }) => kind === 'review').length,
		0
	);
	return { ...restored, reviews, dropped: backup.dropped, unreadable: backup.unreadable };
}

/** A backup comes from outside: its packs are held to their names and form like any other. */
async function soundPacks(backup: Backup) {
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

/** Pictures go by the SHA-256 of their bytes. Over plain http, where there is no Web Crypto, that cannot be checked. */
async function checkMedia(backup: Backup): Promise<void> {
	if (globalThis.crypto?.subtle === undefined) return;
	for (const { sha256, bytes } of backup.media) {
		if ((await sha256Hex(bytes.slice())) === sha256) continue;
		throw new AppError('not-a-backup', 'A picture in this backup is damaged. Try another copy of the backup.');
	}
}
