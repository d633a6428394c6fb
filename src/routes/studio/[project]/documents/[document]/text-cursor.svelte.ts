import type { Span } from '$lib/domain/text/sentences';
import { rangeOf, selectedSpan, wordFrom } from '$lib/ui/studio/review/text-places';

/** What is selected in the text, by mouse, finger or keys, and the places put aside for a card that wants several. */
export class TextCursor {
	/** The element of the text, once it is there. */
	root = $state.raw<HTMLElement | null>(null);
	selection = $state.raw<Span | null>(null);
	/** Middle and top of the selection in the window, CSS pixels. */
	place = $state.raw<{ readonly x: number; readonly y: number } | null>(null);
	kept = $state.raw<readonly Span[]>([]);
	/** The text is walked through by keys. */
	walking = $state(false);
	#anchor: number | null = null;
	readonly #text: () => string;

	constructor(text: () => string) {
		this.#text = text;
	}

	/** Everything a card is to be made of. */
	get spans(): readonly Span[] {
		return this.selection === null ? this.kept : [...this.kept, this.selection];
	}
	get words(): string {
		return this.selection === null ? '' : this.#text().slice(this.selection.start, this.selection.end);
	}

	/** To be called when the page's selection has changed. */
	look(): void {
		if (this.root === null) return;
		const selection = document.getSelection();
		const span = selectedSpan(this.root, selection);
		if (span?.start === this.selection?.start && span?.end === this.selection?.end) return;
		this.selection = span;
		this.place = null;
		this.follow();
	}

	/** To be called when the page has been scrolled: what is selected stands elsewhere in the window then. */
	follow(): void {
		const selection = document.getSelection();
		if (this.selection === null || selection === null || selection.rangeCount === 0) return;
		const box = selection.getRangeAt(0).getBoundingClientRect();
		this.place = { x: box.x + box.width / 2, y: box.y };
	}

	keep(): void {
		if (this.selection === null) return;
		this.kept = [...this.kept, this.selection].sort((a, b) => a.start - b.start);
		this.#collapse();
	}

	clear(): void {
		this.kept = [];
		this.#collapse();
	}

	#collapse(): void {
		this.#anchor = null;
		document.getSelection()?.removeAllRanges();
		this.selection = null;
		this.place = null;
	}

	/** Puts the focus on the sentence at an offset, or on the first one that can be seen. */
	enter(at: number | null): void {
		const sentences = this.#sentences();
		const wanted =
			at === null
				? sentences.find((each) => each.getBoundingClientRect().top > 80)
				: sentences.findLast((each) => startOf(each) <= at);
		this.#focus(wanted ?? sentences[0]);
		this.walking = true;
	}

	/** Selects the sentence at an offset. @returns where it is, or the sentence before a place that is not shown */
	take(at: number): Span | null {
		const sentence = this.#sentences().findLast((each) => startOf(each) <= at);
		if (sentence === undefined) return null;
		const span = spanOf(sentence);
		if (at < span.end) this.#select(span);
		return span;
	}

	leave(): void {
		this.walking = false;
		this.clear();
	}

	/** The sentence with the focus, by its start; null if none has it. */
	get sentence(): Span | null {
		const focused = this.#focused();
		return focused === null ? null : spanOf(focused);
	}

	/** @returns whether the key was one of the text's */
	press(event: KeyboardEvent): boolean {
		const focused = this.#focused();
		if (!this.walking || focused === null || event.ctrlKey || event.metaKey || event.altKey) return false;
		switch (event.key) {
			case 'ArrowDown':
				return this.#line(focused, 1, event.shiftKey);
			case 'ArrowUp':
				return this.#line(focused, -1, event.shiftKey);
			case 'ArrowRight':
				return this.#word(focused, true, event.shiftKey);
			case 'ArrowLeft':
				return this.#word(focused, false, event.shiftKey);
			default:
				return false;
		}
	}

	#line(focused: HTMLElement, direction: 1 | -1, extend: boolean): boolean {
		const all = this.#sentences();
		const next = all[all.indexOf(focused) + direction];
		const here = spanOf(focused);
		if (extend) {
			// The first press takes the sentence itself, the next ones its neighbours.
			if (this.selection === null) this.#select(here);
			else if (next) {
				const there = spanOf(next);
				this.#select({
					start: Math.min(this.selection.start, there.start),
					end: Math.max(this.selection.end, there.end)
				});
				this.#focus(next);
			}
		} else {
			if (this.kept.length === 0 || this.selection !== null) this.#collapse();
			this.#focus(next);
		}
		return true;
	}

	#word(focused: HTMLElement, forward: boolean, extend: boolean): boolean {
		const bounds = spanOf(focused);
		const text = this.#text();
		const { selection } = this;
		if (selection === null || !(selection.start >= bounds.start && selection.end <= bounds.end)) {
			const word = wordFrom(text, forward ? bounds.start : bounds.end, bounds, forward);
			this.#anchor = word?.start ?? null;
			if (word) this.#select(word);
			return true;
		}
		const head = this.#anchor !== null && selection.start < this.#anchor ? selection.start : selection.end;
		if (!extend) {
			const word = wordFrom(text, forward ? selection.end : selection.start, bounds, forward);
			this.#anchor = word?.start ?? this.#anchor;
			if (word) this.#select(word);
			return true;
		}
		const word = wordFrom(text, forward ? head : this.#before(head, bounds), bounds, forward);
		if (forward && word) this.#select({ start: selection.start, end: word.end });
		else if (!forward) {
			const last = wordFrom(text, selection.end, bounds, false);
			// Back over the words that were taken, but not past the first.
			if (last && last.start > selection.start) {
				const end = wordFrom(text, last.start, bounds, false)?.end;
				if (end !== undefined && end > selection.start) this.#select({ start: selection.start, end });
			} else if (word) this.#select({ start: word.start, end: selection.end });
		}
		return true;
	}

	#before = (head: number, bounds: Span): number => Math.max(bounds.start, head - 1);

	#select(span: Span): void {
		const range = this.root === null ? null : rangeOf(this.root, span);
		if (range === null) return;
		const selection = document.getSelection();
		selection?.removeAllRanges();
		selection?.addRange(range);
		this.look();
	}

	#focus(sentence: HTMLElement | undefined): void {
		sentence?.focus({ preventScroll: true });
		sentence?.scrollIntoView({ block: 'nearest' });
	}

	#sentences = (): HTMLElement[] => [...(this.root?.querySelectorAll<HTMLElement>('[data-sentence]') ?? [])];
	#focused(): HTMLElement | null {
		const focused = document.activeElement?.closest<HTMLElement>('[data-sentence]') ?? null;
		return focused !== null && this.root?.contains(focused) ? focused : null;
	}
}

const startOf = (sentence: HTMLElement): number => Number(sentence.dataset.sentence);

function spanOf(sentence: HTMLElement): Span {
	const leaves = [...sentence.querySelectorAll<HTMLElement>('[data-at]')];
	const start = startOf(sentence);
	return { start, end: start + leaves.reduce((sum, leaf) => sum + leaf.textContent.length, 0) };
}
