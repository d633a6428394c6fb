import { restoreBackup, type Restored } from '../../storage/backup';
import type { Progress } from '../../storage/rebuild';
import type { ReciteDatabase } from '../../storage/schema';
import { readBackup, type LeftOut } from './read-backup';

export interface RestoreReport extends Restored {
	/** How many reviews the backup holds. */
	readonly reviews: number;
	/** What of the backup could not be put back and is not on this device either. */
	readonly leftOut: Omit<LeftOut, 'packs' | 'media'> & {
		/** How many versions of decks, and how many files. */
		readonly packs: number;
		readonly media: number;
	};
}

export interface RestoreOptions {
	readonly onprogress?: (progress: Progress) => void;
	/** Aborting leaves everything as it was. */
	readonly signal?: AbortSignal;
}

/** Checking the file comes before everything else and takes about this share of the time. */
const READING = 0.3;

/**
 * Takes a backup file in: what is whole of it, after holding everything to its form.
 * @throws AppError `not-a-backup`, saying what is wrong with the file, or `cancelled`; nothing has been changed then
 */
export async function restoreFile(
	db: ReciteDatabase,
	file: Blob,
	{ onprogress, signal }: RestoreOptions = {}
): Promise<RestoreReport> {
	const backup = await readBackup(file, {
		...(signal && { signal }),
		onprogress: ({ share }) => onprogress?.({ step: 'reading', share: share * READING })
	});
	const restored = await restoreBackup(db, backup, {
		...(signal && { signal }),
		onprogress: ({ step, share }) => onprogress?.({ step, share: READING + share * (1 - READING) })
	});
	const reviews = backup.segments.reduce(
		(sum, events) => sum + events.filter(({ kind }) => kind === 'review').length,
		0
	);
	const { packs, media, ...leftOut } = backup.leftOut;
	const missing = async (keys: readonly string[], here: Promise<readonly unknown[]>): Promise<number> =>
		keys.length - (await here).filter((row) => row !== undefined).length;
	return {
		...restored,
		reviews,
		leftOut: {
			...leftOut,
			packs: await missing(packs, db.packs.bulkGet([...packs])),
			media: await missing(media, db.media.bulkGet([...media]))
		}
	};
}
