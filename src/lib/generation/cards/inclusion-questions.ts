import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import { headOf, type Range } from '../grammar/clause';
import { isNounPhrase, seriesEnd } from '../grammar/phrase-patterns';
import { spanOf, type Sentence } from '../grammar/sentence';
import { PERSONS } from '../words/person-nouns';
import type { Asked, Context } from './asked';
import { listAsked, members } from './list-members';
import { asking, core, fronted, isClear } from './object-answers';

/** Plural nouns whose members are worth a list by themselves: “Side effects include …”. */
export const LISTED =
	/^(symptoms?|signs?|causes?|types?|kinds?|forms?|components?|parts?|elements?|effects?|risks?|factors?|examples?|features?|functions?|stages?|phases?|steps?|classes|categories|criteria|reactions?|complications?|treatments?|drugs?|medications?|receptors?|neurotransmitters?|organs?|areas?|regions?|structures?|layers?|conditions?|indications?|contraindications?|uses?|methods?|techniques?|hormones?|amines?|acids?|amino|precautions|measures|events|characteristics|side|risks?|sources?|benefits?|divisions?|branches|determinants?|inputs?|outputs?|agents?|modes?|products?|sites?|variables|triggers?|ingredients?|constituents?|subtypes?|varieties|species|tests?|routes?|mechanisms?|targets?|goals?|tasks?|duties|responsibilities|exports?|crops?|minerals?|metals?|gases|materials?|tools?|domains?|dimensions?|principles?|rules?|rights?|powers?|options?|barriers?|hosts?|vectors?|reservoirs?|pathogens?|diseases?|disorders?|infections?|enzymes?|proteins?|cells|tissues|muscles|bones|nerves|vessels|glands)$/;

/** “Side effects include nausea, headache and fatigue.” */
export function inclusionQuestions(context: Context): Asked[] {
	const { sentence, clause, subject } = context;
	const { tokens } = sentence;
	const between = betweenDashes(context) ?? namedBetweenDashes(context);
	if (between !== null) return [between];
	if (!/^(?:include|comprise)$/.test(clause.verb.lemma) || clause.verb.voice !== 'active' || clause.verb.negated)
		return [];
	const list = listed(context);
	if (list === null) return [];
	const head = tokens[headOf(tokens, clause.subject)]?.lower ?? '';
	// One of them alone is one of many.
	if (members(sentence, list).length < FEWEST || goesOn(sentence, list)) return [];
	if (/^examples?$/.test(head)) {
		const kind = exampled(context);
		if (kind === null) return [];
		return [listAsked(context, fronted(context, `What are examples of ${kind}?`), list, 'examples', 0.74)];
	}
	// “The urinary tract includes two kidneys, two ureters and a bladder”: a whole and its parts.
	const isWhole =
		clause.verb.auxiliary === null &&
		clause.subject.to - clause.subject.from >= 2 &&
		/^D?[JN]+N$/.test(sentence.classes.slice(clause.subject.from, clause.subject.to)) &&
		members(sentence, list).length >= 3;
	// “NSAIDs include ibuprofen, naproxen, and aspirin”
	const isClass =
		/^\p{Lu}{2,}s$/u.test(sentence.text.slice(...edges(sentence, clause.subject))) &&
		members(sentence, list).length >= 3;
	if (!LISTED.test(head) && !isNarrowed(sentence, clause.subject) && !isWhole && !isClass) return [];
	// “Some causes of bleaching include …”: what some of them are.
	const isSome = /^(some|other)$/.test(tokens[clause.subject.from]?.lower ?? '');
	const asks = isSome ? `are ${subject.text}` : asking(context);
	return [listAsked(context, fronted(context, `What ${asks}?`), list, 'includes', 0.74)];
}

const edges = (sentence: Sentence, range: Range): [number, number] => {
	const { start, end } = spanOf(sentence, range);
	return [start, end];
};

/** “Side effects of the drug, including nausea and rashes, …”: some of them. */
function betweenDashes(context: Context): Asked | null {
	const { sentence, clause, subject } = context;
	const { aside, verb } = clause;
	if (aside === null || clause.role !== 'main' || sentence.tokens[aside.from]?.lower !== 'including') return null;
	const list = { from: aside.from + 1, to: aside.to };
	const head = sentence.tokens[headOf(sentence.tokens, clause.subject)];
	if (head?.plural !== true || members(sentence, list).length < FEWEST || pointsElsewhere(sentence, list)) return null;
	if (!isNarrowed(sentence, clause.subject) || !isSeries(sentence, list)) return null;
	const does = verb.tense === 'past' ? 'did' : 'do';
	return listAsked(context, `What ${does} ${subject.text} include?`, list, 'includes', 0.74);
}

/** “Some factors — sleep, food, and exercise — play a part in …”: which ones. */
function namedBetweenDashes(context: Context): Asked | null {
	const { sentence, clause, wording } = context;
	const { aside, verb, complement, subject } = clause;
	const { tokens, classes } = sentence;
	if (aside === null || clause.role !== 'main' || clause.front !== null || verb.negated) return null;
	if (classes.charAt(aside.from - 1) !== '-' || seriesEnd(classes, aside.from) !== aside.to) return null;
	const head = tokens[headOf(tokens, subject)];
	const says = { from: verb.start, to: complement.to };
	if (head?.plural !== true || complement.to - complement.from < 3 || clause.broken) return null;
	if (pointsOutside(sentence, subject) || pointsElsewhere(sentence, says) || pointsElsewhere(sentence, aside))
		return null;
	return listAsked(context, `Which ${wording.words(subject)} ${wording.words(says)}?`, aside, 'includes', 0.78);
}

const isSeries = ({ classes }: Sentence, { from, to }: Range): boolean =>
	seriesEnd(classes, from) === to || isNounPhrase(classes.slice(from, to));

const FEWEST = 2;

/** “A and B, which open into C, D and E”, “A, the son of B, and C, the son of D”: what was read is not the whole list. */
function goesOn({ tokens, classes }: Sentence, list: Range): boolean {
	const rest = classes.slice(list.to).replace(/\([^()]*\)/g, '');
	if (/^,?C(?![^,]*[BMH3])/.test(rest) || /^,R[^;]*,C/.test(rest)) return true;
	const hasAside = tokens
		.slice(list.from, list.to)
		.some(({ lower }, i) => /^(?:an?|the)$/.test(lower) && classes.charAt(list.from + i - 1) === ',');
	return hasAside && /^,D/.test(rest);
}

/** What the verb names: a noun phrase or a list, also one whose members stand between semicolons. */
function listed({ sentence, clause }: Context): Range | null {
	const { classes } = sentence;
	const { complement, sentenceEnd } = clause;
	if (classes.charAt(complement.to) === ';') {
		const range = { from: complement.from, to: sentenceEnd };
		const parts = classes.slice(range.from, range.to).split(';');
		const isList =
			parts.length >= 3 &&
			parts.at(-1)?.startsWith('C') === true &&
			parts.every((part) => !/[BMHK3]/.test(part) && isNounPhrase(part.replace(/^C/, '').replace(/,.*$/, '')));
		return isList && !pointsElsewhere(sentence, range) ? range : null;
	}
	// “include fever, feeling tired, and easy bruising”: members of several kinds, to the sentence's end.
	const rest = classes.slice(complement.from, sentenceEnd);
	const isMixed = /^[JNEGD][^;:-]*,[^;:-]*,?C[^,;:-]+$/.test(rest) && !/[SRBMH3]|,P/.test(rest) && rest.length <= 30;
	if (clause.broken || (isMixed && complement.to < sentenceEnd)) {
		const range = { from: complement.from, to: sentenceEnd };
		return isMixed && !pointsElsewhere(sentence, range) ? range : null;
	}
	const object = core(sentence, complement);
	return object === null || !isClear(sentence, object) ? null : object;
}

/** “Soft roofing stones”, “Barks used for tanning”: a kind that is told from others. */
function isNarrowed({ tokens, classes, given }: Sentence, range: Range): boolean {
	const head = tokens[headOf(tokens, range)];
	// “Common culprits”: of what?
	const isRanked =
		/^(?:common|usual|typical|major|main|important|frequent|possible|other|certain|some)$/.test(
			tokens[range.from]?.lower ?? ''
		) && range.to - range.from === 2;
	return (
		head?.plural === true &&
		!isRanked &&
		!PERSONS.test(head.lower) &&
		/^[JN]+N|^[JN]*N[OPER]/.test(classes.slice(range.from, range.to)) &&
		!pointsOutside({ tokens, given }, range)
	);
}

/** “Examples of tanning barks” → of what. */
function exampled({ sentence, clause, wording }: Context): string | null {
	const { classes } = sentence;
	const { from, to } = clause.subject;
	const at = classes.slice(from, to).indexOf('O');
	const kind = { from: from + at + 1, to };
	if (at === -1 || kind.to <= kind.from || pointsOutside(sentence, kind)) return null;
	const words = wording.words(kind);
	if (kind.to - kind.from < 2) return null;
	return /^(?:the|this|these|those|such|other)\b/.test(words) ? null : words;
}
