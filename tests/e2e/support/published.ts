import type { Download, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { writeFeed } from '../../../src/lib/authoring/feed';
import { canonicalJson } from '../../../src/lib/deck-format/canonical-json';
import { writeArchive, type DeckRelease } from '../../../src/lib/deck-format/deck-archive';
import { openPack } from '../../../src/lib/deck-format/open-pack';
import { packId } from '../../../src/lib/deck-format/pack-id';
import { deckId, noteId, type PackId, type PresetId } from '../../../src/lib/domain/ids';
import type { Note } from '../../../src/lib/domain/note';
import type { Pack } from '../../../src/lib/domain/pack';
import { DEFAULT_PRESET } from '../../../src/lib/domain/preset';
import { change, subscribe } from '../../../src/lib/storage/library-actions';
import type { Moment } from '../../../src/lib/storage/log';
import { backupBytes } from '../../support/backup';
import { freshDatabase } from '../../support/database';
import type { StaticHost } from '../../support/outside';
import { samplePack } from '../../support/sample-pack';
import { PLAIN } from './shelf';

/** One version of the deck on bread, sound to the last field. */
export async function edition(version: number, notes: readonly Note[]): Promise<{ id: PackId; pack: Pack }> {
	const { pack: sample } = samplePack(version, notes);
	const topics = sample.topics.map((topic) => ({ ...topic, description: `About the ${topic.id}.` }));
	const made: Pack = { ...sample, topics };
	const id = await packId(made);
	return { id, pack: await openPack(canonicalJson(made), id) };
}

const releaseOf = ({ version }: Pack): DeckRelease => ({
	version,
	date: '2026-11-21',
	notes: `What ${version} brings.`
});

/** Puts a version at an address, beside those that are there. */
export async function publishAt(host: StaticHost, { id, pack }: { id: PackId; pack: Pack }): Promise<void> {
	host.put(writeFeed({ pack, id, media: new Map(), releases: [releaseOf(pack)] }));
}

/** The address as a person would type it. */
export const typedAddress = (host: StaticHost): string => host.address.replace('127.0.0.1', 'localhost');

/** A deck as a `.recite` file. */
export const reciteFile = async (pack: Pack): Promise<Buffer> =>
	Buffer.from(await writeArchive(pack, new Map(), [releaseOf(pack)]));

const BEGAN: Moment = { at: Date.UTC(2026, 0, 5, 12), tz: 'UTC', day: 20_458 };

/** A backup of a learner who has a deck from an address on the shelf, and has worded one note otherwise. */
export async function subscriberBackup(
	{ id, pack }: { id: PackId; pack: Pack },
	address: string | null,
	edit: { readonly note: string; readonly fields: Readonly<Record<string, unknown>> }
): Promise<Buffer> {
	const db = freshDatabase();
	const deck = deckId(pack.deck);
	await subscribe(db, BEGAN, id, pack);
	const preset = 'mine' as PresetId;
	await change(db, BEGAN, { kind: 'preset.put', preset, values: { ...DEFAULT_PRESET, ...PLAIN } });
	await change(db, BEGAN, { kind: 'deck.put', deck, fields: { preset, ...(address === null ? {} : { address }) } });
	await change(db, BEGAN, { kind: 'note.put', note: noteId(pack.deck, edit.note), fields: edit.fields });
	return Buffer.from(await backupBytes(db, BEGAN.at));
}

/** What a press of a button saves. */
export async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
	const [download] = await Promise.all([page.waitForEvent('download'), press()]);
	return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());
