import type { Sentence } from '../grammar/sentence';
import type { Found } from './questions';
import { stemsOf } from './stems';

/** Verbs that fit so many objects that subject and verb alone do not say which is meant. */
const BROAD =
	/^(?:raise|increase|reduce|lower|decrease|enhance|dampen|affect|dissolve|change|improve|influence|involve|produce|cause|have|need|get|become|make|lead|associate|promote|support)$/;

/** Tells questions with many answers: “What does ketamine raise?” where the document says more such things of ketamine. */
export class OpenQuestions {
	/** How many answers of broad verbs a subject has in the document, by the stems of its name. */
	readonly #answers = new Map<string, Set<number>>();

	constructor(read: readonly { readonly sentence: Sentence; readonly asked: readonly Found[] }[]) {
		for (const { asked } of read) {
			for (const { pattern, clause, subject, answer } of asked) {
				if (!isOfThisKind(pattern) || clause === null || subject === null || !BROAD.test(clause.verb.lemma)) continue;
				const key = keyOf(subject.text);
				this.#answers.set(key, (this.#answers.get(key) ?? new Set()).add(answer.start));
			}
		}
	}

	/** Whether a student could rightly give another answer of the document. */
	has({ pattern, clause, subject, question, answer }: Found, { text }: Sentence): boolean {
		if (!isOfThisKind(pattern) || clause === null || subject === null || question.includes(',')) return false;
		if (!BROAD.test(clause.verb.lemma) || (this.#answers.get(keyOf(subject.text))?.size ?? 0) < 2) return false;
		const said = text.slice(answer.start, answer.end);
		if (/^[^,]+, [^,]+ and |,.*,/.test(said)) return false;
		const rest = question.replace(subject.text, '').replace(/^What \S+/, '');
		return stemsOf(rest).length <= 1 && stemsOf(subject.text).length <= 2;
	}
}

const isOfThisKind = (pattern: string): boolean => /^(?:object|passive-preposition|verb-preposition)$/.test(pattern);

const keyOf = (name: string): string => stemsOf(name).join(' ');
