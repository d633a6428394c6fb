import { MONTHS, unitOf } from '../deck-format/lint/figures';
import { namesIn } from '../deck-format/lint/names';
import { isStopWord, tokens } from '../deck-format/lint/words';

/** Something that a sentence states and another states otherwise. */
export interface FactChange {
	/** `word`: of the card, told by `lostWords`. */
	readonly what: 'figure' | 'date' | 'name' | 'negation' | 'certainty' | 'word';
	/** As written; null for what is only in the newer sentence. */
	readonly from: string | null;
	readonly to: string | null;
}

/** For a list: “figure 40 mg → 60 mg”. */
export const factChangeText = ({ what, from, to }: FactChange): string => `${what} ${from ?? '–'} → ${to ?? '–'}`;

/** A statement with what it counts as equal by. */
interface Stated {
	readonly raw: string;
	readonly value: string;
	/** What kind of thing it is: of two that differ, those of one kind belong together. */
	readonly kind: string;
}

/** The figures, dates, names, negations and hedges in which two versions of a sentence differ. */
export function factChanges(before: string, after: string): FactChange[] {
	const [old, now] = [statements(before), statements(after)];
	return (['date', 'figure', 'name', 'negation', 'certainty'] as const).flatMap((what) => {
		// Whether a word is a name can depend on its place; that it stands on both sides does not.
		const [was, is] = what === 'name' ? [onlyIn(old.name, after), onlyIn(now.name, before)] : [old[what], now[what]];
		return differences(was, is).map(([from, to]) => ({ what, from, to }));
	});
}

function onlyIn(names: readonly Stated[], other: string): Stated[] {
	const words = new Set(tokens(other).map(({ word }) => nameValue(word)));
	return names.filter(({ value }) => !words.has(value));
}

const nameValue = (word: string): string => word.replace(/s$/, '');

type Statements = Readonly<Record<Exclude<FactChange['what'], 'word'>, readonly Stated[]>>;

function statements(text: string): Statements {
	const dates: Stated[] = [];
	// What belongs to a date is no figure of its own.
	const rest = text.replace(DATE, (raw) => {
		dates.push({ raw, value: dateValue(raw), kind: 'date' });
		return ' '.repeat(raw.length);
	});
	return {
		date: dates,
		figure: quantities(rest),
		name: namesIn(text).map(({ raw, word }) => ({ raw, value: nameValue(word), kind: 'name' })),
		negation: words(text, NEGATION, () => 'not'),
		certainty: words(text, CERTAINTY, (word) => word.toLowerCase())
	};
}

const NAMED_MONTH = MONTHS.map((month) => `${month.charAt(0).toUpperCase()}${month.slice(1)}`).join('|');
const DATE = new RegExp(
	`\\b(?:\\d{4}-\\d{2}(?:-\\d{2})?|\\d{1,2}(?:st|nd|rd|th)? (?:${NAMED_MONTH})(?:,? \\d{4})?|(?:${NAMED_MONTH}) \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?\\b|(?:${NAMED_MONTH}) \\d{4}|(?:1[5-9]|20)\\d{2}s?)\\b`,
	'g'
);

/** Day, month and year in one order, whatever order they were written in. */
function dateValue(raw: string): string {
	const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(raw);
	if (iso !== null) return [iso[1], Number(iso[2]), iso[3] === undefined ? '' : Number(iso[3])].join('/');
	const month = MONTHS.findIndex((name) => raw.toLowerCase().includes(name));
	if (month === -1) return raw;
	const year = /\d{4}/.exec(raw)?.[0] ?? '';
	const day = /\b\d{1,2}(?!\d)/.exec(raw.replace(/\d{4}/, ''))?.[0] ?? '';
	return [year, month + 1, day === '' ? '' : Number(day)].join('/');
}

/** Numbers with what they count, as far as the next word tells. */
function quantities(text: string): Stated[] {
	const all = tokens(text);
	return all.flatMap(({ raw, word, start }, i): Stated[] => {
		// English uses “one” and “both” for much that is no figure.
		if (!/^\d/.test(word) || (!/\d/.test(raw) && /^(?:one|once|single|both)$/i.test(raw))) return [];
		const next = all[i + 1];
		const gap = next === undefined ? null : text.slice(start + raw.length, next.start);
		const counted = next !== undefined && gap !== null && /^[ -]?$/.test(gap) && !/^\d/.test(next.word) ? next : null;
		const unit = counted === null ? null : unitOf(counted.raw);
		const named = counted !== null && (unit !== null || !isStopWord(counted.word)) ? counted : null;
		const shown = named === null ? raw : text.slice(start, named.start + named.raw.length);
		return [{ raw: shown, value: unit === null ? word : `${word} ${unit}`, kind: unit ?? named?.word ?? '' }];
	});
}

const NEGATION =
	/\b(?:not|no|never|cannot|neither|nor|without|none|nothing|nobody|fails? to|failed to|lacks?|lacked)\b|\b\p{L}+n['’]t\b/giu;
const CERTAINTY =
	/\b(?:may|might|could|can|should|must|would|appears?|seems?|suggests?|suggested|possibly|probably|perhaps|likely|unlikely|potentially|presumably|reportedly|sometimes|often|usually|generally|typically|rarely|always|commonly|frequently|some|many|most|all|only)\b|\b(?:up to|at least|at most|more than|less than|about|approximately|nearly|almost|roughly)(?=\s+(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|half|a (?:third|quarter|few|dozen|hundred|thousand|million)|one))/giu;

const words = (text: string, pattern: RegExp, value: (word: string) => string): Stated[] =>
	[...text.matchAll(pattern)].map(([raw]) => ({ raw, value: value(raw), kind: 'word' }));

/** What only one side states, paired with what the other states in its place. */
function differences(before: readonly Stated[], after: readonly Stated[]): [string | null, string | null][] {
	const now = [...after];
	const gone = before.filter((stated) => {
		const at = now.findIndex(({ value }) => value === stated.value);
		if (at !== -1) now.splice(at, 1);
		return at === -1;
	});
	const partners = gone.map((stated) => {
		const at = now.findIndex(({ kind }) => kind === stated.kind);
		return at === -1 ? null : (now.splice(at, 1)[0] ?? null);
	});
	const pairs = gone.map((stated, i): [string | null, string | null] => {
		const partner = partners[i] ?? now.shift() ?? null;
		return [stated.raw, partner?.raw ?? null];
	});
	return [...pairs, ...now.map(({ raw }): [null, string] => [null, raw])];
}
