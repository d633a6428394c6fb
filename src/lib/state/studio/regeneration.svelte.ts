import type { Edition } from '../../authoring/project';
import type { FreshItem, NoteItem, Plan } from '../../authoring/regenerate';
import {
	defaultDecision,
	regenerationChange,
	undecided,
	type RegenerationDecision
} from '../../authoring/regeneration-change';
import { AppError } from '../../domain/app-error';
import type { Desk } from './desk.svelte';
import type { ImportSource, NewEdition } from './document-work';
import type { ImportProgress } from './reading.svelte';
import { fileOf, WORKERS, type Workshop } from './workshop';

/**
 * A newer version of a document, held against the one in the deck. The author decides item by item; nothing is written
 * until `apply`, and then all of it in one step that can be undone.
 */
export class Regeneration {
	readonly document: string;
	/** What would become of everything; null until a file has been read. */
	plan = $state.raw<Plan | null>(null);
	/** What the author has said, by the keys of the plan's items. */
	decisions = $state.raw<ReadonlyMap<string, RegenerationDecision>>(new Map());
	/** Of the reading; null when nothing is being read. */
	progress = $state.raw<ImportProgress | null>(null);
	readonly #desk: Desk;
	readonly #workshop: Workshop;
	#read: (NewEdition & { readonly original: Blob }) | null = null;
	#stop: AbortController | null = null;

	constructor(desk: Desk, document: string, workshop: Workshop = WORKERS) {
		this.document = document;
		this.#desk = desk;
		this.#workshop = workshop;
	}

	/** The text that the plan's places refer to; null until a file has been read. */
	get edition(): Edition | null {
		return this.plan === null ? null : (this.#read?.edition ?? null);
	}

	/** The notes about which only the author can decide, and has not. */
	readonly undecided = $derived.by((): readonly NoteItem[] =>
		this.plan === null ? [] : undecided(this.plan, this.decisions)
	);

	/**
	 * Reads the newer version in a worker.
	 * @throws AppError `cancelled`, `document-unchanged`, or what is wrong with the file; all is as it was then
	 */
	async read(source: ImportSource): Promise<void> {
		const document = this.#desk.document(this.document);
		if (document?.edition === undefined) {
			throw new AppError('document-missing', 'The text of this document is not on this device.');
		}
		const { blob, name } = fileOf(source);
		this.#stop?.abort();
		const stop = (this.#stop = new AbortController());
		this.progress = { name, stage: 'reading', share: 0 };
		try {
			const { state } = this.#desk;
			const candidates = document.proposals?.candidates ?? [];
			const read = await this.#workshop.readNewer(
				{ blob, name, state, before: document.edition, candidates },
				{
					onprogress: ({ stage, share }) => (this.progress = { name, stage, share }),
					signal: stop.signal
				}
			);
			this.#read = { ...read, original: blob };
			this.plan = read.plan;
			this.decisions = new Map();
		} finally {
			if (this.#stop === stop) {
				this.#stop = null;
				this.progress = null;
			}
		}
	}

	cancel(): void {
		this.#stop?.abort();
	}

	/** What holds for an item: the author's word, else what goes without saying; null while it must be decided. */
	decisionOf(item: NoteItem | FreshItem): RegenerationDecision | null {
		return this.decisions.get(item.key) ?? defaultDecision(item);
	}

	/** Decides about an item; null takes the decision back. */
	decide(item: NoteItem | FreshItem, decision: RegenerationDecision | null): void {
		const next = new Map(this.decisions);
		if (decision === null) next.delete(item.key);
		else next.set(item.key, decision);
		this.decisions = next;
	}

	/**
	 * Puts the newer version in force.
	 * @throws AppError `undecided`, `quote-missing`, `quote-moved`, and as `Desk.commit`; the decisions stay then
	 */
	async apply(): Promise<void> {
		const { plan, decisions } = this;
		const read = this.#read;
		if (plan === null || read === null) return;
		const { edition, proposals, original } = read;
		const attachments = {
			editions: [edition],
			proposals: [proposals],
			media: new Map([[edition.file.sha256, original]])
		};
		await this.#desk.commit((state) => regenerationChange(state, plan, decisions), attachments);
		this.plan = null;
		this.#read = null;
		this.decisions = new Map();
	}
}
