import { clausesOf } from '../../deck-format/lint/clauses';
import { contentWords, isStopWord, tokens } from '../../deck-format/lint/words';
import { hedgesIn, isNegated } from '../claims/hedges';
import { fault, type Fault } from './refusal';
import { isFormOf } from './same-word';

/** What denies, besides the words that `isNegated` knows. */
const DENIES =
	/\b(?:cannot|nothing|nobody|nowhere|fail(?:s|ed|ing)?|lack(?:s|ed|ing)?|unable|unlikely|hardly|scarcely|barely|rarely|seldom|absen(?:t|ce)|except|excluding|other than|rather than|instead of|no longer|den(?:y|ies|ied)|rul(?:e[sd]?|ing) out|refut\p{L}*|disprov\p{L}*|contrary|false(?:ly)?|myths?|wrong(?:ly)?|ceas(?:e|es|ed)|stopp?(?:s|ed)?)\b/iu;
/** Figures of speech with a “not” or “no” that denies nothing. */
const NO_DENIAL = /\bnot (?:only|just|merely)\b|\bno (?:more|less|longer|later|fewer) than\b/giu;
/** What limits or doubts, besides the words that `hedgesIn` knows. */
const LIMITS =
	/\b(only|unless|if|whether|claim(?:s|ed|ing)?|argu(?:e|es|ed|ing)|hypothes[ei]\p{L}*|propos(?:e|es|ed|al)|speculat\p{L}*|presum\p{L}*|suspect(?:s|ed)?|assum(?:e|es|ed|ption)|expect(?:s|ed)?|predict(?:s|ed)?|hop(?:e|es|ed)|alleg\p{L}*|suppos\p{L}*|theor(?:y|ise[sd]?|ize[sd]?|etical\p{L}*)|unclear|unknown|uncertain|controvers\p{L}*|debat\p{L}*|preliminary|promising|investigated|under investigation|investigational|animals?|mice|mouse|rats?|rodents?|monkeys?|preclinical|in vitro|former(?:ly)?|previously|used to|planned|intended|says|said|told|(?:say|tell|answer|repl(?:y|ie)|respond|write|state|insist|declare|assert|announce|explain|note|stress|warn|maintain)(?:s|ed|d)?(?= that\b))\b/giu;

/** A “not” of the quote must be on the card and hold of the same words; the card has none of its own. */
export function negationFault(card: string, quote: string, answer: string): Fault | null {
	const quoted = plainly(quote);
	const said = plainly(card);
	if (denies(quoted) !== denies(said)) {
		const message = denies(quoted)
			? 'The quote denies something, and the card does not.'
			: 'The card denies something, and the quote does not.';
		return fault('negation-differs', message);
	}
	if (!denies(said)) return null;
	const held = afterNot(quoted);
	if (held.length > 0 && !afterNot(said).some((word) => held.some((each) => isFormOf(word, each)))) {
		return fault('negation-differs', 'The “not” of the card stands before other words than that of the quote.');
	}
	const denying = clausesOf(quoted).filter(denies);
	const inOne = denying.some((clause) => {
		const there = tokens(clause);
		return contentWords(answer).every((word) => there.some((each) => isFormOf(each, word)));
	});
	if (!inOne) return fault('negation-differs', 'The answer stands in a part of the quote that is not denied.');
	return null;
}

const plainly = (text: string): string => text.replace(NO_DENIAL, ' ');

const denies = (text: string): boolean => isNegated(text) || DENIES.test(text);

/** The words of weight within three after each “not”. */
function afterNot(text: string) {
	const all = tokens(text);
	return all.flatMap(({ word }, i) =>
		/^(?:not|no|never|cannot|without|neither|nor|none)$|n't$/.test(word)
			? all
					.slice(i + 1)
					.filter((each) => !isStopWord(each.word))
					.slice(0, 3)
			: []
	);
}

/** Every “may”, “some”, “only” of the quote must be on the card, and the card has none of its own. */
export function hedgeFault(card: string, quote: string): Fault | null {
	const quoted = limitsIn(quote);
	const said = limitsIn(card);
	const lost = [...quoted].find((word) => !said.has(word));
	if (lost !== undefined) return fault('hedge-differs', `The quote says “${lost}”; the card does not.`);
	const added = [...said].find((word) => !quoted.has(word));
	return added === undefined ? null : fault('hedge-differs', `The card says “${added}”; the quote does not.`);
}

/** In small letters; words that say the same doubt as one. */
function limitsIn(text: string): Set<string> {
	// “May” within a sentence is the month, “how often” asks.
	const plain = text
		.replace(/(?<=\S\s)May\b/g, ' ')
		.replace(/\bhow (?:many|often|likely)\b/gi, ' ')
		// “the most important” is a rank, not a limit.
		.replace(/\b(the|its|their|one of the) most (?!of\b)(?=\p{L})/giu, '$1 ')
		.replace(/\bcould\b/g, 'may');
	const found = [...hedgesIn(plain), ...[...plain.matchAll(LIMITS)].map((match) => match[0].toLowerCase())];
	return new Set(
		found.map((word) => (word === 'might' ? 'may' : word.replace(/(?<=.{4})(?<!shoul|woul)(?:ed|es|s|d)$/, '')))
	);
}
