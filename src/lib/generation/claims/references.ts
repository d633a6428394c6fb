import type { Span } from '../../domain/text/sentences';
import { headOf, isPluralPhrase, type Range } from '../grammar/clause';
import { spanOf, type Sentence } from '../grammar/sentence';
import { EMPTY_SUBJECTS, isPointing } from './vague-nouns';

/** What a subject is called on a card, and what it was taken from if the sentence itself only points. */
export interface Named {
	readonly text: string;
	readonly plural: boolean | null;
	/** The sentence that names it, if it is another one. */
	readonly from: Span | null;
}

/** What a whole document is about, and the common nouns that stand for it there. */
export interface Topic {
	readonly name: string;
	readonly kinds: RegExp;
	/** Where the document says so, if it does. */
	readonly from: Span | null;
}

interface Mention extends Named {
	readonly head: string;
	readonly block: number;
	readonly sentence: Span;
}

/** Remembers, in the order of the text, what was spoken of, and says what a pronoun or “the procedure” stands for. */
export class References {
	/** The subject of the sentence just before, if it was named. */
	#previous: Mention | null = null;
	/** “a surgical procedure” said of deep brain stimulation: procedure → deep brain stimulation. */
	readonly #kinds = new Map<string, Mention | 'several'>();
	/** A bare phrase that stood where a sentence stands: “Subacute thyroiditis.” */
	#title: Mention | null = null;
	readonly #subject: Topic | null;

	/** @param subject what the document is about, if that is known */
	constructor(subject: Topic | null) {
		this.#subject = subject;
	}

	/** The name for a subject, or null if a reader of the card alone could not know what is meant. */
	name(sentence: Sentence, subject: Range, words: (range: Range) => string): Named | null {
		const { tokens, classes } = sentence;
		const letters = classes.slice(subject.from, subject.to);
		const plural = isPluralPhrase(tokens, subject);
		const first = tokens[subject.from];
		if (first === undefined) return null;
		if (letters === 'I') return this.#pronoun(sentence, first.lower);
		if (
			/^(this|these)$/.test(first.lower) &&
			/^D[JN]*NO/.test(letters) &&
			!/^(types?|kinds?|forms?|class|classes|group|set|part|category|variety|aspect|side|end)$/.test(
				tokens[headOf(tokens, subject)]?.lower ?? ''
			) &&
			!pointsElsewhere(sentence, { from: subject.from + 1, to: subject.to })
		) {
			return { text: `the ${words({ from: subject.from + 1, to: subject.to })}`, plural, from: null };
		}
		if (pointsOutside(sentence, subject)) {
			const isPointer = /^(this|that|these|those|the)$/.test(first.lower);
			return isPointer ? this.#pointing(sentence, subject) : null;
		}
		const head = tokens[headOf(tokens, subject)];
		if (head === undefined || isEmptySubject(sentence, subject)) return null;
		if (pointsElsewhere(sentence, { from: subject.from + 1, to: subject.to })) return null;
		if (first.lower === 'the' && isBare(sentence, subject) && isPointing(head.lower))
			return this.#pointing(sentence, subject);
		return { text: words(subject), plural, from: null };
	}

	/** Takes note of a sentence after it has been read. */
	remember(sentence: Sentence, named: Named | null): void {
		const clause = sentence.clauses[0];
		const { statement, tokens, classes, text } = sentence;
		const defined =
			clause?.verb.voice === 'copula'
				? headOf(tokens, clause.complement)
				: clause !== undefined && clause.aside !== null
					? headOf(tokens, clause.aside)
					: null;
		this.#forgetKinds(sentence, named === null ? null : defined);
		if (clause === undefined) {
			this.#previous = null;
			const bare = classes.replace(/\.$/, '');
			const label = statement.label;
			if (label !== null)
				this.#title = this.#mention(
					sentence,
					{ text: text.slice(label.start, label.end), plural: null, from: null },
					lastWord(text.slice(label.start, label.end))
				);
			else if (/^[JNEGQ]{1,5}$/.test(bare) && !/[3BMHK]/.test(bare)) {
				const words = text.slice(statement.start, statement.end).replace(/\.$/, '');
				this.#title = this.#mention(sentence, { text: words, plural: null, from: null }, lastWord(words));
			}
			return;
		}
		if (named === null) {
			this.#previous = null;
			return;
		}
		const head = tokens[headOf(tokens, clause.subject)]?.lower ?? '';
		const mention = this.#mention(sentence, named, head);
		this.#previous = mention;
		if (clause.verb.voice === 'copula' && !clause.verb.negated && tokens[clause.verb.main]?.class === 'B') {
			const range = clause.complement;
			const kind = tokens[headOf(tokens, range)];
			if (/^(an?)$/.test(tokens[range.from]?.lower ?? '') && kind?.class === 'N') this.#addKind(kind.lower, mention);
		}
		if (clause.aside !== null && /^(an?)$/.test(tokens[clause.aside.from]?.lower ?? '')) {
			const kind = tokens[headOf(tokens, clause.aside)];
			if (kind?.class === 'N') this.#addKind(kind.lower, mention);
		}
	}

	/** Another one of the kind was spoken of, so that “the procedure” is no longer clear. */
	#forgetKinds({ tokens }: Sentence, defining: number | null): void {
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

	#addKind(kind: string, mention: Mention): void {
		const known = this.#kinds.get(kind);
		if (known === undefined) this.#kinds.set(kind, mention);
		else if (known === 'several' || known.text.toLowerCase() !== mention.text.toLowerCase())
			this.#kinds.set(kind, 'several');
	}

	#mention({ statement }: Sentence, named: Named, head: string): Mention {
		const sentence = { start: statement.start, end: statement.end };
		return { ...named, head, block: statement.block, sentence, from: named.from ?? sentence };
	}

	#pronoun({ statement, clauses }: Sentence, word: string): Named | null {
		const previous = this.#previous;
		if (previous?.block !== statement.block || (clauses[0]?.front ?? null) !== null) return null;
		if (word === 'it' && previous.plural !== true && !PERSON.test(previous.head)) return previous;
		if (word === 'they' && previous.plural === true) return previous;
		return null;
	}

	/** “This receptor”, “the procedure”: the subject just before with the same noun, or the one thing that is one. */
	#pointing(sentence: Sentence, subject: Range): Named | null {
		const { tokens, statement } = sentence;
		if (subject.to - subject.from > 3) return null;
		const head = tokens[headOf(tokens, subject)];
		const first = tokens[subject.from]?.lower ?? '';
		if (head === undefined || head.plural || /^(these|those|that)$/.test(first)) return null;
		const previous = this.#previous;
		if (subject.to - subject.from === 2) {
			const title = this.#title;
			if (
				title?.block === statement.block &&
				first === 'this' &&
				/^(condition|type|disease|disorder|test|drug|form|kind|method|process|stage|treatment)$/.test(head.lower)
			) {
				return { ...title, text: title.head === head.lower ? `the ${title.text}` : title.text };
			}
			if (
				previous?.block === statement.block &&
				previous.head === head.lower &&
				previous.text.split(' ').length > 1 &&
				previous.plural !== true
			)
				return previous;
			if (this.#subject?.kinds.test(head.lower) === true)
				return { text: this.#subject.name, plural: false, from: this.#subject.from };
			const kind = this.#kinds.get(head.lower);
			if (kind !== undefined && kind !== 'several') return kind;
		}
		return null;
	}
}

const PERSON = /^(patient|person|man|woman|child|researcher|doctor|physician|author|scientist|nurse|he|she)s?$/;

const lastWord = (text: string): string => /[\p{L}-]+$/u.exec(text)?.[0].toLowerCase() ?? '';

/** Whether a phrase holds a word that points to something outside the card. */
export function pointsOutside({ tokens }: Pick<Sentence, 'tokens'>, { from, to }: Range): boolean {
	for (let at = from; at < to; at++) {
		const token = tokens[at];
		if (token === undefined) continue;
		const next = tokens[at + 1]?.lower;
		if (token.class === 'I' && !/^(itself|themselves|most|one|all|both|some|many|each)$/.test(token.lower)) return true;
		if (token.class === 'D' && /^(this|these|those|that|their|his|her|my|our|your|its)$/.test(token.lower)) return true;
		if (token.lower === 'such' && next !== 'as') return true;
		if (
			/^(latter|former|aforementioned|respectively|following|above|below|another|other|others|same|additional|further)$/.test(
				token.lower
			) &&
			!(token.lower === 'other' && next === 'than')
		) {
			if (token.lower === 'other' && at > from) continue;
			if (token.lower === 'another' && at > from) continue;
			return true;
		}
	}
	return false;
}

/** Like `pointsOutside`, for what follows a subject that the card names: its and their are then clear. */
export function pointsElsewhere({ tokens }: Pick<Sentence, 'tokens'>, { from, to }: Range): boolean {
	return tokens.slice(from, to).some((token, i, part) => {
		if (token.class === 'I')
			return !/^(itself|themselves|most|one|all|both|some|many|each|none|people)$/.test(token.lower);
		if (token.class === 'D' && /^(this|these|those|that|his|her|my|our|your)$/.test(token.lower))
			return !(/^(those|that)$/.test(token.lower) && /^(with|of|who|in)$/.test(part[i + 1]?.lower ?? ''));
		if (token.lower === 'such') return part[i + 1]?.lower !== 'as';
		if (/^(latter|former|aforementioned|respectively|following|another|same|here|there)$/.test(token.lower))
			return true;
		// “the condition”, “the two groups”
		return token.lower === 'the' && bareAfter(part, i + 1);
	});
}

/** Whether a bare pointing noun follows, with nothing after it that says which. */
function bareAfter(tokens: Sentence['tokens'], at: number): boolean {
	let head = at;
	while (tokens[head]?.class === 'Q') head++;
	const noun = tokens[head];
	if (noun?.class !== 'N' || !isPointing(noun.lower)) return false;
	const next = tokens[head + 1];
	if (next?.class === 'P' && tokens[head + 2]?.class === 'R') return false;
	return next === undefined || !('ORENG'.includes(next.class) || (next.class === 'P' && next.lower === 'between'));
}

/** Article and noun, with nothing that says which. */
function isBare({ tokens, classes }: Sentence, { from, to }: Range): boolean {
	return (
		/^DQ?N$/.test(classes.slice(from, to)) ||
		(to - from === 3 && /^(two|three|four|first|second|other|main|only|same)$/.test(tokens[from + 1]?.lower ?? ''))
	);
}

function isEmptySubject(sentence: Sentence, range: Range): boolean {
	const { tokens, classes } = sentence;
	const head = tokens[headOf(tokens, range)];
	if (head === undefined) return true;
	const letters = classes.slice(range.from, range.to);
	if (
		/^(use|administration|exposure|intake|consumption|injection|infusion|sale|removal|onset|presence|absence)$/.test(
			head.lower
		) &&
		!/O/.test(letters) &&
		!/N.*N/.test(letters)
	)
		return true;
	if (EMPTY_SUBJECTS.has(head.lower)) return /^[DQ]*[N]?$|^D?[AQ]?[JE]?N$|^I$/.test(letters) || !/[OP]/.test(letters);
	if (/^(many|some|several|most|few)$/.test(tokens[range.from]?.lower ?? '') && isPointing(head.lower)) return true;
	return spanOf(sentence, range).end - spanOf(sentence, range).start > 110;
}
