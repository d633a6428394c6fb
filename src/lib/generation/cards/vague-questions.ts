import type { Clause } from '../grammar/clause';
import type { Sentence } from '../grammar/sentence';
import { DIRECTED } from '../words/change-verbs';
import { relationOf } from '../words/verb-lexicon';
import { answerClasses, type Card, type Rule } from './refused-card';
import { stemsOf } from './stems';

/** Questions that many answers would fit. */
export const VAGUE: readonly Rule[] = [
	[
		'anybody could be meant',
		({ asked, answer }) => (/^(?:subject|who)/.test(asked.pattern) ? ANYBODY : ANYBODY_AT_ALL).test(answer)
	],
	[
		'an amount is no answer',
		({ asked, answer }) => asked.pattern === 'subject' && /^the (?:amount|degree|extent|number) of \w+$/i.test(answer)
	],
	['could be anything that one does', isVague],
	[
		'is said of some',
		({ asked }) =>
			/^(?:object|verb-preposition|passive-preposition)$/.test(asked.pattern) &&
			/^(?:some|certain|many|several|various|other)\b|^(?:drugs|cells|compounds|substances|agents|proteins|strains)(?: \S+){0,2}$/i.test(
				asked.subject?.text ?? ''
			)
	],
	[
		'asks how often many things happen',
		({ asked, question }) =>
			asked.pattern === 'time-frequency' && /\b(?:millions|thousands|hundreds|\d+)\b/i.test(question)
	],
	[
		'explains letters by letters',
		({ asked, question, answer }) =>
			asked.pattern === 'definition-is' &&
			/\b(?:is|are) (?:an? |the )?\p{Lu}{2,}s?\?$/u.test(question) &&
			/^(?:an? |the )?\p{Lu}{2,}\b/u.test(answer)
	],
	['is no other name', ({ asked, answer }) => asked.pattern === 'also-called' && /^\p{Lu}{2,}s?$/u.test(answer)],
	[
		'asks what a tool is for',
		({ asked, question }) =>
			asked.pattern === 'used-to' && /\bwhat (?:is|are|can|may) an? \p{L}+ (?:be )?used to do\?$/iu.test(question)
	],
	[
		'needs no treatment',
		({ asked }) =>
			asked.pattern === 'object' &&
			asked.clause?.verb.negated === true &&
			/^(?:need|require)$/.test(asked.clause.verb.lemma)
	],
	[
		'brings about many things',
		({ asked, question }) =>
			asked.pattern === 'subject' &&
			/\b(?:a (?:variety|number|range) of|many|several|various|other) \p{L}+/iu.test(question)
	],
	[
		'sets some against the others',
		({ asked, question, sentence }) =>
			asked.pattern === 'which-subject' &&
			(/\bwho (?:do|did|does) not\?$|\bthan those\b/i.test(question) ||
				sentence.classes.charAt(asked.clause?.complement.to ?? -1) === 'C')
	],
	[
		'is so everywhere',
		({ asked, question }) => asked.pattern.startsWith('slot') && /\b(?:any|every)where\b/i.test(question)
	],
	[
		'is only said to be different',
		({ asked, question, answer }) =>
			(asked.pattern === 'adjective-of' && /\b(?:different|common|important) (?:from|for|to|in)\?$/i.test(question)) ||
			(asked.pattern === 'comparison-how' && /\b(?:different|similar|the same)\b/i.test(answer)) ||
			(asked.pattern === 'list-is' && /^(?:rare|mild|common|usual|short|brief|minor)\b/i.test(answer))
	],
	['is some of others', ({ answer }) => /^other,/i.test(answer)],
	[
		'names only how many ways there are',
		({ answer }) =>
			/^(?:(?:in|by|from|with) )?(?:two|three|four|five|several) (?:\p{L}+ )?(?:techniques|ways|methods|steps|types|factors|things|kinds|forms)$/iu.test(
				answer
			)
	],
	['offers options', ({ asked, answer }) => asked.pattern === 'what-if' && /^options\b/i.test(answer)],
	[
		'is what any provider does',
		({ asked, question }) =>
			asked.pattern === 'object' &&
			/\b(?:providers?|doctors?|physicians?|surgeons?|specialists?) (?:\p{L}+ly |often |sometimes |usually |may )*\p{L}+\?$/iu.test(
				question
			)
	],
	[
		'names no symptom',
		({ asked, answer }) =>
			/^(?:object|verb|passive|subject|to-do|used-to)/.test(asked.pattern) &&
			/^(?:to treat |many |serious |other )?(?:(?:the )?(?:signs|symptoms|problems|complications|side effects|illness|sickness|disease|health problems|pain and discomfort))(?: (?:and|or) (?:signs|symptoms|side effects|complications|problems))?(?: (?:in|for) .*)?$/i.test(
				answer
			)
	],
	[
		'announces ways',
		({ answer }) => /\bin (?:two|three|four|several|many|different|various) (?:ways|forms|stages|steps)$/i.test(answer)
	],
	[
		'should ask how many',
		({ asked, answer }) =>
			asked.pattern === 'object' &&
			asked.clause?.verb.lemma === 'affect' &&
			/^(?:about |up to |more than )?\d/.test(answer)
	],
	[
		'asks where and when at once',
		({ asked, question, answer }) =>
			(asked.pattern === 'slot-where' && /\bthrough\?$/.test(question)) ||
			(asked.pattern === 'slot-when' &&
				/^(?:throughout|across) (?:the )?(?:world|country|united|body|\p{Lu})/u.test(answer))
	],
	['denies one use of many', ({ asked }) => asked.pattern === 'used-to' && asked.clause?.verb.negated === true],
	['is one beside another', ({ question, answer }) => /\bthe other\b/i.test(question) || /^other\b/i.test(answer)],
	[
		'is a share and no thing',
		({ asked, answer }) =>
			/^(?:object|verb|passive)/.test(asked.pattern) &&
			/^(?:about |nearly |up to |only )?(?:[\d.]+(?:(?: to |[-–])[\d.]+)? ?(?:%|percent) of|(?:one|\d+) (?:people|person|child|case|infant)\w* (?:per|in|out of)) /i.test(
				answer
			)
	],
	[
		'sends to a doctor',
		({ asked, answer }) =>
			asked.pattern === 'what-if' &&
			/\bneeds? (?:treatment|care|help)\b|^(?:a|the|your) (?:health care )?(?:doctor|provider|surgeon)\b|taken seriously/i.test(
				answer
			)
	],
	[
		'leaves nobody out',
		({ asked, answer }) => asked.pattern === 'in-whom' && /^in both\b|\band in those who\b/i.test(answer)
	],
	[
		'is a step of some procedure',
		({ asked, answer }) =>
			asked.pattern === 'passive-preposition' &&
			/^(?:put|place|insert|inject|attach|thread|send|tape)$/.test(asked.clause?.verb.lemma ?? '') &&
			answer.split(' ').length <= 4
	],
	[
		'compares with something unnamed',
		({ asked, question, answer }) =>
			/\bthe (?:highest|lowest|greatest|smallest) (?:with|in)\b/i.test(question) ||
			(asked.pattern === 'time-condition' && /^when (?:compar|consum|combin|adjust|controll)/i.test(answer)) ||
			(asked.pattern.startsWith('quantity') && /^(?:low|high|good|poor|similar|comparable)$/i.test(answer))
	],
	['only seems to be', ({ question }) => /\bwhat (?:does|do) [^?]* seem to be\?/i.test(question)],
	[
		'leaves one sex over',
		({ question }) => /\bthan (?:in |among )?(?:boys|girls|men|women|males|females)\b/i.test(question)
	],
	[
		'is a finding and no definition',
		({ asked, answer }) =>
			asked.pattern === 'definition-is' &&
			/^an? (?:[\p{L}-]+ ){0,4}(?:factor|marker|predictor|indicator|tool|candidate|option|entity|contributor|determinant|alternative) (?:for|of|in|to)\b/iu.test(
				answer
			)
	],
	[
		'is seen between two and nowhere',
		({ asked, answer }) => /^(?:slot-)?where/.test(asked.pattern) && /^between\b/i.test(answer)
	],
	[
		// “an easy and sufficient treatment for …”, “an uncommon but aggressive disease”
		'is a verdict and no definition',
		({ asked, answer }) =>
			/^(?:definition-is|list-is|identity)/.test(asked.pattern) &&
			(/^an? (?:(?:relatively|rather|fairly|very|quite) )?[\p{L}-]+(?: \p{L}+)? (?:and|but|yet) (?:\p{L}+ly )?(?:aggressive|sufficient|safe|effective|frequent|common|rare|useful|serious|important|reliable|feasible|simple|easy|dangerous|fatal|severe) (?:\p{L}+ )?(?:disease|disorder|problem|treatment|method|condition|technique|procedure|tool|approach|tumou?r|option|complication|entity|finding)s?\b(?! (?:that|which|in which|caused|characteri[sz]ed|where)\b)/iu.test(
				answer
			) ||
				/^an? (?:\p{L}+ly )?(?:little|poorly|well|lesser)[- ](?:known|understood|studied|tolerated)\b/iu.test(answer))
	],
	[
		'names what one always takes',
		({ asked, answer }) =>
			/^(?:object|used-for|verb-preposition|passive-preposition)/.test(asked.pattern) && ANY_MEANS.test(answer)
	],
	[
		'is not so of countless others',
		({ asked }) => /^(?:which-subject|subject)$/.test(asked.pattern) && asked.clause?.verb.negated === true
	],
	[
		'names who cares, or what is looked at',
		({ asked, answer }) =>
			asked.pattern === 'object-and-more' &&
			/(?:ologist|ician|doctor|surgeon|specialist|provider|monitor|screen|the body)s?$/i.test(answer)
	],
	['tells of cases', ({ asked, question }) => asked.pattern === 'in-whom' && /\bcases? of\b/i.test(question)],
	[
		'names a state of any cancer',
		({ asked, answer }) => asked.pattern.startsWith('passive') && /\b(?:newly diagnosed|recurrent)\b/i.test(answer)
	],
	['explains a term by its own words', isCircular],
	[
		'is so at any age',
		({ asked, question, answer }) =>
			(asked.pattern === 'in-whom' && /\b(?:any|all) ages?\b/i.test(answer)) ||
			(asked.pattern === 'subject' && /\b(?:any|all) ages?\b/i.test(question))
	],
	[
		'names only stages',
		({ answer }) =>
			/^stages? (?:\d|[IVX]+)[A-C]?(?:(?:, (?:and )?| and )(?:stages? )?(?:\d|[IVX]+)[A-C]?)*$/i.test(answer)
	],
	[
		'is only needed',
		({ asked, answer }) =>
			(asked.pattern === 'change' && /\b(?:become|be) (?:necessary|needed|required)$/i.test(answer)) ||
			(asked.pattern === 'time-condition' &&
				/\b(?:treatment|care) (?:is not|isn[’']?t|is) (?:given|provided|received)\b/iu.test(answer))
	],
	[
		'defines the good ones',
		({ asked, question }) =>
			asked.pattern === 'definition-is' &&
			/\b(?:is|are) (?:an? )?(?:successful|effective|healthy|careful|adequate)\b/i.test(question)
	],
	[
		'is how often and not how',
		({ asked, answer }) =>
			asked.pattern.startsWith('how-') && /\b(?:once|twice|times) (?:a|an|per|every|each)\b/i.test(answer)
	],
	[
		'is a stage of a cancer',
		({ question }) =>
			/\b(?:has|have|is|are|was|were|does|do|may|can) (?:the )?(?:[\p{L}-]+ ){0,4}?(?:cancers?|tumou?rs?|carcinoma|lymphoma|leuk(?:a)?emia|sarcoma|melanoma) (?:have |be |been )?(?:spread|found|only|larger|smaller|grown?|formed)\b/iu.test(
				question
			)
	],
	[
		'is a rank and no definition',
		({ asked, answer }) =>
			asked.pattern === 'definition-is' &&
			/^(?:the (?:most|least|main|leading|primary|best|only|preferred|usual|first-line|standard|\p{L}+est) |an? (?:last resort|good|common|frequent|major|leading|possible|potential) (?!\p{L}+ (?:that|in which)\b))/iu.test(
				answer
			) &&
			!/^an? common (?:\p{L}+ )?(?:disease|disorder|condition|infection) (?:that|in which|caused|of)\b/iu.test(answer)
	],
	[
		'is said of certain ones',
		({ asked, question }) =>
			asked.type !== 'list' && /^(?:[^,]*, )?(?:what|where|when|how)\b[^?]*? certain \p{L}+/iu.test(question)
	],
	[
		'is said of a share of nobody',
		({ question }) =>
			/\b(?:do|does|did|may|can|is|are|was|were) (?:about |approximately |nearly |almost |up to |over )?[\d.]+ ?(?:%|percent)(?! of\b)/i.test(
				question
			)
	],
	[
		'is one of several',
		({ asked, sentence }) =>
			/^(?:object|passive-preposition|verb-preposition|adjective-of|subject|refers-to|in-whom|role-of|which-subject|to-do|slot-\w+|how-through|time-condition)$/.test(
				asked.pattern
			) &&
			asked.clause !== null &&
			(/^also\b/i.test(sentence.text.slice(sentence.statement.start)) || saysAlso(asked.clause, sentence))
	],
	[
		'is one thing among others',
		({ asked, sentence, answer }) =>
			(asked.pattern === 'definition-is' && asked.clause !== null && saysAlso(asked.clause, sentence)) ||
			(/^(?:object|passive-prep|verb-prep)/.test(asked.pattern) && /\bother \p{L}+(?: \p{L}+)?$/iu.test(answer))
	],
	[
		'denies one thing of many',
		({ asked: { pattern, clause }, sentence }) =>
			clause?.verb.negated === true &&
			(pattern === 'passive-preposition' ||
				pattern === 'object-and-more' ||
				pattern === 'verb-preposition' ||
				(pattern === 'object' && clause.verb.auxiliary !== null && !isAbility(clause, sentence)))
	],
	[
		'is what somebody would do',
		({ asked, question }) => asked.pattern === 'object' && /^(?:[^,]*, )?what would\b/i.test(question)
	],
	[
		'names no more than many',
		({ asked, answer }) =>
			/^(?:where|slot|passive|object|verb)/.test(asked.pattern) &&
			/^(?:(?:in|on|by|with|from|at) )?(?:many|a number of|a variety of|a wide range of|several|various|different)\b/i.test(
				answer
			)
	],
	[
		'names no way',
		({ answer }) =>
			/^(?:via|by|through|in|with) (?:different|various|several|many|multiple|numerous|a (?:number|variety) of) \p{L}+$/iu.test(
				answer
			)
	],
	[
		'leaves open how',
		({ asked, question }) =>
			!asked.pattern.startsWith('list') &&
			/\b(?:via|by|through|in|with) (?:different|various|several) \p{L}+/iu.test(question)
	],
	[
		'asks what many do',
		({ question, answer }) =>
			/^what (?:do|did|can|may) (?:many|several|some)\b/i.test(question) && answer.split(' ').length <= 2
	],
	[
		'announces a list',
		({ asked, question }) =>
			!asked.pattern.startsWith('list') && ANNOUNCES.test(question) && !/\d| \p{Lu}\p{Ll}/u.test(question)
	],
	[
		'is a change of nothing',
		({ question }) =>
			/\b(?:do|does|did|can|may|might|will|could|are|is|was|were) (?:the )?(?:small|large|slight|great|further|more|major|minor) (?:changes?|differences?|effects?|increases?|decreases?|amounts?)\b(?! of| in)/i.test(
				question
			)
	],
	[
		'is its own',
		({ asked, answer }) =>
			/^(?:object|used-for)$/.test(asked.pattern) && /^(?:its|their|his|her)(?: own)? \S+$/i.test(answer)
	],
	[
		'says of a person no more than a trade',
		({ asked, question, answer }) =>
			asked.pattern === 'definition-is' && /^who\b/i.test(question) && answer.split(' ').length <= 4
	],
	[
		'says no more than the kind',
		({ asked, question, answer }) =>
			asked.pattern === 'definition-is' &&
			(/^(?:what|who) (?:can|may|might|could|should)\b/i.test(question) ||
				OF_A_KIND.test(answer) ||
				OF_A_SORT.test(answer) ||
				(PART_OF.test(answer) && !/\b(?:that|which|where)\b/.test(answer)) ||
				answer.split(' ').length <= 3)
	],
	[
		'could be associated with anything',
		({ asked, question }) =>
			asked.pattern === 'passive-preposition' &&
			/^(?:associate|link|relate|connect)$/.test(asked.clause?.verb.lemma ?? '') &&
			contentOf(question) <= 3
	],
	['is an idiom', ({ asked, answer }) => asked.pattern === 'object' && IDIOM.test(answer)],
	[
		'is where something once was',
		({ asked }) => /^(?:where|slot-where)$/.test(asked.pattern) && asked.clause?.verb.tense === 'past'
	],
	[
		'is a count or a measure',
		(card) =>
			(card.asked.pattern === 'passive-preposition' && /^A?Q+N$/.test(answerClasses(card))) ||
			(card.asked.pattern === 'object' &&
				/^(?:about |some |over |nearly )?[\p{L}\d., -]+ (?:miles|kilomet(?:re|er)s|met(?:re|er)s|feet|acres|square \p{L}+|pounds|tons|kilograms)$/iu.test(
					card.answer
				) &&
				/^[AD]*Q/.test(answerClasses(card)))
	],
	[
		'is one possible role',
		({ asked, question }) => asked.pattern === 'role-of' && /^what (?:can|may|might|could)\b/i.test(question)
	],
	[
		'says only since when',
		({ asked, answer }) =>
			/^(?:object|passive|verb)/.test(asked.pattern) && /^(?:years|decades|centuries|months|weeks)\b/i.test(answer)
	],
	['denies a place', ({ asked }) => asked.pattern.startsWith('where') && asked.clause?.verb.negated === true],
	[
		'compares with a figure',
		({ asked, question, answer }) =>
			(asked.pattern.startsWith('comparison') && /\bwith (?:about |only )?\d/i.test(question)) ||
			(asked.pattern === 'quantity-is' &&
				/\d\S* (?:longer|shorter|heavier|higher|lower|larger|smaller|greater|more|less|fewer|older|younger)\b/i.test(
					answer
				))
	],
	['hangs on a comparison', ({ asked, question }) => asked.pattern.startsWith('time') && /\bthan\b/.test(question)]
];

/** “cannot make”: what somebody is unable to do. */
const isAbility = ({ verb }: Clause, { tokens }: Sentence): boolean =>
	/^(?:can|could|cannot|must|should)$/.test(tokens[verb.auxiliary ?? -1]?.lower ?? '');

/** “was also a painter”: with its verb a clause says that there is more. */
const saysAlso = ({ verb, complement }: Clause, { tokens }: Sentence): boolean =>
	tokens.slice(verb.start, complement.from + 1).some(({ lower }) => lower === 'also');

/** People and bodies of whom anything could be said, and everyday things. */
const ANYBODY =
	/^(?:an? |the |some |many |most |other )?(?:(?:health ?care|medical|family|general|mental health) )?(?:physicians?|doctors?|providers?|researchers?|scientists?|experts?|clinicians?|professionals?|people|persons?|patients?|individuals|committees?|authors?|investigators?|workers?|water|cells?|tissues?|life|lifestyle factors?|stud(?:y|ies)|authorities|industry|government|companies|manufacturers?|nothing|everything|\p{L}+(?:ologists|omists|icists|orians)|neuroscience|medicine|medical science)$/iu;

const ANYBODY_AT_ALL =
	/^(?:an? |the |some |many |most |other )?(?:physicians?|doctors?|researchers?|scientists?|people|patients?|individuals|cells?|tissues?|nucleus|body|nothing|everything)$/i;

const ANNOUNCES =
	/(?:^|, )(?:what|where|when|how|why|from what|to what)(?: [\p{L}]+)? (?:do|does|did|are|were|can|may|might|will|could|should|have|had|is|was) (?:the )?(?:two|three|four|five|six|several|various|a (?:variety|number|range|series) of)\b(?! of)/iu;

/** “a common wood disease” */
const OF_A_KIND =
	/^an? (?:[\p{L}-]+ ){1,3}(?:disease|disorder|condition|illness|infection|process|method|technique|problem|issue|phenomenon|substance|structure|organ|system|species|organism|event|period|concept|theory|field|company|country|city|person|book|group|phase|stage|part)$/iu;

/** “a rare type of infection” */
const OF_A_SORT =
	/^(?:an?|one) (?:\p{L}+ )?(?:type|kind|form|subtype|complication|member) of (?:the )?\S+(?: \S+){0,2}$/iu;

/** “a normal constituent of mortar”: one of the many things that are. */
const PART_OF =
	/^an? (?:[\p{L}-]+ )?(?:result|remnant|constituent|component|part|consequence|sign|symptom|feature|aspect|product) of\b/iu;

/** “a medicine”, “medicines or procedures”: what is used for anything in medicine. */
const ANY_MEANS =
	/^(?:an? |the |some |certain |other |different )?(?:(?:health|medical) )?(?:medicines?|medications?|drugs?|procedures?|treatments?|tests?|exams?|devices?|tools?|equipment|changes|supplements?)(?: (?:and|or) (?:medicines?|medications?|drugs?|procedures?|surgery|treatments?|tests?|devices?))?$/i;

/** “What is a chest x-ray? – An x-ray of the chest” */
function isCircular({ asked, question, answer }: Card): boolean {
	if (asked.pattern !== 'definition-entry') return false;
	const said = stemsOf(answer);
	const term = stemsOf(question).filter((stem) => !/^(?:test|assay|exam|scan|proce)/.test(stem));
	return term.length > 0 && term.every((stem) => said.includes(stem));
}

/** “join forces”, “take root”: verb and noun are one word. */
const IDIOM =
	/^(?:forces|root|place|shape|hold|effect|part|rise|way|momentum|consciousness|control|power|office|action|advantage|flight|refuge|sides|steps|its crest|their way|attention)$/i;

/** Verbs that say nothing without a good deal around them. */
const LIGHT =
	/^(?:make|have|offer|provide|become|drive|reach|need|take|get|use|see|experience|enter|bring|keep|form|lose|gain|alter|reflect|support|foster|do|find|give|put|hold|seek|want|receive|notice|initiate|perform|build|create|cost|employ|display|share)$/;

/** Verbs that are said of few things, so that subject and verb alone ask for one answer: “What does the pancreas secrete?”. */
const SINGULAR_DEED =
	/^(?:secrete|encode|contain|treat|replace|innervate|surround|enclose|store|follow|precede|catalyze|catalyse|synthesize|synthesise|metabolize|metabolise|antagonize|invent|discover|found|compose|paint|design)$/;

/** “What did the fleet make?”: too little is said for one answer to fit. */
function isVague({ asked, question }: Card): boolean {
	if (!/^(?:object|verb-preposition)$/.test(asked.pattern) || asked.clause === null) return false;
	const content = contentOf(question);
	const { lemma, tense } = asked.clause.verb;
	if (asked.pattern === 'object' && content <= 2 && !SINGULAR_DEED.test(lemma) && !DIRECTED.has(lemma)) return true;
	if (lemma === 'become') return true;
	if (LIGHT.test(lemma)) return content < (tense === 'past' ? 5 : 4);
	const isUnsure = /\b(?:can|may|might|could)\b/.test(question) && /^(?:produce|infect|invade|affect)$/.test(lemma);
	if (isUnsure && content < 4) return true;
	return (
		tense === 'past' &&
		content < (/\b\d{4}\b|^who\b/i.test(question) ? 3 : 4) &&
		!/^(?:cause|treat|harm)$/.test(relationOf(lemma)) &&
		!/^(?:discover|invent|propose|found|write|compose|paint|introduce|coin|design|develop|formulate|describe)$/.test(
			lemma
		)
	);
}

/** Words of a question that say something of their own. */
const contentOf = (question: string): number =>
	(question.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []).filter(
		(word) =>
			word.length > 2 &&
			!/ly$/.test(word) &&
			!/^(?:what|which|who|does|did|the|and|for|with|from|into|have|has|had|can|may|might|could|will|would|should|often|also|usually|some|many|most|its|their|that|are|was|were|been|own|other|more|all|any|each|certain)$/.test(
				word
			)
	).length;
