/** A half-open range of UTF-16 offsets. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/**
 * The sentences of `text.slice(start, end)`, in order, without the spaces between them. Together they hold every
 * character that is not a space. Written for prose in English; when in doubt it does not split, because half a
 * sentence misleads and two joined ones do not.
 */
export function sentences(text: string, start = 0, end = text.length): Span[] {
	const found: Span[] = [];
	let from = skipSpace(text, start, end);
	let at = from;
	while (at < end) {
		if (!isStop(text.charAt(at))) {
			at++;
			continue;
		}
		const stop = at;
		while (at < end && isStop(text.charAt(at))) at++;
		while (at < end && CLOSERS.includes(text.charAt(at))) at++;
		const mark = footnoteMark(text, stop, at, end);
		if (mark > at) at = mark;
		else if (at < end && !isSpace(text.charAt(at)) && !isGlued(text, stop, at, end)) continue;
		const next = skipSpace(text, at, end);
		if (next < end && !endsHere(text, from, stop, at, next, end)) continue;
		found.push({ start: from, end: at });
		from = next;
		at = next;
	}
	let last = end;
	while (last > from && isSpace(text.charAt(last - 1))) last--;
	if (last > from) found.push({ start: from, end: last });
	return found;
}

/** Where the digits of a note end that stand right after a stop: “… in the United States.1 It is …”; else `at`. */
function footnoteMark(text: string, stop: number, at: number, end: number): number {
	if (text.charAt(stop) !== '.' || at !== stop + 1 || !/\p{Ll}|[)\]]/u.test(text.charAt(stop - 1))) return at;
	const digits = /^\d{1,2}(?:,\d{1,2})*(?=\s+["“(]?\p{Lu}|\s*$)/u.exec(text.slice(at, Math.min(end, at + 12)));
	return digits === null ? at : at + digits[0].length;
}

/** A space was lost between two sentences: “… in practice.Neuroscience is …”. */
function isGlued(text: string, stop: number, at: number, end: number): boolean {
	if (at !== stop + 1 || !/\p{Ll}{3}$/u.test(text.slice(Math.max(0, stop - 3), stop))) return false;
	return /^\p{Lu}\p{Ll}+[,’']?\p{L}*\s\p{Ll}/u.test(text.slice(at, Math.min(end, at + 40)));
}

const CLOSERS = '"\'”’)]»';
const OPENERS = '"\'“‘([«';

const isStop = (character: string): boolean => character !== '' && '.?!…'.includes(character);
const isSpace = (character: string): boolean => /\s/.test(character);

function skipSpace(text: string, from: number, end: number): number {
	let at = from;
	while (at < end && isSpace(text.charAt(at))) at++;
	return at;
}

/** Never end a sentence: something always follows. */
const LEADING = new Set(
	'dr mr mrs ms prof st vs cf e.g i.e eg ie viz fig figs eq ref refs vol pp ed eds sec ch approx ca gen sen rep mt'.split(
		' '
	)
);
/** End a sentence only where the next word begins one. */
const EITHER = new Set(
	'etc al inc ltd co corp jr sr ph.d m.d b.sc m.sc u.s u.k e.u a.m p.m no nos jan feb mar apr jun jul aug sep sept oct nov dec d.c i.v i.m min max sp spp dept est'.split(
		' '
	)
);
/** Words that begin a sentence far more often than they follow an abbreviation or an initial. */
const STARTERS = new Set(
	'a an the this that these those it its he she they we you i in on at by for from with to of as if but and or so yet when while after before during since because although though however moreover thus then there here both each some many most all no not only one two other another such even its his her their our what which who how why unlike like among between under over without within until once'.split(
		' '
	)
);

/** Whether the stop at `stop`, with its closing quotes up to `after`, ends the sentence that began at `from`. */
function endsHere(text: string, from: number, stop: number, after: number, next: number, end: number): boolean {
	if (isInsideBrackets(text, from, after, end)) return false;
	const following = firstWord(text, next, end);
	if (/^\p{Ll}+$/u.test(following.replace(/[-’'].*$/u, ''))) return false;
	if (text.charAt(stop) !== '.' || isStop(text.charAt(stop + 1))) return true;
	const word = wordBefore(text, from, stop);
	const isStarter = STARTERS.has(following.toLowerCase()) && /^\p{Lu}/u.test(following);
	const lower = word.toLowerCase();
	if (/^\d+$/.test(word) && stop - word.length === from) return false;
	// “MS” in capitals is no title, and ends a sentence like any other word.
	if (LEADING.has(lower) && !/^\p{Lu}{2,}$/u.test(word)) return false;
	if (lower === 'no' || lower === 'nos') return !/^\d/.test(following);
	if (/^\p{Lu}$/u.test(word) && isNoInitial(text, from, stop, next, end)) return true;
	if (EITHER.has(lower) || /^\p{Lu}$/u.test(word) || /^(\p{Lu}\.)+\p{Lu}$/u.test(word)) return isStarter;
	return true;
}

/**
 * Whether a single capital belongs to what stands before it (“vitamin C.”, “700 °C.”, “hepatitis B.”, “plan B.”) and is no
 * initial of a name: a word with a small first letter or a figure before it, and after it no second name.
 */
function isNoInitial(text: string, from: number, stop: number, next: number, end: number): boolean {
	const before = text.slice(from, stop - 1);
	if (/[\d°]\s?$/u.test(before)) return true;
	const noun = /(?:^|[\s(])(\p{Ll}[\p{Ll}-]{2,})\s$/u.exec(before)?.[1];
	if (noun === undefined || BEFORE_NAMES.has(noun)) return false;
	// “discovered by the geologist J. Smith in 1901”: a name of one word, then no verb.
	return BEFORE_LETTERS.has(noun) || /^\p{Lu}\p{Ll}+ \p{Ll}+/u.test(text.slice(next, Math.min(end, next + 60)));
}

/** What is told apart by letters. */
const BEFORE_LETTERS = new Set(
	'vitamin vitamins hepatitis group groups type types class grade stage phase plan point line figure part step category factor protein influenza coagulation schedule section appendix panel case sample site zone level team gate track model option'.split(
		' '
	)
);
/** Words after which a single capital is an initial. */
const BEFORE_NAMES = new Set(
	'and by of with for from the president author authors professor doctor chemist physicist biologist geologist engineer scientist botanist astronomer economist historian physician surgeon psychologist mathematician inventor writer poet painter composer philosopher judge senator general when that did was were is are than named called like as both after before via or to in on at between against under'.split(
		' '
	)
);

/** The word that ends at `stop`, inner points included (`e.g`, `U.S`). */
function wordBefore(text: string, from: number, stop: number): string {
	let at = stop;
	while (at > from && /[\p{L}\p{N}.]/u.test(text.charAt(at - 1))) at--;
	return text.slice(at, stop);
}

function firstWord(text: string, from: number, end: number): string {
	let at = from;
	while (at < end && OPENERS.includes(text.charAt(at))) at++;
	const begin = at;
	while (at < end && !isSpace(text.charAt(at)) && !/[,.;:?!]/.test(text.charAt(at))) at++;
	return text.slice(begin, at);
}

/** A bracket open for longer than this was forgotten; without a bound, a text with one would take its length squared. */
const LONGEST_BRACKET = 2000;

/** Whether a bracket that opened since `from` is still open and closes later on. */
function isInsideBrackets(text: string, from: number, at: number, end: number): boolean {
	let depth = 0;
	for (let i = from; i < at; i++) {
		const character = text.charAt(i);
		if (character === '(' || character === '[') depth++;
		else if ((character === ')' || character === ']') && depth > 0) depth--;
	}
	if (depth === 0) return false;
	for (let i = at; i < Math.min(end, at + LONGEST_BRACKET); i++) {
		const character = text.charAt(i);
		if (character === '(' || character === '[') depth++;
		else if (character === ')' || character === ']') depth--;
		if (depth === 0) return true;
	}
	return false;
}
