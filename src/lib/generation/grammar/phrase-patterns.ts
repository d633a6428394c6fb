/**
 * Noun phrases as regular expressions over word classes (see `words/tokens.ts`). A pattern is matched at an index with
 * the sticky flag; what it matches is as long as it can be.
 */

/** Determiner, modifiers, head: “the most abundant excitatory neurotransmitter”, “T4”, “95%”. */
const HEADED = `(?:A{0,2}[DQ])*(?:CA[DQ])?(?:A*(?:[JGQN]|E(?!A*[QD]))|'|"|,(?=A?[JE]+N)|C(?=[JE]+N)|(?<=J)C(?=[JEN]+N)|(?<=[JN])\\([^()]*\\)(?=[JN]))*[NQ]"?`;
const PARENTHESIS = `(?:\\([^()]*\\))?`;
const UNIT = `${HEADED}${PARENTHESIS}`;
const COORDINATION = `(?:(?:(?:,${UNIT})+,)?C${UNIT}|(?:,${UNIT})+C${UNIT})?`;
/** “of the brain”, “in mood and cognition”, “for treating pain”. */
const PREPOSITIONAL = `(?:A?[PO]G?${UNIT}${COORDINATION})`;
/** “given atropine”, “caused by long-term use”, “known as the NMDA receptor”. */
const PARTICIPIAL = `(?:E(?:[PO]|T0?)?G?${UNIT})`;

const NOUN_PHRASE = `${UNIT}${COORDINATION}(?:${PREPOSITIONAL}|${PARTICIPIAL})*`;

/** “to alleviate symptoms quickly”, “resistant to streptomycin”, “and to bed rest”, “driving the change”. */
const ATTACHED = `(?:TA*0(?:[PT]?${UNIT}${COORDINATION})?(?:CA*0${UNIT})?A?|,?DP${UNIT}${COORDINATION}|A?J[TP]${UNIT}|C[POT]${UNIT}|[T]${UNIT}|A?G[PT]?${UNIT}|EA?[PTO]+${UNIT}${COORDINATION})`;
/** Subjects that are longer or looser than an object may be: “Most of the cells”, “Reducing the dose”. */
const SUBJECT = `(?:(?:A?[DQ]|A|I)O)?(?:A?G(?:E?[PT](?!0))?)?${UNIT}${COORDINATION}(?:${PREPOSITIONAL}|${PARTICIPIAL}|${ATTACHED})*J?A?`;

const SERIES_OF = `${UNIT}(?:${PREPOSITIONAL})*(?:,A*${UNIT}(?:${PREPOSITIONAL})*)+,?CA?${UNIT}(?:C${UNIT})?(?:${PREPOSITIONAL})*`;

const sticky = (pattern: string): RegExp => new RegExp(pattern, 'y');

const WHOLE = new RegExp(`^${NOUN_PHRASE}$`);
const WHOLE_SUBJECT = new RegExp(`^${SUBJECT}$`);
const LONGEST = sticky(NOUN_PHRASE);
const SHORTEST = sticky(UNIT);
const SERIES = sticky(SERIES_OF);
const WHOLE_SERIES = new RegExp(`^${SERIES_OF}$`);

export const isNounPhrase = (classes: string): boolean => WHOLE.test(classes);

/** Whether the classes make a subject: a noun phrase, or a quantity of one, or what is done. */
export const isSubjectPhrase = (classes: string): boolean => WHOLE_SUBJECT.test(classes) || WHOLE_SERIES.test(classes);

/** Where the noun phrase that begins at `from` ends, or null if none begins there. */
export const nounPhraseEnd = (classes: string, from: number): number | null => endOf(LONGEST, classes, from);

/** The same without coordination and what follows the head. */
export const unitEnd = (classes: string, from: number): number | null => endOf(SHORTEST, classes, from);

/** Where a list of three or more noun phrases that begins at `from` ends. */
export function seriesEnd(classes: string, from: number): number | null {
	const end = endOf(SERIES, classes, from);
	// “…, decreasing the release and increasing …”: what comes of it is no member.
	return end !== null && /^[^G].*,A*G(?:[DQ]|[JN]+[^,]*CA*G)/.test(classes.slice(from, end)) ? null : end;
}

function endOf(pattern: RegExp, classes: string, from: number): number | null {
	pattern.lastIndex = from;
	return pattern.test(classes) && pattern.lastIndex > from ? pattern.lastIndex : null;
}
