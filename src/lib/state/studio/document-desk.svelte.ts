import { carriedCandidates, inText } from '../../authoring/carried-candidates';
import { documentCoverage, type DocumentCoverage } from '../../authoring/document-coverage';
import { shownBlocks, type ShownBlock } from '../../authoring/kept-text';
import {
	decisionKey,
	type Change,
	type Decision,
	type Edition,
	type EditionId,
	type ProjectDocument,
	type ProjectState,
	type ProposedNote,
	type Proposals,
	type ReadingOptions
} from '../../authoring/project';
import { setOptions } from '../../authoring/changes/documents';
import { canonicalJson } from '../../deck-format/canonical-json';
import { AppError } from '../../domain/app-error';
import type { CanonicalDocument } from '../../generation/canonical';
import type { Attachments } from '../../storage/project-rows';
import type { ImportProgress } from './reading.svelte';
import type { Workshop } from './workshop';

/** A candidate with what the author has said of it; null while it is still to be looked at. */
export interface ReviewedCandidate {
	/** The candidate's id within its document: `candidate.note.id`. */
	readonly id: string;
	readonly candidate: ProposedNote;
	readonly decision: Decision | null;
}

/** How far the review of one document has come. */
export interface ReviewProgress {
	readonly open: number;
	readonly accepted: number;
	readonly rejected: number;
	readonly skipped: number;
	readonly all: number;
}

/** What the database holds of a document. */
export interface Material {
	readonly document: ProjectDocument;
	readonly edition: Edition | null;
	readonly proposals: Proposals | null;
}

/** What a document's desk needs of the project's. */
export interface OpenProject {
	readonly state: ProjectState;
	commit(change: (state: ProjectState) => Change, attachments?: Attachments): Promise<void>;
	keepProposals(proposals: Proposals): Promise<void>;
}

/** One document of an open project: its text, its candidates and what has been decided. */
export class DocumentDesk {
	readonly id: string;
	/** The text in force; undefined until read. */
	edition = $state.raw<Edition | undefined>(undefined);
	/** Undefined until read; null where none were ever found, as in a document that came with a pack. */
	proposals = $state.raw<Proposals | null | undefined>(undefined);
	/** Whether text and candidates have been asked for; a text that is not on this device stays undefined. */
	isRead = $state(false);
	/** Of finding candidates anew; null when that is not going on. */
	regenerating = $state.raw<ImportProgress | null>(null);
	readonly #project: OpenProject;
	readonly #workshop: Workshop;
	#stop: AbortController | null = null;
	/** The texts that were in force, and what a model proposed from them. */
	readonly #texts = new Map<EditionId, CanonicalDocument>();
	readonly #bought = new Map<EditionId, readonly ProposedNote[]>();

	/** The record; a new value after each change. The last one known where the document has been removed. */
	readonly document = $derived.by((): ProjectDocument => {
		const found = this.#project.state.documents.get(this.id);
		return found ?? this.#known;
	});
	#known: ProjectDocument;

	/** In the order of the text; empty until read. */
	readonly candidates = $derived.by((): readonly ReviewedCandidate[] => {
		const { decisions } = this.#project.state;
		return (this.proposals?.candidates ?? []).map((candidate) => {
			const { id } = candidate.note;
			return { id, candidate, decision: decisions.get(decisionKey(this.id, id)) ?? null };
		});
	});
	readonly progress = $derived.by((): ReviewProgress => {
		const count = (is: Decision['is'] | undefined): number =>
			this.candidates.filter(({ decision }) => decision?.is === is).length;
		return {
			open: count(undefined),
			accepted: count('accepted'),
			rejected: count('rejected'),
			skipped: count('skipped'),
			all: this.candidates.length
		};
	});

	/** Every block of the text with why it is left out, if it is; empty until read. */
	readonly blocks = $derived.by((): readonly ShownBlock[] =>
		this.edition === undefined ? [] : shownBlocks(this.edition, this.document.options)
	);
	/** Which sentences carry notes of the working copy, and which do not; undefined until read. */
	readonly coverage = $derived.by((): DocumentCoverage | undefined =>
		this.edition === undefined
			? undefined
			: documentCoverage(this.edition, this.document, this.#project.state.notes.values())
	);

	constructor(project: OpenProject, workshop: Workshop, document: ProjectDocument) {
		this.id = document.id;
		this.#known = document;
		this.#project = project;
		this.#workshop = workshop;
	}

	/** Called by the desk with what the database holds, whenever that has changed. */
	take({ document, edition, proposals }: Material): void {
		this.#known = document;
		this.isRead = true;
		if (edition !== null && edition.id !== this.edition?.id) this.edition = edition;
		if (edition !== null) this.#texts.set(edition.id, edition.canonical);
		if (proposals !== null) {
			const bought = proposals.candidates.filter(({ model }) => model !== undefined);
			this.#bought.set(proposals.edition, bought);
		}
		if (proposals === null || !isSame(proposals, this.proposals)) this.proposals = proposals;
		if (edition !== null && proposals !== null) void this.#renew(document, edition, proposals);
	}

	/** The next candidate without a decision after this one, going round once; null when all have been decided. */
	nextOpen(after: string | null): ReviewedCandidate | null {
		const from = this.candidates.findIndex(({ id }) => id === after) + 1;
		const round = [...this.candidates.slice(from), ...this.candidates.slice(0, from)];
		return round.find(({ decision }) => decision === null) ?? null;
	}

	/**
	 * Sets how the document is read (profile, subject, terms, barred words, blocks restored and struck; for the latter see
	 * `withBlocks`) and finds its candidates anew. Decisions and notes stay.
	 * @param label for the undo button, in the past tense
	 * @throws as `Desk.commit`, or AppError `cancelled`; the options stay as they were then
	 */
	async setOptions(options: ReadingOptions, label?: string): Promise<void> {
		const proposals = await this.#find(options);
		await this.#project.commit((state) => setOptions(state, this.id, options, label), { proposals: [proposals] });
	}

	/** Stops finding candidates anew. */
	cancelRegenerating(): void {
		this.#stop?.abort();
	}

	/** Adds candidates from elsewhere, a language model say, in the order of the text. Those known already stay. */
	async propose(notes: readonly ProposedNote[]): Promise<void> {
		const { edition, document } = this;
		if (edition === undefined) return;
		const nothing = { document: this.id, edition: edition.id, profile: 'prose', candidates: [] } as const;
		const old = this.proposals ?? { ...nothing, options: canonicalJson(document.options) };
		await this.#project.keepProposals({ ...old, candidates: inText([...old.candidates, ...notes]) });
	}

	/** After an undo of other options, or where another window was closed before it had found any. */
	async #renew({ options }: ProjectDocument, edition: Edition, proposals: Proposals): Promise<void> {
		if (this.#stop !== null) return;
		if (proposals.edition === edition.id && proposals.options === canonicalJson(options)) return;
		try {
			await this.#project.keepProposals(await this.#find(options));
		} catch {
			// The old candidates are still good; the next change of the document tries again.
		}
	}

	async #find(options: ReadingOptions): Promise<Proposals> {
		const { edition, proposals: old } = this;
		if (edition === undefined)
			throw new AppError('document-missing', 'The text of this document is not on this device.');
		this.#stop?.abort();
		const stop = (this.#stop = new AbortController());
		const name = this.document.title;
		this.regenerating = { name, stage: 'finding', share: 0 };
		try {
			const found = await this.#workshop.find(
				{ edition, options },
				{
					onprogress: ({ stage, share }) => (this.regenerating = { name, stage, share }),
					signal: stop.signal
				}
			);
			// What a model proposed costs more than time to find.
			const from = old && this.#texts.get(old.edition);
			const carried = old && from ? carriedCandidates(old.candidates, from, edition.canonical) : [];
			const bought = this.#bought.get(edition.id) ?? [];
			return { ...found, candidates: inText([...found.candidates, ...bought, ...carried]) };
		} finally {
			if (this.#stop === stop) {
				this.#stop = null;
				this.regenerating = null;
			}
		}
	}
}

const isSame = (a: Proposals, b: Proposals | null | undefined): boolean =>
	a.edition === b?.edition &&
	a.options === b.options &&
	a.candidates.length === b.candidates.length &&
	a.candidates.every(({ note }, i) => note.id === b.candidates[i]?.note.id);
