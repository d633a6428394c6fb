import { contentWords, isSameWord, type Token } from '../deck-format/lint/words';
import { parseCloze } from '../domain/cloze';
import type { Note } from '../domain/note';
import { verbReadings } from '../generation/words/verb-lexicon';
import type { FactChange } from './fact-changes';
import { backOf, frontOf } from './note-draft';
import type { QuotePlace } from './quote-place';
import type { DiffPart } from './word-diff';

/** More would say no more than that the sentence is another one. */
const MOST = 3;
/** Of a longer stretch nobody can tell which word stands for which. */
const SHORT = 3;

/**
 * Words that a card asks or answers with, that the sentences it rests on stated and state no more, each with what stands
 * in its place. Where “carbon dioxide” has become “oxygen” no figure or name differs, and yet the card is wrong. Verbs of
 * the question are passed over: to hold and to keep are the same to it.
 */
export function lostWords(note: Note, places: readonly QuotePlace[]): FactChange[] {
	const now = contentWords(places.map(wordsNow).join(' '));
	const used = [
		...contentWords(answerOf(note)),
		...contentWords(frontOf(note)).filter((token) => !isVerb(token, frontOf(note)))
	].filter(({ word }) => !/\d/.test(word));
	const isLost = (token: Token): boolean => isAmong(used, token) && !isAmong(now, token);
	const changes = places.flatMap((place) => (place.is === 'reworded' ? changesIn(place.diff, isLost) : []));
	const distinct = new Map(changes.map((change) => [`${change.from} ${change.to}`, change]));
	return [...distinct.values()].slice(0, MOST);
}

/** What can be a verb and does not stand behind an article, as “left” does in “the left ventricle”. */
const isVerb = ({ word, start }: Token, text: string): boolean =>
	verbReadings(word).length > 0 && !/\b(?:the|an?|of) $/i.test(text.slice(0, start));

const isAmong = (all: readonly Token[], { word }: Token): boolean => all.some((each) => isSameWord(each.word, word));

function wordsNow(place: QuotePlace): string {
	if (place.is === 'gone') return '';
	return place.is === 'reworded' ? place.after : place.source.quote;
}

function answerOf(note: Note): string {
	if (note.kind !== 'cloze') return backOf(note);
	return parseCloze(note.text)
		.segments.flatMap((segment) => (segment.kind === 'text' ? [] : [segment.text]))
		.join(' ');
}

function changesIn(diff: readonly DiffPart[], isLost: (token: Token) => boolean): FactChange[] {
	return diff.flatMap((part, i): FactChange[] => {
		if (part.is !== 'removed') return [];
		const lost = contentWords(part.text).filter(isLost);
		if (lost.length === 0) return [];
		const beside = [diff[i + 1], diff[i - 1]].find((each) => each?.is === 'added')?.text.trim() ?? '';
		const from = part.text.trim();
		if (beside !== '' && isShort(from) && isShort(beside)) return [{ what: 'word', from, to: beside }];
		return lost.map(({ raw }) => ({ what: 'word', from: raw, to: null }));
	});
}

const isShort = (text: string): boolean => text.split(/\s+/).length <= SHORT;
