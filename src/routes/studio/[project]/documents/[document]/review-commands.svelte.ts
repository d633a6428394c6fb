import { tick } from 'svelte';
import type { CoveredSentence } from '$lib/authoring/document-coverage';
import { WRITABLE_KINDS, type WritableKind } from '$lib/authoring/drafts/kinds';
import type { DocumentDesk } from '$lib/state/studio/document-desk.svelte';
import { reviewAction, type ReviewAction } from '$lib/ui/studio/review/review-keys';
import type { LitSpans, TextRow } from '$lib/ui/studio/review/text-rows';
import type { Review } from './review.svelte';
import type { TextCursor } from './text-cursor.svelte';

/** What is asked about over the page. */
export type Asked =
	| { readonly is: 'options' }
	| { readonly is: 'model' }
	/** Why no card is wanted of the sentence. */
	| { readonly is: 'leaving'; readonly sentence: string; readonly reason: string };

/** What the page shows now; read anew at each command. */
interface Shown {
	readonly review: Review | null;
	readonly document: DocumentDesk | undefined;
	readonly rows: readonly TextRow[];
	readonly lit: LitSpans | null;
	/** Where the candidate stands; it takes the focus when a form closes. */
	readonly sheet: HTMLElement | null;
}

/** What keys, buttons and presses on the text do in the review of a document. */
export class ReviewCommands {
	/** Sentences without a card are shown. */
	showsBare = $state(false);
	/** Null for nothing. */
	asked = $state.raw<Asked | null>(null);
	readonly #cursor: TextCursor;
	readonly #shown: () => Shown;

	constructor(cursor: TextCursor, shown: () => Shown) {
		this.#cursor = cursor;
		this.#shown = shown;
	}

	run = (action: ReviewAction): void => {
		const { review, lit } = this.#shown();
		if (review === null) return;
		switch (action) {
			case 'accept':
				return void review.accept();
			case 'reject':
				return void review.reject();
			case 'skip':
				return void review.skip();
			case 'reopen':
				return void review.reopen();
			case 'edit':
				return review.forms.edit();
			case 'kind':
				return review.forms.edit(true);
			case 'split':
				return review.forms.split();
			case 'merge':
				return review.forms.merge();
			case 'choose':
				return review.choose();
			case 'next':
				return review.step(1);
			case 'previous':
				return review.step(-1);
			case 'undo':
				return void review.undo();
			case 'redo':
				return void review.redo();
			case 'text':
				return this.#cursor.enter(lit?.spans[0]?.start ?? null);
			case 'strike':
				return this.strike();
			case 'coverage':
				this.showsBare = !this.showsBare;
				return review.say(
					this.showsBare ? 'Sentences without a card are shown.' : 'They are shown as the others again.'
				);
			case 'options':
				this.asked = { is: 'options' };
				return;
			case 'escape':
				return this.#escape();
		}
	};

	/** Leaves out, or takes back in, the paragraph of what is selected or has the focus, else of the candidate. */
	strike = (): void => {
		const { review, document, lit } = this.#shown();
		const at = this.#cursor.spans[0]?.start ?? this.#cursor.sentence?.start ?? lit?.spans[0]?.start;
		const block = document?.blocks.find(({ start, end }) => at !== undefined && start <= at && at < end);
		if (block === undefined) return;
		this.#cursor.clear();
		void review?.setBlocks([block.index], block.drop !== null);
	};

	#escape(): void {
		if (this.#cursor.spans.length > 0) return this.#cursor.clear();
		if (this.#cursor.walking) {
			this.#cursor.leave();
			this.#focusCard();
		}
	}

	#focusCard(): void {
		const { sheet } = this.#shown();
		void tick().then(() => sheet?.querySelector<HTMLElement>('article, .done')?.focus({ preventScroll: true }));
	}

	/** A card of what is selected. */
	make = (kind: WritableKind): void => {
		this.#shown().review?.forms.make(kind, this.#cursor.spans);
		this.#cursor.walking = false;
		this.#cursor.clear();
	};

	/** The sentence of which no card is wanted, where just one is selected, or has the focus, that has none. */
	readonly leavable = $derived.by((): CoveredSentence | null => {
		const [span, ...others] = this.#cursor.spans;
		if (span === undefined || others.length > 0) return null;
		const all = this.#shown().document?.coverage?.sentences ?? [];
		const on = all.filter(({ start, end }) => start < span.end && span.start < end);
		const [sentence] = on;
		return on.length === 1 && sentence?.notes.length === 0 ? sentence : null;
	});

	leave = (): void => {
		const { leavable } = this;
		if (leavable === null) return;
		this.asked = { is: 'leaving', sentence: leavable.text, reason: leavable.leftOut ?? '' };
		this.#cursor.clear();
	};

	/** Keys of the page, wherever the focus is. */
	onkeydown = (event: KeyboardEvent): void => {
		const { review } = this.#shown();
		if (event.defaultPrevented || this.asked !== null || review === null) return;
		// A menu closes by Escape before anything else does.
		if (event.key === 'Escape' && document.querySelector(':popover-open')) return;
		const isField = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog');
		if (review.forms.form !== null || isField) return;
		if (this.#cursor.spans.length > 0 && this.#selectionKey(event)) return event.preventDefault();
		const action = reviewAction(event);
		if (action === null) return;
		event.preventDefault();
		// A key held down is not a row of decisions.
		if (event.repeat && action !== 'next' && action !== 'previous') return;
		this.run(action);
	};

	/** @returns whether the key was one for what is selected */
	#selectionKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
		if (ctrlKey || metaKey || altKey) return false;
		const kind = WRITABLE_KINDS[Number(key) - 1];
		if (kind !== undefined) this.make(kind);
		else if (key === '0' && this.leavable !== null) this.leave();
		else if (key === '+') this.#cursor.keep();
		else return false;
		return true;
	}

	/** Keys of the text itself; they go before those of the page. */
	onTextKey = (event: KeyboardEvent): void => {
		if (this.#cursor.press(event)) return event.preventDefault();
		const { sentence } = this.#cursor;
		if (!this.#cursor.walking || event.key !== 'Enter' || sentence === null) return;
		event.preventDefault();
		const { review, rows } = this.#shown();
		const { spans } = this.#cursor;
		const quoting = rows.flatMap((row) => row.sentences).find(({ start }) => start === sentence.start)?.quoting ?? [];
		if (spans.length === 0 && quoting.length > 0) {
			this.pick(quoting);
			this.#cursor.leave();
			this.#focusCard();
		} else {
			review?.forms.make('basic', spans.length === 0 ? [sentence] : spans);
			this.#cursor.leave();
		}
	};

	/** Of the candidates of a sentence the one after the current one, the open ones first. */
	pick = (quoting: readonly string[]): void => {
		const { review } = this.#shown();
		if (review === null) return;
		const open = quoting.filter((each) => review.states.get(each) === 'open');
		const among = open.length > 0 ? open : quoting;
		const next = among[(among.indexOf(review.currentId ?? '') + 1) % among.length];
		if (next !== undefined) review.go(next);
	};

	save = async (): Promise<void> => {
		if (await this.#shown().review?.forms.save()) this.#focusCard();
	};
	cancel = (): void => {
		this.#shown().review?.forms.cancel();
		this.#focusCard();
	};
}
