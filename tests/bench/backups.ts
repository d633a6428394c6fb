import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openPack } from '../../src/lib/deck-format/open-pack';
import type { DeckId, PackId, PresetId } from '../../src/lib/domain/ids';
import { DEFAULT_PRESET } from '../../src/lib/domain/preset';
import { change, subscribe } from '../../src/lib/storage/library-actions';
import type { Moment } from '../../src/lib/storage/log';
import { backupBytes } from '../support/backup';
import { freshDatabase } from '../support/database';
import { collectionBackup, LARGE } from './collection';

const root = resolve(import.meta.dirname, '../..');
const CACHE = join(root, '.cache/bench');
const DAY = 86_400_000;

/**
 * The shipped decks on the shelf of a learner who does everything in one sitting: no daily limits and no learning
 * steps, so that there are enough cards to grade.
 */
export async function shippedBackup(): Promise<Buffer> {
	const folder = join(root, 'static/packs');
	const now = Date.now();
	const moment: Moment = { at: now, tz: 'UTC', day: Math.floor(now / DAY) };
	const db = freshDatabase();
	const preset = 'bench' as PresetId;
	const values = { ...DEFAULT_PRESET, newPerDay: 9999, reviewsPerDay: 9999, learningSteps: [], burySiblings: false };
	await change(db, moment, { kind: 'preset.put', preset, values });
	for (const name of (await readdir(folder)).filter((name) => name !== 'index.json')) {
		const id = name.replace(/\.json$/, '') as PackId;
		const pack = await openPack(await readFile(join(folder, name), 'utf8'), id);
		await subscribe(db, moment, id, pack);
		await change(db, moment, { kind: 'deck.put', deck: pack.deck as DeckId, fields: { preset } });
	}
	return Buffer.from(await backupBytes(db, now));
}

/** The large collection, seen from today; made once a day, because making it takes half a minute. */
export async function largeBackup(): Promise<Buffer> {
	const source = await readFile(join(import.meta.dirname, 'collection.ts'));
	const today = Math.floor(Date.now() / DAY);
	const name = `large-${today}-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.recite-backup`;
	const file = join(CACHE, name);
	const made = await readFile(file).catch(() => null);
	if (made) return made;
	await mkdir(CACHE, { recursive: true });
	for (const old of await readdir(CACHE)) if (old.endsWith('.recite-backup')) await rm(join(CACHE, old));
	const { bytes } = collectionBackup(LARGE, today * DAY + DAY / 2);
	await writeFile(file, bytes);
	return Buffer.from(bytes);
}
