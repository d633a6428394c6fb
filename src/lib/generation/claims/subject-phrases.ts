import { headOf, type Range } from '../grammar/clause';
import { spanOf, type Sentence } from '../grammar/sentence';
import { NOUNS } from '../words/closed-classes';
import type { Token } from '../words/tokens';
import { EMPTY_SUBJECTS, isPointing } from './vague-nouns';

/** Kinds of things, and nouns that are of the kind by their form. */
export const KIND_OF: readonly (readonly [RegExp, RegExp])[] = [
	[
		/^(disease|disorder|condition|illness|infection|syndrome)$/,
		/(disease|disorder|syndrome|infection|itis|osis|iasis|emia|aemia|pathy|oma|algia|plegia|fever|cancer|leukemia|depression|anxiety|migraine|stroke|failure|deficiency|diabetes)$/
	],
	[/^(process|reaction|event)$/, /(tion|sis|ing|ment|ism|lysis|pause|feedback)$/],
	[
		/^(procedure|operation|technique|method|test|therapy|treatment)$/,
		/(tomy|scopy|plasty|graphy|therapy|stimulation|surgery|scan|test|imaging|transplant|transplantation|biopsy|dialysis)$/
	],
	[
		/^(drug|medication|medicine|agent|compound|substance|antibiotic|hormone)$/,
		/(ine|ol|il|am|in|one|ide|ate|mab|nib|ium|acid|vir|an|ene|hormone)$/
	]
];

export const isThing = ({ class: letter, lower, text }: Token): boolean =>
	letter === 'N' &&
	!/^(addition|fact|general|contrast|particular|time|times|century|year|years|month|months|day|days|hours?|minutes?|weeks?|rule|result|end|beginning|first|case|cases|practice|theory|adults|children|people|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
		lower
	) &&
	!/^\d/.test(text);

export const PERSON = /^(patient|person|man|woman|child|researcher|doctor|physician|author|scientist|nurse|he|she)s?$/;

export const lastWord = (text: string): string => /[\p{L}-]+$/u.exec(text)?.[0].toLowerCase() ?? '';

/** Article and noun, with nothing that says which. */
export function isBare({ tokens, classes }: Sentence, { from, to }: Range): boolean {
	return (
		/^DQ?N$/.test(classes.slice(from, to)) ||
		(to - from === 3 && /^(two|three|four|first|second|other|main|only|same)$/.test(tokens[from + 1]?.lower ?? ''))
	);
}

/** “the full effect”: a pointing noun with nothing but a quality. */
export function isVagueQuality({ tokens, classes }: Sentence, { from, to }: Range): boolean {
	const head = tokens[to - 1];
	return (
		/^D[JE]N$/.test(classes.slice(from, to)) &&
		head !== undefined &&
		isPointing(head.lower) &&
		!/(al|ic|ary|ive|ous)$|-/.test(tokens[from + 1]?.lower ?? '')
	);
}

export function isEmptySubject(sentence: Sentence, range: Range): boolean {
	const { tokens, classes } = sentence;
	const head = tokens[headOf(tokens, range)];
	if (head === undefined) return true;
	const letters = classes.slice(range.from, range.to);
	if (/^(information|advice|details)$/.test(head.lower)) return true;
	if (
		/^(use|administration|exposure|intake|consumption|injection|infusion|sale|removal|onset|presence|absence)$/.test(
			head.lower
		) &&
		!/O/.test(letters) &&
		!/N.*N/.test(letters)
	)
		return true;
	// “the compensation point”, “the light reaction”
	const before = tokens[headOf(tokens, range) - 1];
	if (
		EMPTY_SUBJECTS.has(head.lower) &&
		/^(point|reaction|time)s?$/.test(head.lower) &&
		(before?.class === 'N' || NOUNS.has(before?.lower ?? ''))
	)
		return false;
	if (EMPTY_SUBJECTS.has(head.lower))
		return /^[DQ]*[N]?$|^D?[AQ]?[JE]?N$|^I$/.test(letters) || !/[OPR]|N[GE]/.test(letters);
	if (/^(many|some|several|most|few)$/.test(tokens[range.from]?.lower ?? '') && isPointing(head.lower)) return true;
	return spanOf(sentence, range).end - spanOf(sentence, range).start > 110;
}
