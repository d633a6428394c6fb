import type { Span } from '../../domain/text/sentences';
import { headOf, isPluralPhrase, type Clause, type Range } from '../grammar/clause';
import type { Sentence } from '../grammar/sentence';
import type { Token } from '../words/tokens';
import { isPleonastic, subjectOfFront } from './pronouns';
import { pointsElsewhere, pointsOutside } from './pointing';
import { SaidKinds } from './said-kinds';
import { SpokenPersons } from './spoken-persons';
import { SpokenPhrases } from './spoken-phrases';
import { isBare, isEmptySubject, isThing, isVagueQuality, KIND_OF, lastWord, PERSON } from './subject-phrases';
import { ownOfTopic } from './topic-attributes';
import { isPointing } from './vague-nouns';

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
	/** Nouns that, alone, are said of it: its symptoms, its dose. */
	readonly of: RegExp | null;
	/** Where the document says so, if it does. */
	readonly from: Span | null;
}

interface Mention extends Named {
	readonly head: string;
	readonly block: number;
	readonly sentence: Span;
	readonly person: boolean;
}

/** Remembers, in the order of the text, what was spoken of, and says what a pronoun or “the procedure” stands for. */
export class References {
	/** The subject of the sentence just before, if it was named. */
	#previous: Mention | null = null;
	/** The subject of the line that introduced the last list. */
	#above: Mention | null = null;
	/** The line that announced the last list, and what it or the sentence before it was about. */
	#announced: { readonly start: number; readonly about: Mention | null } | null = null;
	/** The phrases of the sentences just before that say more than a bare noun. */
	readonly #phrases = new SpokenPhrases();
	/** “a surgical procedure” said of deep brain stimulation: procedure → deep brain stimulation. */
	readonly #kinds = new SaidKinds<Mention>();
	/** A bare phrase that stood where a sentence stands: “Subacute thyroiditis.” */
	#title: Mention | null = null;
	readonly #subject: Topic | null;
	/** Where the document’s subject was last what a sentence was about. */
	#topical: (Mention & { readonly at: number }) | null = null;
	readonly #persons = new SpokenPersons<Mention>();
	#count = 0;

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
		if (first === undefined || sentence.given.get(subject.from) === null) return null;
		if (letters === 'I') return this.#pronoun(sentence, first.lower);
		if (/^(its|their|his|her)$/.test(first.lower)) return this.#possessed(sentence, subject, words);
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
		if (typeof sentence.given.get(subject.from) === 'string' && subject.to - subject.from === 2)
			return {
				text: words(subject),
				plural,
				from: this.#subject?.kinds.test(head?.lower ?? '') === true ? this.#subject.from : null
			};
		const ofTopic = ownOfTopic(this.#subject, sentence, subject, words);
		if (ofTopic !== null) return ofTopic;
		// “Karl Paul Link”: a name of several words, whatever its last one means.
		const isName =
			subject.to - subject.from >= 2 &&
			tokens
				.slice(subject.from, subject.to)
				.every(({ text, class: letter }) => letter === 'N' && /^\p{Lu}/u.test(text));
		if (head !== undefined && isName) return { text: words(subject), plural, from: null };
		if (head === undefined || isEmptySubject(sentence, subject)) return null;
		if (pointsElsewhere(sentence, { from: subject.from + 1, to: subject.to })) return null;
		if (first.lower === 'the' && isBare(sentence, subject) && isPointing(head.lower))
			return this.#pointing(sentence, subject);
		if (first.lower === 'the' && isVagueQuality(sentence, subject)) return null;
		return { text: words(subject), plural, from: null };
	}

	/** The name for the subject of a later clause, whose pronoun may stand for the subject of the first. */
	nameLater(sentence: Sentence, clause: Clause, first: Named | null, words: (range: Range) => string): Named | null {
		const { tokens } = sentence;
		const { subject } = clause;
		const opening = tokens[subject.from]?.lower ?? '';
		if (clause.role === 'shared') return first;
		if (clause.role === 'relative') {
			const isNew = /^(an?|one|this|these|that|its|their|his|her|some|any|each|every|no)$/.test(opening);
			const says = subject.to - subject.from > (opening === 'the' ? 2 : 0);
			return isNew || !says || pointsOutside(sentence, subject)
				? null
				: { text: words(subject), plural: isPluralPhrase(tokens, subject), from: null };
		}
		if (subject.to - subject.from === 1 && /^(it|they)$/.test(opening)) {
			if (first === null || PERSON.test(first.text)) return null;
			return (opening === 'they') === (first.plural === true) ? first : null;
		}
		if (tokens[subject.from]?.class === 'I') return null;
		if (/^(its|their)$/.test(opening) && first !== null) {
			const isOwner = !PERSON.test(first.text) && (opening === 'their') === (first.plural === true);
			return isOwner ? this.#possessed(sentence, subject, words, first) : null;
		}
		return this.name(sentence, subject, words);
	}

	/** What the line above a list was about, if its verb was a plain one. */
	introducedBy(intro: Span): Named | null {
		return this.#above?.sentence.start === intro.start ? this.#above : null;
	}

	/** What a list is of whose announcement (“The following is a list of risks:”) names nothing itself. */
	announcedBy(intro: Span): Named | null {
		return this.#announced?.start === intro.start ? this.#announced.about : null;
	}

	/** Takes note of a sentence after it has been read. */
	remember(sentence: Sentence, named: Named | null): void {
		const clause = sentence.clauses[0];
		const { statement, tokens, classes, text } = sentence;
		this.#count++;
		if (text.charAt(statement.end - 1) === ':')
			this.#announced = {
				start: statement.start,
				about: named === null ? this.#previous : this.#mention(sentence, named, lastWord(named.text))
			};
		const defined =
			clause?.verb.voice === 'copula'
				? headOf(tokens, clause.complement)
				: clause !== undefined && clause.aside !== null
					? headOf(tokens, clause.aside)
					: null;
		this.#kinds.forget(sentence, named === null ? null : defined);
		this.#phrases.remember(sentence);
		this.#persons.pass(sentence);
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
			this.#previous = this.#counted(sentence, clause);
			return;
		}
		const head = tokens[headOf(tokens, clause.subject)]?.lower ?? '';
		const mention = this.#mention(sentence, named, head);
		this.#previous = this.#counted(sentence, clause) ?? mention;
		this.#persons.remember(mention, sentence, clause);
		if (named.text === this.#subject?.name) this.#topical = { ...mention, at: this.#count };
		if (/(?:by|through|mechanisms|ways|effects|actions|including):$/.test(text.slice(statement.start, statement.end)))
			this.#above = clause.verb.negated || clause.verb.auxiliary !== null ? null : mention;
		if (clause.verb.voice === 'copula' && !clause.verb.negated && tokens[clause.verb.main]?.class === 'B') {
			const range = clause.complement;
			const kind = tokens[headOf(tokens, range)];
			if (/^(an?)$/.test(tokens[range.from]?.lower ?? '') && kind?.class === 'N') this.#kinds.add(kind.lower, mention);
		}
		if (clause.aside !== null && /^(an?)$/.test(tokens[clause.aside.from]?.lower ?? '')) {
			const kind = tokens[headOf(tokens, clause.aside)];
			if (kind?.class === 'N') this.#kinds.add(kind.lower, mention);
		}
	}

	/** “The remaining 15 % are juxtamedullary nephrons”: the next sentence is about these. */
	#counted(sentence: Sentence, { verb, complement, subject }: Clause): Mention | null {
		const { tokens, classes, text } = sentence;
		if (verb.voice !== 'copula' || verb.negated || !/Q/.test(classes.slice(subject.from, subject.to))) return null;
		if (!/^[JN]{1,3}$/.test(classes.slice(complement.from, complement.to))) return null;
		const head = tokens[complement.to - 1];
		if (head?.class !== 'N' || !head.plural) return null;
		const words = text.slice(tokens[complement.from]?.start ?? 0, head.end);
		return this.#mention(sentence, { text: words, plural: true, from: null }, head.lower);
	}

	#mention(sentence: Sentence, named: Named, head: string): Mention {
		const { statement } = sentence;
		const span = { start: statement.start, end: statement.end };
		return {
			...named,
			head,
			block: statement.block,
			sentence: span,
			from: named.from ?? span,
			person: this.#persons.knows(named.text, sentence)
		};
	}

	#pronoun(sentence: Sentence, word: string): Named | null {
		const { statement, clauses, tokens } = sentence;
		const front = clauses[0]?.front ?? null;
		const within = front === null ? null : subjectOfFront(sentence, front, word);
		if (within !== null) return within;
		if (word === 'it' && isPleonastic(sentence)) return null;
		if (word === 'he' || word === 'she') return this.#persons.meant(statement.block, this.#previous);
		const previous = this.#previous ?? this.#lastOfTopic(statement.block, word);
		if (previous?.block !== statement.block) return null;
		const isRival = (each: Token): boolean => isThing(each) && each.plural === (word === 'they');
		if (front !== null && !isSetting(sentence, front) && tokens.slice(front.from, front.to).some(isRival)) return null;
		const isOfPerson = PERSON.test(previous.head) || previous.person;
		// “the average size of the uterus”: whether it is the size or the uterus, who can tell?
		const isOfAnother = /^the \S+(?: \S+)? of /.test(previous.text) && previous.from !== previous.sentence;
		if (word === 'it' && previous.plural !== true && !isOfPerson && !isOfAnother) return previous;
		// “Women worked with TNT. They were called canaries”: not all women were.
		const isAll = /^\p{Ll}+$/u.test(previous.text) && clauses[0]?.verb.tense === 'past';
		if (word === 'they' && previous.plural === true && !isAll) return previous;
		return null;
	}

	/** The document’s one drug or disease, if a sentence of the paragraph shortly before was about it. */
	#lastOfTopic(block: number, word: string): Mention | null {
		const last = this.#topical;
		return word === 'it' && last !== null && last.block === block && this.#count - last.at <= 3 ? last : null;
	}

	/** “Its onset is rapid”: the onset of what was spoken of. */
	#possessed(
		sentence: Sentence,
		subject: Range,
		words: (range: Range) => string,
		known: Named | null = null
	): Named | null {
		const { tokens, classes } = sentence;
		const owner = known ?? this.#pronoun(sentence, POSSESSOR[tokens[subject.from]?.lower ?? ''] ?? '');
		const rest = { from: subject.from + 1, to: subject.to };
		if (owner === null || pointsElsewhere(sentence, rest) || !OWNED.test(classes.slice(rest.from, rest.to)))
			return null;
		const of = owner.text.replace(/^The /, 'the ');
		const [, thing, after] = /^(.+?)( (?:on|in|for|with|to|as|between|among) .+)?$/.exec(words(rest)) ?? [];
		return {
			text: `the ${thing ?? words(rest)} of ${of}${after ?? ''}`,
			plural: isPluralPhrase(tokens, subject),
			from: owner.from
		};
	}

	/** “This receptor”, “the procedure”: the subject just before with the same noun, or the one thing that is one. */
	#pointing(sentence: Sentence, subject: Range): Named | null {
		const { tokens, statement } = sentence;
		const head = tokens[headOf(tokens, subject)];
		const first = tokens[subject.from]?.lower ?? '';
		if (head === undefined || first === 'those' || first === 'that') return null;
		if (subject.to - subject.from !== 2) return null;
		const previous = this.#previous?.block === statement.block ? this.#previous : null;
		const same = this.#phrases.named(head, first, statement.block);
		const isSame = head.plural && previous?.head === head.lower && previous.plural === true;
		if (isSame && first === 'these' && previous.text.split(' ').length > 1) return previous;
		if (head.plural) return same ?? (first === 'these' ? this.#group(head.lower, previous) : null);
		if (first === 'these') return null;
		const title = this.#title;
		if (
			title?.block === statement.block &&
			(first === 'this' || /^(condition|disease|disorder)$/.test(head.lower)) &&
			/^(condition|type|disease|disorder|test|drug|form|kind|method|process|stage|treatment)$/.test(head.lower)
		) {
			return { ...title, text: title.head === head.lower ? `the ${title.text}` : title.text };
		}
		if (previous?.head === head.lower && previous.text.split(' ').length > 1 && previous.plural !== true)
			return previous;
		if (this.#subject?.kinds.test(head.lower) === true)
			return { text: this.#subject.name, plural: false, from: this.#subject.from };
		if (same !== null) return same;
		const kind = this.#kinds.of(head.lower);
		if (kind !== null) return kind;
		if (first !== 'this' || previous === null || previous.plural === true || previous.person) return null;
		return KIND_OF.some(([noun, like]) => noun.test(head.lower) && like.test(previous.head)) ? previous : null;
	}

	/** “These drugs” after “Statins …”. */
	#group(noun: string, previous: Mention | null): Named | null {
		if (previous === null || previous.plural !== true || previous.person) return null;
		return /^(drugs|medications|medicines|agents|compounds|substances|cells|neurons|hormones|proteins|enzymes|receptors|bacteria|viruses|parasites|animals|plants|insects|diseases|disorders|conditions|infections|chemicals|molecules|tests|symptoms|effects|methods|techniques|procedures|devices|seals|engines|machines|ships|laws|rules)$/.test(
			noun
		) && previous.text.split(' ').length <= 4
			? previous
			: null;
	}
}

/** “In neurons,”, “Instead of serotonin,”: where something is so, not what it is said of. */
const isSetting = ({ tokens, classes }: Sentence, { from, to }: Range): boolean =>
	/^(?:in|at|on|within|during|among|throughout|unlike|besides|despite|instead)$/.test(tokens[from]?.lower ?? '') &&
	!/[BMHKIRST30]/.test(classes.slice(from, to)) &&
	to - from <= 6;

/** What may follow “its”: a noun with qualities, and one phrase after it. */
const OWNED = /^[JNQ]{1,3}(?:[PT][DJNQ]{1,4})?$/;

const POSSESSOR: Readonly<Record<string, string>> = { its: 'it', their: 'they', his: 'he', her: 'she' };
