import { headOf } from '../grammar/clause';
import { rangeOf } from '../grammar/sentence';
import { DIRECTED } from '../words/change-verbs';
import { answerClasses, restOf, type Card, type Rule } from './refused-card';

/** Answers that hold less, or more, than what was asked for: what the sentence was cut at was no end. */
export const CUT_ANSWERS: readonly Rule[] = [
	[
		// “it loses carbon dioxide …, and calcite is precipitated”: only the first of two outcomes.
		'goes on after its answer',
		(card) => card.asked.pattern === 'what-if' && /^,? (?:and|but|which)\b/.test(restOf(card))
	],
	['is cut before a verb', holdsSecondVerb],
	[
		// “due to a defect and is too small”
		'gives a reason and goes on',
		(card) => card.asked.pattern === 'why' && /^due\b/i.test(card.answer) && /C[^,]*[B3MH]/.test(answerClasses(card))
	],
	[
		'joins what is done and what comes of it',
		(card) =>
			card.asked.pattern === 'to-do' &&
			(/T0.*CG/.test(answerClasses(card)) || /\b(?:in)?ability to do\b/.test(card.question))
	],
	[
		'names one of several',
		({ asked, question, answer }) =>
			asked.pattern === 'unique-subject' && /\bwhat are\b/i.test(question) && !/,|\band\b/.test(answer)
	],
	[
		'compares and stops',
		(card) => /\bas (?:much|many|few|little|long|often)\b/i.test(card.answer) && /^ as\b/.test(restOf(card))
	],
	[
		// “to work | , sleep, and eat”; “fever | , rash, or a sore throat”
		'is the first of several',
		(card) =>
			/^(?:object|verb-prep|passive-prep|adjective|how-passive|which-subject|to-do)/.test(card.asked.pattern) &&
			/^(?:, (?!(?:who|where|when|but|so|because|although|while|including|such|especially|as|and|or|an?|the|which|that|whose|in|on|at|by|from|for|with|to|is|are|was|were|has|have|\p{L}+ly|\p{L}+ing)\b)[^,;.()]{3,45}){1,6},? (?:and|or) (?!\p{L}+ing\b)/u.test(
				restOf(card)
			)
	],
	[
		// “for patients whose tumours remain | , who are too frail, or who do not respond”
		'is the first of several groups',
		(card) => /whom/.test(card.asked.pattern) && /^,? (?:(?:and|or) )?(?:who|those|in|for)\b/.test(restOf(card))
	],
	[
		// “blood on stool | , on toilet paper, or in …”; “purple | , brown, and red”
		'is the first of several of its kind',
		(card) =>
			(card.asked.pattern === 'unique-subject' && /^, (?:on|in|at|to|by|with|from) [^;.]*,? or /.test(restOf(card))) ||
			(card.asked.pattern === 'quantity-colour' && /^(?:,| and| or)/.test(restOf(card)))
	],
	['stands before a list', standsBeforeList],
	['is cut within a word', (card) => /^(?:[-/]|\s?-\s?\p{Ll})/u.test(restOf(card))],
	[
		// “may urinate little | or may not urinate at all”, “in the liver | and, less commonly, the lungs”
		'is one of two outcomes',
		(card) =>
			/^,? or (?:may|can|might|could|will|is|are|do|does)\b|^,? and, /.test(restOf(card)) &&
			!/^(?:time|quantity|acronym|apposition|also|called)/.test(card.asked.pattern)
	],
	[
		// “does not improve them | and may worsen them”
		'is half of an effect',
		({ asked, sentence }) => {
			const rest = sentence.text.slice(
				Math.max(asked.answer.end, ...asked.slots.map(({ end }) => end)),
				sentence.statement.end
			);
			return asked.pattern === 'effect' && /^ and (?:\p{L}+ ){0,3}\p{L}+ (?:them|it)\b/u.test(rest);
		}
	],
	['is cut before what it is for', (card) => card.asked.pattern === 'used-to' && /^ so\b/.test(restOf(card))],
	[
		// “characterized by delays, an odd face, and a … personality”
		'is a definition cut within its list',
		(card) =>
			card.asked.pattern === 'definition-is' &&
			/\b(?:by|with|of|that \p{L}+) [^,]*$/u.test(card.answer) &&
			/^, (?:an? |the )?[^,;.]{3,70}, and /.test(restOf(card))
	],
	['is cut before its and', isCutBeforeAnd],
	['holds what belongs to its verb', holdsAdjunct],
	['leaves a relative without its verb', endsInRelative],
	[
		'leaves out why it is so',
		(card) =>
			card.asked.pattern === 'definition-is' &&
			/^,? (?:because|when|while|if|unless|but)\b|^, (?:during|in|by|through) which\b/.test(restOf(card))
	],
	['is half of what is done', isHalfDone],
	['breaks off', ({ answer }) => BROKEN_OFF.test(answer)],
	['leaves out the rest of a list', leavesOut],
	['doubles its preposition', ({ question, answer }) => doubled(question, answer)],
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
		'answers with a verb or a time',
		(card) =>
			card.asked.pattern.startsWith('object') && (/\bago$/.test(card.answer) || /^[03S]/.test(answerClasses(card)))
	],
	[
		'gives two things at once',
		(card) =>
			card.asked.pattern === 'object' &&
			/^(?:give|offer|lend|grant|teach|tell)$/.test(card.asked.clause?.verb.lemma ?? '') &&
			/^D.*NC?[JN]*N$/.test(answerClasses(card))
	],
	[
		'goes on to the next deed',
		({ asked, answer }) =>
			asked.pattern.startsWith('object') && /\b(?:before|after|while|when|until) \p{L}+ing\b/iu.test(answer)
	],
	[
		// “slow drying and given a coat of wax”
		'joins a noun and a participle',
		(card) => card.asked.clause?.verb.voice === 'passive' && /N[^,]*CE[JN]*N$/.test(answerClasses(card))
	],
	[
		// “a success and her illness went away”, “a kind of ware and dates to the third century”
		'joins a noun and a clause',
		(card) =>
			(/^(?:list-is|identity|definition)/.test(card.asked.pattern) && /C[DJN]*NE[PT]/.test(answerClasses(card))) ||
			(card.asked.pattern === 'definition-is' &&
				/\band (?:dates|belongs|leads|extends|serves|acts|plays|contains|lies|comes|goes|runs)\b/.test(card.answer))
	],
	[
		// “a hierarchy of measures and include”
		'ends in a second verb',
		(card) => /C[03]$/.test(answerClasses(card)) && card.asked.said === undefined
	],
	[
		'is the first of several with one preposition',
		(card) => {
			const preposition = / (\p{L}+)\?$/u.exec(card.question)?.[1] ?? '';
			return preposition !== '' && restOf(card).startsWith(`, ${preposition} `);
		}
	],
	[
		'goes from one to another',
		({ asked, question, answer }) =>
			asked.pattern.startsWith('passive') && /\bfrom\?$/.test(question) && /\d[^,]* to (?:about )?\d/.test(answer)
	],
	[
		'takes in a second figure',
		({ asked, answer }) => asked.pattern.startsWith('quantity') && /\band (?:that|those) of\b/.test(answer)
	],
	['goes on with in how far', ({ answer }) => /\bin that\b/i.test(answer)],
	[
		'has lost what its front belongs to',
		({ question }) => /^(?:if|when|once|after|before)\b[^,?]*, \p{Ll}+, (?:what|how|where|when|who)\b/iu.test(question)
	],
	['is half a question', ({ question }) => /\b(?:and|or|the|an?|either|both|without|that)\?$/i.test(question)]
];

/** “Statins are prescribed for people who have:”: the end of the sentence is in the lines below it. */
function standsBeforeList({ asked, sentence: { text, statement } }: Card): boolean {
	if (/^(?:list|acronym|called|also-called)/.test(asked.pattern)) return false;
	return text.slice(asked.answer.end, statement.end).trim() === ':';
}

/** “dues that are either weekly”, “a clerk who is not” */
const BROKEN_OFF =
	/\b(?:either|neither|both(?! \p{L}+s\b))\s+(?:(?!\b(?:or|nor|and)\b).)*$|\beven (?:\p{L}+er|more|less)\b|,[”"]$|\b(?:just|even|so|is|are|was|were|not|than|have|has|had|includes?|before|after|during|without|who|which|that|as|in an attempt|in an effort)$|^an? example of\b|^examples? (?!of\b)/iu;

/** “fibres in the arms, as well as …”; “four contexts: …”: the sentence goes on with more of what was asked for. */
function leavesOut(card: Card): boolean {
	const { asked, answer } = card;
	if (/^(?:time|why|how-(?!passive)|apposition|acronym|called|also|list|subject|unique|who|role)/.test(asked.pattern))
		return false;
	const rest = restOf(card);
	// “of a bowl, in which …, and a stem, in which …”
	if (/^, (?:(?:in|on|of|to|by|from|with|through) )?(?:which|who|where)\b[^;.]*, and (?:an?|the|its) /.test(rest))
		return true;
	const isWhole = /^(?:consist|include|comprise|contain|involve|compose)$/.test(asked.clause?.verb.lemma ?? '');
	if (isWhole && /^, (?:(?:in|on) )?(?:which|who|where)\b[^;.]*, and /.test(rest)) return true;
	// “laws protecting the air, | regulating waste, and preserving land”
	if (/^, \p{L}+ing\b[^.;]*,? and \p{L}+ing\b/u.test(rest)) return true;
	if (/^,? (?:as well as|in addition to|along with|but also|and also)\b/.test(rest)) return true;
	if (
		/^:/.test(rest) &&
		/(?:^|\b(?:into|of|in|on|by|with) )(?:\p{L}+ )?(?:two|three|four|five|six|seven|eight|nine|ten|several|many|\d+) \p{L}+/iu.test(
			answer
		)
	)
		return true;
	if (/^,? (?:or|and) /.test(rest) && /, /.test(answer) && !goesOnWithVerb(card)) return true;
	// “the breakdown of A, the breakdown of B, and the breakdown of C”
	const [first = '', second = ''] = answer.split(' ');
	return first.length > 0 && rest.startsWith(`, ${first.toLowerCase()} ${second} `) && /, and\b/.test(rest);
}

/** “… and the abducens nuclei”, not “… and falls to the floor”. */
function goesOnWithVerb({ asked, sentence }: Card): boolean {
	const joint = sentence.tokens.findIndex(({ start, class: letter }) => start >= asked.answer.end && letter === 'C');
	return /^CA*[3E0BMHK]/.test(sentence.classes.slice(joint));
}

/** “a sense of trust | and respect among traders”: behind the “and” no clause begins, so that it belongs to the answer. */
function isCutBeforeAnd(card: Card): boolean {
	const { asked, sentence } = card;
	if (
		/^(?:time|quantity|share|how|why|acronym|called|apposition|also|list|subject|who|unique|what-if)/.test(
			asked.pattern
		)
	)
		return false;
	const joint = /^ (?:and|or) (?!(?:sometimes|often|usually|rarely|occasionally)\b)/.exec(restOf(card));
	if (joint === null) return false;
	const next = sentence.tokens.findIndex(({ start }) => start >= asked.answer.end + joint[0].length);
	return !sentence.clauses.some(
		({ verb, subject, front }) => verb.start === next || subject.from === next || front?.from === next
	);
}

const OF_DOING =
	/(?:tion|sion|ment|ance|ence|flow|al|ery|ry|ure|ing|offensive|transport|release|loss|use|growth|exchange|passage|journey|shift|rise|increase|change)s?$/;

/** “their grain into whisky”, “the traders to merchants”: the question should have held what follows the answer’s noun. */
function holdsAdjunct({ asked, sentence, answer }: Card): boolean {
	if (!/^(?:object|verb-preposition|passive-preposition|refers-to)$/.test(asked.pattern)) return false;
	if (
		/^(?:\S+ )?(?:years|months|weeks|days|hours|minutes|decades|centuries) (?:later|ago|earlier|after|before)\b/i.test(
			answer
		)
	)
		return true;
	const { tokens, classes } = sentence;
	const { from, to } = rangeOf(sentence, asked.answer);
	// “the flow of bile into the gut”, “recovery by the duct”: what is done has phrases of its own.
	if (OF_DOING.test(tokens[headOf(tokens, { from, to })]?.lower ?? '')) return false;
	const relative = classes.slice(from, to).search(/[RG]/);
	return tokens.slice(from + 1, relative === -1 ? to : from + relative).some(({ lower, class: letter }, i) => {
		const before = tokens[from + i];
		const isAfterNoun = 'N)'.includes(before?.class ?? ' ');
		if (lower === 'as') return before?.class !== 'E' && !/^(?:such|well|known|much|many)$/.test(before?.lower ?? '');
		if (lower === 'by') return isAfterNoun;
		if (lower === 'to' && /\bby\?$/.test(asked.question)) return letter === 'T';
		return /^(?:into|onto|towards?)$/.test(lower) && letter === 'P' && isAfterNoun;
	});
}

/** “a parliament in which noble seats”: the relative clause has lost its verb. */
function endsInRelative(card: Card): boolean {
	const letters = answerClasses(card);
	const relative = letters.lastIndexOf('R');
	return relative > 0 && !/[BMHK30E]/.test(letters.slice(relative)) && /[PO]R/.test(letters);
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
		// “can increase A and decrease B”
		const isSecond = DIRECTED.has(verb.lower) && DIRECTED.has(asked.clause?.verb.lemma ?? '');
		if ((isVerb || isSecond) && ('DNJQ'.includes(after.class) || /^(?:out|up|off|down|away|to)$/.test(after.lower)))
			return true;
		// “… in 1856 and obtained subsidies”
		if (
			verb.class === 'E' &&
			asked.clause?.verb.tense === 'past' &&
			'DNJQ'.includes(after.class) &&
			!'NJ'.includes(tokens[at - 2]?.class ?? 'N')
		)
			return true;
	}
	// “issued a ban on bricks from the coast and gathered taxes”: in a story, two deeds as a rule.
	const said = sentence.classes.slice(from, to);
	return asked.pattern === 'object' && asked.clause?.verb.tense === 'past' && /N[^,]*CE[JN]*N$/.test(said);
}

function doubled(question: string, answer: string): boolean {
	const last = /\b(by|from|with|to|on|in|into|for|of)\?$/.exec(question)?.[1];
	return (
		(last !== undefined && new RegExp(`\\b(?:and|or|but) (?:${last}|into|onto)\\b`).test(answer)) ||
		/\b(?:up|down|out|along|away|back) (?:up|along|into|from|to)\b/.test(answer)
	);
}

/** “to produce short, powerful contractions”: cut behind the first of two adjectives; or what is denied of the subject. */
function isHalfDone({ asked, sentence }: Card): boolean {
	if (asked.pattern !== 'to-do') return false;
	const { to } = rangeOf(sentence, asked.answer);
	return asked.clause?.verb.negated === true || /^J,[JE]/.test(sentence.classes.slice(to - 1));
}
