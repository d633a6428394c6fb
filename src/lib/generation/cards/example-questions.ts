import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import { headOf, isPluralPhrase, type Range } from '../grammar/clause';
import { nounPhraseEnd, seriesEnd } from '../grammar/phrase-patterns';
import type { Sentence } from '../grammar/sentence';
import type { Asked, Context } from './asked';
import { listAsked, members } from './list-members';
import { asking, fronted } from './object-answers';

/** Members of a list, fewest and most. */
const FEWEST = 2;
const MOST = 8;

/**
 * “can lead to serious complications such as heart disease, kidney damage and nerve damage” → which serious
 * complications, for example. Of the object or of the subject.
 */
export function exampleQuestions(context: Context): Asked[] {
	return [ofObject(context), ofSubject(context)].filter((each) => each !== null);
}

function ofObject(context: Context): Asked | null {
	const { sentence, clause, wording } = context;
	const { classes, tokens } = sentence;
	const { verb, complement, sentenceEnd } = clause;
	if (verb.voice === 'copula' || verb.negated || clause.matrix !== null) return null;
	const preposition = 'PT'.includes(classes.charAt(complement.from)) ? complement.from : null;
	const from = preposition === null ? complement.from : preposition + 1;
	const examples = examplesIn(sentence, from, sentenceEnd);
	if (examples === null) return null;
	const { kind, list } = examples;
	// What follows the list belongs to the clause, and the question would lose it.
	if (!/^(?:$|[,;.-])/.test(classes.slice(list.to, sentenceEnd))) return null;
	const after = preposition === null ? '' : ` ${tokens[preposition]?.lower ?? ''}`;
	if (verb.voice === 'passive' && preposition === null) return null;
	return listAsked(
		context,
		fronted(context, `Which ${wording.words(kind)} ${asking(context)}${after}, for example?`),
		list,
		'examples',
		0.78
	);
}

function ofSubject(context: Context): Asked | null {
	const { sentence, clause, wording } = context;
	const { subject, verb, complement } = clause;
	if (clause.front !== null || clause.matrix !== null || verb.negated || verb.voice === 'copula') return null;
	const examples = examplesIn(sentence, subject.from, subject.to);
	if (examples === null || examples.list.to !== subject.to || pointsElsewhere(sentence, complement)) return null;
	// “… when antibodies form”: it would stand behind the “for example”.
	if (
		sentence.classes.charAt(complement.to) === 'S' ||
		/\balready\b/.test(wording.words({ from: verb.start, to: verb.end }))
	)
		return null;
	if (complement.to - complement.from < 2 || complement.to - complement.from > 12) return null;
	const says = wording.words({ from: verb.start, to: complement.to });
	return listAsked(
		context,
		fronted(context, `Which ${wording.words(examples.kind)} ${says}, for example?`),
		examples.list,
		'examples',
		0.78
	);
}

/** A plural noun phrase and the list of examples that follows it within a stretch of the sentence. */
function examplesIn(
	sentence: Sentence,
	from: number,
	to: number
): { readonly kind: Range; readonly list: Range } | null {
	const { classes, tokens } = sentence;
	for (let at = from + 1; at + 2 < to; at++) {
		const isSuchAs = tokens[at]?.lower === 'such' && tokens[at + 1]?.lower === 'as';
		if (!isSuchAs && tokens[at]?.lower !== 'including') continue;
		const kind = { from, to: ',-'.includes(classes.charAt(at - 1)) ? at - 1 : at };
		const head = tokens[headOf(tokens, kind)];
		if (
			head?.class !== 'N' ||
			isPluralPhrase(tokens, kind) !== true ||
			!/^(?:[JNE]|C(?=J)){1,5}(?:[OP]D?[JN]{1,3})?$/.test(letters(sentence, kind))
		)
			return null;
		const begin = isSuchAs ? at + 2 : at + 1;
		const end = seriesEnd(classes, begin) ?? nounPhraseEnd(classes, begin);
		if (end === null || end > to) return null;
		const list = { from: begin, to: end };
		const count = members(sentence, list).length;
		if (count < FEWEST || count > MOST || pointsOutside(sentence, list) || pointsOutside(sentence, kind)) return null;
		return { kind, list };
	}
	return null;
}

const letters = ({ classes }: Sentence, { from, to }: Range): string => classes.slice(from, to);
