import { AppError } from '../../domain/app-error';
import { ZipWriting } from '../../deck-format/zip-writing';
import { logParts, projectParts } from '../../storage/backup';
import type { ReciteDatabase } from '../../storage/schema';
import { MANIFEST, type BackupProgress, type Manifest } from './backup-form';

export interface MakingOptions {
	readonly onprogress?: (progress: BackupProgress) => void;
	readonly signal?: AbortSignal;
}

/**
 * Everything that cannot be made again, as one file. The log is read at one moment and the packs after it, so that every
 * pack it names is among them; nobody who studies meanwhile has to wait for more than the log's own reading.
 * @param now Unix ms
 * @throws AppError `cancelled`, `archive-too-large`
 */
export async function makeBackup(
	db: ReciteDatabase,
	now: number,
	{ onprogress, signal }: MakingOptions = {}
): Promise<Blob> {
	const zip = new ZipWriting();
	const log = await logParts(db);
	const [packs, projects, media] = await Promise.all([
		db.packs.toCollection().primaryKeys(),
		db.projects.toCollection().primaryKeys(),
		db.media.toCollection().primaryKeys()
	]);
	const steps = packs.length + projects.length + media.length + 1;
	let done = 0;
	const step = (): void => {
		if (signal?.aborted) throw new AppError('cancelled', 'Cancelled. No backup has been saved.');
		onprogress?.({ step: 'saving', share: ++done / steps });
	};

	const events = log.reduce((sum, { count }) => sum + count, 0);
	const manifest: Manifest = { format: 'recite-backup', version: 1, made: now, events, packs: packs.length };
	zip.addPacked(MANIFEST, jsonBytes(manifest));
	for (const { id, bytes } of log) await zip.addStored(`log/${id}`, Uint8Array.from(bytes));
	step();
	for (const id of packs) {
		const row = await db.packs.get(id);
		if (row !== undefined) zip.addPacked(`packs/${id}.json`, jsonBytes(row.pack));
		step();
	}
	for (const id of projects) {
		const archive = await projectParts(db, id);
		if (archive !== undefined) zip.addPacked(`projects/${id}.json`, jsonBytes(archive));
		step();
	}
	for (const sha256 of media) {
		const row = await db.media.get(sha256);
		if (row !== undefined) await zip.addStored(`media/${sha256}`, row.blob);
		step();
	}
	return zip.finish('application/zip');
}

const jsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
