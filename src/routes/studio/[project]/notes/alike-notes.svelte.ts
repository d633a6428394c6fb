import { deleteNotes, waive } from '$lib/authoring/changes/notes';
import type { ProjectNote } from '$lib/authoring/project';
import type { Desk } from '$lib/state/studio/desk.svelte';
import type { DeskSteps } from '../desk-steps.svelte';

/** Rules that find two notes alike. */
const ALIKE = ['duplicate', 'near-duplicate', 'same-front'];

/** Ids of two notes. */
type Pair = readonly [string, string];

/** Notes that the checks find alike, and the two that are being compared. */
export class AlikeNotes {
	#compared = $state.raw<Pair | null>(null);
	readonly #desk: Desk;
	readonly #steps: DeskSteps;

	constructor(desk: Desk, steps: DeskSteps) {
		this.#desk = desk;
		this.#steps = steps;
	}

	readonly pairs = $derived.by((): readonly Pair[] =>
		[...this.#desk.problems.notes.values()].flatMap((problems) =>
			problems.flatMap(({ rule, note, other }) =>
				note !== null && other !== null && ALIKE.includes(rule) ? [[note, other] as const] : []
			)
		)
	);
	/** Null while nothing is compared, or one of the two is gone. */
	readonly pair = $derived.by((): readonly [ProjectNote, ProjectNote] | null => {
		const [a, b] = (this.#compared ?? []).map((id) => this.#desk.state.notes.get(id));
		return a && b ? [a, b] : null;
	});
	readonly #index = $derived.by((): number =>
		this.pairs.findIndex(([a, b]) => a === this.#compared?.[0] && b === this.#compared[1])
	);
	/** Which of the pairs it is, from 1, and how many there are. */
	get place(): { readonly at: number; readonly all: number } {
		return { at: this.#index + 1, all: this.pairs.length };
	}

	compare(a: string, b: string): void {
		this.#compared = [a, b];
	}
	/** The next pair, the first one after the last. */
	next(): void {
		this.#compared = this.pairs[(this.#index + 1) % Math.max(1, this.pairs.length)] ?? null;
	}
	end(): void {
		this.#compared = null;
	}

	async remove(id: string): Promise<void> {
		await this.#steps.commit((state) => deleteNotes(state, [id]), 'The other note is deleted.');
		this.end();
	}

	/** They are not the same: notes why, so that the checks do not ask again. */
	async keepBoth(reason: string): Promise<void> {
		const [note = '', other] = this.#compared ?? [];
		const rule = this.#desk.problemsOf(note).find((problem) => problem.other === other)?.rule;
		if (rule) await this.#steps.commit((state) => waive(state, note, rule, reason));
		this.end();
	}
}
