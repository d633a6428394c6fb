import type { Token } from '../words/tokens';
import { nounPhraseEnd, seriesEnd } from './phrase-patterns';
import { verbReadings } from '../words/verb-lexicon';
import { isMonth } from './time-expressions';

/** Up to the next mark or word that begins something new: a comma outside a list, a subordinator, a second verb. */
export function complementEnd(tokens: readonly Token[], classes: string, from: number, sentenceEnd: number): number {
	const series = seriesEnd(classes, from) ?? seriesAfterPreposition(classes, from);
	let at = series ?? nounPhraseEnd(classes, from) ?? from;
	const isPast = classes.charAt(from - 1) === 'E';
	// “crossed the ford and began …”: what looked like a list runs into the next verb.
	if (isPast)
		for (let joint = from + 1; joint < at; joint++)
			if (classes.charAt(joint) === 'C' && isPlainPast(tokens[joint + 1])) return joint;
	if (series === null && /^A*[30BMH]/.test(classes.slice(at)) && classes.slice(from, at).includes('C'))
		return beforeNextClause(classes, from, sentenceEnd);
	let depth = 0;
	for (; at < sentenceEnd; at++) {
		const letter = classes.charAt(at);
		if (letter === '(') depth++;
		else if (letter === ')') depth--;
		if (depth > 0) continue;
		if (letter === ',' && classes.charAt(at + 1) === '"') return at + 2;
		if (letter === ',' && isPlaceName(tokens, classes, at)) continue;
		if (letter === ',' && isBeforeYear(tokens, at)) continue;
		// “a strict, lifelong gluten-free diet”
		if (
			letter === ',' &&
			/D[^NC]*J$|^(?:J,)*J$|[30GPOT]J$/.test(classes.slice(from, at)) &&
			/^,A?[JEN]*N|^,J,[JEN]*N/.test(classes.slice(at))
		)
			continue;
		// “a serious, chronic (ongoing) disease”
		if (letter === ',' && /D[^NC]*J$/.test(classes.slice(from, at)) && /^,J\([^()]*\)N/.test(classes.slice(at)))
			continue;
		if (
			letter === ',' &&
			/T0/.test(classes.slice(from, at)) &&
			/^,A*0[^;:SRBMH3]*,?CA*"?[0NJ]/.test(classes.slice(at, sentenceEnd))
		)
			return sentenceEnd;
		if (',;:-'.includes(letter)) {
			const list = letter === ',' ? listFrom(classes, from, at) : null;
			if (list === null) return at;
			at = list - 1;
			continue;
		}
		if (letter === 'S' && !/^(that|whether)$/.test(tokens[at]?.lower ?? '')) return at;
		// “to encourage borrowing and stimulate activity”: the infinitive goes on.
		if (letter === 'C' && /^A*0/.test(classes.slice(at + 1)) && /TA*0[^,;:]*$/.test(classes.slice(from, at))) continue;
		if (letter === 'C' && /^A*[30BMHK]/.test(classes.slice(at + 1))) return at;
		if (letter === 'C' && /^A*E/.test(classes.slice(at + 1)) && !/^A*E[JN]*N/.test(classes.slice(at + 1))) return at;
		if (letter === 'C' && isPast && isPlainPast(tokens[at + 1])) return at;
		// “increased secretion and reduced inhibition”: two changes rather than one changed thing.
		if (letter === 'C' && isPast && CHANGED.test(tokens[at + 1]?.lower ?? '') && /^E[JN]/.test(classes.slice(at + 1)))
			return at;
		if (letter === 'C' && tokens[at]?.lower === 'but') return at;
	}
	const end = beforeNextClause(classes, from, at);
	// “named for Melvin Calvin who, with his colleagues, …”
	return end > from + 1 && classes.charAt(end - 1) === 'R' && classes.charAt(end) === ',' ? end - 1 : end;
}

/** A list that runs into a finite verb took the next clause's subject for its last member: cut before its “and”. */
function beforeNextClause(classes: string, from: number, at: number): number {
	const part = classes.slice(from, at);
	const match = /,?C(?=[^C]*$)/.exec(part.replace(/\([^()]*\)/g, (brackets) => '('.repeat(brackets.length)));
	if (match === null) return at;
	const rest = part.slice(match.index + match[0].length);
	// “in which too many X and Y are made”: the relative clause still waits for its verb.
	const open = part.slice(0, match.index).lastIndexOf('R');
	if (open !== -1 && !/[BMHK30]/.test(part.slice(open, match.index))) return at;
	return /[DJNQ)]A*[3BMH]/.test(rest) && !/[RS]/.test(rest) ? from + match.index : at;
}

/** “crossed the ford and began …”, “sold hay and made …”: a past tense that cannot be said of a noun. */
function isPlainPast(token: Token | undefined): boolean {
	if (token?.class !== 'E' || /ed$/.test(token.lower)) return false;
	const forms = new Set(verbReadings(token.lower).map((reading) => reading.form));
	return (
		forms.has('past') &&
		(!forms.has('participle') ||
			/^(?:made|held|led|had|met|won|left|sent|said|kept|brought|gained|built|found)$/.test(token.lower))
	);
}

const CHANGED =
	/^(?:increased|decreased|reduced|lowered|raised|improved|enhanced|inhibited|prevented|stimulated|suppressed|diminished|attenuated|abolished|delayed|shortened|prolonged)$/;

/** Whether the cut goes through a list that could not be read: its answer would be incomplete. */
export function breaksList(classes: string, at: number, sentenceEnd: number): boolean {
	if (classes.charAt(at) !== ',') return false;
	const rest = classes.slice(at, sentenceEnd).replace(/\([^()]*\)/g, '');
	// “the transfer of grain, bought at the port, to a mill”: the phrase goes on behind what is put between.
	if (/^,[ER][^,;:]+,[PTO]/.test(rest)) return true;
	// “mining operations, milling, farms and gardens”
	if (/^,G,[^;:SRBMH]*C/.test(rest)) return true;
	// “…, parts closely tied to mood and memory”: what stands behind the comma explains, it is no member.
	if (/^,[JN]*NA*E[PT]/.test(rest) && !/^,[^,]*,/.test(rest)) return false;
	return (
		/^,A*[NJ0E3Q][^,;:SR]*(,[^,;:SRBMH]*)*,?C/.test(rest) && !/^,A*E[PT]/.test(rest) && !/^,?C[^C]*[BMH3]/.test(rest)
	);
}

function seriesAfterPreposition(classes: string, from: number): number | null {
	if (/^T0|^PG/.test(classes.slice(from))) return seriesEnd(classes, from + 2);
	return 'POT'.includes(classes.charAt(from)) ? seriesEnd(classes, from + 1) : null;
}

/** Where a list ends whose first comma is at `comma`, if its last member began somewhere after `from`. */
function listFrom(classes: string, from: number, comma: number): number | null {
	for (let at = comma - 1; at >= from; at--) {
		if (at > from && !'PO'.includes(classes.charAt(at - 1))) continue;
		const end = seriesEnd(classes, at) ?? nounPhraseEnd(classes, at);
		if (end !== null && end > comma) return end;
	}
	return null;
}

/** “on 24 March, 1884”, “on July 8, 1859”: the comma is one of a date. */
const isBeforeYear = (tokens: readonly Token[], comma: number): boolean => {
	const [month, last, year] = [tokens[comma - 2], tokens[comma - 1], tokens[comma + 1]].map(
		(token) => token?.text ?? ''
	);
	const isDate = isMonth(last ?? '') || (isMonth(month ?? '') && /^\d{1,2}$/.test(last ?? ''));
	return isDate && /^(?:1\d|20)\d\d$/.test(year ?? '');
};

/** “in Dayton, Ohio”: two names of one place. */
const isPlaceName = (tokens: readonly Token[], classes: string, comma: number): boolean =>
	/^P[N]{1,2},$/.test(classes.slice(Math.max(0, comma - 2), comma + 1).replace(/^N(?=N,$)/, 'PN')) &&
	/^,N{1,2}[.,;]/.test(classes.slice(comma)) &&
	!/^,N{1,2},?(?:N,?)*C/.test(classes.slice(comma)) &&
	[comma - 1, comma + 1].every((at) => /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? ''));
