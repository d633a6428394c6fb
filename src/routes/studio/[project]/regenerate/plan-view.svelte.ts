import type { FreshItem, NoteItem, Plan } from '$lib/authoring/regenerate';
import { defaultDecision, type RegenerationDecision } from '$lib/authoring/regeneration-change';
import { rewordedNote } from '$lib/authoring/reworded-note';
import type { Note, Source } from '$lib/domain/note';
import type { Regeneration } from '$lib/state/studio/regeneration.svelte';
import type { RegenerateAction } from '$lib/ui/studio/regenerate/regenerate-keys';

export type Item = NoteItem | FreshItem;

/** A form or a document that stands in an item's place. */
export interface Opened {
	readonly key: string;
	readonly is: 'wording' | 'source';
}

/** Items by what they ask of the author, in the order of the page; the same for as long as the plan is. */
export interface PlanParts {
	readonly open: readonly NoteItem[];
	readonly reworded: readonly NoteItem[];
	readonly fresh: readonly FreshItem[];
	readonly same: readonly NoteItem[];
}

export function partsOf({ notes, fresh }: Plan): PlanParts {
	const byItself = notes.filter((item) => defaultDecision(item) !== null);
	return {
		open: notes.filter((item) => defaultDecision(item) === null),
		reworded: byItself.filter(({ is }) => is === 'reworded'),
		fresh,
		same: byItself.filter(({ is }) => is === 'same')
	};
}

/** What the author does with a plan on its page: where they are, what they have written, what can be taken back. */
export class PlanView {
	currentKey = $state<string | null>(null);
	opened = $state.raw<Opened | null>(null);
	/** For new candidates that are added. */
	topic = $state<string | undefined>(undefined);
	readonly #regeneration: Regeneration;
	/** Wordings of the author's, by item. */
	#wordings = $state.raw<ReadonlyMap<string, Note>>(new Map());
	/** Sentences that the author has chosen, by item. */
	#sources = $state.raw<ReadonlyMap<string, Source>>(new Map());
	/** Decisions as they were before each step. */
	#past = $state.raw<readonly ReadonlyMap<string, RegenerationDecision>[]>([]);

	constructor(regeneration: Regeneration) {
		this.#regeneration = regeneration;
	}

	readonly parts = $derived.by((): PlanParts => {
		const { plan } = this.#regeneration;
		return plan === null ? { open: [], reworded: [], fresh: [], same: [] } : partsOf(plan);
	});
	/** In the order in which the page shows them; those that stay the same are counted only. */
	readonly order = $derived.by((): readonly Item[] => [
		...this.parts.open,
		...this.parts.reworded,
		...this.parts.fresh
	]);

	/** Begins with another plan. */
	begin(): void {
		this.#wordings = new Map();
		this.#sources = new Map();
		this.#past = [];
		this.opened = null;
		this.currentKey = this.order[0]?.key ?? null;
	}

	get isTouched(): boolean {
		return this.#regeneration.decisions.size > 0 || this.#wordings.size > 0 || this.opened !== null;
	}

	get canUndo(): boolean {
		return this.#past.length > 0;
	}

	get current(): Item | null {
		return this.order.find(({ key }) => key === this.currentKey) ?? null;
	}

	/** Moves on; stays at the ends. */
	step(by: 1 | -1): void {
		const at = this.order.findIndex(({ key }) => key === this.currentKey);
		this.currentKey = this.order[Math.min(this.order.length - 1, Math.max(0, at + by))]?.key ?? null;
	}

	/** To the next note that must be decided, going round once. */
	toOpen(): void {
		const at = this.order.findIndex(({ key }) => key === this.currentKey);
		const keys = new Set(this.#regeneration.undecided.map(({ key }) => key));
		const round = [...this.order.slice(at + 1), ...this.order.slice(0, at + 1)];
		this.currentKey = round.find(({ key }) => keys.has(key))?.key ?? this.currentKey;
	}

	sourceOf(item: NoteItem): Source | null {
		return this.#sources.get(item.key) ?? null;
	}

	/** Its sources with the one that the author has chosen in the place of this document's. */
	#sourcesOf(item: NoteItem): readonly Source[] {
		const chosen = this.sourceOf(item);
		if (chosen === null) return item.sources;
		return [chosen, ...item.sources.filter(({ document }) => document !== chosen.document)];
	}

	/** The card as it would read; null where nobody has another wording. */
	wordingOf(item: NoteItem): Note | null {
		const written = this.#wordings.get(item.key);
		if (written !== undefined) return written;
		const sources = this.#sourcesOf(item);
		return item.proposal ?? rewordedNote(item.note.note, item.changed, sources);
	}

	/** What a form for the wording begins with. */
	draftOf(item: NoteItem): Note {
		return this.wordingOf(item) ?? { ...item.note.note, sources: this.#sourcesOf(item) };
	}

	canRest(item: NoteItem): boolean {
		return this.#sourcesOf(item).length > 0 || item.note.note.editorNote !== undefined;
	}

	/** Opens the form for an item's wording, or the document for its sentence, which comes first where it has none. */
	open(item: NoteItem, is: Opened['is']): void {
		this.currentKey = item.key;
		this.opened = { key: item.key, is: this.canRest(item) ? is : 'source' };
	}

	/** Decides about an item. Where there is no wording to take, the form for it is opened. @returns whether it is decided */
	choose(item: Item, action: RegenerateAction): boolean {
		if (item.is === 'new') return this.#chooseFresh(item, action);
		if (action === 'remove') return this.#put(item, { is: 'remove' });
		if (!this.canRest(item)) {
			this.opened = { key: item.key, is: 'source' };
			return false;
		}
		if (action === 'keep') {
			const isChosen = this.sourceOf(item) !== null;
			return this.#put(item, isChosen ? { is: 'keep', sources: this.#sourcesOf(item) } : { is: 'keep' });
		}
		if (action !== 'take' && action !== 'changed') return false;
		const wording = this.wordingOf(item);
		if (wording === null) {
			this.opened = { key: item.key, is: 'wording' };
			return false;
		}
		return this.#put(item, { is: action, note: this.#resting(item, wording) });
	}

	#chooseFresh(item: FreshItem, action: RegenerateAction): boolean {
		const { topic } = this;
		if (action === 'keep') return this.#put(item, topic === undefined ? { is: 'add' } : { is: 'add', topic });
		if (action === 'remove') return this.#put(item, { is: 'reject' });
		return action === 'later' ? this.#put(item, { is: 'later' }) : false;
	}

	/** The wording on the sentence that the author has chosen, if they have. */
	#resting(item: NoteItem, wording: Note): Note {
		return this.sourceOf(item) === null ? wording : { ...wording, sources: this.#sourcesOf(item) };
	}

	/** The author's own wording. */
	use(item: NoteItem, wording: Note, as: 'take' | 'changed'): void {
		this.#wordings = new Map(this.#wordings).set(item.key, wording);
		this.opened = null;
		this.#put(item, { is: as, note: this.#resting(item, wording) });
	}

	/** The sentence that a note is to rest on; what was decided before goes on with it. */
	rest(item: NoteItem, source: Source): void {
		this.#sources = new Map(this.#sources).set(item.key, source);
		this.opened = null;
		const decision = this.#regeneration.decisions.get(item.key);
		const again = decision === undefined || decision.is === 'remove' ? 'keep' : decision.is;
		if (again === 'keep' || again === 'take' || again === 'changed') this.choose(item, again);
	}

	/** Keeps everything that only moved or says the same facts otherwise. */
	keepAll(): void {
		this.#step(() => {
			for (const item of this.parts.reworded) {
				if (!this.#regeneration.decisions.has(item.key)) this.#regeneration.decide(item, { is: 'keep' });
			}
		});
	}

	/** Takes the last decision back. */
	undo(): void {
		const before = this.#past.at(-1);
		if (before === undefined) return;
		this.#past = this.#past.slice(0, -1);
		this.#regeneration.decisions = before;
	}

	#put(item: Item, decision: RegenerationDecision): true {
		this.#step(() => this.#regeneration.decide(item, decision));
		return true;
	}

	#step(work: () => void): void {
		this.#past = [...this.#past, this.#regeneration.decisions];
		work();
	}
}
