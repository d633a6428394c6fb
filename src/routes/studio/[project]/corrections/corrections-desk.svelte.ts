import { correctionItems, readCorrections, type CorrectionItem, type Corrections } from '$lib/authoring/corrections';
import type { ProjectId } from '$lib/authoring/project';
import type { Desk } from '$lib/state/studio/desk.svelte';

/** A student's file, opened. */
export interface OpenedFile {
	readonly key: string;
	readonly name: string;
	readonly corrections: Corrections;
	/** Items about notes that the deck does not have any more. */
	readonly unknown: number;
}

export interface FileItems extends OpenedFile {
	readonly items: readonly { readonly item: CorrectionItem; readonly state: 'open' | 'applied' | 'dismissed' }[];
}

const opened = new Map<ProjectId, CorrectionsDesk>();

/** A project's one: what was opened stays while the author goes to a note and comes back. */
export function correctionsDeskOf(desk: Desk): CorrectionsDesk {
	const known = opened.get(desk.id) ?? new CorrectionsDesk();
	opened.set(desk.id, known);
	return known;
}

/** Files that students have sent, and what the author has said of their items. */
export class CorrectionsDesk {
	files = $state.raw<readonly OpenedFile[]>([]);
	/** By file and item. */
	#said = $state.raw<ReadonlyMap<string, 'applied' | 'dismissed'>>(new Map());
	#next = 0;

	/**
	 * Opens a file beside those that are open.
	 * @throws AppError with what is wrong with it; those that are open stay
	 */
	async open(file: File, { deck, state }: Desk): Promise<void> {
		const notes = [...state.notes.keys()].map((id) => ({ id }));
		const { corrections, unknown } = readCorrections(await file.text(), { deck: deck.deck, title: deck.title, notes });
		this.files = [...this.files, { key: String(this.#next++), name: file.name, corrections, unknown }];
	}

	close(key: string): void {
		this.files = this.files.filter((file) => file.key !== key);
	}

	/** Every file's items beside the notes as they are now. */
	itemsOf({ state }: Desk): readonly FileItems[] {
		return this.files.map((file) => ({
			...file,
			items: correctionItems(file.corrections, state).map((item) => {
				const said = this.#said.get(`${file.key}/${item.key}`) ?? 'open';
				// What was taken over and then undone is open again.
				const isUndone = said === 'applied' && item.apply !== null;
				return { item, state: isUndone ? 'open' : said };
			})
		}));
	}

	/** How many of those that have been opened are still to be decided about. */
	openIn(desk: Desk): number {
		return this.itemsOf(desk).reduce((sum, { items }) => sum + items.filter(({ state }) => state === 'open').length, 0);
	}

	say(file: string, item: CorrectionItem, is: 'applied' | 'dismissed' | 'open'): void {
		const next = new Map(this.#said);
		if (is === 'open') next.delete(`${file}/${item.key}`);
		else next.set(`${file}/${item.key}`, is);
		this.#said = next;
	}
}
