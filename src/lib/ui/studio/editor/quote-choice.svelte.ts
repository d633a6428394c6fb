import type { Source } from '../../../domain/note';
import type { SourceDocument } from '../../../domain/pack';

/** The stretch of a document that is being chosen as a quote, in whole statements. Offsets are UTF-16. */
export class QuoteChoice {
	readonly #documents: () => ReadonlyMap<string, SourceDocument>;
	/** The source whose quote is chosen anew; null for a further one. */
	readonly #current: Source | null;
	#chosen = $state('');
	/** First and last chosen statement. */
	#span = $state.raw<{ readonly from: number; readonly to: number } | null>(null);
	/** Words that a paragraph must have to be shown. */
	search = $state('');

	/** @param documents by id, read anew whenever they change */
	constructor(documents: () => ReadonlyMap<string, SourceDocument>, current: Source | null) {
		this.#documents = documents;
		this.#current = current;
		this.#chosen = current?.document ?? '';
	}

	readonly document = $derived.by(() => this.#documents().get(this.#chosen) ?? [...this.#documents().values()][0]);

	/** Of the chosen sentences; of the current quote until another is chosen. */
	readonly stretch = $derived.by(() => {
		const { document } = this;
		if (document === undefined) return null;
		if (this.#span !== null) {
			const [first, last] = [document.statements[this.#span.from], document.statements[this.#span.to]];
			return first && last ? { start: first.start, end: last.end } : null;
		}
		const current = this.#current;
		if (current?.document !== document.id) return null;
		const touched = document.statements.filter(({ start, end }) => start < current.end && current.start < end);
		return {
			start: Math.min(current.start, ...touched.map(({ start }) => start)),
			end: Math.max(current.end, ...touched.map(({ end }) => end))
		};
	});

	readonly words = $derived.by(() =>
		this.document && this.stretch ? this.document.text.slice(this.stretch.start, this.stretch.end) : ''
	);

	/** Those that the search lets through, with their sentences and what stands between these. */
	readonly paragraphs = $derived.by(() => {
		const { document } = this;
		if (document === undefined) return [];
		const wanted = this.search.trim().toLowerCase();
		const numbered = document.statements.map((statement, index) => ({ ...statement, index }));
		return document.blocks
			.map((block) => ({
				...block,
				text: document.text.slice(block.start, block.end),
				sentences: numbered
					.filter(({ start, end }) => block.start <= start && end <= block.end)
					.map((each, i, all) => ({ ...each, gap: document.text.slice(each.end, all[i + 1]?.start ?? each.end) }))
			}))
			.filter((block) => wanted === '' || block.text.toLowerCase().includes(wanted));
	});

	/** Where the current quote stands in the stretch; null once other sentences are chosen. */
	get currentPart(): { readonly start: number; readonly end: number } | null {
		if (this.stretch === null || this.#span !== null || this.#current === null) return null;
		return { start: this.#current.start - this.stretch.start, end: this.#current.end - this.stretch.start };
	}

	/** No sentence has been chosen yet. */
	get isUntouched(): boolean {
		return this.#span === null;
	}

	isLit(start: number, end: number): boolean {
		return this.stretch !== null && start < this.stretch.end && this.stretch.start < end;
	}

	turnTo(document: string): void {
		this.#chosen = document;
		this.#span = null;
	}

	/** Chooses a statement; with `extend`, all between it and those chosen before. */
	choose(index: number, extend: boolean): void {
		const span = this.#span;
		this.#span =
			extend && span !== null
				? { from: Math.min(span.from, index), to: Math.max(span.to, index) }
				: { from: index, to: index };
	}

	/** The quote: a part of the words, or all of them where the part is empty. @param from, to offsets into `words` */
	source(from: number, to: number): Source | null {
		const { document, stretch } = this;
		if (document === undefined || stretch === null) return null;
		const part = this.words.slice(from, to);
		const lead = part.length - part.trimStart().length;
		const start = part.trim() === '' ? stretch.start : stretch.start + from + lead;
		const end = part.trim() === '' ? stretch.end : start + part.trim().length;
		return { document: document.id, quote: document.text.slice(start, end), start, end };
	}
}
