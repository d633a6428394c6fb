import { parseCloze } from '../../domain/cloze';
import type { Span } from '../../domain/text/sentences';
import { isCommonNoun } from '../claims/common-nouns';
import type { Profile } from '../profile';
import { verbReadings } from '../words/verb-lexicon';
import type { Candidate } from './candidate';
import { SMALL_WORDS, stemOf } from './stems';

/** What of a document bears on how good its cards are. */
export interface Surroundings {
	readonly text: string;
	readonly profile: Profile;
	/** Stems of the title’s words. */
	readonly title: ReadonlySet<string>;
	/** Stems by how many statements they stand in: 0 is the most frequent. Those of one statement only are left out. */
	readonly ranks: ReadonlyMap<string, number>;
}

export function surroundingsOf(
	text: string,
	profile: Profile,
	title: string,
	statements: readonly Span[]
): Surroundings {
	const often = new Map<string, number>();
	for (const { start, end } of statements)
		for (const stem of new Set(contentOf(wordsOf(text.slice(start, end))).map(stemOf)))
			often.set(stem, (often.get(stem) ?? 0) + 1);
	const ranked = [...often].filter(([, count]) => count > 1).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
	const ranks = new Map(ranked.map(([stem], rank) => [stem, rank]));
	return { text, profile, title: new Set(contentOf(wordsOf(title)).map(stemOf)), ranks };
}

/**
 * What can be seen of a card without understanding it: its pattern, how much is asked and answered, how technical its words
 * are and how often they come, and its small words. Each is the name of a weight, if it has turned out to tell anything
 * (`score-weights.ts`).
 */
export function featuresOf({ note, claim, pattern, answer }: Candidate, around: Surroundings): string[] {
	const sentence = around.text.slice(claim.sentence.start, claim.sentence.end);
	const [question, said] = facesOf(note);
	const found = [
		`pattern ${pattern}`,
		`profile ${around.profile}`,
		`type ${claim.type}`,
		...claim.slots.map(({ role }) => `slot ${role}`)
	];
	const add = (feature: string, holds: boolean): void => {
		if (holds) found.push(feature);
	};
	const above = (name: string, value: number, limits: readonly number[]): void => {
		for (const limit of limits) add(`${name} > ${limit}`, value > limit);
	};
	const parts = { sentence, question, answer: said };
	for (const [part, words] of Object.entries(parts)) {
		above(`commas of the ${part}`, words.split(',').length - 1, [0, 1, 2]);
		add(`${part} with figures`, /\d/.test(words));
		add(`${part} with and`, / and /.test(words));
		add(`${part} with or`, / or /.test(words));
		add(`${part} with brackets`, words.includes('('));
		add(`${part} with a relative clause`, / (?:which|that|who|whose) /.test(words.slice(1)));
		add(`${part} with a name`, /\s\p{Lu}/u.test(words));
		add(`${part} pointing`, POINTING.test(words));
	}
	add('sentence going on', GOING_ON.test(sentence));
	add('question in the past', /\b(?:did|was|were)\b/.test(question));
	add('several quotes', note.sources.length > 1);
	add('answer at the end', answer !== null && answer.end >= claim.sentence.end - 1);
	add('answer at the beginning', answer?.start === claim.sentence.start);
	const asks = wordsOf(question);
	const says = wordsOf(said);
	const told = contentOf(wordsOf(sentence));
	const [asked, given] = [contentOf(asks), contentOf(says)];
	above('words of the sentence', wordsOf(sentence).length, [9, 14, 19, 24, 30]);
	above('words asked', asked.length, [2, 3, 4, 6, 9]);
	above('words said', says.length, [1, 2, 4, 8, 12]);
	above('percent of what is told', (100 * (asked.length + given.length)) / Math.max(1, told.length), [40, 60, 80]);
	const sides = { asked, said: given };
	for (const [side, words] of Object.entries(sides)) {
		add(
			`${side} of the title`,
			words.some((word) => around.title.has(stemOf(word)))
		);
		above(`technical words ${side}`, words.filter(isTechnical).length, [0, 1, 2, 3]);
		above(`letters of the longest word ${side}`, Math.max(0, ...words.map(({ length }) => length)), [6, 8, 10, 12]);
		const ranks = words.map((word) => around.ranks.get(stemOf(word)) ?? Infinity);
		for (const limit of [3, 10, 30, 100])
			add(
				`${side} of the first ${limit}`,
				ranks.some((rank) => rank < limit)
			);
		add(
			`${side} elsewhere`,
			ranks.some((rank) => rank < Infinity)
		);
		add(`${side} nowhere else`, ranks.includes(Infinity));
	}
	const [first = '', second = ''] = asks.map((word) => word.toLowerCase());
	found.push(`asks ${first}`, `asks ${first} ${second}`);
	const small = (words: readonly string[]): string[] =>
		words.map((word) => word.toLowerCase()).filter((word) => SMALL_WORDS.has(word));
	found.push(...small(asks).map((word) => `question: ${word}`), ...small(says).map((word) => `answer: ${word}`));
	return [...new Set(found)];
}

const POINTING = /\b(?:it|its|they|their|them|this|these|those|he|she|his|her|such|others?|same|itself|themselves)\b/i;
const GOING_ON = /^(?:It|This|These|They|He|She|Such|Those|That|However|But|And|Also|In addition|Then|Thus)\b/;

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];

const contentOf = (words: readonly string[]): string[] => words.filter((word) => !SMALL_WORDS.has(word.toLowerCase()));

const isTechnical = (word: string): boolean =>
	word.length > 4 && !isCommonNoun(word) && verbReadings(word.toLowerCase()).length === 0;

/** Question and answer; of a sentence with a hole, what is left and what is hidden. */
function facesOf(note: Candidate['note']): [string, string] {
	if (note.kind === 'basic') return [note.front, note.back];
	if (note.kind === 'choice') return [note.front, note.answer];
	if (note.kind === 'sequence') return [note.front, note.steps.join(', ')];
	if (note.kind !== 'cloze') return ['', ''];
	const { segments } = parseCloze(note.text);
	const of = (isHidden: boolean): string =>
		segments
			.map((segment) => ((segment.kind === 'deletion') === isHidden ? segment.text : ' '))
			.join('')
			.trim();
	return [of(false), of(true)];
}
