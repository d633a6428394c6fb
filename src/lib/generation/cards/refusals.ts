import type { Sentence } from '../grammar/sentence';
import { CUT_ANSWERS } from './cut-answers';
import { HOMELESS } from './homeless-questions';
import { OFF_SUBJECT } from './off-subject';
import type { Found } from './questions';
import { DIRECTED } from '../words/change-verbs';
import { answerClasses, type Card, type Rule } from './refused-card';
import { VAGUE } from './vague-questions';

/** Why no examiner would ask a question, in the words of the rules by which cards are judged; null if one would. */
export function refusal(asked: Found, sentence: Sentence): string | null {
	const answer = sentence.text.slice(asked.answer.start, asked.answer.end);
	const card = { asked, sentence, question: asked.question, answer };
	return RULES.find(([, is]) => is(card))?.[0] ?? null;
}

/** Questions that no one would put, or learn from. */
const ODD: readonly Rule[] = [
	[
		'is a definition turned about',
		({ asked, question }) =>
			asked.pattern.startsWith('time') &&
			/\b(?:is|are) \S+(?: \S+){0,3} an? [\p{L} -]+ (?:that|which) \p{L}+\?$/u.test(question)
	],
	[
		'may be said of the whole sentence',
		({ asked, sentence }) =>
			asked.clause?.role === 'relative' &&
			/^(?:lead|result|cause|make|allow|mean|contribute|enable|explain|ensure)$/.test(asked.clause.verb.lemma) &&
			!asked.clause.verb.negated &&
			asked.clause.verb.number !== 'plural' &&
			sentence.classes.charAt(asked.clause.verb.start - 2) === ',' &&
			asked.clause.subject.from > (sentence.clauses[0]?.verb.start ?? 0)
	],
	[
		'cuts a number in two',
		({ question }) => /\bhow many (?:hundred|thousand|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b/i.test(question)
	],
	[
		'takes a verb for a noun',
		(card) =>
			card.asked.pattern === 'object' &&
			// “Four cases with a negative sign developed necrosis”
			/^(?:sign|sample|rate|group|case|study|score|level|number|dose|test|trial|control|report|result)$/.test(
				card.asked.clause?.verb.lemma ?? ''
			) &&
			answerClasses(card).startsWith('E')
	],
	[
		'asks of a condition that belongs to one way',
		({ asked, question, answer }) =>
			asked.pattern.startsWith('how') && / when \p{L}+ing\b.*\?$/u.test(question) && / and \p{L}+ing\b/u.test(answer)
	],
	['is the rest of a line', ({ question }) => /\bto help(?: \p{L}+)?\?$/u.test(question)],
	['is a way of speaking', ({ answer }) => /^(?:consideration|account|thanks to)\b/i.test(answer)],
	[
		'says what is needed for something',
		({ asked, question }) => asked.pattern === 'what-if' && /\b(?:if|when) [^?]*\b(?:is|are) to \p{L}+/iu.test(question)
	],
	[
		'is an effect on what somebody thinks',
		({ asked, question }) =>
			asked.pattern === 'effect' &&
			/\bhave on (?:\p{L}+ ){0,2}(?:issues?|questions?|concerns?|doubts?|hopes?|fears?|awareness|expectations?)\b/iu.test(
				question
			)
	],
	[
		'is a rank turned about',
		({ asked, answer }) =>
			asked.pattern === 'unique-role' &&
			/^the (?:centerpiece|centrepiece|cornerstone|heart|core|key|goal|aim|point)\b/i.test(answer)
	],
	[
		// “unless clear symptoms exist”: the case in which it is not so.
		'asks in what case of an exception',
		({ asked, answer }) => asked.pattern === 'time-condition' && /^unless\b/i.test(answer)
	],
	[
		// “increase A and decrease B”
		'takes a second effect for what is changed',
		({ asked, question }) =>
			asked.pattern === 'effect' &&
			(/(?<!\b(?:upper|higher|inner|outer)) and (?:\p{L}+ly )?(\p{L}+) \p{L}/u.exec(question)?.slice(1) ?? []).some(
				(word) => DIRECTED.has(word)
			)
	],
	[
		'holds the number of a footnote',
		({ question, answer }) => /\p{Ll}{4},\d{1,2}\b|\p{Ll}{6}s\d{1,2}(?![\p{L}\d-])/u.test(`${question} ${answer}`)
	],
	['has lost an apostrophe', ({ question }) => /\b(?:theyre|youre|theyve|youve|weve|theyll|youll)\b/i.test(question)],
	[
		'holds two sentences run together',
		({ question, answer }) => /\p{L}{2}[.;:]\p{Lu}\p{L}* /u.test(`${question} ${answer} `)
	],
	[
		// “slow kidney damage due to an illness”: which damage, and not why.
		'gives what belongs to a noun as the reason',
		(card) =>
			card.asked.pattern === 'why' &&
			/^due\b/i.test(card.answer) &&
			/\b(?:damage|injur(?:y|ies)|failure|pain|loss|deaths?|syndrome|diseases?|disorders?|infections?|bleeding|h(?:a)?emorrhage|symptoms?|complications?)\?$/i.test(
				card.question
			)
	],
	[
		'is torn from its comparison',
		({ asked, answer }) =>
			/^(?:verb|object|passive)/.test(asked.pattern) && / than (?!(?:\d|one\b|two\b|half\b))/.test(answer)
	],
	['asks how of what follows', ({ asked }) => asked.pattern === 'how-passive' && asked.clause?.verb.lemma === 'follow'],
	[
		'stops at an adverb of place',
		({ question }) => /\b(?:directly|just|slightly|mainly|mostly|partly)\?$/i.test(question)
	],
	['has two purposes', ({ question }) => /\bto do (?:to|so) \p{L}+/iu.test(question)],
	['is cut at a sign', ({ question }) => /(?:[±/=<>]|\s[+-]|\+\/-?)\?$/u.test(question)],
	[
		'leaves an adverb behind what is changed',
		({ asked, question }) =>
			asked.pattern === 'effect' &&
			/\b(?:significantly|markedly|slightly|greatly|strongly|directly|rapidly|substantially|considerably|dramatically)\?$/u.test(
				question
			)
	],
	[
		'says what something would be',
		({ asked, question }) => asked.type === 'definition' && /^(?:what|who) would\b/i.test(question)
	],
	['speaks of what was found', ({ question }) => /\bthe (?:observed|proposed) \p{L}+/u.test(question)],
	['is no use', ({ asked, answer }) => asked.pattern.startsWith('passive') && /^use\b/i.test(answer)],
	['is used on a basis', ({ answer }) => /^an? [\p{L}-]+ basis\b/iu.test(answer)],
	['a measure is no term', ({ question }) => MEASURE.test(question)],
	['hopes for something', ({ question, answer }) => PROMISE.test(question) || PROMISE.test(answer)],
	[
		'praises',
		({ asked, answer }) =>
			asked.type === 'definition' &&
			/^(?:the (?:last|first|only|next)\b|(?:an? )?(?:common|frequent) (?:complication|cause|problem|reason|finding)\b|(?:an? )?(?:promising|leading|major|key|critical|powerful|important|safe|effective|useful|feasible|reliable|valuable|viable|weaker|better|stronger|great|significant|indispensable|essential|extreme|good|fact|subject|source of (?:inspiration|pride|concern|debate)|focus|object of)\b)/i.test(
				answer
			)
	],
	[
		'asks when of a share',
		({ asked, question }) =>
			asked.pattern.startsWith('time') &&
			/\b(?:is|are|was|were|does|do|did|will|can) (?:about |nearly |up to |over |almost )?[\d–.-]+ ?%/i.test(question)
	],
	['advises caution', ({ question, answer }) => /\bcaution\b/i.test(`${question} ${answer}`)],
	[
		'asks what researchers did',
		({ asked }) =>
			asked.subject !== null &&
			/^(?:researchers|scientists|physicians|investigators)$/i.test(asked.subject.text) &&
			!asked.pattern.startsWith('time')
	],
	[
		'is no outcome',
		({ asked, answer }) =>
			asked.pattern === 'what-if' &&
			/^(?:\S+ ){1,5}?(?:begins?|occurs?|(?:is|are) (?:called|known|referred)|may help|is advised|(?:(?:can|may|could|might|must|should) be|is|are) (?:\p{L}+ly )?(?:performed|done|used|needed|required|recommended|ordered))\b/iu.test(
				answer
			)
	],
	[
		'is known to everyone',
		({ asked, question }) =>
			/\b(?:physicians?|doctors?|researchers|scientists|health ?care providers?|clinicians?) (?:diagnose|perform|study|know|believe|hope)\b/i.test(
				question
			) ||
			/\bwould (?:hot|cold) water\b/i.test(question) ||
			/\b(?:hold|held) a (?:conference|meeting|hearing)\b|\bsupported research\b|\bdoes the \p{Lu}{3,} support\b/u.test(
				question
			) ||
			(asked.pattern === 'subject' && /^what uses\b/i.test(question))
	],
	[
		'counts its own members',
		({ asked }) =>
			asked.pattern === 'quantity-subject' &&
			(asked.clause?.verb.voice === 'copula' || /^(?:include|comprise)$/.test(asked.clause?.verb.lemma ?? ''))
	],
	[
		'is no number of things',
		({ asked, answer }) =>
			asked.pattern.startsWith('quantity') && (/^\d+\p{L}$/u.test(answer) || /\bas \p{L}+$/u.test(answer))
	],
	[
		'counts what the text goes on to name',
		({ question }) => /\bhow many (?:aims|goals|ways|points|reasons|things|kinds|types|aspects)\b/i.test(question)
	],
	[
		'is no question that one would put',
		({ question }) =>
			/^(?:what|where|when|how|why) (?:does|do|did|is|are) (?:and|or|but)\b|n['’]t\b|\b(?:that|which|who) \p{L}+\?$|\bnot limited to\?|\bif (?:available|possible|needed|necessary)\?|\b(?:a|the) subsequent\b|\b(?:its|their|his|her) \p{L}+\?$|\b(?:only|even|just)\?$|\b(?:provider|providers|patients|people|one) (?:performs?|can take|should take)\b|\bin use\?$|\b(?:(?:more|less|likely) than|shortly|soon|immediately|starting)\?$|\bhow (?:do|does) [^?]* (?:was|were) /iu.test(
				question
			)
	],
	['asks when of a bare that', ({ asked, question }) => asked.pattern.startsWith('time') && /\bthat\?$/.test(question)],
	['is the time of something within', (card) => card.asked.pattern.startsWith('time') && isTimeWithin(card)],
	['is so only in one case', ({ asked, question }) => asked.pattern === 'time-condition' && /\bonly\b/i.test(question)],
	[
		'is one of its kind',
		({ asked, answer }) =>
			asked.pattern === 'unique-role' && /^(?:one|the (?:first|second|third|next|other|last))\b/i.test(answer)
	],
	[
		'lasts for some time',
		({ asked, answer }) =>
			asked.pattern.startsWith('time-duration') && /^(?:for )?(?:many|several|some|a few|a number of)\b/i.test(answer)
	],
	['is only surmised', ({ question }) => /^(?:perhaps|maybe|possibly),/i.test(question)],
	[
		'says that nobody knows',
		({ answer }) =>
			/^(?:not )?(?:unknown|unclear|uncertain|known|a by-product)$|^an? (?:matter|subject|topic) of (?:speculation|debate|controversy|dispute)/i.test(
				answer
			)
	],
	['counts fractions', ({ question }) => /\bhow many (?:thirds|halves|quarters|fifths|tenths)\b/i.test(question)],
	[
		'is done by somebody',
		({ asked, answer }) =>
			asked.pattern.startsWith('how') && /^by (?:the )?(?:\p{Lu}[\p{L}.]+ ){1,}|^by (?:the )?[A-Z]{2,}\b/u.test(answer)
	],
	['gives itself away', givesAway],
	['is put to the whole clause', isOfClause],
	[
		'is no doing',
		({ asked }) =>
			asked.pattern === 'how' &&
			(/^(?:have|be|refer|mean|include|contain|consist|comprise)$/.test(asked.clause?.verb.lemma ?? '') ||
				/ help\?$/.test(asked.question))
	]
];

const RULES: readonly Rule[] = [...CUT_ANSWERS, ...HOMELESS, ...VAGUE, ...OFF_SUBJECT, ...ODD];

/** “the second kiln after the one of 1972”, “a kiln that was built in 1972”: when that was, not the whole. */
function isTimeWithin({ asked, sentence }: Card): boolean {
	const { clause, answer } = asked;
	if (clause === null) return false;
	const { tokens, classes } = sentence;
	const at = tokens.findIndex(({ start }) => start >= answer.start);
	if (at <= clause.verb.end) return false;
	const between = classes.slice(clause.verb.end, at).replace(/-[^-]*-|\([^()]*\)/g, '');
	// “the bacillus that causes it in 1884”: a lasting relation has no date, so that it is the whole's.
	return /R[^,]*E/.test(between) || /^(?:after|before)$/.test(tokens[at - 2]?.lower ?? '');
}

const MEASURE =
	/^what (?:is|are) (?:an? |the )?(?:days?|hours?|minutes?|weeks?|months?|years?|litres?|liters?|grams?|milligrams?|metres?|meters?|kilometres?|percent)\?$/i;

const PROMISE =
	/\b(?:cornerstone|breakthrough|paradigm|revolution\w*|game[- ]changer|glimmer|beacon|promise|inquir(?:y|ies)|new era|possibilities|strategic review|powerful alternative|therapeutic pathway)\b/i;

/** “was faced with ruin, a level of care not seen before”; “With their help, the English won …”: no noun is explained. */
function isOfClause({ asked, sentence, answer }: Card): boolean {
	if (asked.pattern !== 'apposition') return false;
	const [first] = sentence.clauses;
	const holds = (at: number | undefined): boolean => {
		const start = sentence.tokens[at ?? -1]?.start ?? -1;
		return asked.answer.start <= start && start < asked.answer.end;
	};
	// “By the third day of drying, the curing of the leaf begins.”: its subject is no explanation, either.
	if (holds(first?.verb.main) || holds(first?.subject.from)) return true;
	return /^an? (?:[\p{L}-]+ )?(?:practice|level|condition|situation|move|step|decision|event|fact|feat|result|trend|pattern|phenomenon|development|shift|change|act|policy|period|time|number|sign|belief|view|idea|departure|category)\b/iu.test(
		answer
	);
}

/** “Which individuals are at risk of another stroke? – Individuals who have had a stroke” */
function givesAway({ asked, question, answer }: Card): boolean {
	if (!asked.pattern.startsWith('which')) return false;
	const asks = new Set(wordsOf(question));
	const says = wordsOf(answer).slice(1);
	return says.length > 0 && says.filter((word) => asks.has(word)).length / says.length >= 0.3 && says.length <= 3;
}

const wordsOf = (text: string): string[] =>
	(text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter(
		(word) => !/^(?:the|and|for|with|who|which|have|has|had|are|were|was|already|that|from|what)$/.test(word)
	);
