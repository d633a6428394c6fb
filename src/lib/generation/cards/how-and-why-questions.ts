import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import { headOf, type Range } from '../grammar/clause';
import { spanOf } from '../grammar/sentence';
import { isPlaceNoun } from '../words/place-nouns';
import { relationOf } from '../words/verb-lexicon';
import { slot, type Asked, type Context } from './asked';
import { ASKABLE, core, fronted, isClear } from './object-answers';

/** “By blocking NMDA receptors, ketamine increases …”; “… works by increasing …”: how it is done. */
export function methodQuestions(context: Context): Asked[] {
	const { sentence, clause, wording, subject } = context;
	const { tokens, classes, statement } = sentence;
	const { verb, front, complement } = clause;
	const asked = wording.inverted(verb, subject.text, subject.plural);
	if (verb.negated || clause.matrix !== null) return [];
	if (front !== null && tokens[front.from]?.lower === 'by' && tokens[front.from + 1]?.class === 'G') {
		const rest = core(sentence, complement);
		if (
			rest === null ||
			!isClear(sentence, rest) ||
			pointsOutside(sentence, front) ||
			!ASKABLE.has(relationOf(verb.lemma))
		)
			return [];
		const answer = spanOf(sentence, front);
		return [
			{
				question: `How ${asked} ${wording.words(rest)}?`,
				answer,
				type: 'mechanism',
				slots: [
					slot('method', answer),
					slot('agent', spanOf(sentence, clause.subject)),
					slot('object', spanOf(sentence, rest))
				],
				worth: 0.85,
				pattern: 'how-front'
			}
		];
	}
	const through = throughWhat(context);
	if (through !== null) return [through];
	for (let at = complement.from; at < clause.sentenceEnd - 2; at++) {
		// “measure fertility using the crude birth rate”
		const isUsing =
			tokens[at]?.lower === 'using' &&
			tokens[at]?.class === 'G' &&
			at > complement.from &&
			/^[DJN]/.test(classes.slice(at + 1));
		if (!isUsing && (tokens[at]?.lower !== 'by' || !/^A*G/.test(classes.slice(at + 1)))) continue;
		const before = { from: complement.from, to: at };
		if (before.to > before.from && (!isClear(sentence, before) || /[,;:S]/.test(classes.slice(before.from, before.to))))
			return [];
		let end = complement.to > at ? complement.to : at + 1;
		// A list within the method was not read; then all of the rest is the method, if nothing else follows.
		if (clause.broken && !/[SR;:-]|,[DJN]*N[BMH3]/.test(classes.slice(at, clause.sentenceEnd)))
			end = clause.sentenceEnd;
		while (
			end < clause.sentenceEnd &&
			!',;:-S'.includes(classes.charAt(end)) &&
			!/^CA*[30BMHK]/.test(classes.slice(end))
		)
			end++;
		// “by avoiding A, restricting B, and using C”: all of the ways, or none.
		const goesOn = /^,A*G[^;:]*,?CA*G/.test(classes.slice(end, clause.sentenceEnd));
		if (
			goesOn &&
			(/[;:]|,R|,D?[JN]*N[BMH3]/.test(classes.slice(end, clause.sentenceEnd)) || clause.sentenceEnd - at > 26)
		)
			return [];
		if (goesOn) end = clause.sentenceEnd;
		if (isUsing && /PA*G/.test(classes.slice(before.from, before.to))) continue;
		const method = { from: at, to: Math.max(end, complement.to) };
		if (pointsElsewhere(sentence, method) || method.to - method.from < (isUsing ? 3 : 4)) return [];
		const answer = spanOf(sentence, method);
		if (answer.end - answer.start > 160 || answer.end > statement.end) return [];
		return [
			{
				question: fronted(context, `How ${asked} ${wording.words(before)}?`.replace(/ +\?/, '?')),
				answer,
				type: 'mechanism',
				slots: [slot('agent', spanOf(sentence, clause.subject)), slot('method', answer)],
				worth: 0.85,
				pattern: 'how'
			}
		];
	}
	return [];
}

/** “Humans can contract it through contact with rodents”: how. */
function throughWhat({ sentence, clause, wording, subject }: Context): Asked | null {
	const { tokens, classes } = sentence;
	const { complement, verb } = clause;
	if (
		verb.voice === 'copula' ||
		/^(pass|flow|move|travel|run|go|enter|spread|diffuse|drain|leave|see|look|live|cut|extend|bite|burn|break|go|pierce|penetrate|pay|sail|fall|pump|push|drive|force|squeeze|circulate|draw|send)$/.test(
			verb.lemma
		)
	)
		return null;
	const at = tokens.findIndex(
		(token, i) => i >= complement.from && i < complement.to && /^(through|via)$/.test(token.lower)
	);
	if (at === -1) return null;
	// “to squeeze through small gaps”: where, not how.
	if (classes.charAt(at - 1) === '0') return null;
	const before = { from: complement.from, to: at };
	const method = { from: at, to: complement.to };
	// “through the flue”: where it goes, not how it is done.
	const by = tokens[headOf(tokens, { from: at + 1, to: complement.to })];
	const isTaken = /^(?:get|receive|obtain|take|absorb|acquire|enter)$/.test(verb.lemma);
	if (tokens[at]?.lower === 'through' && !isTaken && by !== undefined && isPlaceNoun(by)) return null;
	if (before.to > before.from && (!isClear(sentence, before) || core(sentence, before) === null)) return null;
	if (pointsElsewhere(sentence, method) || method.to - method.from < 3 || /[R,]/.test(classes.slice(before.from, at)))
		return null;
	const answer = spanOf(sentence, method);
	const front = wording.front(clause);
	const asks = `${wording.inverted(verb, subject.text, subject.plural)} ${wording.words(before)}`.trim();
	return {
		question: `${front}${front === '' ? 'How' : 'how'} ${asks}?`,
		answer,
		type: 'mechanism',
		slots: [slot('agent', spanOf(sentence, clause.subject)), slot('method', answer)],
		worth: 0.82,
		pattern: 'how-through'
	};
}

/** “… because humans are the reservoir”: why it is so. */
export function reasonQuestions(context: Context): Asked[] {
	const { sentence, clause } = context;
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	if (clause.matrix !== null) return [];
	const at = tokens.findIndex(
		(token, i) => i >= verb.end && /^(because|since|due|owing)$/.test(token.lower) && isReason(tokens, i)
	);
	if (at === -1 || at > complement.to + 1) return [];
	const body = { from: verb.end, to: classes.charAt(at - 1) === ',' ? at - 1 : at };
	const reason = { from: at, to: clause.sentenceEnd };
	const letters = classes.slice(reason.from + 1, reason.to);
	if (!isClear(sentence, body) && body.to > body.from) return [];
	// “is due to a fall”, “is often due to falls”: what it is due to; “is a loss due to …”: what it is.
	if (verb.voice === 'copula' && /^(?:A*$|[DN])/.test(classes.slice(body.from, body.to))) return [];
	if (/[;:-]/.test(letters) || reason.to - reason.from < 4 || reason.to - reason.from > 26) return [];
	const pronouns = tokens.slice(reason.from, reason.to).filter((token) => token.class === 'I');
	if (
		pronouns.some((token) => !/^(it|they|itself|them)$/.test(token.lower)) ||
		tokens.slice(reason.from, reason.to).some((token) => /^(this|these|those|such)$/.test(token.lower))
	)
		return [];
	return [whyCard(context, body, reason, 0.75)];
}

/** “Because the gland needs iodine, a lack of it …”: why, where the reason stands before. */
export function reasonInFront(context: Context): Asked[] {
	const { sentence, clause } = context;
	const { tokens, classes } = sentence;
	const { verb, complement, front } = clause;
	if (front === null || clause.role !== 'main' || clause.matrix !== null || clause.broken) return [];
	const opener = tokens[front.from];
	const isPast = tokens[verb.start]?.class === 'H';
	// “Since the last ice age, …”, “Since the law was passed, prices have doubled”: times.
	const tellsWhy =
		opener?.lower === 'because' ||
		(opener?.lower === 'since' && !isPast && isReason(tokens.slice(0, front.to), front.from));
	if (!tellsWhy || front.to - front.from < 4 || front.to - front.from > 24) return [];
	// “Because of its size, it …”: what “its” means is said behind it.
	const reason = { from: front.from + 1, to: front.to };
	if (pointsOutside(sentence, reason) || /[;:-]/.test(classes.slice(reason.from, reason.to))) return [];
	if (complement.to < clause.sentenceEnd || !isClear(sentence, complement) || complement.to - verb.end > 16) return [];
	return [whyCard(context, complement, front, 0.8)];
}

/** @param body what the clause says behind its verb */
function whyCard(context: Context, body: Range, reason: Range, worth: number): Asked {
	const { sentence, clause, wording, subject } = context;
	const answer = spanOf(sentence, reason);
	const asks = `${wording.inverted(clause.verb, subject.text, subject.plural)} ${wording.words(body)}`.trim();
	return {
		question: fronted(context, `Why ${asks}?`),
		answer,
		type: 'mechanism',
		slots: [slot('event', spanOf(sentence, clause.subject)), slot('reason', answer)],
		worth,
		pattern: 'why'
	};
}

/** “because”, “because of”, “due to”; “since” where a clause follows and no date. */
function isReason(tokens: Context['sentence']['tokens'], at: number): boolean {
	const [word, next] = [tokens[at]?.lower ?? '', tokens[at + 1]];
	// “since the last ice age” is no reason.
	const isClause = tokens.slice(at + 2).some((token) => 'BMHK30E'.includes(token.class));
	if (word === 'since')
		return tokens[at]?.class === 'S' && next?.class !== 'Q' && tokens[at - 1]?.class !== 'H' && isClause;
	if (word === 'due' || word === 'owing') return next?.lower === 'to' && tokens[at - 1]?.class !== 'B';
	return true;
}
