import type { Span } from '../../domain/text/sentences';
import type { SlotRole } from '../claims/claim';
import { isCommonNoun } from '../claims/common-nouns';
import { EMPTY_ANSWERS, isPointing } from '../claims/vague-nouns';
import { headOf, type Clause, type Range } from '../grammar/clause';
import { spanOf, type Sentence } from '../grammar/sentence';
import { isMonth } from '../grammar/time-expressions';
import { isOfPersons } from '../words/person-nouns';
import type { Hole } from './clozes';
import { stemsOf } from './stems';

/** Words of a term that can be recalled as one. */
const MOST_WORDS = 4;
/** Content words that must be left in sight for a reader to know what is asked. */
const FEWEST_LEFT = 4;

/**
 * The term of a sentence that a cloze may hide: a noun phrase that is the object, the agent, the place or the subject
 * of what is said, is not said twice, is no everyday word and is not one of several in a row.
 * @param asked answers of the sentence's other cards, which are not hidden again
 */
export function termHole(sentence: Sentence, asked: readonly Span[]): Hole | null {
	let best: Hole | null = null;
	for (const range of phrases(sentence)) {
		const span = spanOf(sentence, range);
		if (asked.some((answer) => answer.start < span.end && span.start < answer.end)) continue;
		const place = placeOf(sentence, range);
		// “the stomach backs up”: a verb that was taken for a noun.
		if (/^(?:up|down|out|off|away|back|over)$/.test(sentence.tokens[range.to]?.lower ?? '')) continue;
		if (place === null || !isTerm(sentence, range) || isInRow(sentence, range)) continue;
		if (!isAskedByTheRest(sentence, span)) continue;
		// In a story many a plain noun would fit; a name would not.
		const isName =
			/^\p{Lu}/u.test(sentence.text.slice(span.start)) || /[-–]/.test(sentence.text.slice(span.start, span.end));
		if (!isName && sentence.clauses[0]?.verb.tense === 'past') continue;
		// What a story tells of a place is seldom its point.
		if (place.role === 'site' && sentence.clauses[0]?.verb.tense === 'past') continue;
		const worth = place.worth + (range.to - range.from > 1 ? 0.02 : 0) - (asked.length > 0 ? 0.08 : 0);
		if (best === null || worth > best.worth) best = { answer: span, role: place.role, type: 'fact', worth };
	}
	return best;
}

/** Runs of nouns with the adjectives before them, outside parentheses. */
function phrases({ classes, tokens }: Sentence): Range[] {
	const found: Range[] = [];
	for (const match of classes.matchAll(/[JN]*N/g)) {
		const range = { from: match.index, to: match.index + match[0].length };
		const before = classes.slice(0, range.from);
		const isInside = (before.match(/\(/g) ?? []).length > (before.match(/\)/g) ?? []).length;
		// “soft stones such as slate”: the examples would tell.
		const isExplained = /^(?:such as|including|called|known as|termed|, (?:such as|including|called|known as))\b/.test(
			tokens
				.slice(range.to, range.to + 3)
				.map(({ lower }) => lower)
				.join(' ')
		);
		if (isExplained) continue;
		if (!isInside && range.to - range.from <= MOST_WORDS && tokens[range.to]?.class !== "'") found.push(range);
	}
	return found;
}

/** What the phrase is to the sentence's first clause, and how much it is worth to know it. */
function placeOf(sentence: Sentence, range: Range): { readonly role: SlotRole; readonly worth: number } | null {
	const { clauses, classes, tokens } = sentence;
	const [clause] = clauses;
	if (clause === undefined || clause.verb.negated || clause.broken) return null;
	if (isWithin(range, clause.subject)) {
		const isWhole = /^[DA]*$/.test(classes.slice(clause.subject.from, range.from)) && range.to === clause.subject.to;
		if (!isWhole) return null;
		if (isSingledOut(sentence, clause)) return { role: 'agent', worth: 0.5 };
		return isToldMuchOf(sentence, clause) ? { role: 'agent', worth: 0.47 } : null;
	}
	if (range.from < clause.verb.end) return null;
	if (isNamed(tokens, range)) return { role: 'term', worth: 0.52 };
	const between = classes.slice(clause.verb.end, range.from);
	if (/^[ADTG0]*$/.test(between)) return { role: 'object', worth: 0.52 };
	const preposition = tokens.slice(0, range.from).findLast(({ class: letter }) => !'DAQ'.includes(letter));
	if (preposition === undefined || !/[POTE3G0]/.test(preposition.class)) return null;
	// “the weavers who moved to Lower Saxony”: told in passing.
	if (tokens.slice(clause.verb.end, range.from).some(({ lower }) => /^(?:who|whom|whose|where)$/.test(lower)))
		return null;
	if (!isWithin(range, clause.complement)) return { role: 'object', worth: 0.46 };
	return { role: preposition.lower === 'by' ? 'agent' : 'site', worth: 0.48 };
}

/** “X is the …”, “X, the last country in which …, …”: only one thing can be meant. */
function isSingledOut({ tokens, classes }: Sentence, { verb, complement, aside }: Clause): boolean {
	const isThe = (range: Range): boolean => tokens[range.from]?.lower === 'the' && range.to - range.from >= 4;
	// “Saggars are a kind of box that keeps the flame away”
	const isExplained =
		verb.voice === 'copula' &&
		/^an?$/.test(tokens[complement.from]?.lower ?? '') &&
		complement.to - complement.from >= 6 &&
		/^D[AJEN]*N[RPOE]/.test(classes.slice(complement.from, complement.to));
	return isExplained || (verb.voice === 'copula' && isThe(complement)) || (aside !== null && isThe(aside));
}

/** “solution grooves known as karren”: what something is called. */
const isNamed = (tokens: Sentence['tokens'], { from, to }: Range): boolean =>
	to - from <= 3 &&
	/(?:^| )(?:called|termed|named|known as)$/.test(
		tokens
			.slice(Math.max(0, from - 2), from)
			.map(({ lower }) => lower)
			.join(' ')
	);

/** Verbs that say of many things what they say of one. */
const OF_ANYTHING = /^(?:be|have|include|help|need|require|affect|depend|vary|occur|involve|become|get|use|do|make)$/;

/** “Tetrabenazine is prescribed for treating chorea”: enough is said, in the present, to know of what alone it is said. */
function isToldMuchOf({ classes, tokens }: Sentence, { verb, complement, subject, front }: Clause): boolean {
	if (front !== null || verb.tense === 'past' || OF_ANYTHING.test(verb.lemma) || verb.voice === 'copula') return false;
	if (tokens[subject.from]?.class === 'D' && tokens[subject.from]?.lower !== 'the') return false;
	// “Immunomodulators reduce …”: so do other kinds of drugs.
	if (tokens[headOf(tokens, subject)]?.plural === true) return false;
	const said = tokens.slice(complement.from, complement.to).filter(({ class: letter }) => 'NJ'.includes(letter));
	return said.length >= 3 && /N/.test(classes.slice(complement.from, complement.to));
}

const isWithin = (range: Range, whole: Clause['subject']): boolean => range.from >= whole.from && range.to <= whole.to;

function isTerm({ tokens }: Sentence, range: Range): boolean {
	const words = tokens.slice(range.from, range.to);
	const head = tokens[headOf(tokens, range)];
	if (head === undefined || EMPTY_ANSWERS.has(head.lower) || words.some(({ text }) => isMonth(text))) return false;
	if (OF_ANY_ILLNESS.test(head.lower)) return false;
	const nouns = words.filter((token) => token.class === 'N' && token.lower.length > 2);
	// “the brain form healthier patterns”: a verb that was taken for a noun.
	if (words.slice(1, -1).some(({ lemma, plural, class: letter }) => letter === 'N' && lemma !== null && !plural))
		return false;
	// “regions of the brain communicate”
	const last = words[words.length - 1];
	if (
		words.length > 1 &&
		last !== undefined &&
		last.lemma !== null &&
		!last.plural &&
		/(?:ate|ify|i[sz]e)$/.test(last.lower)
	)
		return false;
	// “an individual stands up”, “time passes”
	const isClause =
		words.length > 1 && last?.plural === true && last.lemma !== null && words[words.length - 2]?.class === 'N';
	if (isClause) return false;
	if (isOfPersons(words.map(({ text }) => text).join(' '), head.text)) return false;
	const uncommon = nouns.filter(({ lower }) => !isCommonNoun(lower));
	// “a tube called the urethra”: what something is called is worth knowing, however plain the word.
	if (isNamed(tokens, range)) return true;
	// A single everyday-looking word could be one of many; a name or its letters could not.
	if (words.length === 1)
		return uncommon.length > 0 && (/\p{Lu}/u.test(head.text) || isTechnical(head.lower)) && !isPointing(head.lower);
	return (
		uncommon.length > 0 &&
		!(words.length === 2 && words[0]?.class === 'J' && (isPointing(head.lower) || ACTION.test(head.lower)))
	);
}

/** What is used, seen or told of in any illness. */
const OF_ANY_ILLNESS =
	/^(?:mris?|cts?|ekgs?|ecgs?|x-?rays?|rays?|ultrasounds?|scans?|pictures?|images?|monitors?|biops(?:y|ies)|treatments?|therap(?:y|ies)|wombs?|ninds|nih|nci|niddk|nhlbi|levels?|anesthesia)$/;

/** “deglutition”, “troponin”: a word of the subject's own, by its form. */
const isTechnical = (word: string): boolean =>
	word.length >= 6 &&
	/(?:itis|osis|iasis|esis|asis|lysis|emia|aemia|pathy|trophy|cyte|cytes|phage|phages|gen|gens|ine|in|ins|ase|ases|ose|ol|one|oid|oids|ium|ius|oma|plasm|derm|some|somes|phyll|tropin|globin|crine|kinesis|taxis|philia|phobia|ism|stasis|ologist|otomy)$/.test(
		word
	) &&
	!/(?:machine|medicine|engine|routine|discipline|examine|determine|magazine|marine|saline|decline|outline|guideline|deadline|airline|baseline|headline|pipeline|origin|margin|basin|cabin|satin|begin|villain|captain|mountain|fountain|bargain|terrain|domain|citizen|oxygen|hydrogen|nitrogen|protein|vitamin|ruin|coffin|school|control|symbol|protocol|capitol|patrol|petrol|alcohol|telephone|milestone|phone|everyone|someone|stone|zone|tone|bone|purpose|disease|phase|base|release|increase|decrease|lease|phrase|database|purchase|showcase|stadium|museum|medium|premium|aquarium|organism|mechanism|criticism|tourism|journalism|income|outcome|welcome|handsome|wholesome|chromosome)s?$/.test(
		word
	);

/** Nouns of doing and being say little when they stand alone. */
const ACTION = /(?:ity|ities|ries|ness|ances?|ences?|tions?|ments?|ing)$/;

/** One of several joined by commas or “and” could be any of them, and half a comparison says nothing. */
function isInRow({ classes, tokens, text }: Sentence, { from, to }: Range): boolean {
	let before = from - 1;
	// “the loop of Henle”: half a name.
	if (tokens[before]?.class === 'O' && /^\p{Lu}/u.test(tokens[from]?.text ?? '')) return true;
	// “the United Kingdom”, “the Suez Canal Company”: half a name.
	const isName = (at: number): boolean => at > 0 && /^\p{Lu}/u.test(tokens[at]?.text ?? '');
	if ((isName(before) && isName(from)) || (isName(to - 1) && isName(to))) return true;
	if (isName(to - 1) && classes.charAt(to) === 'O' && isName(to + 1)) return true;
	// “Dayton, Ohio”
	if (isName(to - 1) && classes.charAt(to) === ',' && isName(to + 1)) return true;
	// “may develop high cholesterol levels”, “ranging from stroke to …”: one of many.
	if (
		/^(?:develop|develops|experience|ranging)$/.test(
			tokens.slice(0, before + 1).findLast(({ class: letter }) => '03G'.includes(letter))?.lower ?? ''
		)
	)
		return true;
	// “a computerized tomography scan”: half of a name.
	if (from > 1 && classes.slice(from - 2, from) === 'DE') return true;
	// “a rotating turbine wheel”, “gave young apprentices full board”
	if (classes.charAt(before) === 'G' || /NJ/.test(classes.slice(from, to))) return true;
	if (
		/^(?:particular|specific|certain|various|different|own|multiple|main|major|full|several|many|numerous|additional|effective|common|important|typical|normal|good|new)$/.test(
			tokens[from]?.lower ?? ''
		)
	)
		return true;
	if (/^(?:most|more|less|least|very|so|too)$/.test(tokens[before]?.lower ?? '')) return true;
	while ('DA'.includes(classes.charAt(before)) && before > 0) before--;
	if (/[C,(]/.test(classes.charAt(before)) && before > 0) return true;
	// “more than an X-ray”, “make sure dentures fit”, “large enough amounts”
	if (tokens[before]?.lower === 'than' || tokens.slice(from, to).some(({ lower }) => /^(?:sure|enough)$/.test(lower)))
		return true;
	// “7.8 per 1,000 person-years”, “code E11.9”
	if (tokens[before]?.class === 'Q' || /^\.\d/.test(text.slice(tokens[to - 1]?.end ?? 0))) return true;
	if (tokens[before]?.lower === 'as' && tokens[before - 1]?.lower === 'such') return true;
	if (/^(?:including|like|or|and)$/.test(tokens[before]?.lower ?? '')) return true;
	// “cyclic adenosine monophosphate (cAMP)”: its letters would give it away.
	if (classes.charAt(to) === '(') return true;
	return /^(?:[PO][DJNQ]+)?C/.test(classes.slice(to)) || /^,[DJNQPO]+(?:,|C)/.test(classes.slice(to));
}

/** Whether what is left in sight holds enough to go by, and does not give the term away. */
function isAskedByTheRest({ text, statement }: Sentence, span: Span): boolean {
	const left = stemsOf(`${text.slice(statement.start, span.start)} ${text.slice(span.end, statement.end)}`);
	const hidden = stemsOf(text.slice(span.start, span.end));
	return left.length >= FEWEST_LEFT && hidden.length > 0 && !hidden.some((stem) => left.includes(stem));
}
