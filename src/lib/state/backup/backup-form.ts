/**
 * A backup is a zip: `recite-backup.json` (what it is), `log/*` (segments as they lie in the database, the unsealed rest
 * as one more), `packs/<sha256>.json`, `projects/<id>.json`, `media/<sha256>`, in this order, so that of a file that breaks
 * off the log is there. Restoring takes the union by event id, so a backup can be put back into a collection that has gone
 * on since, or that comes from another device, and nothing is lost. An author's project is no log: where it is here already
 * and reads otherwise, both are kept.
 */
export interface Manifest {
	readonly format: 'recite-backup';
	readonly version: 1;
	/** Unix ms. */
	readonly made: number;
	readonly events: number;
	readonly packs: number;
}

export const MANIFEST = 'recite-backup.json';

/** How far the making or the reading of a backup has come. */
export interface BackupProgress {
	readonly step: 'reading' | 'saving';
	/** 0 to 1. */
	readonly share: number;
}
