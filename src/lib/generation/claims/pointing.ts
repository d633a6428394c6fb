import type { Range } from '../grammar/clause';
import type { Sentence } from '../grammar/sentence';
import { isPointing } from './vague-nouns';

type Pointing = Pick<Sentence, 'tokens' | 'given'>;

/** Whether a phrase holds a word that points to something outside the card. */
export function pointsOutside({ tokens, given }: Pointing, { from, to }: Range): boolean {
	for (let at = from; at < to; at++) {
		const token = tokens[at];
		if (token === undefined) continue;
		if (given.get(at) === null) return true;
		if (given.has(at)) continue;
		const next = tokens[at + 1]?.lower;
		if (token.class === 'I' && !/^(itself|themselves|most|one|all|both|some|many|each)$/.test(token.lower)) return true;
		if (token.class === 'D' && /^(this|these|those|that|their|his|her|my|our|your|its)$/.test(token.lower)) return true;
		if (token.lower === 'such' && next !== 'as') return true;
		if (
			/^(latter|former|aforementioned|respectively|following|above|below|another|other|others|same|additional|further)$/.test(
				token.lower
			) &&
			!(token.lower === 'other' && next === 'than')
		) {
			if (/^(above|below)$/.test(token.lower) && token.class === 'P' && 'DNJQ'.includes(tokens[at + 1]?.class ?? '.'))
				continue;
			if (token.lower === 'other' && at > from) continue;
			if (token.lower === 'another' && at > from) continue;
			return true;
		}
	}
	return false;
}

/** Like `pointsOutside`, for what follows a subject that the card names: its and their are then clear. */
export function pointsElsewhere({ tokens, given }: Pointing, { from, to }: Range): boolean {
	return tokens.slice(from, to).some((token, i, part) => {
		if (typeof given.get(from + i) === 'string') return false;
		// “from one person to another”
		if (token.lower === 'another' && part.slice(0, i).some(({ lower }) => lower === 'one')) return false;
		if (token.class === 'I')
			return !/^(itself|themselves|most|one|all|both|some|many|each|none|people)$/.test(token.lower);
		if (token.class === 'D' && /^(this|these|those|that|his|her|my|our|your)$/.test(token.lower))
			return !(/^(those|that)$/.test(token.lower) && /^(with|of|who|in)$/.test(part[i + 1]?.lower ?? ''));
		if (token.lower === 'such') return part[i + 1]?.lower !== 'as';
		if (/^(latter|former|aforementioned|respectively|following|another|same|here|there)$/.test(token.lower))
			return true;
		// “the condition”, “the two groups”
		const named = given.get(from + i);
		return named === null || (named === undefined && token.lower === 'the' && bareAfter(part, i + 1));
	});
}

/** Whether a bare pointing noun follows, with nothing after it that says which. */
function bareAfter(tokens: Sentence['tokens'], at: number): boolean {
	let head = at;
	while (tokens[head]?.class === 'Q') head++;
	const noun = tokens[head];
	if (noun?.class !== 'N' || !isPointing(noun.lower)) return false;
	const next = tokens[head + 1];
	if (next?.class === 'P' && tokens[head + 2]?.class === 'R') return false;
	// “the gene for a protein”, “the risks to the kidney”: what follows says which.
	const isNarrowed = next?.class === 'P' && /^(?:between|for|with|against|from)$/.test(next.lower);
	return next === undefined || !('ORENG'.includes(next.class) || isNarrowed);
}
