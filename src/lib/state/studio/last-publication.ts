import { buildPack } from '../../authoring/build-pack';
import type { ProjectState, Publication } from '../../authoring/project';
import { mediaOf } from '../../storage/projects';
import { publishedState } from '../../storage/published-state';
import type { Desk } from './desk.svelte';

/** The version in force, made again of the working copy as it was then. */
export interface LastPublication extends Publication {
	/** The working copy as it was then. */
	readonly state: ProjectState;
}

/** Null for a deck that was never published. Pictures that are not on this device any more are left out. */
export async function lastPublication({ app: { db }, id }: Desk): Promise<LastPublication | null> {
	const past = await publishedState(db, id);
	if (past === null) return null;
	const { state, editions } = past;
	const { version, releases } = state.deck;
	const { pack } = buildPack(state, editions, version);
	const media = new Map<string, Blob>();
	for (const [name, { sha256 }] of Object.entries(pack.media)) {
		const blob = await mediaOf(db, sha256);
		if (blob !== null) media.set(name, blob);
	}
	const release = releases.find((each) => each.version === version) ?? { version, date: '', notes: '' };
	return { pack, media, release, state };
}
