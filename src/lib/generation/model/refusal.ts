/** Why a proposed card is not taken, for counting. */
export type RefusalReason = keyof typeof REASONS;

/** In words, for a list of reasons with their counts. */
export const REASONS = {
	form: 'was not in the form asked for',
	'no-sentence': 'named a sentence that was not sent',
	'speaks-to-model': 'rests on a sentence that gives orders instead of stating a fact',
	'not-in-row': 'put together sentences that do not follow each other',
	'quote-not-found': 'quoted words that are not in the sentence',
	'answer-not-in-quote': 'gave an answer that is not in the quote, word for word',
	'answer-empty': 'asked for words that say nothing',
	'question-form': 'asked no proper question',
	'marks-in-text': 'holds marks that would be read as formatting',
	'word-not-in-quote': 'used words that the quote does not have',
	'name-not-in-quote': 'used a name that is not in the quote',
	'figure-not-in-quote': 'gave a number, unit or bound otherwise than the quote',
	'wrong-type': 'asked for one sort of thing and answered with another',
	'negation-differs': 'dropped or added a “not”',
	'hedge-differs': 'dropped or added a “may”, “some” or “only”',
	'other-order': 'turned round who does what to whom',
	'other-part': 'joined parts of the sentence that do not belong together',
	'answer-cut': 'gave only a part of the answer that the sentence gives',
	barred: 'holds a word that is barred',
	lint: 'broke a rule that every card keeps',
	duplicate: 'is there already',
	'too-many-clozes': 'was one cloze too many'
} as const;

/** A card that was proposed and not taken. */
export interface Refusal {
	readonly reason: RefusalReason;
	/** What exactly was wrong, in a plain sentence. */
	readonly message: string;
	/** What the model wrote, shortened: to look at, never to be used. */
	readonly question: string;
	readonly answer: string;
}

/** A reason with what was found; what the checks give back when they refuse. */
export interface Fault {
	readonly reason: RefusalReason;
	readonly message: string;
}

export const fault = (reason: RefusalReason, message: string): Fault => ({ reason, message });

/** How often each reason came up, the most frequent first. */
export function countedReasons(refused: readonly Refusal[]): { reason: RefusalReason; words: string; count: number }[] {
	const counts = new Map<RefusalReason, number>();
	for (const { reason } of refused) counts.set(reason, (counts.get(reason) ?? 0) + 1);
	return [...counts]
		.map(([reason, count]) => ({ reason, words: REASONS[reason], count }))
		.sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
