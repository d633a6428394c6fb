import type { Span } from '../../domain/text/sentences';
import { pointsElsewhere } from '../claims/pointing';
import { nounPhraseEnd, seriesEnd } from '../grammar/phrase-patterns';
import { rangeOf, spanOf, type Sentence } from '../grammar/sentence';
import { slot, type Asked } from './asked';
import { pairEnd } from './colon-lists';
import type { Wording } from './wording';

/** Instructions as labels and guidelines write them: “Do not use X in patients who …”, “Avoid X in Y”. */
export function instructionQuestions(sentence: Sentence): Asked[] {
	const { text, statement } = sentence;
	const words = text.slice(statement.start, statement.end);
	const found: Asked[] = [];
	const rule = (pattern: RegExp, question: (product: string) => string): void => {
		const match = pattern.exec(words);
		const [product, answer] = [match?.groups?.['product'], match?.groups?.['answer']];
		if (match === null || product === undefined || answer === undefined) return;
		const start = statement.start + match.index + match[0].lastIndexOf(answer);
		const span: Span = { start, end: start + answer.length };
		const range = rangeOf(sentence, span);
		if (pointsElsewhere(sentence, range) || product.split(' ').length > 6 || answer.split(' ').length > 22) return;
		const at = statement.start + match.index + match[0].indexOf(product);
		const named = { start: at, end: at + product.length };
		if (pointsElsewhere(sentence, rangeOf(sentence, named))) return;
		const asks = question(product);
		if (asks === '') return;
		found.push({
			question: asks,
			answer: span,
			type: 'regulatory',
			slots: [slot('product', named), slot('population', span)],
			worth: 0.85,
			pattern: 'instruction'
		});
	};
	rule(
		/^Do not (?:use|administer|take|prescribe) (?<product>[^,;.]+?) (?<answer>(?:in|for|with|during|after) [^;.]+?)(?=[.;,]|$)/u,
		(product) => `When should ${product} not be used?`
	);
	rule(
		/^Avoid (?:the )?(?<product>(?:concomitant |concurrent |co)(?:use|administration|-?administration) of [^,;.]+?) with (?<answer>[^;.]+?)(?=[.;]|$)/u,
		(product) => `With what should ${product} be avoided?`
	);
	rule(
		/^Avoid (?!(?:the )?(?:concomitant|concurrent|co))(?:the )?(?:concomitant |concurrent |use of )*(?:use of )?(?<product>[^,;.]+?) (?<answer>(?:in|for|with|during|after) [^;.]+?)(?=[.;,]|$)/u,
		(product) => `When should ${product} be avoided?`
	);
	rule(
		/^Consider (?<product>an? [^,;.]*?(?:dose|dosage)) of (?<answer>\d[^,;.]*?(?:mg|mcg|g|mL))(?= in )/u,
		(product) => {
			const place = / in (?<who>[^.;[]+?)(?:\s\(|\sbecause\b|[.;]|$)/u.exec(words)?.groups?.['who'] ?? '';
			if (/,/.test(place) || place === '') return '';
			return `What ${product.replace(/^an? /, '')} should be considered in ${place}?`;
		}
	);
	return found;
}

const KINDS_OF_LIST =
	/\b(risks?|side effects|adverse (?:effects|reactions|events)|complications|symptoms|signs|benefits|contraindications|precautions|causes)\b(?=[^.]*:$)/i;
const TAKES_PART =
	/\b(effects|risks|concerns|reactions|symptoms|signs|problems|changes|complications|disorders|events|causes|benefits)$/i;

/**
 * “Cardiovascular effects: a rise in blood pressure.” in a list that is introduced as one of risks.
 * @param owner whose risks they are, by the line above the list
 * @param topic what the document is about
 */
export function labelledQuestions(sentence: Sentence, owner: string | null, topic: string | null): Asked[] {
	const { text, statement, clauses, tokens } = sentence;
	const { label, intro } = statement;
	const whose = owner ?? topic;
	// A clause about what is listed is no statement of its own: “seizures, which may include …”.
	const relative = sentence.classes.search(/,R/);
	const isStated = clauses.some(({ verb }) => relative === -1 || verb.start < relative);
	if (label === null || intro === null || whose === null || isStated) return [];
	const kind = KINDS_OF_LIST.exec(text.slice(intro.start, intro.end))?.[1];
	const name = text.slice(label.start, label.end);
	if (kind === undefined || !TAKES_PART.test(name) || / and /.test(name)) return [];
	const stop = tokens[tokens.length - 1]?.class === '.' ? tokens.length - 1 : tokens.length;
	// “seizures, which may include confusion”: what is said of them is another matter.
	const end = relative === -1 ? stop : relative;
	const range = { from: 0, to: end };
	if (end < 2 || pointsElsewhere(sentence, range) || nounPhraseEnd(sentence.classes, 0) === null) return [];
	const answer = spanOf(sentence, range);
	const plural = /s$/.test(kind) ? kind : `${kind}s`;
	return [
		{
			question: `Which ${name.replace(/\b\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase())} are listed among the ${plural.toLowerCase()} of ${whose}?`,
			answer,
			type: /benefit|cause|symptom|sign/i.test(kind) ? 'list' : 'risk',
			slots: [slot('condition', label), slot('hazard', answer)],
			worth: 0.75,
			pattern: 'labelled'
		}
	];
}

/** “There are two types of connection …” → how many. */
export function countQuestions(sentence: Sentence, wording: Wording): Asked[] {
	const { tokens, classes } = sentence;
	if (!/^UBQ[JN]*N/.test(classes)) return [];
	const number = tokens[2];
	const end = nounPhraseEnd(classes, 3);
	if (
		number === undefined ||
		end === null ||
		!/^(two|three|four|five|six|seven|eight|nine|ten|\d+)$/.test(number.lower) ||
		tokens[1]?.lower !== 'are'
	)
		return [];
	let stop = end;
	while (stop < classes.length && !',.;:-'.includes(classes.charAt(stop))) stop++;
	if (classes.charAt(stop) === ',' || classes.slice(3, stop).includes(',')) stop = classes.indexOf(',', 3);
	const things = { from: 3, to: stop };
	if (pointsElsewhere(sentence, things) || !/[OPRT]/.test(classes.slice(things.from, things.to))) return [];
	const inside = wording.words(things);
	const split = /^(.*?)(\s(?:that|which|who)\b.*)$/.exec(inside);
	const be = tokens[1]?.lower ?? 'are';
	const question =
		split === null
			? `How many ${inside} ${be} there?`
			: `How many ${split[1] ?? ''}${(split[2] ?? '').replace(/^\s(?:that|which|who)/, '')}?`;
	const listed = countedList(sentence, stop + 1);
	if (listed !== null) {
		const whole = spanOf(sentence, things);
		return [
			{
				question: `What are the ${number.lower} ${inside}?`,
				answer: listed,
				type: 'list',
				slots: [slot('whole', whole), slot('members', listed)],
				worth: 0.85,
				pattern: 'list-count'
			}
		];
	}
	const span = spanOf(sentence, { from: 2, to: 3 });
	return [
		{
			question,
			answer: span,
			type: 'fact',
			slots: [slot('quantity', span), slot('whole', spanOf(sentence, things))],
			worth: 0.55,
			pattern: 'how-many'
		}
	];
}

/** “There are two types of connections: chemical synapses and electrical synapses”: the list, if it ends the sentence. */
function countedList({ tokens, classes }: Sentence, from: number): Span | null {
	const end = seriesEnd(classes, from) ?? pairEnd(classes, from);
	if (end === null || !/^\.?$/.test(classes.slice(end))) return null;
	return spanOf({ tokens }, { from, to: end });
}
