import { pointsOutside } from '../claims/pointing';
import { isPointing } from '../claims/vague-nouns';
import { headOf, isPluralPhrase, type Range } from '../grammar/clause';
import { isNounPhrase, unitEnd } from '../grammar/phrase-patterns';
import { spanOf, type Sentence } from '../grammar/sentence';
import { verbReadings } from '../words/verb-lexicon';
import { slot, type Asked } from './asked';
import type { Wording } from './wording';

/** Names that a sentence gives in passing: “solution grooves known as karren”, “dyskinesias (involuntary movements …)”. */
export function namingQuestions(sentence: Sentence, wording: Wording): Asked[] {
	return [...calledSo(sentence, wording), ...inBrackets(sentence, wording)];
}

/** What a thing is called whose name stands behind it. */
function calledSo(sentence: Sentence, wording: Wording): Asked[] {
	const { tokens, classes } = sentence;
	const found: Asked[] = [];
	for (let at = 2; at + 1 < tokens.length; at++) {
		const word = tokens[at]?.lower ?? '';
		const isKnown = word === 'known' && tokens[at + 1]?.lower === 'as';
		if (!isKnown && !/^(called|termed)$/.test(word)) continue;
		if (!'NQ)'.includes(classes.charAt(at - 1))) continue;
		const thing = phraseEndingAt(classes, at);
		const from = at + (isKnown ? 2 : 1);
		const to = unitEnd(classes, from);
		if (thing === null || to === null || to - from > 4 || !/^[.,;)RPBMHK3]?$/.test(classes.charAt(to))) continue;
		const bare = classes.charAt(thing.from) === 'D' ? thing.from + 1 : thing.from;
		const head = tokens[headOf(tokens, thing)];
		// “a larger and less regular depression called …”: half of a phrase.
		if (
			'CAGJ'.includes(classes.charAt(thing.from - 1) || '.') ||
			verbReadings(tokens[to - 1]?.lower ?? '').some((each) => each.form === 'third')
		)
			continue;
		if (head === undefined || thing.to - bare < 2 || pointsOutside(sentence, thing) || isPointing(head.lower)) continue;
		if (tokens[from]?.class === 'D' && !/^(an?|the)$/.test(tokens[from]?.lower ?? '')) continue;
		const plural = isPluralPhrase(tokens, thing);
		const answer = spanOf(sentence, { from, to });
		found.push({
			question: `What ${plural === true ? 'are' : 'is'} ${wording.words(thing)} ${word}${isKnown ? ' as' : ''}?`,
			answer,
			type: 'definition',
			slots: [slot('meaning', spanOf(sentence, thing)), slot('term', answer)],
			worth: 0.7,
			pattern: 'called-so'
		});
	}
	return found;
}

/** What a term means that is explained in brackets. */
function inBrackets(sentence: Sentence, wording: Wording): Asked[] {
	const { tokens, classes } = sentence;
	const found: Asked[] = [];
	for (let at = 1; at + 3 < tokens.length; at++) {
		if (classes.charAt(at) !== '(' || tokens[at - 1]?.class !== 'N') continue;
		const close = classes.indexOf(')', at);
		const inner = { from: at + 1, to: close };
		const letters = classes.slice(inner.from, close);
		const term = phraseEndingAt(classes, at);
		if (close === -1 || term === null || letters.length < 3 || /[QC",]/.test(letters) || !/[OPRE]/.test(letters))
			continue;
		if (!isNounPhrase(letters.split('R')[0] ?? '') || pointsOutside(sentence, inner) || pointsOutside(sentence, term))
			continue;
		if (term.to - term.from > 3 || /^(also|see|e\.g\.|i\.e\.)/.test(tokens[inner.from]?.lower ?? '')) continue;
		const plural = isPluralPhrase(tokens, term);
		const head = tokens[headOf(tokens, inner)];
		if (head === undefined || head.plural !== (plural ?? head.plural)) continue;
		const answer = spanOf(sentence, inner);
		found.push({
			question: `What ${plural === true ? 'are' : 'is'} ${wording.words(term)}?`,
			answer,
			type: 'definition',
			slots: [slot('term', spanOf(sentence, term)), slot('meaning', answer)],
			worth: 0.76,
			pattern: 'definition-brackets'
		});
	}
	return found;
}

/** The longest plain noun phrase that ends before `end`. */
function phraseEndingAt(classes: string, end: number): Range | null {
	let from: number | null = null;
	for (let at = end - 1; at >= Math.max(0, end - 7) && "DJNQEAG'".includes(classes.charAt(at)); at--)
		if (unitEnd(classes, at) === end) from = at;
	return from === null ? null : { from, to: end };
}
