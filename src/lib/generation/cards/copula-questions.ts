import { whoOrWhat } from '../claims/persons';
import { pointsElsewhere } from '../claims/pointing';
import { isPointing } from '../claims/vague-nouns';
import { isCommonNoun } from '../claims/common-nouns';
import { headOf, type Range } from '../grammar/clause';
import { nounPhraseEnd, seriesEnd, unitEnd } from '../grammar/phrase-patterns';
import { spanOf, type Sentence } from '../grammar/sentence';
import { slot, type Asked, type Context } from './asked';
import { pairEnd } from './colon-lists';
import { LISTED } from './inclusion-questions';

/** “X is a Y that …”, “X is the main Y”, “X is 50 mg”, “X is responsible for Y”. */
export function copulaQuestions({ sentence, clause, subject, wording }: Context): Asked[] {
	const { tokens, classes, times } = sentence;
	const { verb } = clause;
	const isSaidBesides = /^(also|now|still|currently)$/.test(tokens[clause.complement.from]?.lower ?? '');
	const complement = isSaidBesides ? { from: clause.complement.from + 1, to: clause.complement.to } : clause.complement;
	if (verb.voice !== 'copula' || clause.matrix !== null || complement.to <= complement.from) return [];
	const answer = spanOf(sentence, complement);
	const subjectSpan = spanOf(sentence, clause.subject);
	const first = tokens[complement.from];
	const letters = classes.slice(complement.from, complement.to);
	const be = wording.inverted(verb, subject.text, subject.plural);
	const front = wording.front(clause);
	if (first === undefined || verb.negated) return [];
	// “The uvula is …” after “an enlarged uvula”: what is defined is any.
	const isGiven = typeof sentence.given.get(clause.subject.from) === 'string';
	const plain = sentence.text.slice(subjectSpan.start, subjectSpan.end).replace(/^The\b/, 'the');
	const defined = isGiven && subject.from === null ? wording.inverted(verb, plain, subject.plural) : be;
	const found: Asked[] = [];
	const series = seriesEnd(classes, complement.from) ?? pairEnd(classes, complement.from);
	if (series === complement.to && LISTED.test(tokens[headOf(tokens, clause.subject)]?.lower ?? '')) {
		found.push({
			question: `${front}${front === '' ? 'What' : 'what'} ${be}?`,
			answer,
			type: 'list',
			slots: [slot('whole', subjectSpan), slot('members', answer)],
			worth: 0.8,
			pattern: 'list-is'
		});
		return found;
	}
	if (/^A*QE[PT]/.test(letters) && /%$/.test(tokens[complement.from + letters.indexOf('Q')]?.lower ?? '')) {
		const cut = complement.from + letters.indexOf('E');
		const share = spanOf(sentence, { from: complement.from, to: cut });
		return [
			{
				question: `${front}${front === '' ? 'What' : 'what'} percentage of ${subject.text} ${tokens[verb.start]?.lower ?? 'is'} ${wording.words({ from: cut, to: complement.to })}?`,
				answer: share,
				type: 'fact',
				slots: [slot('term', subjectSpan), slot('quantity', share)],
				worth: 0.8,
				pattern: 'quantity-share'
			}
		];
	}
	const time = times.find((each) => each.start === answer.start);
	if (time !== undefined && time.kind !== 'date' && !/Q/.test(letters.charAt(0))) {
		return [
			{
				question: `${front}${front === '' ? 'What' : 'what'} ${be}?`,
				answer,
				type: 'timeline',
				slots: [slot('term', subjectSpan), slot('time', answer)],
				worth: 0.72,
				pattern: 'quantity-time'
			}
		];
	}
	if (/^A*Q[EG]/.test(letters)) return [];
	if (
		(/^(A?Q)/.test(letters) && /^A?Q+[NJP]*N?/.test(letters) && isMeasured(sentence, complement)) ||
		/^(A*Q|PQCQ)$/.test(letters) ||
		(/^PA?Q[NQ]*CA?Q/.test(letters) && first.lower === 'between' && isMeasured(sentence, complement))
	) {
		const cut = letters.search(/E|S/);
		const measure = spanOf(sentence, cut > 0 ? { from: complement.from, to: complement.from + cut } : complement);
		return [
			{
				question: `${front}${front === '' ? 'What' : 'what'} ${be}?`,
				answer: measure,
				type: 'fact',
				slots: [slot('term', subjectSpan), slot('quantity', measure)],
				worth: 0.75,
				pattern: 'quantity-is'
			}
		];
	}
	const meaning = toItsEnd(sentence, complement, clause.sentenceEnd);
	// “the factors of an illness”: what they are in general is another matter.
	const isOfTopic = subject.from !== null && / of /.test(subject.text);
	if (
		!isOfTopic &&
		isDefining(
			sentence,
			{ from: complement.from, to: Math.min(meaning.to, complement.to) },
			/^an?$/.test(tokens[clause.subject.from]?.lower ?? '')
		) &&
		isTerm(sentence, clause.subject, subject.text) &&
		clause.front === null
	) {
		found.push({
			question: `${whoOrWhat(wording.words(meaning))} ${defined}?`,
			answer: spanOf(sentence, meaning),
			type: 'definition',
			slots: [slot('term', subjectSpan), slot('meaning', spanOf(sentence, meaning))],
			worth: letters.length >= 4 ? 0.85 : 0.5,
			pattern: 'definition-is'
		});
	}
	if (/^A*J+$/.test(letters) && COLOUR.test(tokens[complement.to - 1]?.lower ?? '')) {
		found.push({
			question: `${front}${front === '' ? 'What' : 'what'} colour ${be}?`,
			answer,
			type: 'fact',
			slots: [slot('term', subjectSpan), slot('meaning', answer)],
			worth: 0.68,
			pattern: 'quantity-colour'
		});
	}
	if (
		/^A*J$/.test(letters) &&
		/^(prognosis|outlook|prevalence|incidence|mortality|colou?r|cause|onset|recovery|mechanism|inheritance)$/.test(
			tokens[headOf(tokens, clause.subject)]?.lower ?? ''
		) &&
		!/^(clear|important|known)$/.test(tokens[complement.to - 1]?.lower ?? '')
	) {
		found.push({
			question: `${front}${front === '' ? 'What' : 'what'} ${be}?`,
			answer,
			type: 'fact',
			slots: [slot('term', subjectSpan), slot('meaning', answer)],
			worth: 0.62,
			pattern: 'quantity-quality'
		});
	}
	const isCompared = tokens.slice(complement.from + 2, complement.to).some((token) => token.lower === 'than');
	const stranded = isCompared && !/^A*JP/.test(letters) ? null : /^(A*[JE])([PT])(?!0)/.exec(letters);
	if (stranded?.[1] !== undefined && stranded[2] !== undefined) {
		const at = complement.from + stranded[1].length;
		const preposition = tokens[at]?.lower ?? '';
		const rest = { from: at + 1, to: complement.to };
		if (
			/^(for|to|on|of|from|than|with)$/.test(preposition) &&
			(preposition !== 'with' ||
				/^(compatible|consistent|identical|familiar|parallel|synonymous|filled|rich|controllable|treatable|infected|comparable|incompatible)$/.test(
					tokens[at - 1]?.lower ?? ''
				)) &&
			(preposition === 'than' || !isCompared) &&
			rest.to > rest.from &&
			!pointsElsewhere(sentence, rest) &&
			!/Q/.test(classes.slice(rest.from, rest.to)) &&
			(nounPhraseEnd(classes, rest.from) !== null || /^G[PT]?D?[JNE]*N/.test(classes.slice(rest.from, rest.to)))
		) {
			const compared = preposition === 'than';
			found.push({
				question: `${front}${front === '' ? 'What' : 'what'} ${be} ${wording.words({ from: complement.from, to: at + 1 })}?`,
				answer: spanOf(sentence, rest),
				type: compared ? 'comparison' : 'mechanism',
				slots: [slot('agent', subjectSpan), slot(compared ? 'contrast' : 'object', spanOf(sentence, rest))],
				worth: STRONG_ADJECTIVE.test(tokens[at - 1]?.lower ?? '') ? 0.7 : 0.5,
				pattern: 'adjective-of'
			});
		}
	}
	return found;
}

/** “a disorder that occurs | when the gland does not make enough hormone”: the clause that its verb leads to. */
function toItsEnd({ classes, tokens }: Sentence, { from, to }: Range, sentenceEnd: number): Range {
	const goesOn =
		/R.*[30EJN)]$|E$/.test(classes.slice(from, to)) &&
		/^(when|where|if|after|before)$/.test(tokens[to]?.lower ?? '') &&
		!/[,;:-]/.test(classes.slice(to, sentenceEnd)) &&
		sentenceEnd - from <= 30 &&
		!tokens.slice(to, sentenceEnd).some((token) => token.class === 'I');
	if (goesOn) return { from, to: sentenceEnd };
	// “that contain harmful bacteria, parasites, or viruses”: a list at the end of a relative clause.
	if (
		/R[^,]*$/.test(classes.slice(from, to)) &&
		LIST_TO_END.test(classes.slice(to, sentenceEnd)) &&
		sentenceEnd - from <= 30
	)
		return { from, to: sentenceEnd };
	// “in which cells do not mature | or become healthy cells”: what else the relative clause says.
	const isOneMore =
		/R/.test(classes.slice(from, to)) &&
		/^,?CA*[30][^,;:SR-]*(?:,[^;:SR-]*C[^;:SR-]*)?$/.test(classes.slice(to, sentenceEnd));
	if (isOneMore && sentenceEnd - from <= 30) return { from, to: sentenceEnd };
	// “a procedure in which a tube is put into an artery, | often through the groin”
	const isPlaced = /R/.test(classes.slice(from, to)) && /^,A?[PTG][^;:SR]*$/.test(classes.slice(to, sentenceEnd));
	if (isPlaced && sentenceEnd - from <= 32) return { from, to: sentenceEnd };
	// “… activity | such as speaking, walking, and swallowing”: examples are not needed.
	const examples = tokens.findIndex(
		(token, i) => i > from + 4 && i < to && token.lower === 'such' && tokens[i + 1]?.lower === 'as'
	);
	if (examples !== -1 && classes.charAt(to) === ',') return { from, to: examples };
	// “a toxin that is produced by one bacterium | and sometimes by strains of others”
	const more = tokens.findIndex(
		(token, i) =>
			i > from + 8 && i < to && token.class === 'C' && tokens[i + 1]?.class === 'A' && tokens[i + 2]?.class === 'P'
	);
	if (more !== -1 && to - from > 26) return { from, to: more };
	// “… of brain cells, called neurons, in the brain”
	const aside = /,E[JN]*N$/.exec(classes.slice(from, to));
	if (aside !== null && to < sentenceEnd) return { from, to: from + aside.index };
	// “the whitening of corals | due to a loss of algae”: what brings it about is another matter.
	const cause = tokens.findIndex(
		(token, i) => i > from + 3 && i < to && token.lower === 'due' && tokens[i + 1]?.lower === 'to'
	);
	return { from, to: cause === -1 ? to : cause };
}

/** What is left of a list whose first member stands before the comma. */
const LIST_TO_END = /^(?:,[DAJN]*N(?:[OP][DJN]+)?)+,?C[DAJN]*N(?:[OP][DJN]+)?$/;

const COLOUR = /^(red|blue|green|white|black|yellow|brown|pink|orange|purple|violet|grey|gray|colou?rless)$/;

const STRONG_ADJECTIVE =
	/^(responsible|dependent|contraindicated|resistant|sensitive|specific|selective|similar|equivalent|analogous|essential|critical|necessary|crucial|indispensable|vital|susceptible|permeable|rich|composed|identical)$/;

const isMeasured = ({ tokens }: Sentence, { from, to }: Range): boolean =>
	tokens
		.slice(from, to)
		.some(
			(token) =>
				/^(mg|mcg|µg|g|kg|ml|mv|mm|cm|m|km|hours?|minutes?|days?|weeks?|months?|years?|ng\/ml|mg\/kg|percent|mmhg|hz|ms|%|l)$/i.test(
					token.lower
				) || /%$|\d[a-zµ]/.test(token.lower)
		) && to - from <= 12;

const PROCESS =
	/^(process|ability|capacity|study|act|condition|state|practice|movement|formation|property|tendency|loss|release|branch|amount|number|force|rate|transfer|conversion|breakdown|production|removal|division|science|field|collection|tissue|organ|layer|region|part|period|point|distance|measure|rise|fall|increase|decrease|decline|growth|lack|absence|inability|uptake|re-uptake|flow|spread|passage|arrangement|set|sum|total|difference|ratio|proportion|substance|structure|interval|belief|theory|doctrine|right|duty|degree|extent|\w{2,}(?:ening|ling|ting))$/;

const DERIVED = /(?:tion|sion|ment|ance|ence|ure|ing|ship)$/;
/** Nouns of that form that name a place, a body or a thing. */
const NO_PROCESS =
	/^(?:solution|foundation|exception|question|function|option|location|position|population|opposition|beginning|ending|meaning|building|section|station|nation|organi[sz]ation|institution|constitution|administration|government|department|instrument|document|element|monument|environment|difference|importance|distance|influence|evidence|feature|culture|nature|structure|creature|future|failure|introduction|indication|explanation|combination|concentration|condition|direction|fraction|portion|proportion|generation|version|region|religion|million|equipment|treatment|audience|science|sentence|king|ring|string|thing|spring|wing|friendship|leadership|championship|recommendation|destination|corporation|association|commission|mission|session)$/;

/**
 * A noun phrase with an article, or a plural with something that narrows it.
 * @param isOfAny whether what is defined is one of many: “A postsynaptic potential is the graded potential in …”
 */
function isDefining(sentence: Sentence, range: Range, isOfAny: boolean): boolean {
	const { tokens, classes } = sentence;
	const letters = classes.slice(range.from, range.to);
	const first = tokens[range.from]?.lower ?? '';
	if (pointsElsewhere(withOwnPronouns(sentence, range), range) || range.to - range.from > 26) return false;
	const head = tokens[headOf(tokens, range)];
	if (
		head?.class !== 'N' ||
		(/^(concept|term|need|word|name|idea|one|part|example|result|thing|way|reason|matter|problem|challenge|concern|key|issue|form|type|kind|method|strategy|option|candidate|success|difficult|outgrowth|product|consequence|reflection|extension|reminder)s?$/.test(
			head.lower
		) &&
			!/[OR]/.test(letters))
	)
		return false;
	const isMarked =
		/^(?:main|first|only|last|next|leading|major|best|key|primary|principal|most|least|\p{L}+est)$/u.test(
			tokens[range.from + 1]?.lower ?? ''
		);
	const isProcess =
		PROCESS.test(head.lower) ||
		(!isMarked && DERIVED.test(head.lower) && !NO_PROCESS.test(head.lower) && /^D[JN]*N(?:O|P)/.test(letters)) ||
		(!isMarked && /(?:otion|ension|ance|ence|ature|ology)$/.test(head.lower) && letters.includes('O'));
	if (/^(?:outgrowth|consequence|reflection|extension|reminder)$/.test(head.lower)) return false;
	if (first === 'the' && (isOfAny || isProcess)) return /[ORT]|P.*[RN]/.test(letters.slice(2));
	if (first === 'any') return letters.length >= 4 && /[RPE]/.test(letters);
	if (/^(an?)$/.test(first) && /^D[N]$/.test(letters)) return !isPointing(head.lower) && head.lower.length > 5;
	if (/^(an?)$/.test(first)) return letters.length >= 3 && /[JOPREGT]|NN/.test(letters);
	// “one of the inherited disorders known as …”
	if (/^QO/.test(letters) && first === 'one') return /^QOD?[JNE]*N(?:O[JNE]*N)?[EJ]P?D?[JN]*N/.test(letters);
	// “two bean-shaped organs in the back”
	if (/^QJ+N[RPOE]/.test(letters)) return head.plural;
	if (unitEnd(classes, range.from) === null || !/^[JN]+/.test(letters)) return false;
	if (head.plural) return /[RPOE]/.test(letters);
	// “inflammation of the lining”, “surgery to remove a kidney”: what cannot be counted has no article.
	return (
		!NO_MATTER.test(head.lower) &&
		!isPointing(tokens[range.from]?.lower ?? '') &&
		/^[JN]*N(?:O|R|T0|EP|GD?[AJN])/.test(letters)
	);
}

/** “kill cancer cells or keep them from growing”: a “them” behind a plural of the same definition stands for it. */
function withOwnPronouns({ tokens, given }: Sentence, range: Range): Pick<Sentence, 'tokens' | 'given'> {
	const isOwn = (at: number): boolean =>
		/^(?:them|they)$/.test(tokens[at]?.lower ?? '') &&
		tokens.slice(range.from + 1, at).some((token) => token.class === 'N' && token.plural);
	return { given, tokens: tokens.map((token, at) => (isOwn(at) ? { ...token, class: 'N' } : token)) };
}

/** Nouns without an article that say nothing of what something is. */
const NO_MATTER =
	/^(?:part|evidence|proof|time|work|news|way|concern|interest|reason|cause|room|hope|need|risk|source|home|subject|key|proportion|access|use|treatment-of-choice)$/;

/** A short phrase that can be looked up: no clause in it, no pointing article with a common noun. */
function isTerm({ tokens, classes, text: source }: Sentence, range: Range, text: string): boolean {
	const letters = classes.slice(range.from, range.to);
	if (letters === 'I') return true;
	if (
		/^(?:first|second|third|next|last|other|another|examples?|kind|type|sort|result|part)$/.test(
			tokens[range.from + 1]?.lower ?? ''
		)
	)
		return false;
	const head = tokens[range.to - 1];
	if (
		/^DN$/.test(letters) &&
		tokens[range.from]?.lower === 'the' &&
		head !== undefined &&
		source.toLowerCase().split(head.lower).length <= 5 &&
		isCommonNoun(head.lower)
	)
		return false;
	return (
		/^(?:D?(?:N')?[JNEGQ]{1,4}(\(.*\))?(O[DJN]{1,3})?|NCN)$/.test(letters) &&
		text.split(' ').length <= 6 &&
		!/^(some|many|most|each|every|several|all|both|one|no)$/.test(tokens[range.from]?.lower ?? '')
	);
}
