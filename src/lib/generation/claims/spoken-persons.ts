import type { Clause } from '../grammar/clause';
import type { Sentence } from '../grammar/sentence';
import type { Token } from '../words/tokens';
import { isPerson, isSaidPerson } from './persons';
import { lastWord } from './subject-phrases';

interface Spoken {
	readonly text: string;
	readonly block: number;
	readonly person: boolean;
}

/** Remembers of which persons a text has spoken, and says whom “he” or “she” means. */
export class SpokenPersons<T extends Spoken> {
	/** The person of whom a sentence was last. */
	#last: T | null = null;
	/** The first person of all. */
	#first: T | null = null;
	/** Whether the sentence just before names somebody in passing: “when Alan Turing, …, created a machine”. */
	#hasRival = false;
	/** Last words of the names that turned out to be persons’. */
	readonly #names = new Set<string>();

	/** Whether a name that a sentence says is a person’s, because of that sentence or of one before it. */
	knows(name: string, sentence: Sentence): boolean {
		const isKnown = this.#names.has(lastWord(name)) || isPerson(name, sentence) || isSaidPerson(sentence, name);
		if (isKnown && /^\p{Lu}/u.test(name)) this.#names.add(lastWord(name));
		return isKnown;
	}

	/** Takes note of the names in a sentence, whatever it is about. */
	pass(sentence: Sentence): void {
		this.#hasRival = namesInPassing(sentence);
	}

	/** Takes note of what a sentence is about, if that is a person or named like one. */
	remember(mention: T, { tokens }: Sentence, { subject }: Clause): void {
		// “Enrico Fermi bombarded …. He built …”: that he is a person the pronoun says.
		const isName = /^\p{Lu}\p{Ll}+(?: \p{Lu}\.)? \p{Lu}[\p{Ll}’'-]+$/u.test(mention.text);
		const isOfAnother = tokens.some(({ lower }) => /^(?:him|her|his|he|she)$/.test(lower));
		if (mention.person || (isName && subject.from === 0 && !isOfAnother)) this.#last = mention;
		if (mention.person) this.#first ??= mention;
	}

	/**
	 * Whom “he” or “she” means: the person of whom the paragraph spoke last, or the one of whom the document began.
	 * @param before what the sentence just before was about, person or not
	 */
	meant(block: number, before: T | null): T | null {
		const previous = before?.block === block ? before : null;
		// “Roosevelt did not live … . He died”: not Churchill, of whom the sentence before that was.
		if (previous !== null && previous !== this.#last && /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.’'-]+)*$/u.test(previous.text))
			return previous;
		if (this.#last?.block === block && !(previous === null && this.#hasRival)) return this.#last;
		return this.#names.size === 1 ? this.#first : null;
	}
}

/** Whether a sentence holds a name like a person’s, in two words or more, that is not its subject. */
function namesInPassing({ tokens, clauses }: Sentence): boolean {
	const subject = clauses[0]?.subject ?? null;
	return tokens.some((token, i) => {
		const next = tokens[i + 1];
		const isIn = subject !== null && subject.from <= i && i < subject.to;
		const isName = (each: Token | undefined): boolean => each?.class === 'N' && /^\p{Lu}\p{Ll}/u.test(each.text);
		return !isIn && isName(token) && isName(next) && !/^(?:the|of|in)$/.test(tokens[i - 1]?.lower ?? '');
	});
}
