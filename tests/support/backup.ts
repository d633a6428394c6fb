import { packId } from '../../src/lib/deck-format/pack-id';
import type { PackId } from '../../src/lib/domain/ids';
import type { Note } from '../../src/lib/domain/note';
import type { Pack } from '../../src/lib/domain/pack';
import { makeBackup } from '../../src/lib/state/backup/make-backup';
import type { ReciteDatabase } from '../../src/lib/storage/schema';
import { samplePack } from './sample-pack';

/** A backup as the bytes of its file. @param now Unix ms */
export async function backupBytes(db: ReciteDatabase, now: number): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await (await makeBackup(db, now)).arrayBuffer());
}

/** Bytes as a person would choose them. */
export const asFile = (bytes: Uint8Array): Blob => new Blob([Uint8Array.from(bytes)]);

/** The small pack under the name that its content has, as a backup's reader demands it. */
export async function soundPack(version: number, notes?: readonly Note[]): Promise<{ id: PackId; pack: Pack }> {
	const { pack: sample } = samplePack(version, notes);
	const pack = { ...sample, topics: sample.topics.map((topic) => ({ ...topic, description: `About ${topic.id}.` })) };
	return { id: await packId(pack), pack };
}
