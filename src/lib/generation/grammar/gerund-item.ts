import type { Token } from '../words/tokens';
import { verbReadings } from '../words/verb-lexicon';
import type { Clause } from './clause';
import { breaksList, complementEnd } from './complement';

/** “Reducing levels of BDNF.” as an item of a list: a clause whose subject stands in the line above. */
export function gerundItem(tokens: readonly Token[], classes: string): Clause | null {
	const [first, next] = [tokens[0], classes.charAt(1)];
	const lemma = first === undefined ? undefined : verbReadings(first.lower).find((each) => each.form === 'ing')?.lemma;
	if (first?.class !== 'G' || lemma === undefined || !'DJNQET'.includes(next || '.')) return null;
	let sentenceEnd = tokens.length;
	while (sentenceEnd > 0 && classes.charAt(sentenceEnd - 1) === '.') sentenceEnd--;
	const complement = { from: 1, to: complementEnd(tokens, classes, 1, sentenceEnd) };
	return {
		role: 'shared',
		front: null,
		matrix: null,
		subject: { from: 0, to: 0 },
		aside: null,
		verb: {
			start: 0,
			end: 1,
			auxiliary: null,
			main: 0,
			lemma,
			voice: 'active',
			tense: 'present',
			number: 'either',
			negated: false
		},
		complement,
		broken: breaksList(classes, complement.to, sentenceEnd),
		sentenceEnd
	};
}
