import type { Edition, ProjectId, ProjectState } from '../authoring/project';
import { reverted } from '../authoring/fold';
import { changesOfProject } from './project-rows';
import { loadProject } from './projects';
import type { ReciteDatabase } from './schema';

/** A project as it was at one moment, with the texts that were in force. */
export interface PastState {
	readonly state: ProjectState;
	/** By document; those that are not on this device are left out. */
	readonly editions: ReadonlyMap<string, Edition>;
}

/**
 * The project as it was when its present version was published, found by walking back along what the author has done
 * since. A project that goes on from a pack and was not published since is taken back to where it began.
 * @returns null if it was never published, or is not there
 */
export async function publishedState(db: ReciteDatabase, project: ProjectId): Promise<PastState | null> {
	return db.transaction('r', db.projects, db.records, db.changes, db.editions, async () => {
		const loaded = await loadProject(db, project);
		if (loaded === null || loaded.state.deck.version === '0.0.0') return null;
		const { version } = loaded.state.deck;
		let { state } = loaded;
		const rows = await changesOfProject(db, project).reverse().toArray();
		for (const { seq, change } of rows) {
			if (seq > loaded.row.done) continue;
			const publishes = change.patches.some(
				(patch) => patch.of === 'deck' && patch.after?.version === version && patch.before?.version !== version
			);
			if (publishes) break;
			state = reverted(state, change);
		}
		const editions = new Map<string, Edition>();
		for (const { id, edition } of state.documents.values()) {
			const found = await db.editions.get([project, edition]);
			if (found !== undefined) editions.set(id, found);
		}
		return { state, editions };
	});
}
