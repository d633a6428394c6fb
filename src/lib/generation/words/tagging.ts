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
	NOUNS,
	NUMBER_WORDS,
	PREPOSITIONS,
	PRONOUNS,
	SUBORDINATORS
} from './closed-classes';
import { tokenSpans, type Token, type WordClass } from './tokens';
import { verbReadings } from './verb-lexicon';

interface Draft extends Span {
	readonly text: string;
	readonly lower: string;
	readonly guess: ReadonlySet<string>;
	class: WordClass;
	lemma: string | null;
}

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
	if (/ly$/.test(lower) && !NO_ADVERBS.has(lower)) draft.class = 'A';
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

const ADJECTIVAL_NOUN = /(tion|ment|ness|ity|ism|itis|osis|emia|pathy|gen|ine|cyte|stat)s?$/;
const SHELL_NOUN =
	/(patient|treatment|component|agent|antidepressant|antagonist|event|amount|gradient|reagent|nutrient|cerebellum|signal|animal|hospital|trial|interval|metal|mineral|journal|proposal|removal|arrival|approval|survival|chemical|clinic|topic|antibiotic|plant|disease|vocal|oil|cell|derivative|objective|narrative)s?$/;

const isWordLike = (draft: Draft | undefined): boolean =>
	draft !== undefined && /\p{L}/u.test(draft.text) && !'POTCSRMBHKDI'.includes(draft.class);

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

const DEFINITELY_VERB_NEXT = 'DIQ';

/** Verbs whose plain forms are never nouns. */
const PURE = new Set(
	'include require contain involve consist comprise induce inhibit activate produce provide enhance reduce prevent promote improve protect regulate affect destroy receive occur develop remain become appear depend enable allow maintain stimulate suppress generate contribute receive bind lead exacerbate impair detect convert absorb secrete release_ underlie arise belong reside'.split(
		' '
	)
);

function verbOrNoun(
	{ lower, guess }: Draft,
	readings: ReturnType<typeof verbReadings>,
	all: readonly Draft[],
	i: number
): WordClass {
	const forms = new Set(readings.map((reading) => reading.form));
	const before = all[i - 1]?.lower === 'that' ? 'R' : (all[i - 1]?.class ?? '.');
	const next = all[i + 1];
	if (forms.has('ing')) return NOUNS.has(lower) && !'B'.includes(before) ? 'N' : 'G';
	if ((forms.has('past') || forms.has('participle')) && !forms.has('base')) return 'E';
	const third = forms.has('third');
	const verb = third ? '3' : forms.has('base') ? '0' : 'E';
	const auxiliary = before === 'A' ? (all[i - 2]?.class ?? '.') : before;
	const isParticiple = !third && forms.has('participle') && 'BH'.includes(auxiliary);
	if (isParticiple && (before !== 'A' || next?.lower === 'by')) return 'E';
	if (before === 'T' || before === 'M' || before === 'K') return third ? 'N' : verb;
	if ('AX'.includes(before) && 'TMK'.includes(all[i - 2]?.class ?? '.')) return verb;
	// “a graded potential represents a change”
	if (third && before === 'J' && !NOUNS.has(lower) && 'DQ'.includes(next?.class ?? '.')) return verb;
	if ("DJOP'".includes(before) || (before === 'Q' && third)) return 'N';
	if (before === 'I' || before === 'R') return verb;
	const follows = next?.class ?? '.';
	const lemma = readings[0]?.lemma ?? '';
	if (PURE.has(lemma) && 'N)A'.includes(before)) return verb;
	if (third && PURE.has(lemma) && before === 'C' && 'NEJ)A'.includes(all[i - 2]?.class ?? '.')) return verb;
	// “rises to the surface and forms volcanoes”, “can push through the crust and form a cone”
	if (all[i - 1]?.lower === 'and' && guess.has('Verb') && isWordLike(next)) {
		const earlier = all
			.slice(0, i)
			.map((each) => each.class)
			.join('');
		if (third && /[3B][^,;:SR]*$/.test(earlier)) return verb;
		if (!third && forms.has('base') && follows === 'D' && /0[^,;:SR]*$/.test(earlier)) return verb;
	}
	if (third && before === ',' && !NOUNS.has(lower) && follows !== 'O' && !'.,;:)C'.includes(follows)) return verb;
	if (follows === 'O' || 'BMHK'.includes(follows)) return 'N';
	if (before === 'C' && /^(lead to|result in)$/.test(`${lemma} ${next?.lower ?? ''}`)) return verb;
	if (third && before === 'C' && DEFINITELY_VERB_NEXT.includes(follows)) return verb;
	if (lemma === 'cause' && third && before === 'N' && i === 1 && /(ed|ing)$/.test(next?.lower ?? '')) return verb;
	if (
		NOUNS.has(lower) &&
		third &&
		before === 'N' &&
		!isPlural(all[i - 1]?.lower ?? '') &&
		/(ed|ing)$/.test(next?.lower ?? '') &&
		guess.has('Verb')
	)
		return verb;
	if (before === 'C' && '.,;:)'.includes(follows) && 'NJ'.includes(all[i - 2]?.class ?? '.')) return 'N';
	if (NOUNS.has(lower)) {
		// A noun unless what stands before is a subject of the right number and what follows is an object.
		let noun = i - 1;
		while (all[noun]?.class === 'A') noun--;
		const isCoordinated = all[noun - 1]?.lower === 'and' && 'N)'.includes(all[noun - 2]?.class ?? '.');
		const agrees = all[noun]?.class === 'N' && (isPlural(all[noun]?.lower ?? '') || isCoordinated) !== third;
		const isAfterAdverb =
			before === 'A' && noun < i - 1 && /(ly|also|often|never|always|then|now)$/.test(all[i - 1]?.lower ?? '');
		if (agrees && isAfterAdverb && follows !== 'O') return verb;
		const measures =
			(follows === 'A' || follows === 'P') &&
			all[i + 2]?.class === 'Q' &&
			/^(average|range|total|measure|number)/.test(lower);
		if (agrees && (measures || /^(up|down|off|out)$/.test(next?.lower ?? ''))) return verb;
		return agrees && (DEFINITELY_VERB_NEXT.includes(follows) || (guess.has('Verb') && !'.,;:)'.includes(follows)))
			? verb
			: 'N';
	}
	if (before === 'N' || before === ')' || before === 'A' || before === ',' || before === 'C' || before === '-') {
		if (DEFINITELY_VERB_NEXT.includes(follows)) return verb;
		if (before === 'N') {
			const agrees = third ? !isPlural(all[i - 1]?.lower ?? '') : isPlural(all[i - 1]?.lower ?? '');
			if (agrees) return verb;
			return guess.has('Verb') ? verb : 'N';
		}
		return guess.has('Verb') ? verb : 'N';
	}
	return guess.has('Verb') ? verb : 'N';
}

const isPlural = (lower: string): boolean =>
	(/s$/.test(lower) &&
		!/(ss|us|is|itis|osis|sis|as)$/.test(lower) &&
		!/^(physics|mathematics|genetics|kinetics|dynamics|ethics|statistics|economics|politics|pa?ediatrics|obstetrics|mechanics|optics|acoustics|diabetes|rabies|herpes|measles|mumps|\w*(kinetics|dynamics|genetics|physics))$/.test(
			lower
		)) ||
	/^(people|cattle|police|children|women|men|mice|feet|teeth|bacteria|data|criteria|phenomena|fungi|nuclei|dendrites|species|dice|vertebrae|larvae|algae)$/.test(
		lower
	) ||
	/[a-z]{3}(mata)$/.test(lower);

/** Second look, with the classes of all neighbours known. */
function settle(draft: Draft, all: readonly Draft[], i: number): void {
	const before = all[i - 1]?.class ?? '.';
	const next = all[i + 1]?.class ?? '.';
	const { lower } = draft;
	if (lower === 'that') draft.class = thatClass(before, next);
	else if (lower === 'up' && all[i + 1]?.lower === 'to' && all[i + 2]?.class === 'Q') draft.class = 'A';
	else if (lower === 'to' && all[i - 1]?.lower === 'up' && next === 'Q') draft.class = 'A';
	else if (lower === 'not' && all[i + 1]?.lower === 'only') draft.class = 'A';
	else if (lower === 'where' && before !== '.') draft.class = 'R';
	else if (lower === 'like' || lower === 'as' || lower === 'than') draft.class = 'P';
	else if (
		draft.class === 'D' &&
		/^(this|these|those|both|each|all|some|many|most|several|few|other|another|any|much|more|less|either|neither|such)$/.test(
			lower
		)
	) {
		if ('BMHK3.,;'.includes(next) && !/^(other)$/.test(lower)) draft.class = 'I';
		else if (lower === 'more' || lower === 'most' || lower === 'less')
			draft.class = next === 'J' || next === 'A' || next === 'E' ? 'A' : next === 'N' || next === 'J' ? 'D' : 'A';
	} else if (draft.class === 'A' && (lower === 'more' || lower === 'most' || lower === 'less') && next === 'N')
		draft.class = 'D';
	else if (
		draft.class === 'P' &&
		/^(after|before|since|until)$/.test(lower) &&
		clauseFollows(all, i) &&
		(i < 2 || all.slice(0, i).some((each) => 'BMHK30E'.includes(each.class)))
	)
		draft.class = 'S';
	else if (lower === 'once' && all[i - 1]?.lower === 'at') draft.class = 'A';
	else if (lower === 'once' && /^(daily|weekly|monthly|yearly|a|per|every|or|in)$/.test(all[i + 1]?.lower ?? ''))
		draft.class = 'A';
	else if (lower === 'likely') draft.class = 'J';
	else if (lower === 'long' && before === 'H' && next === 'E') draft.class = 'A';
	else if (lower === 'known' && 'BA'.includes(before) && /^(as|for|to|by)$/.test(all[i + 1]?.lower ?? ''))
		draft.class = 'E';
	else if (lower === 'at' && /^(least|most)$/.test(all[i + 1]?.lower ?? '') && all[i + 2]?.class === 'Q')
		draft.class = 'A';
	else if (/^(least|most)$/.test(lower) && all[i - 1]?.lower === 'at' && next === 'Q') draft.class = 'A';
	else if (lower === 'about' && next === 'Q') draft.class = 'A';
	else if (lower === 'over' && next === 'Q') draft.class = 'A';
	else if (lower === 'so' && next !== 'R') draft.class = 'A';
	else if (draft.class === 'S' && lower === 'since' && (next === 'Q' || next === 'N'))
		draft.class = clauseFollows(all, i) ? 'S' : 'P';
	else if (draft.class === 'S' && lower === 'until' && next === 'Q') draft.class = 'P';
	else if (
		draft.class === 'G' &&
		'E30'.includes(before) &&
		'P.,;)'.includes(next) &&
		!/^(begin|start|stop|continue|keep|avoid)/.test(all[i - 1]?.lower ?? '')
	)
		draft.class = 'N';
	else if (draft.class === 'G' && 'DO'.includes(before) && next !== 'N' && next !== 'J') draft.class = 'N';
	else if ('MTX'.includes(before) && lower === 'lower') draft.class = '0';
	else if (draft.class === 'E' && before === 'D' && !'NJGEQA'.includes(next)) draft.class = 'N';
	if (lower === 'including' || lower === 'following') draft.class = before === 'D' ? 'J' : 'P';
	// “Float glass was …”: what opens a sentence before a noun and a finite verb is no imperative.
	if (
		i === 0 &&
		draft.class === '0' &&
		/^[JN]*N[BMHK]/.test(
			all
				.slice(1, 5)
				.map((each) => each.class)
				.join('')
		)
	)
		draft.class = 'N';
	if (draft.class === 'J' && 'BMHK'.includes(next) && (before === 'D' || (before === 'J' && all[i - 2]?.class === 'D')))
		draft.class = 'N';
	// “a postsynaptic potential (PSP)”: what is abbreviated is a thing.
	if (draft.class === 'J' && next === '(' && 'DJ'.includes(before) && /^\p{Lu}{2,}s?$/u.test(all[i + 2]?.text ?? ''))
		draft.class = 'N';
	// “the second messenger”, “the first group”
	if (
		draft.class === 'A' &&
		/^(first|second|third|fourth|fifth)$/.test(lower) &&
		(i === 0 || 'DOJPN'.includes(before)) &&
		next === 'N'
	)
		draft.class = 'J';
	// “they each have”
	if (/^(each|all|both)$/.test(lower) && before === 'I' && 'BMHK30'.includes(next)) draft.class = 'A';
	// “the inside of the membrane”
	if (/^(inside|outside)$/.test(lower) && before === 'D' && next === 'O') draft.class = 'N';
	// “Beginning with the absorption of light, …”
	if (i === 0 && draft.class === 'N' && /^(beginning|starting|ending)$/.test(lower) && 'PT'.includes(next))
		draft.class = 'G';
	// “headache, vomiting, jaundice and sneezing”
	const isListed =
		(before === ',' && (next === ',' || next === 'C') && all[i - 2]?.class === 'N') ||
		(before === 'C' && '.,;'.includes(next) && all[i - 2]?.class === 'N');
	if (draft.class === 'G' && isListed) draft.class = 'N';
	// “Copolymer I”
	if (draft.text === 'I' && before === 'N' && (/^\p{Lu}/u.test(all[i - 1]?.text ?? '') || !'BMHK30EA'.includes(next)))
		draft.class = 'N';
	if (draft.class === 'G' && before === 'J' && 'BMHKC'.includes(next)) draft.class = 'N';
	// “the entire thyroid always …”: an article must come to its noun.
	if (
		draft.class === 'J' &&
		'A,.)'.includes(next) &&
		before === 'J' &&
		all[i - 2]?.class === 'D' &&
		!ADJECTIVES.has(lower) &&
		!/(ous|ive|ic|al|ary|able|ible|ful|less|ed|ing)$/.test(lower)
	)
		draft.class = 'N';
	if (draft.class === 'J' && (next === 'O' || next === '3') && 'DJNE'.includes(before)) draft.class = 'N';
	// “The canal opened on …”: with a participle behind it and no noun after that, it is the noun.
	if (
		draft.class === 'J' &&
		next === 'E' &&
		'DJN'.includes(before) &&
		!'JNEG'.includes(all[i + 2]?.class ?? '.') &&
		!ADJECTIVES.has(lower)
	)
		draft.class = 'N';
}

function thatClass(before: WordClass, next: WordClass): WordClass {
	if ('BMHK3E0'.includes(next)) return before === '.' ? 'I' : 'R';
	if (before === 'N' || before === ')' || before === ',') return 'R';
	if ('E30GJ'.includes(before)) return 'S';
	return next === 'N' || next === 'J' ? 'D' : 'R';
}

const clauseFollows = (all: readonly Draft[], i: number): boolean => {
	for (const draft of all.slice(i + 1, i + 10)) {
		if (',;.:'.includes(draft.class)) return false;
		if ('3BMHK'.includes(draft.class)) return true;
	}
	return false;
};
