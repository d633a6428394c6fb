import { whoOrWhat } from '../claims/persons';
import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import { EMPTY_ANSWERS, isPointing } from '../claims/vague-nouns';
import { headOf, isPluralPhrase } from '../grammar/clause';
import { nounPhraseEnd } from '../grammar/phrase-patterns';
import { spanOf } from '../grammar/sentence';
import { isOfPersons, PERSONS } from '../words/person-nouns';
import { slot, type Asked, type Context } from './asked';
import { identityQuestion } from './identity-questions';
import { fronted, isPlace } from './object-answers';
import { beFor } from './wording';

const UNIQUE =
	/^(most|least|main|primary|principal|only|first|largest|smallest|highest|lowest|major|chief|leading|commonest|longest|shortest|oldest|best|second|third|last|key|preferred|recommended|usual|functional)$/;

/** “X is the main Y of Z” → what is the main Y of Z; “A is lower than B” → how does it compare. */
export function roleQuestions(context: Context): Asked[] {
	const { clause } = context;
	if (clause.verb.voice !== 'copula' || clause.matrix !== null || clause.verb.negated) return [];
	return [
		aimOf(context) ??
			uniqueSubject(context) ??
			identityQuestion(context) ??
			uniqueRole(context) ??
			roleOf(context) ??
			phraseOf(context),
		compared(context)
	].filter((each) => each !== null);
}

const AIMS = /^(goals?|aims?|purposes?|objectives?|functions?|roles?|jobs?|tasks?)$/;

/** “The goal of treatment is to lower blood sugar and to reduce the risk” → what it is. */
function aimOf(context: Context): Asked | null {
	const { sentence, clause, subject, wording } = context;
	const { tokens, classes } = sentence;
	const { complement, verb, sentenceEnd } = clause;
	const head = headOf(tokens, clause.subject);
	if (!AIMS.test(tokens[head]?.lower ?? '') || !'OP'.includes(tokens[head + 1]?.class ?? '.')) return null;
	if (!/^TA*0/.test(classes.slice(complement.from))) return null;
	// “…, if it is present”: the condition is no part of the aim.
	const condition = classes.slice(complement.from, sentenceEnd).search(/,S/);
	const end = condition === -1 ? sentenceEnd : complement.from + condition;
	const isWhole = !/[;:SRBMH3-]/.test(classes.slice(complement.from, end));
	if (clause.broken && !isWhole) return null;
	const range = { from: complement.from, to: isWhole ? end : complement.to };
	if (range.to - range.from > 22 || pointsElsewhere(sentence, range)) return null;
	const answer = spanOf(sentence, range);
	return {
		question: fronted(context, `What ${wording.inverted(verb, subject.text, subject.plural)}?`),
		answer,
		type: 'mechanism',
		slots: [slot('agent', spanOf(sentence, clause.subject)), slot('purpose', answer)],
		worth: 0.78,
		pattern: 'how-aim'
	};
}

/** “The only effective treatment for X is Y” → what it is. */
function uniqueSubject(context: Context): Asked | null {
	const { sentence, clause, subject, wording } = context;
	const { tokens, classes } = sentence;
	const { complement, verb } = clause;
	const { from, to } = clause.subject;
	const marked = tokens[from + 1]?.lower ?? '';
	if (tokens[from]?.lower !== 'the' || subject.from !== null || clause.broken || complement.to <= complement.from)
		return null;
	if (!UNIQUE.test(marked) || /^(second|third|last|major|best|functional)$/.test(marked)) return null;
	if (to - from < 4 || !/[OP]/.test(classes.slice(from, to)) || pointsOutside(sentence, clause.subject)) return null;
	if (nounPhraseEnd(classes, complement.from) !== complement.to || pointsElsewhere(sentence, complement)) return null;
	if (EMPTY_ANSWERS.has(tokens[headOf(tokens, complement)]?.lower ?? '')) return null;
	const answer = spanOf(sentence, complement);
	return {
		question: fronted(context, `What ${wording.inverted(verb, subject.text, subject.plural)}?`),
		answer,
		type: 'fact',
		slots: [slot('term', spanOf(sentence, clause.subject)), slot('meaning', answer)],
		worth: 0.78,
		pattern: 'unique-subject'
	};
}

/** The subject, where what it is said to be can be only one thing. */
function uniqueRole(context: Context): Asked | null {
	const { sentence, clause, subject, wording } = context;
	const { tokens, classes } = sentence;
	const { verb } = clause;
	let { from } = clause.complement;
	const { to } = clause.complement;
	while (
		/^(also|usually|probably|often|currently|generally|typically|now|still|therefore|thus)$/.test(
			tokens[from]?.lower ?? ''
		)
	)
		from++;
	const hedge = wording.words({ from: clause.complement.from, to: from });
	const role = { from, to };
	if (tokens[from]?.lower !== 'the' || to - from < 4 || subject.from !== null || tokens[verb.start]?.class !== 'B')
		return null;
	const letters = classes.slice(from, to);
	const head = tokens[headOf(tokens, role)];
	if (
		head === undefined ||
		EMPTY_ANSWERS.has(head.lower) ||
		/^(same|result|reason|goal|aim|key|use)s?$/.test(head.lower)
	)
		return null;
	const isMarked = UNIQUE.test(tokens[from + 1]?.lower ?? '') || UNIQUE.test(tokens[from + 2]?.lower ?? '');
	// “the two risk factors for thalassaemia”
	const isCounted = /^DQ[JN]*N[OP]/.test(letters) && /^(?:two|three|four)$/.test(tokens[from + 1]?.lower ?? '');
	if (!isMarked && !isCounted && !/^D[JN]*NO/.test(letters)) return null;
	if (
		!isMarked &&
		/^(important|significant|major|good|great|new|common|other|real|full|overall|exact)$/.test(
			tokens[from + 1]?.lower ?? ''
		)
	)
		return null;
	const nouns = tokens.slice(from, to).filter((token) => token.class === 'N' && !isPointing(token.lower));
	if (
		(nouns.length === 0 && !(isMarked && OF_ILLNESS.test(head.lower))) ||
		// “the most frequent cause”: of the illness that stands before the question.
		(nouns.length < 2 && !/[OPR]|NA?J|^D[JA]*J[JE]N/.test(letters) && !(isMarked && OF_ILLNESS.test(head.lower))) ||
		pointsOutside(sentence, role)
	)
		return null;
	// “It is the leading cause of anaemia”: what “it” stands for is the answer.
	const isPronoun = tokens[clause.subject.from]?.class === 'I';
	if (isPronoun && !/^(?:it|they)$/.test(tokens[clause.subject.from]?.lower ?? '')) return null;
	const plural = /^D[AJ]T/.test(letters) ? subject.plural : isPluralPhrase(tokens, role);
	const be = beFor(verb.tense, plural);
	const answer = spanOf(sentence, clause.subject);
	const isWho = isOfPersons(subject.text, tokens[headOf(tokens, clause.subject)]?.text ?? '');
	return {
		question: fronted(
			context,
			`${isWho ? 'Who' : whoOrWhat(wording.words(role))} ${be}${hedge === '' ? '' : ` ${hedge}`} ${wording.words(role)}?`
		),
		answer,
		...(isPronoun ? { said: subject.text } : {}),
		type: 'definition',
		slots: [slot('term', answer), slot('meaning', spanOf(sentence, role))],
		worth: 0.75,
		pattern: 'unique-role'
	};
}

/** What an illness has one of, so that its name before the question is enough. */
const OF_ILLNESS = /^(?:cause|symptom|sign|treatment|form|complication|test|site|method)s?$/;

export const ROLES =
	/^(result|results|product|products|precursor|precursors|source|sources|cause|causes|basis|derivative|derivatives|metabolite|metabolites|target|targets|site|antagonist|antagonists|agonist|agonists|inhibitor|inhibitors|blocker|blockers|consequence|sign|marker|measure|reservoir|vector|host|symptom|complication|component|components|constituent|ingredient|byproduct|by-product|hallmark|predictor|subtype|form|member|side|founder|author|inventor|discoverer|capital)$/;

/** “Depolarizing potentials are often the result of ions entering the cell” → what they are the result of. */
function roleOf(context: Context): Asked | null {
	const { sentence, clause, subject, wording } = context;
	const { tokens, classes } = sentence;
	const { complement, verb } = clause;
	const match = /^A?D[JN]*NO/.exec(classes.slice(complement.from, complement.to));
	if (match === null || clause.broken) return null;
	const of = complement.from + match[0].length - 1;
	const head = tokens[of - 1]?.lower ?? '';
	const whole = { from: of + 1, to: complement.to };
	const article = UNIQUE.test(tokens[of - 2]?.lower ?? '') ? of - 3 : of - 2;
	if (!ROLES.test(head) || !/^(the|an?)$/.test(tokens[article]?.lower ?? '') || pointsElsewhere(sentence, whole))
		return null;
	if (nounPhraseEnd(classes, whole.from) === null || /T[0B]/.test(classes.slice(whole.from, whole.to))) return null;
	if (/^,?C/.test(classes.slice(complement.to))) return null;
	const answer = spanOf(sentence, whole);
	const said = wording.words({ from: complement.from, to: of + 1 });
	return {
		question: fronted(context, `What ${wording.inverted(verb, subject.text, subject.plural)} ${said}?`),
		answer,
		type: 'mechanism',
		slots: [slot('agent', spanOf(sentence, clause.subject)), slot('object', answer)],
		worth: 0.7,
		pattern: 'role-of'
	};
}

/** How often something is found: “more common in women”. */
const FOUND = /^(?:endemic|native|unknown|common|commonest|rare|frequent|prevalent|uncommon|severe|fatal|widespread)$/;

/** “Most cases have been in travellers”, “It is rare in children”, “The method is by microscopy”: in whom, or what. */
function phraseOf(context: Context): Asked | null {
	const { sentence, clause, subject, wording } = context;
	const { tokens, classes } = sentence;
	const { complement, verb } = clause;
	const quality = /^A*J?/.exec(classes.slice(complement.from, complement.to))?.[0] ?? '';
	const at = complement.from + quality.length;
	const inner = { from: at + 1, to: complement.to };
	const isFound = quality.endsWith('J');
	if (isFound && !FOUND.test(tokens[at - 1]?.lower ?? '')) return null;
	if (isFound && tokens.slice(at, complement.to).some(({ lower }) => /^(?:than|compared)$/.test(lower))) return null;
	if (classes.charAt(at) !== 'P' || clause.broken || pointsElsewhere(sentence, inner) || inner.to - inner.from < 1)
		return null;
	const preposition = tokens[at]?.lower ?? '';
	const whom = tokens[headOf(tokens, inner)]?.lower ?? '';
	const how = quality === '' ? '' : ` ${wording.words({ from: complement.from, to: at })}`;
	const asked = wording.inverted(verb, subject.text, subject.plural);
	const isMethod =
		!isFound &&
		/^(by|through|via)$/.test(preposition) &&
		/^(method|technique|route|way|treatment|diagnosis|transmission|mode|means)s?$/.test(
			tokens[headOf(tokens, clause.subject)]?.lower ?? ''
		);
	const isGroup = /^(?:females|males|women|men|children|infants|adults|blacks|whites|elderly)$/.test(whom);
	const isPeople =
		PERSONS.test(whom) || isGroup || (isFound && /^\p{Lu}\p{Ll}+s$/u.test(tokens[headOf(tokens, inner)]?.text ?? ''));
	const isWhom =
		/^(in|among)$/.test(preposition) && isPeople && inner.to - inner.from >= (isFound ? (isGroup ? 1 : 2) : 3);
	const isWhere =
		/^(?:endemic|native|common|found|widespread|prevalent|rare|unknown)$/.test(tokens[at - 1]?.lower ?? '') &&
		/^(?:in|to|throughout|across)$/.test(preposition) &&
		!isWhom &&
		isPlace(sentence, inner);
	if (isWhere) {
		const site = spanOf(sentence, { from: at, to: complement.to });
		return {
			question: fronted(context, `Where ${asked}${how}?`),
			answer: site,
			type: 'fact',
			slots: [slot('event', spanOf(sentence, clause.subject)), slot('site', site)],
			worth: 0.72,
			pattern: 'where-is'
		};
	}
	if (!isMethod && !isWhom) return null;
	const answer = spanOf(sentence, { from: at, to: complement.to });
	return {
		question: fronted(context, `${isMethod ? 'What' : 'In whom'} ${asked}${how}?`),
		answer,
		type: 'fact',
		slots: [slot('event', spanOf(sentence, clause.subject)), slot(isMethod ? 'method' : 'population', answer)],
		worth: 0.72,
		pattern: isMethod ? 'how-is' : 'in-whom'
	};
}

/** “The level of T4 is lower than normal”, “Women are more likely than men to develop hypothyroidism”. */
function compared(context: Context): Asked | null {
	const { sentence, clause, wording } = context;
	const { tokens, classes } = sentence;
	const { complement } = clause;
	const match = /^([AD]*J)P/.exec(classes.slice(complement.from, complement.to));
	if (match?.[1] === undefined) return null;
	const than = complement.from + match[1].length;
	if (tokens[than]?.lower !== 'than') return null;
	const others = { from: than + 1, to: complement.to };
	if (pointsElsewhere(sentence, others) || pointsElsewhere(sentence, clause.subject)) return null;
	const how = { from: complement.from, to: than };
	const isLikely = tokens[than - 1]?.lower === 'likely';
	const end = nounPhraseEnd(classes, others.from) ?? (classes.charAt(others.from) === 'J' ? others.from + 1 : null);
	if (isLikely) return likelier(context);
	if (end !== others.to) return null;
	const answer = spanOf(sentence, how);
	return {
		question: fronted(context, `How ${comparing(context)} compare with ${wording.words(others)}?`),
		answer,
		type: 'comparison',
		slots: [
			slot('term', spanOf(sentence, clause.subject)),
			slot('quantity', answer),
			slot('contrast', spanOf(sentence, others))
		],
		worth: 0.72,
		pattern: 'comparison-how'
	};
}

/** Who, or what, is likelier. */
function likelier({ sentence, clause, subject, wording }: Context): Asked | null {
	const { complement, verb } = clause;
	if (subject.from !== null || sentence.tokens[clause.subject.from]?.class === 'I' || clause.front !== null)
		return null;
	const isPeople = PERSONS.test(sentence.tokens[headOf(sentence.tokens, clause.subject)]?.lower ?? '');
	const answer = spanOf(sentence, clause.subject);
	return {
		question: `${isPeople ? 'Who' : 'What'} ${wording.singular(verb)} ${wording.words(complement)}?`,
		answer,
		type: 'comparison',
		slots: [slot('population', answer), slot('event', spanOf(sentence, complement))],
		worth: 0.72,
		pattern: 'comparison-likely'
	};
}

/** “does the level compare”; “did it compare”. */
function comparing({ clause, subject }: Context): string {
	const help = clause.verb.tense === 'past' ? 'did' : subject.plural === true ? 'do' : 'does';
	return `${help} ${subject.text}`;
}
