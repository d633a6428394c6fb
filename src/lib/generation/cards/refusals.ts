import type { Sentence } from '../grammar/sentence';
import { rangeOf } from '../grammar/sentence';
import type { Found } from './questions';

interface Card {
	readonly asked: Found;
	readonly sentence: Sentence;
	readonly question: string;
	readonly answer: string;
}

/** Why no examiner would ask a question, in the words of the rules by which cards are judged; null if one would. */
export function refusal(asked: Found, sentence: Sentence): string | null {
	const answer = sentence.text.slice(asked.answer.start, asked.answer.end);
	const card = { asked, sentence, question: asked.question, answer };
	return RULES.find(([, is]) => is(card))?.[0] ?? null;
}

/** People and bodies of whom anything could be said, and everyday things. */
const ANYBODY =
	/^(?:an? |the |some |many |most |other )?(?:(?:health ?care|medical|family|general|mental health) )?(?:physicians?|doctors?|providers?|researchers?|scientists?|experts?|clinicians?|professionals?|people|persons?|patients?|individuals|committees?|authors?|investigators?|workers?|water|cells?|tissues?|life|lifestyle factors?|authorities|industry|government|companies|manufacturers?|nothing|everything|\p{L}+(?:ologists|omists|icists|orians)|neuroscience|medicine|medical science)$/iu;
const ANYBODY_AT_ALL =
	/^(?:an? |the |some |many |most |other )?(?:physicians?|doctors?|researchers?|scientists?|people|patients?|individuals|cells?|tissues?|nucleus|body|nothing|everything)$/i;
const MEASURE =
	/^what (?:is|are) (?:an? |the )?(?:days?|hours?|minutes?|weeks?|months?|years?|litres?|liters?|grams?|milligrams?|metres?|meters?|kilometres?|percent)\?$/i;
const PROMISE =
	/\b(?:cornerstone|breakthrough|paradigm|revolution\w*|game[- ]changer|glimmer|beacon|promise|inquir(?:y|ies)|new era|possibilities|strategic review|powerful alternative|therapeutic pathway)\b/i;

const RULES: readonly (readonly [string, (card: Card) => boolean])[] = [
	[
		'is a change of nothing',
		({ question }) =>
			/\b(?:do|does|did|can|may|might|will|could|are|is|was|were) (?:the )?(?:small|large|slight|great|further|more|major|minor) (?:changes?|differences?|effects?|increases?|decreases?|amounts?)\b(?! of| in)/i.test(
				question
			)
	],
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
		'is one of several that are told of in turn',
		({ question }) => /\b(?:did|was|were|is|does|do|has|had) an? (?:first|second|third)\b/i.test(question)
	],
	['is used on a basis', ({ answer }) => /^an? [\p{L}-]+ basis\b/iu.test(answer)],
	[
		'announces a list',
		({ asked, question }) =>
			!asked.pattern.startsWith('list') && ANNOUNCES.test(question) && !/\d| \p{Lu}\p{Ll}/u.test(question)
	],
	['belongs to something unnamed', ({ asked, question }) => asked.pattern !== 'list-count' && UNNAMED.test(question)],
	['a measure is no term', ({ question }) => MEASURE.test(question)],
	[
		'anybody could be meant',
		({ asked, answer }) => (/^(?:subject|who)/.test(asked.pattern) ? ANYBODY : ANYBODY_AT_ALL).test(answer)
	],
	[
		'an amount is no answer',
		({ asked, answer }) => asked.pattern === 'subject' && /^the (?:amount|degree|extent|number) of \w+$/i.test(answer)
	],
	['hopes for something', ({ question, answer }) => PROMISE.test(question) || PROMISE.test(answer)],
	[
		'praises',
		({ asked, answer }) =>
			asked.type === 'definition' &&
			/^(?:the (?:last|first|only|next)\b|an? (?:leading|major|key|critical|powerful|important|weaker|better|stronger|great|significant)\b)/i.test(
				answer
			)
	],
	[
		'lacks its than',
		({ asked, answer }) =>
			!asked.pattern.startsWith('comparison') &&
			/^(?:an? |the )?(?:greater|more|less|fewer|larger|smaller|higher|lower|better|worse|stronger|weaker)\b(?!.*\bthan\b)/i.test(
				answer
			) &&
			!/^more than\b/i.test(answer) &&
			// “leads to higher blood pressure”: than without it.
			!(CHANGES.test(asked.clause?.verb.lemma ?? '') && answer.split(' ').length >= 3)
	],
	[
		'leaves open how',
		({ asked, question }) =>
			!asked.pattern.startsWith('list') &&
			/\b(?:via|by|through|in|with) (?:different|various|several) \p{L}+/iu.test(question)
	],
	[
		'compares its subject with nothing',
		({ question }) =>
			/\b(?:do|does|did|is|are|was|were) (?:more|fewer|less) \p{L}+/iu.test(question) && !/\bthan\b/.test(question)
	],
	[
		'asks what many do',
		({ question, answer }) =>
			/^what (?:do|did|can|may) (?:many|several|some)\b/i.test(question) && answer.split(' ').length <= 2
	],
	[
		'asks when of a share',
		({ asked, question }) =>
			asked.pattern.startsWith('time') &&
			/\b(?:is|are|was|were|does|do|did|will|can) (?:about |nearly |up to |over |almost )?[\d–.-]+ ?%/i.test(question)
	],
	[
		'leans on another clause',
		({ question, answer }) =>
			/^(?:they|it|he|she|we|you)['’](?:d|ll|ve|re|s)\b/iu.test(answer) ||
			/\b(?:is|are|was|were|does|do|did|can|may|has|have|will) (?:only|either|neither)\b/i.test(question)
	],
	[
		'names no way',
		({ answer }) =>
			/^(?:via|by|through|in|with) (?:different|various|several|many|multiple|numerous|a (?:number|variety) of) \p{L}+$/iu.test(
				answer
			)
	],
	[
		'gives two things at once',
		({ asked, sentence }) =>
			asked.pattern === 'object' &&
			/^(?:give|offer|lend|grant|teach|tell)$/.test(asked.clause?.verb.lemma ?? '') &&
			/NC?[JN]*N$/.test(
				sentence.classes.slice(rangeOf(sentence, asked.answer).from, rangeOf(sentence, asked.answer).to)
			) &&
			/^D/.test(sentence.classes.slice(rangeOf(sentence, asked.answer).from))
	],
	['advises caution', ({ question, answer }) => /\bcaution\b/i.test(`${question} ${answer}`)],
	[
		'is no outcome',
		({ asked, answer }) =>
			asked.pattern === 'what-if' &&
			/^(?:\S+ ){1,5}?(?:begins?|occurs?|(?:is|are) (?:called|known|referred)|may help|is advised)\b/i.test(answer)
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
	['goes on after its answer', goesOn],
	['is cut before a verb', holdsSecondVerb],
	[
		'ends in an adverb',
		({ asked, answer }) =>
			!/^(?:how|time|why|what-if|quantity)/.test(asked.pattern) &&
			/\b(?:only )?(?:very |more |quite )?\p{Ll}{3,}ly$/iu.test(answer)
	],
	[
		'ends in how well',
		({ asked, answer }) =>
			asked.pattern.startsWith('object') && /\b(?:well|badly|faster|better|too|again|together)$/i.test(answer)
	],
	[
		'is a rest',
		({ answer }) =>
			/^the (?:last|first|latter|former|same|other|rest|following|above)(?: \w+)?$/i.test(answer) ||
			/^(?:one|two|three) of (?:the|these)\b/i.test(answer)
	],
	[
		'is half a question',
		({ question }) =>
			/\b(?:and|or|of|the|an?|with)\?$/i.test(
				question.replace(
					/\b(?:made|consist\w*|composed|part|capable|full|aware|think|rid|made up|composed|take advantage|take care|with|of)\?$/i,
					''
				)
			)
	],
	[
		'counts what the text goes on to name',
		({ question }) => /\bhow many (?:aims|goals|ways|points|reasons|things|kinds|types|aspects)\b/i.test(question)
	],
	[
		'is no question that one would put',
		({ question }) =>
			/^(?:what|where|when|how|why) (?:does|do|did|is|are) (?:and|or|but)\b|\bnot limited to\?|\bif (?:available|possible|needed|necessary)\?|\b(?:a|the) subsequent\b|\b(?:its|their|his|her) \p{L}+\?$|\b(?:only|even|just)\?$|\b(?:provider|providers|patients|people|one) (?:performs?|can take|should take)\b|\bin use\?$/iu.test(
				question
			)
	],
	[
		'answers with a verb or a time',
		({ asked, sentence, answer }) =>
			asked.pattern.startsWith('object') &&
			(/\bago$/.test(answer) || '03S'.includes(sentence.tokens[rangeOf(sentence, asked.answer).from]?.class ?? ' '))
	],
	[
		'says that nobody knows',
		({ answer }) => /^(?:not )?(?:unknown|unclear|uncertain|known|a by-product)$/i.test(answer)
	],
	['counts fractions', ({ question }) => /\bhow many (?:thirds|halves|quarters|fifths|tenths)\b/i.test(question)],
	['doubles its preposition', ({ question, answer }) => doubled(question, answer)],
	[
		'is done by somebody',
		({ asked, answer }) =>
			asked.pattern.startsWith('how') && /^by (?:the )?(?:\p{Lu}[\p{L}.]+ ){1,}|^by (?:the )?[A-Z]{2,}\b/u.test(answer)
	],
	['gives itself away', givesAway]
];

/** Verbs whose object is what comes of something. */
const CHANGES = /^(?:lead|result|contribute)$/;

const ANNOUNCES =
	/(?:^|, )(?:what|where|when|how|why|from what|to what)(?: [\p{L}]+)? (?:do|does|did|are|were|can|may|might|will|could|should|have|had|is|was) (?:the )?(?:two|three|four|five|six|several|various|a (?:variety|number|range|series) of)\b(?! of)/iu;
const UNNAMED =
	/\bthe (?:two|three|four|other|latter|former|remaining|same|resulting|above|following)\b(?! (?:most|largest|main|major) )(?! \p{L}+ of\b)/iu;

/** “it loses carbon dioxide …, and calcite is precipitated”: only the first of two outcomes. */
function goesOn({ asked, sentence }: Card): boolean {
	if (asked.pattern !== 'what-if') return false;
	return /^,? (?:and|but|which)\b/.test(sentence.text.slice(asked.answer.end, sentence.statement.end));
}

/** “V2 receptors … and causes channels …”: the clause's second verb was taken for a noun. */
function holdsSecondVerb({ asked, sentence }: Card): boolean {
	if (/^(?:why|how|what-if|time|definition|to-do|instruction|apposition|also|called)/.test(asked.pattern)) return false;
	const { tokens } = sentence;
	const { from, to } = rangeOf(sentence, asked.answer);
	for (let at = from + 1; at + 1 < to; at++) {
		const [before, verb, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
		if (before?.class !== 'C' || verb === undefined || after === undefined) continue;
		if (tokens.slice(from, at).some((token) => token.class === 'R')) return false;
		const isVerb = '3BMHK'.includes(verb.class) || (verb.class === 'N' && verb.plural && verb.lemma !== null);
		if (isVerb && ('DNJQ'.includes(after.class) || /^(?:out|up|off|down|away|to)$/.test(after.lower))) return true;
		// “… in 1856 and obtained subsidies”
		if (
			verb.class === 'E' &&
			asked.clause?.verb.tense === 'past' &&
			'DNJQ'.includes(after.class) &&
			!'NJ'.includes(tokens[at - 2]?.class ?? 'N')
		)
			return true;
	}
	return false;
}

function doubled(question: string, answer: string): boolean {
	const last = /\b(by|from|with|to|on|in|into|for|of)\?$/.exec(question)?.[1];
	return (
		(last !== undefined && new RegExp(`\\b(?:and|or|but) ${last}\\b`).test(answer)) ||
		/\b(?:up|down|out|along|away|back) (?:up|along|into|from|to)\b/.test(answer)
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
