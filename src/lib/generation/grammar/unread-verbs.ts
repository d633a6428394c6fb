import type { Token } from '../words/tokens';
import type { Clause } from './clause';

/**
 * The finite verbs of a sentence that no clause accounts for, as token indices. In a sentence that was read rightly each
 * is the verb of a clause that was found, or follows a subordinator, a relative or an infinitive’s “to”; one that is left
 * over says that a noun was taken for a verb or a verb for a participle.
 */
export function unreadVerbs(tokens: readonly Token[], clauses: readonly Clause[]): number[] {
	const read = new Set<number>();
	for (const { verb, matrix } of clauses)
		for (const group of matrix === null ? [verb] : [verb, matrix.verb])
			for (let at = group.start; at < group.end; at++) read.add(at);
	const found: number[] = [];
	const isInSubject = (at: number): boolean => clauses.some(({ subject }) => subject.from < at && at < subject.to);
	let depth = 0;
	/** Subordinators and relatives that still wait for their verbs. */
	let waiting = 0;
	let lastWasGranted = false;
	for (const [at, token] of tokens.entries()) {
		if (token.class === '(') depth++;
		else if (token.class === ')') depth--;
		if (depth > 0) continue;
		if ('RS'.includes(token.class)) waiting++;
		if (token.class === ';') waiting = 0;
		if (!isFinite(tokens, at, isInSubject(at))) continue;
		if (read.has(at)) {
			lastWasGranted = false;
			continue;
		}
		if (waiting > 0) {
			waiting--;
			lastWasGranted = true;
		} else if (!(lastWasGranted && isJoined(tokens, at))) found.push(at);
	}
	return found;
}

/** The first word of a verb group that can stand as a predicate: not an infinitive, not what follows an auxiliary. */
function isFinite(tokens: readonly Token[], at: number, isInSubject: boolean): boolean {
	const letter = tokens[at]?.class ?? '.';
	if (!'BMHK30E'.includes(letter)) return false;
	if (letter === 'B' && /^(be|been|being)$/.test(tokens[at]?.lower ?? '')) return false;
	if (letter === 'H' && /^(having|have)$/.test(tokens[at]?.lower ?? '') && tokens[at - 1]?.class === 'T') return false;
	const before = wordBefore(tokens, at);
	if ('TMKBHXPDOGJQ'.includes(before) || before === '.') return false;
	// “causes of wood rot include”, not “helps reduce”
	if (letter === '0')
		return 'NI)'.includes(before) || (before === '0' && !/^(?:help|let|make)$/.test(tokens[at - 1]?.lower ?? ''));
	// “inked shapes”, “the drug used in”: a participle, unless an object of its own follows.
	if (letter === 'E') {
		const [next = '.', after = '.'] = [tokens[at + 1]?.class, tokens[at + 2]?.class];
		if (before === 'R') return true;
		if (!'N)I'.includes(before) || NAMING.test(tokens[at]?.lower ?? '')) return false;
		// “the press pressed inked metal shapes”, “the waters … expanded southward.”
		return 'DI'.includes(next) || (isInSubject && 'JNE'.includes(next)) || (next === 'A' && '.,'.includes(after));
	}
	return true;
}

/** “a filter called the glomerulus” */
const NAMING = /^(called|named|termed|dubbed|given|shown|taught|offered|awarded|granted)$/;

/** Whether “and” or a comma joins the verb to one before. */
const isJoined = (tokens: readonly Token[], at: number): boolean => 'C,'.includes(wordBefore(tokens, at));

/** The class of what stands before, adverbs passed over. */
function wordBefore(tokens: readonly Token[], at: number): string {
	let before = at - 1;
	while (tokens[before]?.class === 'A') before--;
	return tokens[before]?.class ?? '.';
}
