import type { Span } from '../../domain/text/sentences';
import { NO_ADVERBS } from './closed-classes';
import { isPlural, isWordLike, type Draft } from './draft';
import { classed } from './known-classes';
import { settle } from './settle';
import type { Token, WordClass } from './tokens';
import { isThirdOfThree, verbOrNoun } from './verb-or-noun';
import { verbReadings } from './verb-lexicon';
import { guessAt, kindOf } from './word-guess';

/** The words of a sentence with their classes. Closed classes come from lists, open ones from place and likelihood. */
export function tagged(text: string, span: Span): Token[] {
	const drafts = classed(text, span);
	for (const [i, draft] of drafts.entries()) if (draft.class === '?') openClass(draft, drafts, i);
	for (const [i, draft] of drafts.entries()) settle(draft, drafts, i);
	return drafts.map(({ start, end, text: word, lower, class: letter, lemma }) => ({
		start,
		end,
		text: word,
		lower,
		class: letter,
		lemma,
		plural: letter === 'N' && (isPlural(lower) || /^\p{Lu}{2,}s$/u.test(word)) && !/^\p{Lu}{2,}S$/u.test(word)
	}));
}

function openClass(draft: Draft, all: readonly Draft[], i: number): void {
	const { lower, text } = draft;
	const readings = verbReadings(lower);
	const guess = guessAt(all, i);
	draft.lemma = readings[0]?.lemma ?? null;
	const before = all[i - 1]?.class ?? '.';
	const isBare =
		before === 'M' ||
		before === 'K' ||
		(before === 'X' && 'MKT'.includes(all[i - 2]?.class ?? '.')) ||
		(before === 'T' && guess === 'V' && !/(?:s|ed|ing)$/.test(lower));
	if (
		(/ly$/.test(lower) && !NO_ADVERBS.has(lower)) ||
		/^(?:north|south|east|west|home|sea|in|out|up|down|back|for|on|after)wards?$/.test(lower)
	)
		draft.class = 'A';
	else if (isBare && readings.length === 0) draft.class = '0';
	else if (
		readings.length === 0 &&
		(guess === 'V' || isThirdOfThree(all, i)) &&
		'IRNC'.includes(before) &&
		/[a-z]{3,}s$/.test(lower) &&
		!/(ss|us|is|ies)$/.test(lower) &&
		!(before === 'N' && isAfterPreposition(all, i)) &&
		!/(ed|ing)$/.test(all[i + 1]?.lower ?? '') &&
		!'PO.,;:)'.includes(all[i + 1]?.class ?? '.')
	)
		draft.class = '3';
	else if (
		readings.length === 0 &&
		guess === 'V' &&
		before === 'N' &&
		isPlural(all[i - 1]?.lower ?? '') &&
		!isAfterPreposition(all, i) &&
		!/(s|ed|ing)$/.test(lower) &&
		'DQIPA'.includes(all[i + 1]?.class ?? '.')
	)
		draft.class = '0';
	else if (
		readings.length === 0 &&
		guess === 'V' &&
		!/ed$/.test(lower) &&
		'INA'.includes(before) &&
		/^\p{Ll}/u.test(text)
	)
		draft.class = 'E';
	else if (/^(left|right)$/.test(lower) && 'DPN'.includes(before) && isWordLike(all[i + 1])) draft.class = 'J';
	else if (/-/.test(lower)) draft.class = hyphenated(lower);
	else if (/^\p{Lu}/u.test(text) && i > 0 && before !== '.' && readings.length === 0) draft.class = 'N';
	else if (/^\p{Lu}\p{Ll}/u.test(text) && before === 'N' && /^\p{Lu}/u.test(all[i - 1]?.text ?? '')) draft.class = 'N';
	else if (readings.length > 0) draft.class = verbOrNoun(draft, readings, guess, all, i);
	// “the Lapland bunting”: no verb that is known, where a noun goes on.
	else if (/[a-z]{3,}ing$/.test(lower) && !/^N/.test(kindOf(lower)) && !'NJD'.includes(before)) draft.class = 'G';
	else if (
		/[a-z]{2,}[^e]ed$/.test(lower) &&
		!/^(hundred|sacred|naked|kindred|bleed|shed|sled)$/.test(lower) &&
		!/^[NJ]/.test(kindOf(lower))
	)
		draft.class = 'E';
	else if (guess === 'J' && kindOf(lower).startsWith('J') && !ENDS_AS_NOUN.test(lower)) draft.class = 'J';
	else if (guess === 'A') draft.class = 'A';
	else if (
		/(ous|ive|ic|al|ary|ory|able|ible|ful|less|ent|ant|ile|ar|oid|ish)$/.test(lower) &&
		all[i + 1] !== undefined &&
		isWordLike(all[i + 1]) &&
		!NOUN_LIKE_ADJECTIVE.test(lower) &&
		!ENDS_AS_NOUN.test(lower)
	)
		draft.class = 'J';
	else draft.class = 'N';
}

/** “of vapour bubbles”: a noun phrase behind a preposition goes on rather than meet its verb. */
function isAfterPreposition(all: readonly Draft[], i: number): boolean {
	let at = i - 1;
	while (at >= 0 && 'JN'.includes(all[at]?.class ?? '.')) at--;
	return 'OP'.includes(all[at]?.class ?? '.');
}

/** Endings of nouns that the endings of adjectives are part of, or that the model takes for them. */
const ENDS_AS_NOUN =
	/(tion|ment|ness|ity|ism|itis|osis|emia|pathy|gen|ine|cyte|stat|barbital|propanol|alcohol|psy|logy|ergy|nomy|tomy|scopy|graphy|sophy|plasty|trophy|philia|phobia|[nr]cy)s?$/;
/** Nouns that end like adjectives. */
const NOUN_LIKE_ADJECTIVE =
	/(patient|treatment|component|agent|antidepressant|antagonist|event|amount|gradient|reagent|nutrient|cerebellum|signal|animal|hospital|trial|interval|metal|mineral|journal|proposal|removal|arrival|approval|survival|chemical|clinic|topic|antibiotic|plant|disease|vocal|oil|cell|derivative|objective|narrative)s?$/;

function hyphenated(lower: string): WordClass {
	const last = lower.slice(lower.lastIndexOf('-') + 1);
	if (
		/(ed|ing|ive|ic|al|ous|able|ible|ary|ory|like|free|dependent|specific|resistant|term|risk|based|induced|known|made|wide|rich|poor|level|grade|dose|type|scale|acting|long|high|old)$/.test(
			last
		)
	)
		return 'J';
	return kindOf(last).startsWith('J') && !/(s|or|er|ion|ine|ate)$/.test(last) ? 'J' : 'N';
}
