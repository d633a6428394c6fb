import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import { EMPTY_ANSWERS, isPointing } from '../claims/vague-nouns';
import { headOf, isPluralPhrase, type Range } from '../grammar/clause';
import { seriesEnd } from '../grammar/phrase-patterns';
import { spanOf, type Sentence } from '../grammar/sentence';
import { isOfPersons } from '../words/person-nouns';
import { slot, type Asked, type Context } from './asked';
import { LISTED } from './inclusion-questions';
import { core, fronted, holdsPersons } from './object-answers';

/** Nouns that stand for one thing once it is said of what: “the working part of a quern”, “the fuel of lime kilns”. */
const RELATIONAL =
	/^(?:cause|effect|result|function|purpose|source|origin|agent|vector|reservoir|host|unit|trigger|determinant|location|site|route|mode|mechanism|method|treatment|therapy|cure|antidote|test|symbol|capital|currency|language|religion|product|precursor|substrate|input|output|ingredient|constituent|target|receptor|enzyme|hormone|neurotransmitter|gene|pigment|founder|leader|author|inventor|discoverer|ruler|president|king|god|goddess|name|term|opposite|equivalent|alternative|difference|distinction|exception|consequence|complication|symptom|sign|indicator|marker|criterion|requirement|prerequisite|formula|equation|basis|foundation|centre|center|core|root|birthplace|habitat|predator|food|fuel|export|crop|industry|goal|role|job|stage|step|phase|layer|organ|muscle|nerve|artery|vein|bone|gland|carrier|acceptor|donor|catalyst|inhibitor|stimulus|pacemaker|regulator|component|structure|cell|protein|molecule|compound|element|gas|metal|mineral|medium|solvent|instrument|device|theory|law|principle|doctrine|remedy|vaccine|drug|pathogen|organism|bacterium|virus|parasite|disease|disorder|form|type|kind|problem|disadvantage|advantage|benefit|drawback|limitation|challenge|risk|factor|period|autoantibody|antibody|antigen|diagnosis|premise|rate|range|aim)s?$/;

const MARKED =
	/^(?:most|least|main|primary|principal|only|first|final|last|largest|smallest|highest|lowest|chief|leading|commonest|longest|shortest|oldest|best|best-known|functional|usual|preferred|basic|fundamental|central|two|three|four|five|six|seven|eight|nine|ten)$/;

const COUNTED = /^(?:second|third|fourth|fifth|other|next|different|various|remaining|another|previous|following)$/;

/** Heads of an answer that only values what is asked for, or says that there are more. */
const NO_IDENTITY =
	/^(?:all|both|made|another|one|same|important|critical|key|good|great|major|common|such|similar|different|essential|significant|useful|example)$/;

/**
 * “The usual fuel of lime kilns is charcoal”, “The two parts of a quern are A and B” → what it is. The
 * subject says whose and which one is meant, so that there is one answer.
 */
export function identityQuestion(context: Context): Asked | null {
	const { sentence, clause, subject, wording } = context;
	const { tokens, classes } = sentence;
	const { verb } = clause;
	if ((clause.role !== 'main' && clause.role !== 'own') || clause.aside !== null) return null;
	// “the truth, or fit, of …”: the answer goes on.
	if (/^,?C/.test(classes.slice(clause.complement.to)) && !/^,?C[^,]*[BMH3]/.test(classes.slice(clause.complement.to)))
		return null;
	if (subject.from !== null || !isOneOfItsKind(sentence, clause.subject)) return null;
	const answer = answerOf(context);
	if (answer === null) return null;
	const first = tokens[answer.from]?.lower ?? '';
	const opens = /^(?:an?|the|any)$/.test(first) ? (tokens[answer.from + 1]?.lower ?? '') : first;
	if (
		NO_IDENTITY.test(opens) ||
		(EMPTY_ANSWERS.has(tokens[headOf(tokens, answer)]?.lower ?? '') && classes.charAt(answer.from) === 'D')
	)
		return null;
	const head = tokens[headOf(tokens, clause.subject)]?.lower ?? '';
	// “The walls are a barrier”: what kind of thing it is, and not which.
	const isKind = /^an?$/.test(first) && !MARKED.test(tokens[clause.subject.from + 1]?.lower ?? '');
	if (
		isKind &&
		!/^(?:cause|effect|result|source|purpose|function|goal|treatment|trigger|agent|vector|host|target|product|precursor|consequence)s?$/.test(
			head
		)
	)
		return null;
	const span = spanOf(sentence, answer);
	const isWho = holdsPersons(sentence, answer) || isOfPersons(head, head);
	return {
		question: fronted(context, `${isWho ? 'Who' : 'What'} ${wording.inverted(verb, subject.text, subject.plural)}?`),
		answer: span,
		type: LISTED.test(head) && isPluralPhrase(tokens, answer) === true ? 'list' : 'fact',
		slots: [slot('term', spanOf(sentence, clause.subject)), slot('meaning', span)],
		worth: 0.76,
		pattern: 'identity'
	};
}

/** “the most common source of X”, “the two parts of X”, “the fuel for X”, clear without the sentences before. */
function isOneOfItsKind(sentence: Sentence, range: Range): boolean {
	const { tokens, classes } = sentence;
	const letters = classes.slice(range.from, range.to);
	const head = tokens[headOf(tokens, range)]?.lower ?? '';
	if (tokens[range.from]?.lower !== 'the' || !/N[OPERTJG]/.test(letters) || range.to - range.from > 16) return false;
	if (pointsOutside(sentence, range) || pointsElsewhere(sentence, range)) return false;
	// “the second tool”, “the other need”, “the last of the layers”: counted in the text alone.
	const counted = tokens.slice(range.from, range.to).map(({ lower }) => lower);
	if (
		counted.slice(1, 3).some((word) => COUNTED.test(word)) ||
		/^(?:last|final) of$/.test(counted.slice(1, 3).join(' '))
	)
		return false;
	if (/ (?:remains?|follows?)$/.test(counted.join(' '))) return false;
	const isMarked = tokens.slice(range.from + 1, range.from + 3).some(({ lower }) => MARKED.test(lower));
	if (!RELATIONAL.test(head) && !LISTED.test(head) && !isMarked) return false;
	// “the problem of the day” says nothing by itself.
	const rest = tokens.slice(headOf(tokens, range) + 1, range.to).filter(({ class: letter }) => 'NJ'.includes(letter));
	return rest.length > 0 && !rest.every(({ lower }) => isPointing(lower));
}

/** A noun phrase with what belongs to it, or a list, also of adjectives: “soft, hard and brittle”. */
function answerOf({ sentence, clause }: Context): Range | null {
	const { tokens, classes } = sentence;
	const { complement, sentenceEnd } = clause;
	let { from } = complement;
	while (
		/^(?:usually|probably|often|currently|generally|typically|thus|therefore|also)$/.test(tokens[from]?.lower ?? '')
	)
		from++;
	if (from !== complement.from && /^also$/.test(tokens[complement.from]?.lower ?? '')) return null;
	const adjectives = /^J(?:,J)*,?CJ(?=\.?$)/.exec(classes.slice(from, sentenceEnd));
	if (adjectives !== null) {
		const isCounted =
			tokens[clause.subject.from + 1]?.class === 'Q' ||
			LISTED.test(tokens[headOf(tokens, clause.subject)]?.lower ?? '');
		return isCounted ? { from, to: from + adjectives[0].length } : null;
	}
	if (clause.broken || complement.to <= from || !/^[DJNQG]/.test(classes.charAt(from))) return null;
	const range = { from, to: complement.to };
	const series = seriesEnd(classes, from) === complement.to;
	const answer = series ? range : core(sentence, range);
	if (answer === null || pointsElsewhere(sentence, answer) || answer.to - answer.from > 22) return null;
	// “is high”, “is 10 times greater”: no thing.
	return /^A*Q?A*J?$|[R0]$|^A*J[TP]/.test(classes.slice(answer.from, answer.to)) ? null : answer;
}
