import { isCommonNoun } from '../claims/common-nouns';
import { pointsOutside } from '../claims/pointing';
import { headOf, isPluralPhrase, type Range } from '../grammar/clause';
import { isNounPhrase, nounPhraseEnd, unitEnd } from '../grammar/phrase-patterns';
import { spanOf, type Sentence } from '../grammar/sentence';
import { slot, type Asked } from './asked';
import type { Wording } from './wording';

/** Terms and their meanings that stand next to each other in brackets or behind an “or”. */
export function namingQuestions(sentence: Sentence, wording: Wording): Asked[] {
	return [...explained(sentence, wording), ...behindOr(sentence, wording)];
}

/** “saggars, or boxes of fireclay, …”: a term and what it means. */
function behindOr(sentence: Sentence, wording: Wording): Asked[] {
	const { tokens, classes } = sentence;
	const found: Asked[] = [];
	for (let at = 1; at + 4 < tokens.length; at++) {
		if (classes.charAt(at) !== ',' || tokens[at + 1]?.lower !== 'or') continue;
		// “A, B, or C”: one of several.
		if (/,[^,;:]*$/.test(classes.slice(0, at)) || tokens[at - 1]?.class !== 'N') continue;
		const to = nounPhraseEnd(classes, at + 2);
		const term = phraseEndingAt(classes, at);
		if (to === null || term === null || !/^[.,;]?$/.test(classes.charAt(to))) continue;
		const meaning = { from: at + 2, to };
		const letters = classes.slice(meaning.from, to);
		if (!/^D?[JN]*N[OP]/.test(letters) || /[CQ]/.test(letters) || pointsOutside(sentence, meaning)) continue;
		const isMarked = classes.charAt(term.from) === 'D' || tokens[term.from]?.lower === 'new';
		const bare = { from: isMarked ? term.from + 1 : term.from, to: at };
		const head = tokens[at - 1];
		const plural = isPluralPhrase(tokens, bare);
		const same = tokens[headOf(tokens, meaning)]?.plural === (plural ?? false);
		if (head === undefined || isCommonNoun(head.lower) || !same || bare.to - bare.from > 3) continue;
		const answer = spanOf(sentence, meaning);
		found.push({
			question: `What ${plural === true ? 'are' : 'is'} ${wording.words(bare)}?`,
			answer,
			type: 'definition',
			slots: [slot('term', spanOf(sentence, bare)), slot('meaning', answer)],
			worth: 0.72,
			pattern: 'apposition'
		});
	}
	return found;
}

/** What a term means that is explained in brackets: “dyskinesias (involuntary movements …)”. */
function explained(sentence: Sentence, wording: Wording): Asked[] {
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
