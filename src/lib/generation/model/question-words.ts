import { namesIn } from '../../deck-format/lint/names';
import { isStopWord, tokens, type Token } from '../../deck-format/lint/words';
import { fault, type Fault } from './refusal';
import { isFormOf } from './same-word';

/** A question taken apart as far as its closed words tell. */
export interface AskedWords {
	/** “what”, “which”, “who”, “when”, “where”, “why”, “how”; with a preposition before it: “in which”. */
	readonly wh: string;
	/** The question from its question word on. */
	readonly asking: string;
	/** Whether the answer is named by the question word itself, and is no circumstance. */
	readonly asksForThing: boolean;
	/** “kind of receptor” of “Which kind of receptor does …”. */
	readonly category: readonly Token[];
	/** “do”, “be”, “have”, “modal”; null where the verb follows at once. */
	readonly auxiliary: 'do' | 'be' | 'have' | 'modal' | null;
	/** What stands before the question word: “In adults, …”. */
	readonly lead: readonly Token[];
	/** What follows the auxiliary, or the question word where there is none. */
	readonly body: readonly Token[];
}

const WH = /^(?:what|which|who|whom|whose|when|where|why|how)$/;
const AUXILIARY: Readonly<Record<string, AskedWords['auxiliary']>> = Object.fromEntries([
	...['do', 'does', 'did'].map((word) => [word, 'do'] as const),
	...['is', 'are', 'was', 'were'].map((word) => [word, 'be'] as const),
	...['has', 'have', 'had'].map((word) => [word, 'have'] as const),
	...['can', 'could', 'may', 'might', 'will', 'would', 'should', 'must'].map((word) => [word, 'modal'] as const)
]);

/** Null if it is no question of one part. */
export function askedWords(question: string): AskedWords | null {
	if (!/\?$/.test(question) || question.indexOf('?') !== question.length - 1) return null;
	const all = tokens(question);
	// “When salt is lost, what rises?” asks what.
	const comma =
		/^(?:when|where|if|while|after|before|once|as|in|at|on|for|during|with|by|under|among|without)\b[^?]*,\s(?=(?:\p{L}+\s)?(?:what|which|who|when|where|why|how)\b)/iu.exec(
			question
		);
	const from = comma?.[0].length ?? 0;
	const at = all.findIndex(({ word, start }) => start >= from && WH.test(word));
	if (at === -1) return null;
	const lead = all.slice(0, at);
	const wh = all[at]?.word ?? '';
	const preposition = lead[lead.length - 1];
	const isCircumstance =
		/^(?:when|where|why|how)$/.test(wh) ||
		(preposition !== undefined &&
			/^(?:in|at|on|by|for|from|to|with|within|after|before|during|through|until|since|under|of|into|than|over|about|as|against)$/.test(
				preposition.word
			));
	const joint = all.findIndex(({ word }, i) => i > at && /^(?:when|if|that|who|which|because|while|where)$/.test(word));
	const limit = Math.min(at + 8, joint === -1 ? Infinity : joint);
	const helper = all.findIndex(({ word }, i) => i > at && i <= limit && AUXILIARY[word] !== undefined);
	const hasHelper = helper !== -1;
	return {
		wh,
		asking: question.slice(all[at]?.start ?? 0),
		asksForThing: !isCircumstance,
		category: hasHelper ? all.slice(at + 1, helper) : [],
		auxiliary: hasHelper ? (AUXILIARY[all[helper]?.word ?? ''] ?? null) : null,
		lead,
		body: all.slice(hasHelper ? helper + 1 : at + 1)
	};
}

/** Words that ask and state nothing; only right after the question word. */
const CATEGORIES = new Set(
	'kind kinds type types sort sorts name names term word year years date month months day days time times period number amount quantity dose percentage percent proportion share fraction size length duration frequency age long soon quickly fast rapidly far large big high old often frequently much many purpose reason role way ways'.split(
		' '
	)
);
/** Verbs that state nothing by themselves. */
const EMPTY_VERBS = new Set(
	'happen happens happened occur occurs occurred mean means meant stand stands take takes call calls known define defined refer refers'.split(
		' '
	)
);
export const isEmptyVerb = ({ word }: Token): boolean => EMPTY_VERBS.has(word);

/** Small words that turn a statement round; a card may not bring its own. */
const TURNING = new Set(
	'more most less least fewer before after above below under over without within until since during first last other another same each every all any both few up down off against between once twice than'.split(
		' '
	)
);

/** What of a question the quote must say: all its words but those that only ask. */
export function statedWords({ lead, category, body, auxiliary }: AskedWords): Token[] {
	const weighty = ({ word, raw }: Token): boolean =>
		/^(?:people|person)$/.test(word) || (!isStopWord(word) && !isStopWord(raw.toLowerCase()));
	const categoryWords = auxiliary === null ? [] : category;
	const rest = auxiliary === null ? body.slice(leadingCategories(body)) : body;
	return [
		...lead.filter(weighty),
		...categoryWords.filter((token) => weighty(token) && !CATEGORIES.has(token.word)),
		...rest.filter((token) => weighty(token) && !isEmptyVerb(token))
	];
}

const leadingCategories = (body: readonly Token[]): number => {
	let count = 0;
	while (CATEGORIES.has(body[count]?.word ?? '') || (count > 0 && body[count]?.word === 'of')) count++;
	return count;
};

/** The first word of the question that the quote does not have. Figures are looked at elsewhere. */
export function wordFault(question: string, asked: AskedWords, quote: string): Fault | null {
	const quoted = tokens(quote);
	const exact = new Set(quoted.map(({ word }) => word.replace(/s$/, '')));
	const names = new Set(namesIn(question).map(({ start }) => start));
	for (const token of statedWords(asked)) {
		if (/^\d/.test(token.word)) continue;
		if (names.has(token.start) && !exact.has(token.word.replace(/s$/, ''))) {
			return fault('name-not-in-quote', `The quote does not name “${token.raw}”.`);
		}
		if (!quoted.some((each) => isFormOf(token, each))) {
			return fault('word-not-in-quote', `The quote does not say “${token.raw}”.`);
		}
	}
	const isAsked = /\bhow (?:many|much|few)\b/i.test(question);
	const turning = [...asked.lead, ...asked.category, ...asked.body].find(
		({ word, raw }) =>
			TURNING.has(raw.toLowerCase()) && !(isAsked && word === 'few') && !quoted.some((each) => each.word === word)
	);
	return turning === undefined
		? null
		: fault('word-not-in-quote', `The quote does not say “${turning.raw}”, which turns the statement round.`);
}

const TIME =
	/\b(?:if|second|minute|hour|day|week|month|year|decade|century|centuries|night|morning|evening|moment|immediate(?:ly)?|always|never|once|when|while|during|after|before|until|within|since|then|later|early|late|birth|childhood|adolescence|adulthood|pregnancy|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|(?:1\d|20)\d\ds?)/i;
const FIGURE =
	/\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|third|quarter|dozen|several|few|many|most|some|all|none|no|twice|once|couple|majority|minority|both|single)\b/i;

/** A “when” wants a time, a “how many” a number, a “why” a reason. */
export function typeFault({ asking: question }: AskedWords, answer: string, beforeAnswer: string): Fault | null {
	const wrong = (wanted: string): Fault =>
		fault('wrong-type', `The question asks for ${wanted}, and the answer gives none.`);
	if (
		/\b(?:when|how (?:long|soon|quickly|fast|rapidly|old|often|frequently)|(?:what|which) (?:year|date|month|day|time|period))\b/i.test(
			question
		)
	) {
		return TIME.test(answer) ||
			/\b(?:rapid|quick|slow|short|long|daily|weekly|monthly|yearly|annual|fast)/i.test(answer)
			? null
			: wrong('a time');
	}
	if (
		/\b(?:how (?:many|much|large|big|high|far|heavy|tall)|what (?:percentage|proportion|share|fraction|number|amount|dose)|which (?:percentage|proportion|share|dose|number))\b/i.test(
			question
		)
	) {
		return FIGURE.test(answer) ? null : wrong('a number');
	}
	if (/\bwhy\b/i.test(question)) {
		const isReason =
			/\b(?:because|due to|owing to|thanks to|since|as|so that|to|for|by|result of|results? from|caused by|reason)\b/i;
		return isReason.test(answer) || isReason.test(beforeAnswer.slice(-40)) ? null : wrong('a reason');
	}
	return null;
}
