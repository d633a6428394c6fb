import { POINTER } from '../content/statements';
import { hedgesIn, isNegated } from '../claims/hedges';
import { ONE_OF_A_KIND } from '../claims/mentions';
import { isCommonNoun } from '../claims/common-nouns';
import { EMPTY_ANSWERS, isPointing } from '../claims/vague-nouns';
import type { Sentence } from '../grammar/sentence';
import { rangeOf } from '../grammar/sentence';
import { headOf } from '../grammar/clause';
import type { Found } from './questions';
import { refusal } from './refusals';
import { stemsOf } from './stems';

/** How good a card a question makes, 0 to 1; 0 means that it makes none. */
export function quality(asked: Found, sentence: Sentence): number {
	const { text, tokens, classes } = sentence;
	const answer = asked.said ?? text.slice(asked.answer.start, asked.answer.end);
	const questionWords = asked.question.split(/\s+/).length;
	const answerWords = answer.split(/\s+/).length;
	if (
		questionWords < 3 ||
		questionWords > 25 ||
		asked.question.length > 200 ||
		(answer.length < 2 && !/\d/.test(answer))
	)
		return 0;
	if (answerWords > (asked.type === 'definition' ? 30 : 22)) return 0;
	if (
		/[[\]{}|@#*_\\]|https?:|www\.|\(\d{1,2}\)/.test(asked.question + answer) ||
		/\s[,;:]|\b(\w+) \1\b(?<!that that)/i.test(asked.question)
	)
		return 0;
	if (answer.search(POINTER) !== -1) return 0;
	if (/\b(?:does|do|did|is|are|was|were|has|have|had|can|may|could|should|will) no\b/i.test(asked.question)) return 0;
	if (refusal(asked, sentence) !== null) return 0;
	if (unbalanced(answer) || unbalanced(asked.question)) return 0;
	// An answer that goes to the sentence's end has lost nothing.
	const isWhole =
		asked.answer.end === tokens[(asked.clause?.sentenceEnd ?? 0) - 1]?.end ||
		/^,? such as\b/.test(text.slice(asked.answer.end, sentence.statement.end));
	if (asked.clause?.broken === true && !isWhole && !/^(how|why|apposition|subject|unique|quantity)/.test(asked.pattern))
		return 0;
	if (
		asked.clause !== null &&
		/^(where|used-to|verb)/.test(asked.pattern) &&
		tokens.slice(asked.clause.verb.start, asked.clause.complement.from + 1).some((token) => token.lower === 'also')
	)
		return 0;
	// “contact with raccoons and their feces”: whose, the answer itself says.
	if (asked.type !== 'definition' && /^(?:(?!\bwith\b|\bof\b|\bfrom\b).)*\b(?:and|or) (?:its|their)\b/.test(answer))
		return 0;
	const range = rangeOf(sentence, asked.answer);
	// An answer that is put in words of its own has no classes to look at.
	const letters = asked.said === undefined ? classes.slice(range.from, range.to) : 'N';
	if (/[CDPOMTSR,-]$|[NJ]E$/.test(letters)) return 0;
	// “inflammation and interfering with …”: half of something else.
	if (/^[^GEOPT]*CG/.test(letters) && asked.pattern !== 'includes') return 0;
	const head = tokens[headOf(tokens, /^[PT]/.test(letters) ? { from: range.from + 1, to: range.to } : range)];
	const isPhrase =
		asked.said === undefined &&
		!/^(effect|time|share|how|why|comparison|what-if|which|instruction|used-to|to-do|list|labelled|quantity)/.test(
			asked.pattern
		);
	if (
		isPhrase &&
		(head === undefined ||
			(EMPTY_ANSWERS.has(head.lower) &&
				!/^(definition|called|apposition|also)/.test(asked.pattern) &&
				!/^(?:the |an? )?(?:\p{L}+ )?(?:needs?|number|types?|kinds?|field) (?:of|for) (?!\p{L}+ to\b)/iu.test(answer)))
	)
		return 0;
	if (
		isPhrase &&
		/^(some|many|several|various|different|certain|other|others|another|additional|such|both|each|all|most|more|these|those|this|it|they)$/i.test(
			answer.split(' ')[0] ?? ''
		) &&
		answerWords <= 3
	)
		return 0;
	if (isPhrase && /^(?:various|different|several|certain|numerous|diverse) /i.test(answer)) return 0;
	if (
		asked.pattern === 'object' &&
		/^(changes?|effects?)$/.test(head?.lower ?? '') &&
		/^(cause|produce|generate|create)$/.test(asked.clause?.verb.lemma ?? '') &&
		answerWords < 8
	)
		return 0;
	const asks = stemsOf(asked.question);
	const says = stemsOf(answer);
	if (says.length === 0) return 0;
	const isCounted = /^(how-many|quantity|comparison-likely|unique-role)/.test(asked.pattern);
	if (answerWords === 1 && ((isPointing(answer.toLowerCase()) && !isCounted) || /ed$|ly$/.test(answer))) return 0;
	// “What have most countries adopted to protect consumers? – Laws”
	if (
		answerWords === 1 &&
		/^(?:object|verb-preposition)$/.test(asked.pattern) &&
		/^(?:laws?|rules?|things?|measures?|goods|money|people|energy|food|water|work|help|support|care|information|objects?|products?|materials?|expansions?)$/i.test(
			answer
		)
	)
		return 0;
	if (isPhrase && (!/[NQ]/.test(letters) || /^(?:this|these|those) /i.test(answer))) return 0;
	if (
		isPhrase &&
		/^(?:just |only )?(?:one|two|three|several|many|various|certain) \w+$/i.test(answer) &&
		isPointing(head?.lower ?? '')
	)
		return 0;
	// “the peak”: of what, the sentence before says.
	if (
		/^(?:object|subject|verb-preposition)$/.test(asked.pattern) &&
		letters === 'DN' &&
		/^the \S+$/i.test(answer) &&
		isCommonNoun(head?.lower ?? '') &&
		!ONE_OF_A_KIND.test(head?.lower ?? '')
	)
		return 0;
	if (isPhrase && /^A?QN+$/.test(letters) && isPointing(head?.lower ?? '') && head?.plural === true) return 0;
	if (isPhrase && /^Q[N]$/.test(letters) && /^(two|three|four|five|several)$/i.test(answer.split(' ')[0] ?? ''))
		return 0;
	if (/^[^,]*\b(case shown|example|previous|earlier|point [A-Z]|figure|study|trial)\b[^,]*,/i.test(asked.question))
		return 0;
	const isWhich = asked.pattern === 'which-subject';
	const given = says.filter((stem) => asks.includes(stem)).length / says.length;
	// “Which is the most common nutritional deficiency? – Iron deficiency”: what is new says it.
	// “What effect …? – A calming effect”
	const isNew = (asked.pattern === 'unique-role' && given <= 0.5) || asked.pattern === 'effect';
	if (!isWhich && !isNew && (given > 0.5 || (given > 0.34 && says.length <= 3))) return 0;
	if (asks.filter((stem) => !/^(name|stand|kind|type|many|long|often|soon)$/.test(stem)).length < 1) return 0;
	// What is unsure or denied in the clause must be so on the card.
	const card = `${asked.question} ${answer}`;
	if (!keeps(sentence, asked, card)) return 0;
	let score = asked.worth;
	if (answerWords <= 8) score += 0.06;
	if (answerWords > 14) score -= 0.12;
	if (questionWords > 18) score -= 0.06;
	if (asks.length >= 3) score += 0.04;
	if ((asked.subject?.from ?? null) !== null) score -= 0.12;
	if (given > 0) score -= 0.05;
	return Math.max(0.01, Math.min(1, score));
}

const unbalanced = (text: string): boolean => {
	const count = (mark: RegExp): number => text.match(mark)?.length ?? 0;
	return count(/\(/g) !== count(/\)/g) || count(/[“]/g) !== count(/[”]/g) || count(/"/g) % 2 !== 0;
};

function keeps({ text, tokens, clauses }: Sentence, { clause, pattern, answer }: Found, card: string): boolean {
	if (clause === null || pattern === 'acronym') return true;
	// “Side effects, including nausea, appear to be tolerable”: what stands between commas is hedged by itself.
	const asideFrom = tokens[clause.aside?.from ?? -1]?.start;
	const asideTo = tokens[(clause.aside?.to ?? 0) - 1]?.end;
	if (asideFrom !== undefined && asideTo !== undefined && asideFrom <= answer.start && answer.end <= asideTo)
		return hedgesIn(text.slice(asideFrom, asideTo)).every((word) => hedgesIn(card).includes(word));
	// What is only set against the statement (“Unlike most anaesthetics, …”) limits nothing.
	const isSetAgainst = /^(?:unlike|like|although|though|while|whereas|despite|besides)$/.test(
		tokens[clause.front?.from ?? -1]?.lower ?? ''
	);
	const from = tokens[(isSetAgainst ? clause.subject : (clause.front ?? clause.subject)).from]?.start ?? 0;
	const to = Math.max(answer.end, tokens[Math.max(clause.verb.end, clause.complement.to) - 1]?.end ?? 0);
	// A later clause is not hedged by what stands between its subject and its own verb.
	const verbStart = tokens[clause.verb.start]?.start ?? from;
	const isFar = clause.role !== 'main' && clause.verb.start > clause.subject.to + 1;
	// “X, commonly called Y, was …”: what stands between commas is hedged by itself.
	const bare = (words: string): string =>
		clause.aside === null
			? words
			: words.replace(text.slice(tokens[clause.aside.from]?.start ?? 0, tokens[clause.aside.to - 1]?.end ?? 0), '');
	const said = isFar
		? `${text.slice(tokens[clause.subject.from]?.start ?? 0, tokens[clause.subject.to - 1]?.end ?? 0)} ${text.slice(verbStart, to)}`
		: text.slice(Math.min(from, tokens[clause.matrix?.subject.from ?? clause.subject.from]?.start ?? from), to);
	if (
		isNegated(
			text
				.slice(tokens[clause.verb.start]?.start ?? 0, tokens[clause.verb.end - 1]?.end ?? 0)
				.replace(/\bnot only\b/i, '')
		) !== isNegated(card) &&
		!isNegated(said.replace(/\bnot only\b/i, ''))
	)
		return false;
	if (clause.verb.negated && !isNegated(card)) return false;
	// “usually restricts output and increases price”: the second is as usual as the first.
	const kept = hedgesIn(card);
	const [first] = clauses;
	if (clause.role === 'shared' && first !== undefined) {
		const before = text.slice(tokens[first.verb.start]?.start ?? 0, tokens[first.verb.end - 1]?.end ?? 0);
		if (!hedgesIn(before).every((word) => kept.includes(word))) return false;
	}
	return hedgesIn(bare(said)).every((word) => kept.includes(word));
}
