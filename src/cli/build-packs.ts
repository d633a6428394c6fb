import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../lib/deck-format/canonical-json';
import { packId } from '../lib/deck-format/pack-id';
import type { Pack } from '../lib/domain/pack';

interface Built {
	readonly folder: string;
	readonly pack: Pack;
}

/** What the build made of one deck, as `index.json` lists it. */
interface Listed {
	readonly id: string;
	readonly deck: string;
	readonly title: string;
	readonly version: string;
	readonly notes: number;
	readonly file: string;
	readonly bytes: number;
}

/** Names that a build has written before: what is not written again is removed. */
const OURS = /^(index\.json|[0-9a-f]{64}\.(json|svg|png|jpe?g|gif|webp))$/;

/** Writes each pack as `<sha256>.json`, its pictures as `<sha256>.<ending>`, and `index.json`. Same decks, same bytes. */
export async function buildPacks(decks: readonly Built[], out: string): Promise<Listed[]> {
	await mkdir(out, { recursive: true });
	const written = new Set(['index.json']);
	const packs: Listed[] = [];
	for (const { folder, pack } of decks) {
		const json = canonicalJson(pack);
		const id = await packId(pack);
		const file = `${id}.json`;
		await writeFile(join(out, file), json);
		written.add(file);
		for (const [name, media] of Object.entries(pack.media)) {
			const copy = media.sha256 + name.slice(name.lastIndexOf('.')).toLowerCase();
			await copyFile(join(folder, 'media', name), join(out, copy));
			written.add(copy);
		}
		const { deck, title, version, notes } = pack;
		packs.push({ id, deck, title, version, notes: notes.length, file, bytes: new TextEncoder().encode(json).length });
	}
	await writeFile(join(out, 'index.json'), `${canonicalJson({ packs })}\n`);
	for (const name of await readdir(out)) {
		if (OURS.test(name) && !written.has(name)) await rm(join(out, name));
	}
	return packs;
}
