import type { Sentence } from '../grammar/sentence';

/** “a surgical procedure” said of deep brain stimulation: “the procedure” is then deep brain stimulation. */
export class SaidKinds<T extends { readonly text: string }> {
	readonly #kinds = new Map<string, T | 'several'>();

	/** What a kind was said of; null if of nothing, or of several. */
	of(kind: string): T | null {
		const known = this.#kinds.get(kind);
		return known === undefined || known === 'several' ? null : known;
	}

	add(kind: string, mention: T): void {
		const known = this.#kinds.get(kind);
		if (known === undefined) this.#kinds.set(kind, mention);
		else if (known === 'several' || known.text.toLowerCase() !== mention.text.toLowerCase())
			this.#kinds.set(kind, 'several');
	}

	/**
	 * Another one of the kind was spoken of, so that “the procedure” is no longer clear.
	 * @param defining index of the token that says the kind itself
	 */
	forget({ tokens }: Sentence, defining: number | null): void {
		for (const [i, token] of tokens.entries()) {
			if (token.class !== 'N' || i === defining) continue;
			const single = token.plural ? token.lower.replace(/s$/, '') : token.lower;
			const before = tokens.slice(Math.max(0, i - 3), i).map((each) => each.lower);
			if (
				token.plural ||
				before.some((word) => /^(an?|another|any|some|each|every|no|one|two|three|other)$/.test(word))
			)
				this.#kinds.set(single, 'several');
		}
	}
}
