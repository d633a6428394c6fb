import type { Span } from '../../domain/text/sentences';
import type { References, Named } from '../claims/references';
import { isPointing } from '../claims/vague-nouns';
import { isPluralPhrase, type Clause } from '../grammar/clause';
import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import { gerundItem } from '../grammar/gerund-item';
import type { Sentence } from '../grammar/sentence';
import type { Asked, Context } from './asked';
import { countQuestions, instructionQuestions, labelledQuestions } from './label-questions';
import { copulaQuestions } from './copula-questions';
import {
	acronymQuestions,
	appositionQuestions,
	glossaryQuestions,
	explainedLabels,
	nameQuestions
} from './term-questions';
import { effectQuestions } from './effect-questions';
import { exampleQuestions } from './example-questions';
import { inHowManyQuestions, shareOfSubject, shareQuestions } from './share-questions';
import { asideQuestions } from './aside-questions';
import { changeQuestions } from './change-questions';
import { comparisonQuestions } from './comparison-questions';
import { conditionQuestions, consequence } from './condition-questions';
import { imperativeQuestions } from './instruction-questions';
import { looselyNamed } from './loose-subjects';
import { inclusionQuestions } from './inclusion-questions';
import { makingQuestions, subjectQuestions, whichQuestions } from './subject-questions';
import { namingQuestions } from './naming-questions';
import { outcomeQuestions } from './outcome-questions';
import { participleQuestions } from './participle-questions';
import { roleQuestions } from './role-questions';
import { slotQuestions } from './slot-questions';
import { quantityQuestions } from './quantity-questions';
import { lastingQuestions, timeQuestions } from './time-questions';
import { activeQuestions } from './active-questions';
import { methodQuestions, reasonInFront, reasonQuestions } from './how-and-why-questions';
import { passiveQuestions } from './passive-questions';
import { isAside, Wording } from './wording';
import type { Casing } from '../words/casing';
import { SPOKEN } from '../words/spoken';

/** A question with the clause it was put to; null for patterns that need none. */
export interface Found extends Asked {
	readonly clause: Clause | null;
	readonly subject: Named | null;
}

const OF_A_CLAUSE: readonly ((context: Context) => Asked[])[] = [
	copulaQuestions,
	roleQuestions,
	activeQuestions,
	inclusionQuestions,
	exampleQuestions,
	passiveQuestions,
	methodQuestions,
	reasonQuestions,
	reasonInFront,
	timeQuestions,
	lastingQuestions,
	quantityQuestions,
	comparisonQuestions,
	conditionQuestions,
	shareQuestions,
	inHowManyQuestions,
	subjectQuestions,
	whichQuestions,
	makingQuestions,
	effectQuestions,
	changeQuestions,
	participleQuestions,
	asideQuestions,
	outcomeQuestions
];

/** Every question that a sentence answers, by full patterns only. Tells `references` what the sentence was about. */
export function questionsOf(sentence: Sentence, casing: Casing, references: References, topic: string | null): Found[] {
	const wording = new Wording(sentence, casing);
	const found: Found[] = [];
	const { clauses, statement } = sentence;
	const first = clauses[0];
	const named =
		first === undefined
			? null
			: references.name(sentence, first.subject, (range) => withoutExamples(wording.words(range)));
	for (const [i, bare] of clauses.entries()) {
		const clause = withFront(sentence, bare, first ?? bare);
		if (i === 0)
			for (const asked of shareOfSubject({ sentence, clause, wording }))
				found.push({ ...asked, clause, subject: null });
		const subject =
			i === 0 && takesTime(sentence, clause)
				? { text: 'it', plural: false, from: null }
				: clause.role === 'main' || clause.role === 'shared'
					? named === null
						? first === undefined
							? null
							: looselyNamed(sentence, first.subject, wording)
						: properlyNamed(sentence, first ?? clause, named, wording)
					: references.nameLater(sentence, clause, named, (range) => wording.words(range));
		if (subject === null) {
			if (i === 0) found.push(...partsOfTopic(sentence, clause, wording));
			continue;
		}
		const isBound = clause.front !== null && !isAside(sentence, clause);
		if (isBound && pointsOutside(subject.from === null ? withOwnPossessives(sentence) : sentence, clause.front))
			continue;
		if (isBound && HANGING.test(wording.words(clause.front))) continue;
		const context = { sentence, clause, subject, wording };
		const tail = conditionAfter(sentence, clause, wording);
		// A condition that no question can keep may still be asked for.
		const patterns = tail === null ? [conditionQuestions, wholeDefinition] : OF_A_CLAUSE;
		const special = patterns.flatMap((pattern) => pattern(context));
		if (tail === null) {
			for (const asked of special) found.push({ ...asked, clause, subject });
			continue;
		}
		const more = slotQuestions(context).filter((each) => !special.some((other) => overlap(each.answer, other.answer)));
		for (const asked of [...special, ...more]) {
			const isWithin = asked.answer.end > (sentence.tokens[clause.complement.to]?.end ?? Infinity);
			const question = tail === '' || isWithin ? asked.question : `${asked.question.slice(0, -1)} ${tail}?`;
			found.push({ ...asked, question, clause, subject });
		}
	}
	const listed = statement.intro === null ? null : (references.announcedBy(statement.intro)?.text ?? null);
	const item = statement.intro === null || first !== undefined ? null : gerundItem(sentence.tokens, sentence.classes);
	const above = item === null || statement.intro === null ? null : references.introducedBy(statement.intro);
	if (item !== null && above !== null)
		for (const asked of [activeQuestions, effectQuestions].flatMap((pattern) =>
			pattern({ sentence, clause: item, subject: above, wording })
		))
			found.push({ ...asked, clause: item, subject: above });
	for (const asked of [
		...appositionQuestions(sentence, wording),
		...glossaryQuestions(sentence, wording),
		...explainedLabels(sentence, wording),
		...namingQuestions(sentence, wording),
		...nameQuestions(sentence, wording),
		...acronymQuestions(sentence),
		...instructionQuestions(sentence),
		...imperativeQuestions(sentence, wording),
		...[consequence(sentence, wording)].filter((each) => each !== null),
		...countQuestions(sentence, wording),
		...labelledQuestions(sentence, listed, topic)
	]) {
		found.push({ ...asked, clause: null, subject: null });
	}
	references.remember(sentence, named);
	return found.map((each) => ({
		...each,
		question: each.question.replace(/,([”"])\?$/u, '$1?'),
		...plainly(each, withoutCitation(each.answer, sentence.text), sentence.text)
	}));
}

/**
 * “too much iron in your blood” is answered with “the blood”, and “angina (an-JI-nuh)” without how it is spoken: cut off
 * where it stands last, else left out of what is said.
 */
function plainly({ said }: Asked, whole: Span, text: string): Pick<Asked, 'answer' | 'said'> {
	const spoken =
		said === undefined ? new RegExp(`${SPOKEN.source}$`, 'u').exec(text.slice(whole.start, whole.end)) : null;
	const answer =
		spoken === null || spoken.index === 0 ? whole : { start: whole.start, end: whole.start + spoken.index };
	const words = said ?? text.slice(answer.start, answer.end);
	const plain = words.replace(/\byour\b/g, 'the').replace(SPOKEN, '');
	return plain === words ? { answer } : { answer, said: plain };
}

/** “the tanning of hides (Ghent & Maas, 1998)”: who found it is no part of the answer. */
function withoutCitation({ start, end }: Span, text: string): Span {
	const cited = /\s*\(\p{Lu}[^()]*,? (?:1[6-9]|20)\d\d[a-z]?\)$/u.exec(text.slice(start, end));
	return cited === null || cited.index < 2 ? { start, end } : { start, end: start + cited.index };
}

/** A definition that takes the condition behind it in: “a disorder that occurs when …”. */
const wholeDefinition = (context: Context): Asked[] => {
	const { sentence, clause } = context;
	const end = sentence.tokens[clause.sentenceEnd - 1]?.end;
	return copulaQuestions(context).filter((each) => each.pattern === 'definition-is' && each.answer.end === end);
};

/** “amino acids, such as glutamate and glycine”: what is asked of them is asked without the examples. */
const withoutExamples = (words: string): string => words.replace(/, (?:such as|including) .*$/, '');

/** “The extension is an insulated wire …”: a part of what the document is about, which its name before the question says. */
function partsOfTopic(sentence: Sentence, clause: Clause, wording: Wording): Found[] {
	const { tokens, classes } = sentence;
	const { subject } = clause;
	if (clause.verb.voice !== 'copula' || tokens[subject.from]?.lower !== 'the') return [];
	if (!/^DJ?N{1,2}$/.test(classes.slice(subject.from, subject.to)) || isPointing(tokens[subject.to - 1]?.lower ?? ''))
		return [];
	const named: Named = { text: wording.words(subject), plural: isPluralPhrase(tokens, subject), from: null };
	return copulaQuestions({ sentence, clause, subject: named, wording })
		.filter(({ pattern }) => pattern === 'definition-is')
		.map((asked) => ({ ...asked, clause, subject: named }));
}

/** “During its time, the League …”: what stands before a subject that is named may belong to it. */
const withOwnPossessives = ({ tokens, given }: Sentence): Pick<Sentence, 'tokens' | 'given'> => ({
	given,
	tokens: tokens.map((token) => (/^(?:its|their|his|her)$/.test(token.lower) ? { ...token, lower: 'the' } : token))
});

/** “it takes ten years for a channel to form”: an “it” that stands for nothing. */
const takesTime = ({ tokens, classes }: Sentence, { subject, verb, complement }: Clause): boolean =>
	tokens[subject.from]?.lower === 'it' &&
	verb.lemma === 'take' &&
	/T0/.test(classes.slice(complement.from, complement.to));

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** “After several days,”, “At first,”: a time that hangs on the sentence before. */
const HANGING =
	/^(?:back in\b.*|in the space of\b.*|long\b.*|(?:after|within|before|over|in) (?:about |only )?(?:a|an|one|two|three|four|five|six|several|some|many|few|a few|\d+)[^,]*\b(?:seconds|minutes|hours|days|weeks|months|years|time|while)|at (?:first|this|that|the same)\b.*|once (?:in|inside|there)\b.*|(?:during|after|before|by) (?:this|that|then|which)\b.*|in (?:some|several|other|both) cases|in (?:the )?(?:first|second|third|last) (?:study|trial|part|group|case)|then)$/i;

/** “In females, the ovaries do not descend, and the lining closes …”: the second clause, too, is said of females. */
function withFront({ tokens }: Sentence, clause: Clause, first: Clause): Clause {
	if (clause === first || clause.role !== 'own' || clause.front !== null || first.front === null) return clause;
	return /^(?:in|for|among|with)$/.test(tokens[first.front.from]?.lower ?? '') && clause.subject.from > first.subject.to
		? { ...clause, front: first.front }
		: clause;
}

/** “One antibody, natalizumab (Tysabri), was …”: what is said is said of natalizumab. */
function properlyNamed(
	{ tokens, classes }: Sentence,
	{ subject, aside }: Clause,
	named: Named,
	wording: Wording
): Named {
	if (aside === null || !/^(an?|one|the)$/.test(tokens[subject.from]?.lower ?? '')) return named;
	// “A new type of CJD, called variant CJD, …”
	const isCalled = /^(?:called|named|termed)$/.test(tokens[aside.from]?.lower ?? '');
	const name = { from: isCalled ? aside.from + 1 : aside.from, to: aside.to };
	const isName = isCalled ? /^D?[JN]{1,4}(\([^()]*\))?$/ : /^N{1,3}(\([^()]*\))?$/;
	return isName.test(classes.slice(name.from, name.to))
		? { ...named, text: wording.words(name), plural: false }
		: named;
}

/** “… when the voltage rises”: a condition after the clause, which its questions must keep; null if it is unclear. */
function conditionAfter(sentence: Sentence, { complement, sentenceEnd }: Clause, wording: Wording): string | null {
	const { tokens } = sentence;
	let from = complement.to;
	if (tokens[from]?.class === ',') from++;
	// “…, especially when combined with exercise”: it is so at other times, too.
	if (/^(?:even|especially|particularly)$/.test(tokens[from]?.lower ?? '')) return '';
	while (/^(only|but)$/.test(tokens[from]?.lower ?? '')) from++;
	const first = tokens[from]?.lower ?? '';
	if (!/^(if|when|unless|until|once|whenever|except|provided)$/.test(first)) return '';
	// “began in the 1920s, when Egypt prohibited …”: what happened then says no more than when it was.
	const before = tokens[complement.to - 1]?.end;
	if (first === 'when' && tokens[complement.to]?.class === ',' && sentence.times.some(({ end }) => end === before))
		return '';
	if (first === 'until') return /^by$/.test(tokens[complement.from]?.lower ?? '') ? '' : null;
	// “…, for instance in people with …” is no part of the condition.
	const instance = sentence.classes.slice(from, sentenceEnd).search(/,PN/);
	const isInstance = instance > 2 && /^(instance|example)$/.test(tokens[from + instance + 2]?.lower ?? '');
	const range = { from, to: isInstance ? from + instance : sentenceEnd };
	if (
		pointsElsewhere(sentence, range) ||
		range.to - range.from > 14 ||
		tokens.slice(range.from, range.to).some((token) => ';:-'.includes(token.class))
	)
		return null;
	return wording.words(range);
}
