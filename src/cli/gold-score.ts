import type { Candidate } from '../lib/generation/cards/candidate';
import type { Generated } from '../lib/generation/generate';
import { parseCloze } from '../lib/domain/cloze';
import { goldCard, type GoldCard } from './gold-card';
import { placeFacts, reaches } from './gold-reach';
import type { Fact, GoldDocument, Judgement } from './gold-set';

export interface ScoredCard {
	readonly candidate: Candidate;
	readonly texts: GoldCard;
	/** Null until somebody has judged it. */
	readonly judgement: Judgement | null;
	/** Whether it is among the document's twenty of highest score. */
	readonly top: boolean;
}

export interface ScoredFact {
	readonly fact: Fact;
	/** By a card judged good; by one that nobody has called bad; by any. */
	readonly by: 'good' | 'unjudged' | 'bad' | 'none';
}

export interface Scored {
	readonly name: string;
	readonly set: string;
	readonly profile: string;
	readonly cards: readonly ScoredCard[];
	readonly facts: readonly ScoredFact[];
	/** What is wrong with the offsets of its candidates; empty unless the generator is at fault. */
	readonly spans: readonly string[];
}

const TOP = 20;

/** Candidates beside their verdicts, and facts beside the candidates that reach them. */
export function score(gold: GoldDocument, { text, profile, candidates }: Generated): Scored {
	const byScore = candidates.map((candidate, i) => ({ candidate, i }));
	byScore.sort((a, b) => b.candidate.score - a.candidate.score || a.i - b.i);
	const top = new Set(byScore.slice(0, TOP).map(({ candidate }) => candidate));
	const cards = candidates.map((candidate) => {
		const texts = goldCard(candidate.note);
		return { candidate, texts, judgement: gold.judgements.get(texts.card) ?? null, top: top.has(candidate) };
	});
	const facts = placeFacts(text, gold.facts).map((placed): ScoredFact => {
		const reaching = cards.filter(
			({ candidate, judgement }) => judgement?.reaches?.includes(placed.fact.id) ?? reaches(candidate, placed)
		);
		const verdicts = new Set(reaching.map(({ judgement }) => judgement?.verdict ?? 'unjudged'));
		const by = (['good', 'unjudged', 'bad'] as const).find((each) => verdicts.has(each));
		return { fact: placed.fact, by: by ?? 'none' };
	});
	return {
		name: gold.name,
		set: gold.set,
		profile,
		cards,
		facts,
		spans: candidates.flatMap((each) => spanFaults(text, each))
	};
}

/** Where a candidate's offsets and its words part. */
export function spanFaults(text: string, { note, claim, answer }: Candidate): string[] {
	const faults: string[] = [];
	const fault = (what: string): number => faults.push(`${note.id}: ${what}`);
	for (const { quote, start, end } of note.sources) {
		if (quote === '' || text.slice(start, end) !== quote) fault(`the text at ${start}–${end} is not “${quote}”`);
	}
	if (note.sources.length === 0) fault('no source');
	for (const { role, start, end } of claim.slots) {
		if (start < 0 || end > text.length || start >= end) fault(`slot ${role} lies outside the text`);
	}
	if (answer === null) return faults;
	const given = answerOf(note);
	if (given !== null && !isSame(given, text.slice(answer.start, answer.end)))
		fault(`the answer “${given}” is not the text at ${answer.start}–${answer.end}`);
	return faults;
}

function answerOf(note: Candidate['note']): string | null {
	if (note.kind === 'basic' || note.kind === 'reversed') return note.back;
	if (note.kind === 'typed' || note.kind === 'choice') return note.answer;
	if (note.kind !== 'cloze') return null;
	return parseCloze(note.text).segments.find(({ kind }) => kind === 'deletion')?.text ?? null;
}

/** An answer begins with a capital where the text need not. */
const isSame = (a: string, b: string): boolean =>
	a.slice(1) === b.slice(1) && a.charAt(0).toLowerCase() === b.charAt(0).toLowerCase();

/** An expansion of letters, by its pattern or, should that be renamed, by its question. */
export const isAcronymCard = ({ candidate: { pattern }, texts }: ScoredCard): boolean =>
	pattern === 'acronym' || /\bstands? for\b|\babbreviat/i.test(texts.front);
