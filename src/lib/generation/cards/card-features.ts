import { parseCloze } from '../../domain/cloze';
import type { Span } from '../../domain/text/sentences';
import { isCommonNoun } from '../claims/common-nouns';
import type { Profile } from '../profile';
import { verbReadings } from '../words/verb-lexicon';
import type { Candidate } from './candidate';
import { SMALL_WORDS, stemOf } from './quality';

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
 * What can be seen of a card without understanding it: its pattern, how much is asked and answered, how technical and how
 * frequent its words are, what of its sentence it leaves out, and some of the words themselves.
 */
export function featuresOf({ note, claim, pattern, answer }: Candidate, around: Surroundings): string[] {
	const { text } = around;
	const sentence = text.slice(claim.sentence.start, claim.sentence.end);
	const [question, said] = facesOf(note);
	const asks = wordsOf(question);
	const says = wordsOf(said);
	const [asked, given] = [contentOf(asks), contentOf(says)];
	const found = [`pattern ${pattern}`, `profile ${around.profile}`, `type ${claim.type}`];
	const add = (feature: string, holds: boolean): void => {
		if (holds) found.push(feature);
	};
	const bucket = (name: string, value: number, limits: readonly number[]): void => {
		for (const limit of limits) add(`${name} > ${limit}`, value > limit);
	};
	bucket('asked', asked.length, [2, 3, 4, 6, 9]);
	bucket('said', says.length, [1, 2, 4, 8, 12]);
	bucket('sentence', wordsOf(sentence).length, [9, 14, 19, 24, 30]);
	bucket(
		'used %',
		(100 * (asked.length + given.length)) / Math.max(1, contentOf(wordsOf(sentence)).length),
		[40, 60, 80]
	);
	for (const [name, words] of [
		['sentence', sentence],
		['question', question],
		['answer', said]
	] as const) {
		bucket(`commas of the ${name}`, words.split(',').length - 1, [0, 1, 2]);
		add(`${name} with figures`, /\d/.test(words));
		add(`${name} with and`, / and /.test(words));
		add(`${name} with or`, / or /.test(words));
		add(`${name} with brackets`, words.includes('('));
		add(`${name} with a relative clause`, / (?:which|that|who|whose) /.test(words.slice(1)));
		add(`${name} pointing`, POINTING.test(words));
	}
	add('sentence with quotes', /[“"]/.test(sentence));
	add('sentence with a semicolon', /[;:]/.test(sentence));
	add('sentence going on', GOING_ON.test(sentence));
	add('question of people', PEOPLE.test(question));
	add(
		'question with a name',
		asks.slice(1).some((word) => /^\p{Lu}/u.test(word))
	);
	add(
		'answer with a name',
		says.slice(1).some((word) => /^\p{Lu}/u.test(word))
	);
	add('question in the past', /\b(?:did|was|were)\b/.test(question));
	add('hedged', claim.hedged);
	add('negated', claim.negated);
	add('several quotes', note.sources.length > 1);
	add('lead', /^(?:In|With|During|For|At|On|After|Before|When|If)\b[^?]*?, /.test(question));
	const inTitle = (words: readonly string[]): boolean => words.some((word) => around.title.has(stemOf(word)));
	add('question of the title', inTitle(asked));
	add('answer of the title', inTitle(given));
	bucket('technical words asked', asked.filter(isTechnical).length, [0, 1, 2, 3]);
	bucket('technical words said', given.filter(isTechnical).length, [0, 1, 2]);
	for (const [name, words] of [
		['asked', asked],
		['said', given]
	] as const) {
		const ranks = words.map((word) => around.ranks.get(stemOf(word)) ?? Infinity);
		for (const limit of [2, 9, 29, 99])
			add(
				`${name} of the first ${limit + 1}`,
				ranks.some((rank) => rank <= limit)
			);
		add(`${name} nowhere else`, ranks.includes(Infinity));
		add(
			`${name} all elsewhere`,
			ranks.some((rank) => rank < Infinity)
		);
	}
	bucket('longest asked', Math.max(0, ...asked.map(({ length }) => length)), [8, 10, 12]);
	bucket('longest said', Math.max(0, ...given.map(({ length }) => length)), [6, 8, 10, 12]);
	if (answer !== null) {
		add('answer at the end', answer.end >= claim.sentence.end - 1);
		add('answer at the beginning', answer.start === claim.sentence.start);
	}
	for (const role of new Set(claim.slots.map((slot) => slot.role))) found.push(`slot ${role}`);
	const [first = '', second = ''] = asks.map((word) => word.toLowerCase());
	found.push(`asks ${first}`, `asks ${first} ${second}`);
	for (const word of new Set(asks.map((each) => each.toLowerCase()))) add(`q ${word}`, SMALL_WORDS.has(word));
	for (const word of new Set(says.map((each) => each.toLowerCase()))) add(`a ${word}`, SMALL_WORDS.has(word));
	const [opens = ''] = says;
	add(`a first ${opens.toLowerCase()}`, SMALL_WORDS.has(opens.toLowerCase()));
	return found;
}

const POINTING = /\b(?:it|its|they|their|them|this|these|those|he|she|his|her|such|others?|same|itself|themselves)\b/i;
const GOING_ON = /^(?:It|This|These|They|He|She|Such|Those|That|However|But|And|Also|In addition|Then|Thus)\b/;
const PEOPLE =
	/\b(?:people|persons?|someone|anyone|individuals?|patients?|children|women|men|adults|doctors?|scientists|researchers)\b/i;

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
