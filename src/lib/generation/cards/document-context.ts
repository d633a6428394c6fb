import type { Span } from '../../domain/text/sentences';
import { isCommonNoun } from '../claims/common-nouns';
import type { DocumentSubject } from '../claims/document-subject';
import { headOf } from '../grammar/clause';
import { spanOf, type Sentence } from '../grammar/sentence';
import type { Profile } from '../profile';
import { capitalised } from '../words/casing';
import { literal } from '../words/literal-pattern';
import { verbReadings } from '../words/verb-lexicon';
import type { Found } from './questions';
import { SMALL_WORDS, stemsOf } from './stems';

/** What must stand before a question so that it says what it is about, and where the document says so. */
export interface Lead {
	readonly words: string;
	readonly source: Span | null;
}

/** Characters. */
const SHORTEST = 600;
const NOTHING: Lead = { words: '', source: null };

/** Heads of phrases that always belong to something else, however they are narrowed. */
const OWNED =
	/^(?:rates?|levels?|amounts?|numbers?|values?|changes?|effects?|results?|reactions?|symptoms?|signs?|risks?|doses?|cases?|patients?|people|concentrations?|increases?|decreases?|tests?|differences?)$/;
/** “the adrenal gland”, “the renal artery”: there is one such thing. */
const OF_BODY =
	/^(?:glands?|arter(?:y|ies)|veins?|nerves?|muscles?|receptors?|channels?|ducts?|lobes?|cortex|bones?|valves?|tubules?)$/;
/** Questions that a label answers for its product alone, whatever else they name. */
const OF_PRODUCT =
	/^(?:instruction|what-if|in-whom|time-condition|time-time|to-do|quantity|comparison|share|time-(?:onset|duration))/;
const ATTRIBUTE =
	/\b(?:dose|dosage|dosing|concentrations?|absorption|bioavailability|half-life|clearance|excretion|elimination|metabolism|metabolites?|risk|reactions?|effects?|treatment|therapy|administration|exposure|auc|cmax|t\s?max|safety|effectiveness|overdose|tablets?|capsules?|patients?|discontinu\w*|monitor\w*)\b/i;
/** What is said of these is said of one illness. */
const OF_ILLNESS =
	/\b(?:patients?|people|children|adults|women|men|those who|treat\w*|therapy|vaccin\w*|antibiotics?|drugs?|medicines?|symptoms?|diagnos\w*|infections?|outbreaks?|toxin)\b/i;
/** What is said of these may be so in an illness only. */
const OF_BODY_ILL =
	/\b(?:surgery|operations?|pain|bleeding|fatigue|damage\w*|abnormal\w*|carriers?|stools?|swelling|fever|cough|inflam\w*|tumou?rs?)\b/i;
/** Of whom or what a treatment is told. */
const OF_TREATED =
	/\b(?:patients?|people|adults|children|side effects?|doses?|treatment|symptoms?|response|tolerance|relapse)\b/i;
/** Words with a capital that name nothing a question could be about. */
const NO_NAMES =
	/\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Sunday|I)\b/g;

/** Says of each question whether it can stand without its document, and what must be said before it if it cannot. */
export class DocumentContext {
	readonly #text: string;
	readonly #profile: Profile;
	readonly #subject: DocumentSubject;
	readonly #topicStems: ReadonlySet<string>;
	/** Stems of the terms that the document itself explains. */
	readonly #terms: ReadonlySet<string>;

	/** Whether there is enough text to tell what it is about; a few sentences are not refused for want of a subject. */
	readonly #isDocument: boolean;

	/** @param terms what the document defines, names or spells out */
	constructor(text: string, profile: Profile, subject: DocumentSubject, terms: readonly string[]) {
		this.#isDocument = text.length > SHORTEST;
		this.#text = text.toLowerCase();
		this.#profile = profile;
		this.#subject = subject;
		this.#topicStems = new Set(stemsOf(subject.about ?? ''));
		this.#terms = new Set(terms.filter((term) => term.split(' ').length <= 3).map((term) => stemsOf(term).join(' ')));
	}

	/** Nothing, or words to be put before the question; null where the card would be homeless. */
	leadOf(asked: Found, sentence: Sentence): Lead | null {
		const answer = sentence.text.slice(asked.answer.start, asked.answer.end);
		if (this.#profile === 'abstract' && isOfStudy(asked, answer)) return null;
		if (/^(?:acronym|labelled|also-called)/.test(asked.pattern)) return NOTHING;
		// What “it” or “these cells” stand for is sure where it is what the whole document is about.
		// A list's items say what they do of the line above them.
		const isFromElsewhere = (asked.subject?.from ?? null) !== null && sentence.statement.intro === null;
		if (isFromElsewhere && this.#isDocument && !this.namesTopic(asked.subject?.text ?? '')) return null;
		// “What are medicines used to do?” is not helped by an answer that names the illness.
		const names = this.namesTopic(asked.question) || (this.namesTopic(answer) && stemsOf(asked.question).length >= 4);
		if (asked.pattern === 'instruction' && this.#isDocument && this.#profile === 'prose' && !names) return null;
		if (this.#profile === 'label') return names ? NOTHING : this.#ofProduct(asked);
		if (this.#profile === 'abstract' || names) return NOTHING;
		if (asked.type === 'definition' && /^What (?:is|are) (?!the\b)/.test(asked.question)) return NOTHING;
		// Who acts and on what are both named.
		if (asked.pattern === 'effect' && stemsOf(asked.question).length >= 5) return NOTHING;
		// “Up to 80 % of patients can be treated with fluids alone”: patients with what?
		const isOfIllness = this.#subject.kind === 'illness' && OF_ILLNESS.test(asked.question);
		if (!this.#isDocument || (!isOfIllness && this.#stands(asked, sentence))) return NOTHING;
		// “the glomerular filtration rate” answers for itself what “the volume of fluid” is of.
		if (
			asked.pattern === 'unique-role' &&
			this.#specificNouns(answer, sentence).length > 0 &&
			/\bof\b/.test(asked.question)
		)
			return NOTHING;
		// “In pleurisy, where does the air travel to?”: what is so in everybody is not told of by an illness.
		if (this.#subject.kind === 'illness' && !isOfIllness && !OF_BODY_ILL.test(asked.question)) return null;
		return isUnowned(asked, sentence) ? null : this.#lead(asked.pattern, sentence);
	}

	/** “Which people are at risk? – People with the disease”, “What does WS stand for?” under its own title. */
	saysTopicAlone({ pattern, answer, question }: Found, { text }: Sentence): boolean {
		const { about } = this.#subject;
		const said = text.slice(answer.start, answer.end);
		if (pattern === 'acronym') return about !== null && stemsOf(said).join(' ') === stemsOf(about).join(' ');
		// “What are tests that examine the ovaries used to do?”
		if (pattern !== 'used-to' && this.namesTopic(question)) return false;
		if (/^(?:which-subject|in-whom)$/.test(pattern)) return this.namesTopic(said);
		// “What is radiotherapy used to do? – To treat the illness”
		const rest = stemsOf(said.replace(AIMS, ''));
		return (
			/^(?:used-to|object|verb-preposition|passive-preposition)$/.test(pattern) &&
			this.#topicStems.size > 0 &&
			rest.length > 0 &&
			rest.every((stem) => this.#topicStems.has(stem))
		);
	}

	/** What must stand before a question for a list's items. */
	leadOfList(question: string): string {
		const { about, kind } = this.#subject;
		const isHere = kind === 'illness' && OF_ILLNESS.test(question) && !this.namesTopic(question);
		return isHere && about !== null ? `In ${about}, ` : '';
	}

	/** What must stand before a sentence with a hole in it: nothing where it says by itself what it is about. */
	leadOfCloze(sentence: Sentence): Lead | null {
		const { statement, text, clauses } = sentence;
		if (!this.#isDocument || this.namesTopic(text.slice(statement.start, statement.end))) return NOTHING;
		if (this.#profile === 'label') return null;
		const subject = clauses[0]?.subject;
		if (subject === undefined) return null;
		const said = spanOf(sentence, subject);
		if (this.#specificNouns(text.slice(said.start, said.end), sentence).length > 0) return NOTHING;
		const lead = this.#lead('cloze', sentence);
		// “Karst: Pure water dissolves …”
		return lead === null ? null : { ...lead, words: `${capitalised(this.#subject.about ?? '')}: ` };
	}

	/** Whether a single word comes so often that hiding it asks for what everybody knows who reads on. */
	isEverywhere(words: string): boolean {
		const word = words.toLowerCase();
		return !word.includes(' ') && this.#text.split(word).length - 1 > Math.max(8, this.#text.length / 500);
	}

	/** Whether words hold the name of what the document is about. */
	namesTopic(words: string): boolean {
		const { about, product } = this.#subject;
		if (product !== null && holds(words, product.name)) return true;
		if (product?.ingredient !== undefined && product.ingredient !== null && holds(words, product.ingredient))
			return true;
		if (about === null) return false;
		if (this.#subject.short !== null && new RegExp(`\\b${this.#subject.short}s?\\b`).test(words)) return true;
		const said = new Set(stemsOf(words).filter((stem) => this.#topicStems.has(stem)));
		return said.size >= Math.ceil(this.#topicStems.size / 2) || [...said].some((stem) => !isCommonNoun(stem));
	}

	#ofProduct(asked: Found): Lead | null {
		const { product } = this.#subject;
		const isOfProduct = OF_PRODUCT.test(asked.pattern) || ATTRIBUTE.test(asked.question);
		if (!isOfProduct) return asked.type === 'definition' || /[A-Z]{2}|\d/.test(asked.question) ? NOTHING : null;
		return product === null ? null : { words: `For ${product.name}, `, source: null };
	}

	#stands(asked: Found, sentence: Sentence): boolean {
		if (/^includes|^list/.test(asked.pattern) && isUnowned(asked, sentence)) return false;
		// “the conspirators”, “the soft body”: of what, only the document says.
		const range = asked.clause?.subject;
		const isBare =
			range !== undefined &&
			asked.subject?.from === null &&
			sentence.tokens[range.from]?.lower === 'the' &&
			/^DN$/.test(sentence.classes.slice(range.from, range.to)) &&
			sentence.tokens[range.from + 1]?.plural === true &&
			/^\p{Ll}/u.test(sentence.tokens[range.from + 1]?.text ?? '');
		if (isBare) return false;
		const specific = this.#specificNouns(asked.question, sentence, asked);
		const names = properNames(asked.question);
		// Who did something when: the name alone does not say in what matter.
		if (asked.pattern.startsWith('time-date')) return specific.length > 0 || names.length >= 2;
		return specific.length > 0 || names.length > 0;
	}

	/** Nouns of a question that say what it is about: uncommon ones, terms that the document explains, its own compounds. */
	#specificNouns(words: string, { tokens }: Sentence, asked: Found | null = null): string[] {
		const lower = words.toLowerCase();
		const found: string[] = [];
		const subject = asked?.subject ?? null;
		const named = subject === null || subject.from === null ? [] : (subject.text.match(/[\p{L}\p{N}-]+/gu) ?? []);
		for (const word of named) if (!SMALL_WORDS.has(word.toLowerCase()) && !isCommonNoun(word)) found.push(word);
		for (const [i, token] of tokens.entries()) {
			if (token.class !== 'N' || !holdsWord(lower, token.lower)) continue;
			if (!isCommonNoun(token.lower) && token.lower.length > 2 && !isLabelOfTime(token.lower)) found.push(token.text);
			else if (this.#terms.has(stemsOf(token.lower).join(' '))) found.push(token.text);
			if (OF_BODY.test(token.lower) && /(?:al|ic|ary|ar|oid|ine)$/.test(tokens[i - 1]?.lower ?? ''))
				found.push(token.text);
			const before = tokens[i - 1];
			if (before === undefined || !'NJEG'.includes(before.class) || OWNED.test(token.lower)) continue;
			const phrase = `${before.lower} ${token.lower}`;
			if (!lower.includes(phrase)) continue;
			const often = this.#text.split(phrase.replace(/s$/, '')).length - 1;
			if (this.#terms.has(stemsOf(phrase).join(' ')) || often >= (before.class === 'N' ? 2 : 3)) found.push(phrase);
		}
		return found;
	}

	/** “a centrifugal pump”, if the text says so of one. */
	#withArticle(about: string): string {
		const said = new RegExp(
			`\\b(an?) ${literal(about.toLowerCase())}(?=[.,;:)]| (?:is|was|has|can|may|will|that|which|with|of|in|on|for|by|to|and|or|from|at|as)\\b)`,
			'u'
		).exec(this.#text);
		return said?.[1] === undefined || /^\p{Lu}|^the |s$|\b(?:disease|disorder|syndrome)$/u.test(about)
			? about
			: `${said[1]} ${about}`;
	}

	/** Whether a name is what the title says, its small words apart: a single word out of a longer title says too little. */
	#isWholeTitle(name: string | null): boolean {
		const { from, kind } = this.#subject;
		if (name === null || /^(?:\d|(?:what|how|why|when|who|which|where|we|you)\b)/i.test(name)) return false;
		if (from === null) return true;
		const [title = ''] = this.#text.slice(from.start, from.end).split(/[:?!–—|(]|\s-\s/u);
		// “Kilns and Lime of the Old Canals” is about two things, and only one would be said.
		const isPair = /\s(?:and|&|or)\s/i.test(title.replace(INTRODUCES, '')) && !/\s(?:and|&|or)\s/i.test(name);
		if (isPair && !new RegExp(`\\b(?:of|in|with|for) (?:the )?${literal(name.toLowerCase())}`).test(title))
			return false;
		if (kind === 'illness' || kind === 'drug') return true;
		const words = stemsOf(title.replace(INTRODUCES, '')).length;
		if (stemsOf(name).length * 2 > words) return true;
		// “Nutrition for Advanced Chronic Kidney Disease in Adults” is not about nutrition.
		if (stemsOf(name).length * 4 <= words) return false;
		// “The American Dream” is not about American; “How the nephron makes urine” is about the nephron.
		const bare = name.toLowerCase().replace(/^(?:the|an?) /, '');
		const next = /^s?\s+(\p{L}+)/u.exec(title.slice(title.indexOf(bare) + bare.length))?.[1] ?? '';
		const isModifier = next !== '' && !SMALL_WORDS.has(next) && verbReadings(next).length === 0;
		const isAdjective = /^\p{L}+(?:al|ic|ary|ory|ous|ive|ese|ish|ian|an)$/u.test(bare);
		return !isModifier && !isAdjective && !isCommonNoun(bare);
	}

	#lead(pattern: string, { statement, text }: Sentence): Lead | null {
		const words = text.slice(statement.start, statement.end);
		const { about: name, from, kind, isGuessed } = this.#subject;
		if (!this.#isWholeTitle(name)) return null;
		const about = name === null ? null : this.#withArticle(name);
		// A subject that is only the most frequent word, and no title, need not be what a sentence is about.
		if (isGuessed) return null;
		if (about === null || /\b(?:it|its|they|their)\b/.test(about)) return null;
		const heading = statement.headings.length < 2 ? '' : (statement.headings[statement.headings.length - 1] ?? '');
		const isIll = kind === 'illness';
		const to = /\btreat(?:ed|ment|ments|ing)?\b/i.test(heading)
			? 'the treatment of '
			: /\bdiagnos\w+/i.test(heading)
				? 'the diagnosis of '
				: '';
		// “In the mental status exam, …”: a title of several words seldom holds for each of its sentences.
		const isLong = (name ?? '').replace(/^(?:the|an?) /i, '').includes(' ');
		if (isLong && !isIll && kind !== 'drug' && kind !== 'place') return null;
		if (isIll) return { words: `In ${to}${about}, `, source: from };
		if (kind === 'place') return { words: `In ${about}, `, source: from };
		// What is said of the body, of air or of clinics is not so only with the drug.
		if (kind === 'drug') return OF_TREATED.test(words) ? { words: `With ${about}, `, source: from } : null;
		// “In Gutenberg, what …” is no English.
		if (
			/^\p{Lu}/u.test(about) ||
			(kind === 'thing' && ((about === name && !/^the /.test(about)) || /^an |s$/.test(about)))
		)
			return { words: `${capitalised(about)}: `, source: from };
		// “In marriage, …”: what is true of an institution or a deed is not true within it.
		if (kind === 'process' && /(?:ing|ment|age)$/.test(about))
			return { words: `${capitalised(about)}: `, source: from };
		if (pattern.startsWith('time-date')) return { words: `In the history of ${about}, `, source: from };
		return { words: `In ${about}, `, source: from };
	}
}

/** What is done about any illness. */
const AIMS =
	/\b(?:to|help|treat|manage|diagnose|cure|prevent|detect|find|stage|check|look|test|for|and|or)\b|\([^()]*\)/gi;

/** What an abstract says in passing: whom it studied, how many they were, what something provides, what should be done. */
const isOfStudy = ({ pattern, clause, question }: Found, answer: string): boolean =>
	pattern === 'instruction' ||
	pattern === 'in-whom' ||
	(pattern === 'quantity-subject' && !/%/.test(answer)) ||
	(pattern === 'used-to' && clause?.verb.tense === 'past') ||
	(pattern.startsWith('time') &&
		/\b(?:eligible|enroll?ed|recruited|included|admitted|reviewed|collected|performed)\b/.test(question)) ||
	(pattern === 'object' &&
		/^(?:provide|require|pose|yield|confer|support|influence|offer|represent|need|have|constitute|reflect)$/.test(
			clause?.verb.lemma ?? ''
		));

/** “growth rates”, “the figures”, “a single dose”: of what, no topic of a whole document can say. */
function isUnowned({ clause, subject }: Found, { tokens }: Sentence): boolean {
	if (clause === null || subject === null || subject.from !== null) return false;
	const head = tokens[headOf(tokens, clause.subject)];
	const hasOf = tokens.slice(clause.subject.from, clause.subject.to).some(({ lower }) => lower === 'of');
	return head !== undefined && !hasOf && UNOWNED.test(head.lower);
}

/** What a title says besides its subject. */
const INTRODUCES =
	/\b(?:symptoms?|signs?|diagnosis|treatments?|prevention|risks?|introduction|overview|history|basics|facts?|guide|structure|functions?|anatomy|physiology|works?|explained|causes|understanding|about|origins?|early|rise|life)\b/gi;

const UNOWNED =
	/^(?:rates?|levels?|amounts?|numbers?|figures?|values?|changes?|effects?|results?|doses?|cases?|concentrations?|increases?|decreases?|differences?|measures?|strateg(?:y|ies)|tests?|stocks?|steps?|options?|limbs?|parts?|groups?|factors?|conditions?|substances?|tips?|words?|terms?|names?|sessions?|businesses|firms|companies|households|consumers|workers|individuals|printers)$/;

const holds = (text: string, word: string): boolean => text.toLowerCase().includes(word.toLowerCase());

const holdsWord = (lower: string, word: string): boolean => {
	const at = lower.indexOf(word);
	return (
		at !== -1 && !/[\p{L}\p{N}]/u.test(lower.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(lower.charAt(at + word.length))
	);
};

const isLabelOfTime = (word: string): boolean =>
	/^(?:january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d.*)$/.test(
		word
	);

/** Names inside a question, each a run of words with a capital, a figure or capitals within. */
const properNames = (question: string): string[] =>
	question
		.replace(NO_NAMES, '')
		.replace(/^["“‘(]?\S+/u, '')
		.match(
			/(?<=[\s("“‘])(?:\p{Lu}[\p{L}\p{N}.’'-]*|\p{L}*\p{Ll}[\p{Lu}\d]+[\p{L}\d-]*)(?:\s\p{Lu}[\p{L}\p{N}.’'-]*)*/gu
		) ?? [];
