import { isAcronymCard, type Scored, type ScoredCard, type ScoredFact } from './gold-score';

/** Figures over some cards and facts. Shares are between 0 and 1; null where there is nothing to share. */
export interface Figures {
	readonly cards: number;
	readonly judged: number;
	readonly good: number;
	/** Good ones of those judged. */
	readonly precision: number | null;
	readonly topJudged: number;
	/** The same of the documents' twenty of highest score. */
	readonly top: number | null;
	readonly facts: number;
	/** Facts reached by good cards. */
	readonly reached: number | null;
	/** Facts reached by cards that nobody has called bad: what is reached at most once all are judged. */
	readonly hoped: number | null;
	/** Facts reached by any card. */
	readonly proposed: number | null;
	readonly clozes: number | null;
	readonly acronyms: number | null;
	readonly spanFaults: number;
}

export function figuresOf(documents: readonly Scored[]): Figures {
	const facts = documents.flatMap((each) => each.facts);
	const reachedBy = (...by: readonly ScoredFact['by'][]): number | null =>
		share(facts.filter((each) => by.includes(each.by)).length, facts.length);
	const cards = documents.flatMap((each) => each.cards);
	return {
		...ofCards(cards),
		facts: facts.length,
		reached: reachedBy('good'),
		hoped: reachedBy('good', 'unjudged'),
		proposed: reachedBy('good', 'unjudged', 'bad'),
		clozes: share(cards.filter(({ candidate }) => candidate.note.kind === 'cloze').length, cards.length),
		acronyms: share(cards.filter(isAcronymCard).length, cards.length),
		spanFaults: documents.reduce((total, { spans }) => total + spans.length, 0)
	};
}

export function ofCards(
	cards: readonly ScoredCard[]
): Pick<Figures, 'cards' | 'judged' | 'good' | 'precision' | 'topJudged' | 'top'> {
	const judged = cards.filter(({ judgement }) => judgement !== null);
	const good = judged.filter(isGood).length;
	const top = judged.filter((each) => each.top);
	return {
		cards: cards.length,
		judged: judged.length,
		good,
		precision: share(good, judged.length),
		topJudged: top.length,
		top: share(top.filter(isGood).length, top.length)
	};
}

const isGood = ({ judgement }: ScoredCard): boolean => judgement?.verdict === 'good';

export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Cards by some name of theirs, the most frequent first. */
export function grouped<T>(all: readonly T[], nameOf: (each: T) => string): [string, T[]][] {
	const groups = new Map<string, T[]>();
	for (const each of all) groups.set(nameOf(each), [...(groups.get(nameOf(each)) ?? []), each]);
	return [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
}
