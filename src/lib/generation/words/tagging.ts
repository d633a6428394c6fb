import nlp from 'compromise/two';
import type { Span } from '../../domain/text/sentences';
import {
	ADJECTIVES,
	ADVERBS,
	BE,
	CONJUNCTIONS,
	DETERMINERS,
	DO,
	HAVE,
	MODALS,
	NO_ADVERBS,
	NUMBER_WORDS,
	PREPOSITIONS,
	PRONOUNS,
	SUBORDINATORS
} from './closed-classes';
import { isPlural, isWordLike, type Draft } from './draft';
import { settle } from './settle';
import { tokenSpans, type Token, type WordClass } from './tokens';
import { verbOrNoun } from './verb-or-noun';
import { verbReadings } from './verb-lexicon';

/** The words of a sentence with their classes. Closed classes come from lists, open ones from place and compromise. */
export function tagged(text: string, span: Span): Token[] {
	const guesses = guessesFor(text.slice(span.start, span.end));
	const drafts = tokenSpans(text, span).map(({ start, end }): Draft => {
		const word = text.slice(start, end);
		const guess = guesses[end - 1 - span.start] ?? new Set<string>();
		return { start, end, text: word, lower: word.toLowerCase().replace(/’/g, "'"), guess, class: '?', lemma: null };
	});
	for (const draft of drafts) draft.class = closedClass(draft);
	for (const [i, draft] of drafts.entries()) if (draft.class === '?') openClass(draft, drafts, i);
	for (const [i, draft] of drafts.entries()) settle(draft, drafts, i);
	return drafts.map(({ start, end, text: word, lower, class: letter, lemma }) => ({
		start,
		end,
		text: word,
		lower,
		class: letter,
		lemma,
		plural: letter === 'N' && isPlural(lower)
	}));
}

/** compromise's tags for each character of the sentence. */
function guessesFor(sentence: string): ReadonlySet<string>[] {
	const guesses: ReadonlySet<string>[] = [];
	for (const part of nlp(sentence).document) {
		for (const { pre, text, post, tags } of part) {
			guesses.push(
				...repeated(NONE, pre.length),
				...repeated(tags ?? NONE, text.length),
				...repeated(NONE, post.length)
			);
		}
	}
	return guesses;
}

const NONE: ReadonlySet<string> = new Set();

const repeated = <T>(value: T, times: number): T[] => Array.from({ length: times }, () => value);

const PUNCTUATION: Readonly<Record<string, WordClass>> = {
	',': ',',
	';': ';',
	':': ':',
	'(': '(',
	')': ')',
	'[': '(',
	']': ')',
	'.': '.',
	'?': '.',
	'!': '.',
	'…': '.',
	'—': '-',
	'–': '-',
	'-': '-',
	'“': '"',
	'”': '"',
	'"': '"',
	'‘': '"',
	'’': "'",
	"'": "'",
	'/': '/',
	'&': 'C',
	$: 'Q',
	'£': 'Q',
	'€': 'Q'
};

function closedClass({ lower, text }: Draft): WordClass {
	const mark = PUNCTUATION[lower];
	if (mark !== undefined) return mark;
	if (lower === "'s") return "'";
	if (/^[<>≤≥≈~±+−-]?\d/.test(lower))
		return /\d-?[a-z]{2,}/.test(lower) && !/^\d+(st|nd|rd|th|s)$/.test(lower) ? 'J' : 'Q';
	if (NUMBER_WORDS.has(lower)) return 'Q';
	if (lower === 'not' || lower === 'never' || /n't$/.test(lower))
		return /^(is|are|was|were)n't/.test(lower)
			? 'B'
			: /^(do|does|did)n't/.test(lower)
				? 'K'
				: /n't$/.test(lower)
					? 'M'
					: 'X';
	if (lower === 'of') return 'O';
	if (lower === 'to') return 'T';
	if (MODALS.has(lower) && text !== 'May') return 'M';
	if (BE.has(lower)) return 'B';
	if (HAVE.has(lower)) return 'H';
	if (DO.has(lower)) return 'K';
	if (lower === 'there') return 'U';
	if (/^(which|who|whom|whose|how|why|what)$/.test(lower)) return 'R';
	if (CONJUNCTIONS.has(lower)) return 'C';
	if (lower === 'one') return 'Q';
	if (DETERMINERS.has(lower)) return 'D';
	if (PRONOUNS.has(lower)) return 'I';
	if (SUBORDINATORS.has(lower)) return 'S';
	if (/^(e\.g\.?|i\.e\.?)$/.test(lower)) return 'P';
	if (PREPOSITIONS.has(lower)) return 'P';
	if (ADVERBS.has(lower)) return 'A';
	if (ADJECTIVES.has(lower)) return 'J';
	if (/^\p{Lu}[\p{L}\p{N}-]*\p{Lu}|\p{Lu}\d|^\p{L}\d/u.test(text) && !/^\p{Lu}\p{Ll}+-\p{Ll}/u.test(text)) return 'N';
	return '?';
}

function openClass(draft: Draft, all: readonly Draft[], i: number): void {
	const { lower, guess, text } = draft;
	const readings = verbReadings(lower);
	draft.lemma = readings[0]?.lemma ?? null;
	const before = all[i - 1]?.class ?? '.';
	const isBare =
		before === 'M' ||
		before === 'K' ||
		(before === 'X' && 'MKT'.includes(all[i - 2]?.class ?? '.')) ||
		(before === 'T' && (guess.has('Infinitive') || (guess.has('Verb') && /(ate|ify|ize|ise|en)$/.test(lower))));
	if (
		(/ly$/.test(lower) && !NO_ADVERBS.has(lower)) ||
		/^(?:north|south|east|west|home|sea|in|out|up|down|back|for|on|after)wards?$/.test(lower)
	)
		draft.class = 'A';
	else if (isBare && readings.length === 0) draft.class = '0';
	else if (
		readings.length === 0 &&
		guess.has('Verb') &&
		'IRN'.includes(before) &&
		/[a-z]{3,}s$/.test(lower) &&
		!/(ss|us|is|ies)$/.test(lower) &&
		!(before === 'N' && isAfterPreposition(all, i)) &&
		!/(ed|ing)$/.test(all[i + 1]?.lower ?? '') &&
		!'PO.,;:)'.includes(all[i + 1]?.class ?? '.')
	)
		draft.class = '3';
	else if (
		readings.length === 0 &&
		guess.has('Verb') &&
		before === 'N' &&
		isPlural(all[i - 1]?.lower ?? '') &&
		!isAfterPreposition(all, i) &&
		!/(s|ed|ing)$/.test(lower) &&
		'DQIPA'.includes(all[i + 1]?.class ?? '.')
	)
		draft.class = '0';
	else if (
		readings.length === 0 &&
		guess.has('PastTense') &&
		!/ed$/.test(lower) &&
		'INA'.includes(before) &&
		/^\p{Ll}/u.test(text)
	)
		draft.class = 'E';
	else if (/^(left|right)$/.test(lower) && 'DPN'.includes(before) && isWordLike(all[i + 1])) draft.class = 'J';
	else if (/-/.test(lower)) draft.class = hyphenated(lower, guess);
	else if (/^\p{Lu}/u.test(text) && i > 0 && before !== '.' && readings.length === 0) draft.class = 'N';
	else if (/^\p{Lu}\p{Ll}/u.test(text) && before === 'N' && /^\p{Lu}/u.test(all[i - 1]?.text ?? '')) draft.class = 'N';
	else if (readings.length > 0) draft.class = verbOrNoun(draft, readings, all, i);
	else if (/[a-z]{3,}ing$/.test(lower) && guess.has('Verb')) draft.class = 'G';
	else if (
		/[a-z]{2,}[^e]ed$/.test(lower) &&
		!/^(hundred|sacred|naked|kindred|bleed|shed|sled)$/.test(lower) &&
		(guess.has('Verb') || guess.has('Adjective'))
	)
		draft.class = 'E';
	else if (guess.has('Adjective') && !ADJECTIVAL_NOUN.test(lower)) draft.class = 'J';
	else if (guess.has('Adverb')) draft.class = 'A';
	else if (
		/(ous|ive|ic|al|ary|ory|able|ible|ful|less|ent|ant|ile|ar|oid|ish)$/.test(lower) &&
		all[i + 1] !== undefined &&
		isWordLike(all[i + 1]) &&
		!SHELL_NOUN.test(lower) &&
		!ADJECTIVAL_NOUN.test(lower)
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

const ADJECTIVAL_NOUN =
	/(tion|ment|ness|ity|ism|itis|osis|emia|pathy|gen|ine|cyte|stat|barbital|propanol|alcohol|psy|logy|ergy|nomy|tomy|scopy|graphy|sophy|plasty|trophy|philia|phobia|[nr]cy)s?$/;
const SHELL_NOUN =
	/(patient|treatment|component|agent|antidepressant|antagonist|event|amount|gradient|reagent|nutrient|cerebellum|signal|animal|hospital|trial|interval|metal|mineral|journal|proposal|removal|arrival|approval|survival|chemical|clinic|topic|antibiotic|plant|disease|vocal|oil|cell|derivative|objective|narrative)s?$/;

function hyphenated(lower: string, guess: ReadonlySet<string>): WordClass {
	const last = lower.slice(lower.lastIndexOf('-') + 1);
	if (
		/(ed|ing|ive|ic|al|ous|able|ible|ary|ory|like|free|dependent|specific|resistant|term|risk|based|induced|known|made|wide|rich|poor|level|grade|dose|type|scale|acting|long|high|old)$/.test(
			last
		)
	)
		return 'J';
	return guess.has('Adjective') && !/(s|or|er|ion|ine|ate)$/.test(last) ? 'J' : 'N';
}
