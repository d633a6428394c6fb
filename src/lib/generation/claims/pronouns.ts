import { isPluralPhrase, type Range } from '../grammar/clause';
import { unitEnd } from '../grammar/phrase-patterns';
import type { Sentence } from '../grammar/sentence';
import { pointsOutside } from './pointing';
import type { Named } from './references';

/** “While ketamine offers promise, it carries risks”: the subject of the clause that stands before. */
export function subjectOfFront(sentence: Sentence, front: Range, word: string): Named | null {
	const { tokens, classes, text } = sentence;
	if (classes.charAt(front.from) !== 'S' || (word !== 'it' && word !== 'they')) return null;
	const end = unitEnd(classes, front.from + 1);
	if (end === null || end >= front.to || !/^A*[BMHK30E]/.test(classes.slice(end))) return null;
	const range = { from: front.from + 1, to: end };
	const plural = isPluralPhrase(tokens, range);
	if (plural !== (word === 'they') || pointsOutside(sentence, range)) return null;
	const first = tokens[range.from];
	if (/^(the|an?|some|many|no|each)$/.test(first?.lower ?? '')) return null;
	return { text: text.slice(first?.start ?? 0, tokens[end - 1]?.end ?? 0), plural, from: null };
}

/** “It is difficult to …”, “it seems that …”: stands for nothing. */
export function isPleonastic({ clauses, tokens, classes }: Sentence): boolean {
	const clause = clauses[0];
	if (clause === undefined) return false;
	const { verb, complement } = clause;
	const after = classes.slice(verb.end, complement.to + 1);
	if (verb.voice === 'copula' && /^A*J[^N,]{0,6}T/.test(after)) return true;
	if (
		verb.voice === 'copula' &&
		/^A*[JE]/.test(after) &&
		tokens.slice(verb.end, complement.to + 1).some(({ lower }) => lower === 'that')
	)
		return true;
	return (
		/^(?:seem|appear|feel|suggest|turn|follow|mean|take|matter|happen)$/.test(verb.lemma) &&
		!/^[DJNQ]*N/.test(after.replace(/^A/, ''))
	);
}
