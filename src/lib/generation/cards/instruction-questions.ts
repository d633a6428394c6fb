import { pointsElsewhere } from '../claims/pointing';
import { nounPhraseEnd, unitEnd } from '../grammar/phrase-patterns';
import { spanOf, type Sentence } from '../grammar/sentence';
import { formsOf } from '../words/inflection';
import { verbReadings } from '../words/verb-lexicon';
import { slot, type Asked } from './asked';
import type { Wording } from './wording';

const WHEN = /^(if|when|whenever|once|before|after|until|during|while|prior|upon|unless)$/;

/** Instructions: “Withhold X if …”, “Monitor potassium every 3 months”, “Store X at 20 °C to 25 °C”. */
export function imperativeQuestions(sentence: Sentence, wording: Wording): Asked[] {
	const { tokens, classes } = sentence;
	if (sentence.clauses.some((clause) => clause.subject.from === 0)) return [];
	let at = 0;
	while (classes.charAt(at) === 'A') at++;
	const verb = tokens[at];
	const lemma = verb === undefined ? undefined : verbReadings(verb.lower).find((each) => each.form === 'base')?.lemma;
	if (
		verb === undefined ||
		lemma === undefined ||
		at > 1 ||
		/^(see|note|let|think|say|read|avoid|consider)$/.test(lemma)
	)
		return [];
	const from = at + 1;
	if (!'DJNQEG'.includes(classes.charAt(from) || '.') || 'BMHK3'.includes(classes.charAt(from + 1) || '.')) return [];
	const end = sentenceEnd(sentence);
	const unit = unitEnd(classes, from);
	if (unit === null || unit > end) return [];
	const object = { from, to: withOf(classes, from, unit) };
	const rest = { from: object.to, to: end };
	const participle = formsOf(lemma).find(([form]) => form === 'participle')?.[1] ?? '';
	const adverb = at === 1 ? `${tokens[0]?.lower ?? ''} ` : '';
	if (pointsElsewhere(sentence, object) || participle === '' || /[;:]/.test(classes.slice(rest.from, rest.to)))
		return [];
	const named = wording.words(object);
	const be = `should ${named} be ${adverb}${participle}`;
	const opening = tokens[rest.from]?.lower ?? '';
	const ask = (
		question: string,
		answer: { from: number; to: number },
		role: 'time' | 'object' | 'quantity' | 'population'
	): Asked => {
		const span = spanOf(sentence, answer);
		return {
			question,
			answer: span,
			type: 'regulatory',
			slots: [slot('product', spanOf(sentence, object)), ...(role === 'object' ? [] : [slot(role, span)])],
			worth: 0.8,
			pattern: 'instruction'
		};
	};
	if (rest.to <= rest.from) return [];
	if (pointsElsewhere(sentence, rest) || !/[NQ]/.test(classes.slice(rest.from, rest.to))) return [];
	if (opening === 'every' || opening === 'once' || opening === 'twice') return [ask(`How often ${be}?`, rest, 'time')];
	if (WHEN.test(opening) && rest.to - rest.from >= 2) return [ask(`When ${be}?`, rest, 'time')];
	if (
		opening === 'in' &&
		/^(patients|people|women|men|children|adults|individuals|females|males|infants)$/.test(
			tokens[rest.from + 1]?.lower ?? ''
		)
	)
		return [ask(`In whom ${be}?`, rest, 'population')];
	if (/^(with|without|by|orally|only)$/.test(opening) && rest.to - rest.from <= 8)
		return [ask(`How ${be}?`, rest, 'object')];
	if (opening === 'at' && /°/.test(wording.words(rest))) return [ask(`At what temperature ${be}?`, rest, 'quantity')];
	if (
		/^(in|for|with|by|on|to|from|at|under)$/.test(opening) &&
		nounPhraseEnd(classes, rest.from + 1) !== null &&
		!/,/.test(classes.slice(rest.from, rest.to))
	) {
		const span = spanOf(sentence, object);
		if (object.to - object.from < 2 && /^\p{Lu}{4,}$/u.test(tokens[from]?.text ?? '')) return [];
		return [
			{ ...ask(`What should be ${adverb}${participle} ${wording.words(rest)}?`, object, 'object'), answer: span }
		];
	}
	return [];
}

function sentenceEnd({ tokens, classes }: Sentence): number {
	let end = tokens.length;
	while (end > 0 && classes.charAt(end - 1) === '.') end--;
	return end;
}

/** “the level of the tank”: what “of” adds belongs to the object. */
function withOf(classes: string, from: number, unit: number): number {
	let end = unit;
	while (classes.charAt(end) === 'O') {
		const next = unitEnd(classes, end + 1);
		if (next === null) break;
		end = next;
	}
	while (classes.charAt(end) === 'C') {
		const next = unitEnd(classes, end + 1);
		if (next === null) break;
		end = next;
	}
	return Math.max(end, from);
}
