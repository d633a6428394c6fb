import { NOUNS } from './closed-classes';
import { isPlural, isWordLike, type Draft } from './draft';
import type { WordClass } from './tokens';
import { verbReadings } from './verb-lexicon';
import { kindOf, type WordGuess } from './word-guess';

/** Classes of the word behind it that a noun in its place could hardly have: they begin an object. */
const DEFINITELY_VERB_NEXT = 'DIQ';

/**
 * Verbs whose plain forms are never nouns: in two million words of textbooks, at most three of a hundred of their forms in
 * -s were.
 */
export const NEVER_NOUNS: ReadonlySet<string> = new Set(
	'make give bring keep lose know choose include require contain involve consist comprise induce inhibit activate produce provide enhance reduce prevent promote improve protect regulate affect destroy receive occur develop remain become appear depend enable allow maintain stimulate suppress generate contribute bind lead exacerbate impair detect convert absorb secrete underlie arise belong reside begin refer suggest serve continue seem happen exist describe extend represent create indicate summarize tend explain surround demonstrate resemble reveal relate apply seek expand exceed transmit recognize unite constitute collect believe teach remove express assert encompass depict assume survive argue participate enclose deliver degrade propose introduce incorporate strive recommend disappear diminish confirm accelerate suffer observe exemplify evaporate entail weaken oppose neutralize expect depolarize achieve transform stabilize owe utilize thrive strengthen restrict publish provoke modify contend colonize adopt widen undertake threaten sustain remind relieve obey maximize innervate disintegrate convey categorize adapt acknowledge accompany'.split(
		' '
	)
);

/** Words whose “to” has a noun behind it. */
const TAKES_NOUN =
	/^(?:lead(?:s|ing)?|led|contribut(?:es?|ed|ing)|due|owing|expos(?:ed|ure)|respon(?:ds?|se)|resistan(?:t|ce)|similar|relat(?:ed|es)|attribut(?:ed|able))$/;

/** The class of a word that could be a form of a verb, by what stands around it. */
export function verbOrNoun(
	{ lower }: Draft,
	readings: ReturnType<typeof verbReadings>,
	guess: WordGuess,
	all: readonly Draft[],
	i: number
): WordClass {
	const forms = new Set(readings.map((reading) => reading.form));
	const before = all[i - 1]?.lower === 'that' ? 'R' : (all[i - 1]?.class ?? '.');
	const next = all[i + 1];
	if (forms.has('ing')) return NOUNS.has(lower) && before !== 'B' ? 'N' : 'G';
	if ((forms.has('past') || forms.has('participle')) && !forms.has('base')) return 'E';
	const third = forms.has('third');
	const verb = third ? '3' : forms.has('base') ? '0' : 'E';
	const auxiliary = before === 'A' ? (all[i - 2]?.class ?? '.') : before;
	const isParticiple = !third && forms.has('participle') && 'BH'.includes(auxiliary);
	if (isParticiple && (before !== 'A' || next?.lower === 'by')) return 'E';
	// “leads to damage in …”, “due to release of …”: no verb follows this “to”.
	if (before === 'T' && TAKES_NOUN.test(all[i - 2]?.lower ?? '') && 'POC.,'.includes(next?.class ?? '.')) return 'N';
	if (before === 'T' || before === 'M' || before === 'K') return third ? 'N' : verb;
	if ('AX'.includes(before) && 'TMK'.includes(all[i - 2]?.class ?? '.')) return verb;
	// “a graded potential represents a change”
	if (third && before === 'J' && !NOUNS.has(lower) && 'DQ'.includes(next?.class ?? '.') && next?.lower !== 'that')
		return verb;
	// “a chemical refers to”, “a law passed in 2012 gives”
	const isYear = /^(?:1\d|20)\d\d$/.test(all[i - 1]?.lower ?? '');
	if (third && NEVER_NOUNS.has(readings[0]?.lemma ?? '') && ('JG'.includes(before) || isYear)) return verb;
	// “Tanning means that …”
	if (third && before === 'G' && i === 1 && readings[0]?.lemma === 'mean') return verb;
	if (third && isThirdOfThree(all, i)) return verb;
	// “the looms each require three weavers”
	if (
		/^(?:each|all|both)$/.test(all[i - 1]?.lower ?? '') &&
		all[i - 2]?.class === 'N' &&
		NEVER_NOUNS.has(readings[0]?.lemma ?? '')
	)
		return verb;
	// “The gene helps regulate …”
	if (third && lower === 'helps' && verbReadings(next?.lower ?? '').some(({ form }) => form === 'base')) return verb;
	// “This occurs because …”
	if (third && /^(?:this|that)$/.test(all[i - 1]?.lower ?? '') && NEVER_NOUNS.has(readings[0]?.lemma ?? ''))
		return verb;
	if ("DJOP'".includes(before) || (before === 'Q' && third)) return 'N';
	if (before === 'I' || before === 'R') return verb;
	const follows = next?.class ?? '.';
	// “Mineral supplements — zinc and copper — …”
	if (third && follows === '-' && before === 'N' && !/[BMHK30E]/.test(classesBefore(all, i))) return 'N';
	const lemma = readings[0]?.lemma ?? '';
	if (NEVER_NOUNS.has(lemma) && 'N)A'.includes(before)) return verb;
	if (third && NEVER_NOUNS.has(lemma) && before === 'C' && 'NEJ)A'.includes(all[i - 2]?.class ?? '.')) return verb;
	if (all[i - 1]?.lower === 'and') {
		const earlier = classesBefore(all, i);
		const hasFinite = /[3B][^,;:SR]*$/.test(earlier);
		// “is driven by the wind and revolves on a pin”
		if (third && hasFinite && (kindOf(lower) === 'V' || PARTICLE.test(next?.lower ?? ''))) return verb;
		const isVerbal = lemma === 'cause' || NEVER_NOUNS.has(lemma);
		const isLikely = (guess === 'V' || isVerbal) && isWordLike(next);
		// “rises to the surface and forms volcanoes”
		if (third && hasFinite && isLikely) return verb;
		// “can push through the crust and form a cone”, “bind to the receptor and cause changes”
		const takesObject = forms.has('base') && (follows === 'D' || isVerbal);
		if (!third && isLikely && takesObject && /0[^,;:SR]*$/.test(earlier)) return verb;
	}
	// “AF, which affects millions, increases a person's risk”
	if (third && before === ',' && 'DQ'.includes(follows) && /^[DJN]*N,R[^,]*,$/.test(classesBefore(all, i))) return verb;
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
		guess === 'V'
	)
		return verb;
	if (before === 'C' && '.,;:)'.includes(follows) && 'NJ'.includes(all[i - 2]?.class ?? '.')) return 'N';
	// “reduced hormone levels cause …”, “the coal haulers allied themselves …”, “the last ships fled”
	if (third && before === 'N' && !NEVER_NOUNS.has(lemma) && isFiniteAfter(all, i)) return 'N';
	if (waitsForVerb(all, i) && !'.,;:)O'.includes(follows)) return verb;
	// “heats it and then presses it”
	if (before === 'A' && all[i - 1]?.lower === 'then' && all[i - 2]?.lower === 'and' && third) return verb;
	// “Patients undergoing surgery often report …”: an adverb of how often has its verb behind it.
	const isOften = before === 'A' && OFTEN.test(all[i - 1]?.lower ?? '') && 'N)'.includes(all[i - 2]?.class ?? '.');
	if (isOften && ('DIQ'.includes(follows) || isWordLike(next)) && !/[BMHK30E][^,;:]*$/.test(classesBefore(all, i)))
		return verb;
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
		return agrees &&
			(DEFINITELY_VERB_NEXT.includes(follows) ||
				(guess === 'V' &&
					!'.,;:)'.includes(follows) &&
					!/^(with|between|within|among|like|without)$/.test(next?.lower ?? '')))
			? verb
			: 'N';
	}
	if ('N)A,C-'.includes(before) && DEFINITELY_VERB_NEXT.includes(follows)) return verb;
	const agrees = before === 'N' && isPlural(all[i - 1]?.lower ?? '') !== third;
	return agrees || guess === 'V' ? verb : 'N';
}

const PARTICLE = /^(?:out|up|down|off|away|back)$/;
const OFTEN = /^(?:often|usually|sometimes|always|never|typically|rarely|frequently|commonly|generally|normally)$/;

/** Whether the next word is a finite verb that takes what stands before it for its subject. */
function isFiniteAfter(all: readonly Draft[], i: number): boolean {
	const [next, after] = [all[i + 1], all[i + 2]];
	if (next === undefined || after === undefined) return false;
	const readings = verbReadings(next.lower);
	const isBase =
		readings.some(({ form, lemma }) => form === 'base' && NEVER_NOUNS.has(lemma)) ||
		next.lower === 'cause' ||
		(/^(?:use|need)$/.test(next.lower) && 'DIQ'.includes(after.class));
	if (isBase) return 'DIQ'.includes(after.class) || /\p{L}/u.test(after.text);
	const isPast = readings.some(({ form }) => form === 'past');
	return (
		isPast &&
		('I'.includes(after.class) || (!/ed$/.test(next.lower) && !readings.some(({ form }) => form === 'participle')))
	);
}

/** “in which the body stores iron”: a relative clause that has its subject, in the right number, and no verb yet. */
function waitsForVerb(all: readonly Draft[], i: number): boolean {
	const isSubject = /[PO]R[DJQ]*N$/.test(classesBefore(all, i));
	return isSubject && isPlural(all[i - 1]?.lower ?? '') !== /s$/.test(all[i]?.lower ?? '');
}

/** “burns the skin, dries the eyes, and corrodes zinc”: what follows two verbs in -s is a third. */
export const isThirdOfThree = (all: readonly Draft[], i: number): boolean =>
	/3[^;:SR]*,3[^;:SR]*,C$/.test(classesBefore(all, i));

const classesBefore = (all: readonly Draft[], i: number): string =>
	all
		.slice(0, i)
		.map((each) => each.class)
		.join('');
