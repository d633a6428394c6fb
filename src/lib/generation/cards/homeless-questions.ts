import { ONE_OF_A_KIND } from '../claims/mentions';
import { literal } from '../words/literal-pattern';
import type { Card, Rule } from './refused-card';

/** Questions that cannot be understood without the sentences before them. */
export const HOMELESS: readonly Rule[] = [
	[
		'speaks of what was spoken of before',
		({ question, answer, asked }) => {
			const isDefinition = asked.type === 'definition' && /^(?:what|who) (?:is|are|was|were) /i.test(question);
			return (
				(!isDefinition && SPOKEN_OF.test(question)) ||
				SPOKEN_OF.test(`${answer}.`) ||
				RELATIVE_TO.test(`${question} ${answer}`)
			);
		}
	],
	['tells of one who was named before', tellsOfKnown],
	[
		'speaks of a thing of some procedure',
		({ asked, question }) => asked.type !== 'definition' && THING_OF_PROCEDURE.test(question)
	],
	[
		'calls by a name what “it” stands for',
		({ asked, sentence }) =>
			asked.pattern === 'called' &&
			asked.clause !== null &&
			((asked.clause.front !== null && sentence.tokens[asked.clause.subject.from]?.class === 'I') ||
				// “This condition is called …”: hardly the one that the whole text is about.
				((asked.subject?.from ?? null) !== null &&
					/^(?:this|these)$/.test(sentence.tokens[asked.clause.subject.from]?.lower ?? '')))
	],
	['counts others', ({ question }) => /\b(?:most|many) other\b|\bthat (?:is|are) removed\b/i.test(question)],
	[
		'speaks of something going on',
		({ asked, question, sentence }) =>
			asked.clause !== null &&
			asked.type !== 'definition' &&
			/^DN$/.test(sentence.classes.slice(asked.clause.subject.from, asked.clause.subject.to)) &&
			/\bthe [\p{Ll}]+ing\b/u.test(question)
	],
	['answers what was told before', ({ question }) => /^in (?:response|return|reply|reaction|turn),/i.test(question)],
	[
		'points to a place or to two that were named',
		({ question }) =>
			/(?<!\b(?:is|are|was|were) )\bthere\?$|\b(?:for|of|in) both \p{Ll}+s\b|\b(?:one of|the) two (?:different )?\p{Ll}+s\b(?! (?:of|in|that|which|for|to|between)\b)/iu.test(
				question
			)
	],
	[
		'says that it was so before',
		({ asked, sentence, question }) =>
			/^(?:again|also|likewise)\b/i.test(question) ||
			(asked.clause !== null && sentence.tokens[asked.clause.verb.start]?.lower === 'again')
	],
	[
		'expects what some treatment brings',
		({ asked, question }) =>
			/^(?:time|quantity)/.test(asked.pattern) &&
			/\bshould [^?]*\b(?:rise|fall|improve|return|increase|decrease)\b/i.test(question) &&
			!/\b(?:treat|therapy|tablets|dose|after|with)\b/i.test(question)
	],
	['is about the book', ({ question, answer }) => OF_THE_BOOK.test(`${question} ${answer}`)],
	['belongs to something unnamed', ({ asked, question }) => asked.pattern !== 'list-count' && UNNAMED.test(question)],
	[
		'leans on another clause',
		({ question, answer }) =>
			/^(?:they|it|he|she|we|you)['’](?:d|ll|ve|re|s)\b/iu.test(answer) ||
			/\b(?:is|are|was|were|does|do|did|can|may|has|have|will) (?:only|either|neither)\b/i.test(question)
	],
	[
		'is one of several that are told of in turn',
		({ question }) => /\b(?:did|was|were|is|does|do|has|had) an? (?:first|second|third)\b/i.test(question)
	],
	[
		'compares its subject with nothing',
		({ question }) =>
			/\b(?:do|does|did|is|are|was|were) (?:more|fewer|less) \p{L}+/iu.test(question) && !/\bthan\b/.test(question)
	],
	[
		'lacks its than',
		({ asked, answer }) =>
			!/^(?:comparison|effect)/.test(asked.pattern) &&
			/^(?:an? |the )?(?:greater|more|less|fewer|larger|smaller|higher|lower|better|worse|stronger|weaker)\b(?!.*\bthan\b)/i.test(
				answer
			) &&
			!/^more than\b/i.test(answer) &&
			// “leads to higher blood pressure”: than without it.
			!(CHANGES.test(asked.clause?.verb.lemma ?? '') && answer.split(' ').length >= 3)
	],
	[
		'is half of a pair',
		({ question }) =>
			/\bbetween (?!.*\band\b)(?:\S+ ){0,2}\S+\?$/i.test(question) && !/\bbetween \S*s\?$/i.test(question)
	],
	[
		'is a rest',
		({ answer }) =>
			/^the (?:last|first|latter|former|same|other|rest|following|above)(?: \w+)?$/i.test(answer) ||
			/^(?:one|two|three) of (?:the|these)\b/i.test(answer)
	]
];

/** Persons and bodies that a text names before it calls them so. */
export const SPOKEN_OF =
	/\b[Tt]he (?:(?:new|old|young|local|royal|federal|national|raw|infected|remaining|surviving|other|\p{L}+an|\p{L}+ist) )?(?:rebels|troops|soldiers|militia|police|settlers|colonists|conspirators|workers|strikers|protesters|rioters|crowd|delegates|committee|council|company|union|city|town|village|country|nation|colony|kingdom|district|war|conflict|battle|rebellion|revolt|uprising|strike|treaty|agreement|decree|plan|program|programme|project|experiment|researchers|men|women|children|couple|family|girl|boy|man|woman|suspects?|victims?|defendants?|individual|patient|king|queen|emperor|prisoners?|invaders|attackers|enemy|ship|bill|chicken|debt|highlands|event|events|mission|spacecraft|probe)\b(?! (?:of|in|who|that|which|from|with|to|for|against|between|at|on|by)\b|[’'-])/u;

/** What is used, seen or cut in a procedure that the sentences before tell of. */
const THING_OF_PROCEDURE =
	/\bthe (?:[\p{L}-]+,? ){0,2}(?:strain|fluid|patches|wires?|sound waves|waves|signals|images?|pictures?|samples?|tubes?|needle|dye|device|machine|sensor|recorder|camera|scope|incisions?|instrument|probe|solution|gel|cuff|drops?|scanner|table)\b(?! (?:of|in|that|from|around|between|which|inside|called|made|for|with|on|used)\b)/iu;

/** Adjectives that compare with something not said. */
const RELATIVE_TO =
	/\b(?:surrounding|neighbou?ring|adjacent(?! to)|nearby|corresponding(?! to)|respective|subsequent(?! to)|aforementioned|resulting(?! (?:in|from))|ensuing|the last (?:two|three|four|five|six)|similar(?! to)|one (?:strand|side|support|end|group|reason|example|study|type|form|kind|part|thing|such)|all (?:defendants|participants|members|sides)|as instructed|the (?:first|second|third) (?:type|kind|form|group|step|stage|phase|set|part|strand)(?! of)|once-\p{L}+)\b/iu;

/** What is told of the text itself, and times that pass with it. */
const OF_THE_BOOK =
	/\b(?:learning objectives?|key terms|instructors?|(?:this|later|earlier|other|previous|subsequent|following) (?:book|text|textbook|modules?|sections?|chapters?)|the (?:description|discussion) of|(?:described|discussed|mentioned|seen) in the|will be (?:covered|discussed|described|explored|examined)|discussed (?:in|above|below|earlier|later)|last (?:month|week|year)|this (?:month|week|year)|yesterday|tomorrow)\b/i;

const UNNAMED =
	/\bthe (?:two|three|four|other|latter|former|remaining|same|resulting|above|following)\b(?! (?:most|largest|main|major) )(?! \p{L}+(?: \p{L}+)? (?:of|for)\b)/iu;

/** Verbs whose object is what comes of something. */
const CHANGES = /^(?:lead|result|contribute)$/;

/** “the port city”, “the warriors”: in a story, what has no name of its own was introduced before. */
function tellsOfKnown({ asked, sentence, question, answer }: Card): boolean {
	if (asked.clause?.verb.tense !== 'past' || asked.type === 'definition' || asked.pattern === 'called') return false;
	const { tokens, classes, text } = sentence;
	const said = `${question} ${answer}`.toLowerCase();
	return tokens.some((token, i) => {
		if (token.lower !== 'the') return false;
		const words = /^[JEN]{0,2}N(?![NJO'RG])/.exec(classes.slice(i + 1))?.[0].length ?? 0;
		const phrase = tokens.slice(i + 1, i + 1 + words);
		const [head, next] = [phrase[words - 1], tokens[i + 1 + words]];
		if (head === undefined || /\p{Lu}/u.test(text.slice(token.end, head.end)) || ONE_OF_A_KIND.test(head.lower))
			return false;
		if (next !== undefined && /^(?:of|in|that|who|from|between|for|to|with|at|on|against)$/.test(next.lower))
			return false;
		if (phrase.some(({ lower }) => /^(?:first|last|only|same|\p{L}+est|\p{L}+th|most)$/u.test(lower))) return false;
		if (!said.includes(`the ${phrase.map(({ lower }) => lower).join(' ')}`)) return false;
		const noun = literal(head.lower.replace(/s$/, ''));
		return new RegExp(`\\b${noun}`, 'i').test(text.slice(0, sentence.statement.start));
	});
}
