import type { Rule } from './refused-card';

/** Questions about how a study, a clinic or an institution works rather than about what the text teaches. */
export const OFF_SUBJECT: readonly Rule[] = [
	[
		'counts who took part',
		({ question, answer }) =>
			/\b(?:mean|median|average) (?:age|follow-?up)\b|\bresponse rate\b|\bhow many [^?]*\b(?:enrolled|recruited|randomi[sz]ed|included|participated|interviewed)\?/i.test(
				question
			) || /\btakes? part in (?:an? )?(?:clinical )?(?:trials?|stud(?:y|ies))\b/i.test(`${question} ${answer}`)
	],
	[
		'is found in those who were studied',
		({ asked, answer }) => asked.pattern === 'in-whom' && /^(?:in|for|among) (?:all )?(?:the )?\d/i.test(answer)
	],
	['tells of one patient', ({ question }) => /\b\d+-(?:year|month|week|day)-old\b/i.test(question)],
	[
		'tells of who pays for research',
		({ question }) =>
			/\b(?:does|do|did) (?:the )?(?:National Institutes?\b[^?]*|\p{Lu}{3,})\b[^?]* (?:support|conduct|fund|sponsor|lead)\b/u.test(
				question
			)
	],
	[
		'is the aim of some study',
		({ asked, question }) => asked.pattern === 'how-aim' && /\b(?:trials?|study|studies)\b/i.test(question)
	],
	['spells out an institution', ({ asked, answer }) => asked.pattern === 'acronym' && INSTITUTION.test(answer)],
	[
		'is done by those who do such things',
		({ asked, question, answer }) =>
			((asked.pattern.startsWith('passive') && /\bby\?$/.test(question)) || asked.pattern === 'who') &&
			DONE_BY.test(answer)
	],
	[
		'says only that there is something',
		({ asked, answer }) =>
			(asked.pattern === 'adjective-of' && /\bavailable for\?$/.test(asked.question)) ||
			/\bsubmit\b.*\btesting$/.test(answer)
	]
];

const INSTITUTION =
	/\b(?:institutes?|cent(?:er|re)s? (?:for|of)|department|association|society|foundation|academy|college|council|consortium|registry|university|network|initiative|program)\b/i;

/** Who does what is done in every clinic. */
const DONE_BY =
	/^(?:an? |the )?(?:(?:specially |well-)?\p{L}+ )*?(?:providers?|professionals?|technicians?|specialists?|surgeons?|\p{L}+ologists?|\p{L}+iatricians?|(?:the )?doctors? who .*)\b/iu;
