import { pointsElsewhere } from '../claims/pointing';
import type { SlotRole } from '../claims/claim';
import { headOf, type Range } from '../grammar/clause';
import { nounPhraseEnd } from '../grammar/phrase-patterns';
import { rangeOf, spanOf } from '../grammar/sentence';
import { isPlaceNoun } from '../words/place-nouns';
import { slot, type Asked, type Context } from './asked';
import { asking, fronted, isPlace } from './object-answers';

/** Verbs that say too little for any of their slots to be asked for. */
const EMPTY_VERB =
	/^(be|do|have|go|get|seem|tend|try|want|look|play|continue|come|let|help|focus|call|refer|mean|keep)$/;

const PLACES =
	/^(in|on|at|near|within|under|beneath|below|above|behind|between|around|outside|inside|along|across|throughout|beside|over)$/;
const TIMES = /^(during|after|before|throughout|following)$/;
const DIRECTIONS = /^(to|into|from|through|onto|toward|towards)$/;
/** Verbs of going, whose “to” and “from” are places. */
const MOTION =
	/^(?:return|go|move|travel|flow|drain|pass|migrate|spread|retreat|withdraw|come|flee|sail|march|open|empty|escape|extend|project|descend|ride|walk|run|fly|swim|cross|wander|emigrate|immigrate|relocate|ascend|circulate|diffuse)$/;

/**
 * One question per phrase behind a verb that has no object: where or when. “Leaded fuel is used in small aircraft” → where;
 * “ferritin rises during inflammation” → when; “drains into the bladder” → where to.
 */
export function slotQuestions(context: Context): Asked[] {
	const { sentence, clause } = context;
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	if (clause.matrix !== null || verb.voice === 'copula' || verb.negated || clause.broken || EMPTY_VERB.test(verb.lemma))
		return [];
	const phrase = lonePhrase(context);
	if (phrase === null) return [];
	const { at, adverbs } = phrase;
	const preposition = tokens[at]?.lower ?? '';
	const noun = { from: at + 1, to: complement.to };
	const head = tokens[headOf(tokens, noun)];
	if (head?.class !== 'N' || pointsElsewhere(sentence, noun) || isTime(context, { from: at, to: complement.to }))
		return [];
	const how = adverbs === '' ? '' : ` ${adverbs}`;
	// “can develop at any age”
	if (preposition === 'at' && /^(age|altitude|depth|temperature|speed)$/.test(head.lower))
		return [
			card(
				context,
				`At what ${head.lower} ${asking(context)}${how}?`,
				{ from: at, to: complement.to },
				'time',
				'slot-when',
				0.62
			)
		];
	const isHour =
		preposition === 'at' && /^(night|noon|midday|dawn|dusk|midnight|birth|sunrise|sunset|bedtime)$/.test(head.lower);
	const isMoment =
		preposition === 'at' &&
		/^(time|times|onset|start|beginning|end|moment|outset|peak|height|close)$/.test(head.lower) &&
		/^DNO/.test(classes.slice(noun.from)) &&
		tokens[noun.from]?.lower === 'the';
	if ((TIMES.test(preposition) || isHour || isMoment) && noun.to - noun.from <= 8)
		return [
			card(context, `When ${asking(context)}${how}?`, { from: at, to: complement.to }, 'time', 'slot-when', 0.62)
		];
	// “from Europe at a rate of 2 cm”: two phrases.
	if (tokens.slice(noun.from + 1, noun.to).some(({ lower }) => lower === 'at')) return [];
	const isRanked = /^(group|classify|include|rank|list|count|commemorate|name)$/.test(verb.lemma);
	const isSite = !isRanked && PLACES.test(preposition) && isPlace(sentence, noun);
	if (isSite && !classes.slice(noun.from, noun.to).includes('Q'))
		return [
			card(context, `Where ${asking(context)}${how}?`, { from: at, to: complement.to }, 'site', 'slot-where', 0.62)
		];
	// “returned to the coast”: what it was, in general, is asked of too many things to have one answer.
	if (!MOTION.test(verb.lemma) || !DIRECTIONS.test(preposition) || !isPlaceNoun(head)) return [];
	return [card(context, `Where ${asking(context)}${how} ${preposition}?`, noun, 'site', 'slot-where', 0.6)];
}

/** Where the one phrase behind the verb begins, if its noun phrase is all that follows; the adverbs before it. */
function lonePhrase({ sentence, clause, wording }: Context): { at: number; adverbs: string } | null {
	const { classes, tokens } = sentence;
	const { complement } = clause;
	// “on 2 February 1923 at a filling station”: the time is asked for by itself.
	const first = sentence.times.find((time) => time.start === tokens[complement.from]?.start);
	const skipped = first === undefined ? complement.from : rangeOf(sentence, first).to;
	if (skipped >= complement.to) return null;
	let at = skipped;
	while (at < complement.to && classes.charAt(at) === 'A') at++;
	const letter = classes.charAt(at);
	if ((letter !== 'P' && letter !== 'T') || classes.charAt(at + 1) === '0' || classes.charAt(at + 1) === 'G')
		return null;
	if (
		/^(by|than|per|like|unlike|about|via|of|until|since|despite|without|including|such)$/.test(tokens[at]?.lower ?? '')
	)
		return null;
	const end = nounPhraseEnd(classes, at + 1);
	if (end === null || !/^(?:,N)?$/.test(classes.slice(end, complement.to))) return null;
	return { at, adverbs: wording.words({ from: skipped, to: at }) };
}

const isTime = ({ sentence }: Context, range: Range): boolean => {
	const { start, end } = spanOf(sentence, range);
	return sentence.times.some((time) => time.start < end && start < time.end);
};

function card(
	context: Context,
	question: string,
	answer: Range,
	role: SlotRole,
	pattern: string,
	worth: number
): Asked {
	const { sentence, clause } = context;
	const span = spanOf(sentence, answer);
	return {
		question: fronted(context, question),
		answer: span,
		type: role === 'time' ? 'timeline' : 'fact',
		slots: [
			slot('agent', spanOf(sentence, clause.subject)),
			slot('relation', spanOf(sentence, { from: clause.verb.start, to: clause.verb.end })),
			slot(role, span)
		],
		worth,
		pattern
	};
}
