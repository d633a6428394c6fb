import { headOf, isPluralPhrase, type Range } from '../grammar/clause';
import { nounPhraseEnd, seriesEnd, unitEnd } from '../grammar/phrase-patterns';
import { pointsElsewhere, pointsOutside } from '../claims/references';
import { isPointing } from '../claims/vague-nouns';
import { slot, type Asked, type Context } from './asked';
import { spanOf, type Sentence } from '../grammar/sentence';
import type { Wording } from './wording';

const UNIQUE =
	/^(most|least|main|primary|principal|only|first|largest|smallest|highest|lowest|major|chief|leading|commonest|longest|shortest|oldest|best|second|third|last|key|preferred|recommended|usual)$/;

/** “X is a Y that …”, “X is the main Y”, “X is 50 mg”, “X is responsible for Y”. */
export function copulaQuestions({ sentence, clause, subject, wording }: Context): Asked[] {
	const { tokens, classes } = sentence;
	const { verb, complement } = clause;
	if (verb.voice !== 'copula' || clause.matrix !== null || complement.to <= complement.from) return [];
	const answer = spanOf(sentence, complement);
	const subjectSpan = spanOf(sentence, clause.subject);
	const first = tokens[complement.from];
	const letters = classes.slice(complement.from, complement.to);
	const be = wording.inverted(verb, subject.text, subject.plural);
	const front = wording.front(clause);
	if (first === undefined || verb.negated) return [];
	const found: Asked[] = [];
	const series = seriesEnd(classes, complement.from);
	if (series === complement.to && LISTED.test(tokens[headOf(tokens, clause.subject)]?.lower ?? '')) {
		found.push({
			question: `${front}${front === '' ? 'What' : 'what'} ${be}?`,
			answer,
			type: 'list',
			slots: [slot('whole', subjectSpan), slot('members', answer)],
			worth: 0.8,
			pattern: 'list-is',
			members: members(sentence, complement)
		});
		return found;
	}
	if (/^(A?Q)/.test(letters) && /^A?Q+[NJP]*N?/.test(letters) && isMeasured(sentence, complement)) {
		const cut = letters.search(/E|S/);
		const measure = spanOf(sentence, cut > 0 ? { from: complement.from, to: complement.from + cut } : complement);
		return [
			{
				question: `${front}${front === '' ? 'What' : 'what'} ${be}?`,
				answer: measure,
				type: 'fact',
				slots: [slot('term', subjectSpan), slot('quantity', measure)],
				worth: 0.75,
				pattern: 'quantity-is'
			}
		];
	}
	const specific = tokens
		.slice(complement.from, complement.to)
		.filter(
			(token) =>
				token.class === 'N' && !isPointing(token.lower) && !/^(use|reservoir|strategy|source|way)$/.test(token.lower)
		);
	const isUnique =
		specific.length >= 2 &&
		first.lower === 'the' &&
		(UNIQUE.test(tokens[complement.from + 1]?.lower ?? '') || UNIQUE.test(tokens[complement.from + 2]?.lower ?? ''));
	if (
		isUnique &&
		!pointsOutside(sentence, complement) &&
		complement.to - complement.from >= 5 &&
		clause.front === null &&
		tokens[verb.start]?.class === 'B' &&
		subject.from === null
	) {
		const plural = isPluralPhrase(tokens, complement);
		const be2 = verb.tense === 'past' ? (plural === true ? 'were' : 'was') : plural === true ? 'are' : 'is';
		found.push({
			question: `What ${be2} ${wording.words(complement)}?`,
			answer: subjectSpan,
			type: 'definition',
			slots: [slot('term', subjectSpan), slot('meaning', answer)],
			worth: 0.75,
			pattern: 'unique-role'
		});
	}
	if (isDefining(sentence, complement) && isTerm(sentence, clause.subject, subject.text) && clause.front === null) {
		found.push({
			question: `What ${be}?`,
			answer,
			type: 'definition',
			slots: [slot('term', subjectSpan), slot('meaning', answer)],
			worth: letters.length >= 4 ? 0.85 : 0.5,
			pattern: 'definition-is'
		});
	}
	const stranded = /^(A*[JE])([PT])(?!0)/.exec(letters);
	if (stranded?.[1] !== undefined && stranded[2] !== undefined) {
		const at = complement.from + stranded[1].length;
		const preposition = tokens[at]?.lower ?? '';
		const rest = { from: at + 1, to: complement.to };
		if (
			/^(for|to|on|of|from|than|with)$/.test(preposition) &&
			rest.to > rest.from &&
			!pointsElsewhere(sentence, rest) &&
			nounPhraseEnd(classes, rest.from) !== null
		) {
			const compared = preposition === 'than';
			found.push({
				question: `${front}${front === '' ? 'What' : 'what'} ${be} ${wording.words({ from: complement.from, to: at + 1 })}?`,
				answer: spanOf(sentence, rest),
				type: compared ? 'comparison' : 'mechanism',
				slots: [slot('agent', subjectSpan), slot(compared ? 'contrast' : 'object', spanOf(sentence, rest))],
				worth: STRONG_ADJECTIVE.test(tokens[at - 1]?.lower ?? '') ? 0.7 : 0.5,
				pattern: 'adjective-of'
			});
		}
	}
	return found;
}

const STRONG_ADJECTIVE =
	/^(responsible|dependent|contraindicated|resistant|sensitive|specific|selective|similar|equivalent|analogous|essential|critical|necessary|crucial|indispensable|vital|susceptible|permeable|rich|composed|identical)$/;
export const LISTED =
	/^(symptoms?|signs?|causes?|types?|kinds?|forms?|components?|parts?|elements?|effects?|risks?|factors?|examples?|features?|functions?|stages?|phases?|steps?|classes|categories|criteria|reactions?|complications?|treatments?|drugs?|medications?|receptors?|neurotransmitters?|organs?|areas?|regions?|structures?|layers?|conditions?|indications?|contraindications?|uses?|methods?|techniques?|hormones?|amines?|acids?|amino|precautions|measures|events|characteristics|side|risks?|sources?|benefits?)$/;

const isMeasured = ({ tokens }: Sentence, { from, to }: Range): boolean =>
	tokens
		.slice(from, to)
		.some(
			(token) =>
				/^(mg|mcg|µg|g|kg|ml|mv|mm|cm|m|km|hours?|minutes?|days?|weeks?|months?|years?|ng\/ml|mg\/kg|percent|mmhg|hz|ms|%|l)$/i.test(
					token.lower
				) || /%$|\d[a-zµ]/.test(token.lower)
		) && to - from <= 12;

/** A noun phrase with an article, or a plural with something that narrows it. */
function isDefining({ tokens, classes }: Sentence, range: Range): boolean {
	const letters = classes.slice(range.from, range.to);
	const first = tokens[range.from]?.lower ?? '';
	if (pointsElsewhere({ tokens }, range) || range.to - range.from > 26) return false;
	const head = tokens[headOf(tokens, range)];
	if (
		head?.class !== 'N' ||
		(/^(one|part|example|result|thing|way|reason|matter|problem|challenge|concern|key|issue|form|type|kind|method|strategy|option|candidate|success|difficult)s?$/.test(
			head.lower
		) &&
			!/[OR]/.test(letters))
	)
		return false;
	if (/^(an?)$/.test(first)) return letters.length >= 3 && /[JOPREGT]|NN/.test(letters);
	return unitEnd(classes, range.from) !== null && /^[JN]+/.test(letters) && head.plural && /[RPOE]/.test(letters);
}

/** A short phrase that can be looked up: no clause in it, no pointing article with a common noun. */
function isTerm({ tokens, classes, text: source }: Sentence, range: Range, text: string): boolean {
	const letters = classes.slice(range.from, range.to);
	if (letters === 'I') return true;
	const head = tokens[range.to - 1];
	if (
		/^DN$/.test(letters) &&
		tokens[range.from]?.lower === 'the' &&
		head !== undefined &&
		source.toLowerCase().split(head.lower).length <= 5
	)
		return false;
	return (
		/^D?[JNEGQ]{1,4}(\(.*\))?(O[DJN]{1,3})?$/.test(letters) &&
		text.split(' ').length <= 6 &&
		!/^(some|many|most|each|every|several|all|both|one|no)$/.test(tokens[range.from]?.lower ?? '')
	);
}

/** “X, a Y, …”, “synaptogenesis, the formation of new synapses”, “neurogenesis—the creation of new neurons”. */
export function appositionQuestions(sentence: Sentence, wording: Wording): Asked[] {
	const { tokens, classes } = sentence;
	const found: Asked[] = [];
	for (let at = 1; at + 3 < tokens.length; at++) {
		const mark = classes.charAt(at);
		if (!',-'.includes(mark) || tokens[at + 1]?.class !== 'D' || !/^(the|an?)$/.test(tokens[at + 1]?.lower ?? ''))
			continue;
		const term = termBefore(sentence, at);
		const end = nounPhraseEnd(classes, at + 1);
		if (term === null || end === null) continue;
		const stop = appositionEnd(sentence, at + 1, mark);
		if (stop === null || stop - at < 4 || stop - at > 20) continue;
		const meaning = { from: at + 1, to: stop };
		if (
			pointsOutside(sentence, meaning) ||
			/[BMH30]/.test((classes.slice(meaning.from, meaning.to).split('R')[0] ?? '').replace(/T0/g, '')) ||
			!/[OPRTE]/.test(classes.slice(meaning.from, meaning.to))
		)
			continue;
		const plural = isPluralPhrase(tokens, term);
		const head = tokens[headOf(tokens, meaning)];
		if (head === undefined || head.plural !== (plural ?? head.plural)) continue;
		found.push({
			question: `What ${plural === true ? 'are' : 'is'} ${wording.words(term)}?`,
			answer: spanOf(sentence, meaning),
			type: 'definition',
			slots: [slot('term', spanOf(sentence, term)), slot('meaning', spanOf(sentence, meaning))],
			worth: 0.8,
			pattern: 'apposition'
		});
	}
	return found;
}

/** The bare noun phrase that ends at `at`: a term without an article. */
function termBefore({ tokens, classes }: Sentence, at: number): Range | null {
	let from = at;
	while (from > 0 && 'JN'.includes(classes.charAt(from - 1)) && at - from < 3) from--;
	if (
		from === at ||
		tokens[at - 1]?.class !== 'N' ||
		(tokens[at - 1]?.text.length ?? 0) < 2 ||
		(from === 0 && classes.slice(0, at).includes('P'))
	)
		return null;
	const before = classes.charAt(from - 1);
	if (from > 0 && !'PO,0-3ET"C'.includes(before)) return null;
	if (before === 'C' || (before === ',' && classes.slice(0, from).includes(',') && /N,$/.test(classes.slice(0, from))))
		return null;
	return { from, to: at };
}

/** Where an apposition ends: at its second dash or comma, or with the sentence. */
function appositionEnd({ classes }: Sentence, from: number, mark: string): number | null {
	for (let at = from; at < classes.length; at++) {
		const letter = classes.charAt(at);
		if (letter === '.' || letter === ';') return at;
		if (mark === '-' && letter === '-') return at;
		if (mark === ',' && letter === ',') return classes.charAt(at + 1) === 'C' ? null : at;
		if (mark === ',' && letter === '-') return null;
		if (mark === ',' && letter === 'C' && !'NJ'.includes(classes.charAt(at + 1))) return null;
	}
	return null;
}

/** “X, also called Y,”, “X is called Y”, “Y (X)”: what something is called. */
export function nameQuestions(sentence: Sentence, wording: Wording): Asked[] {
	const { text, statement, tokens } = sentence;
	const found: Asked[] = [];
	const words = text.slice(statement.start, statement.end);
	for (const match of words.matchAll(
		/(?:,|\()\s?(?:also |sometimes |commonly )?(?:called|known as|referred to as|termed)\s(?:the |an? )?((?:[\p{L}\p{N}’'-]+\s?){1,4})(?=[,)])/gu
	)) {
		const at = statement.start + match.index;
		const before = tokens.findIndex((token) => token.start >= at);
		const term = nounsBefore(sentence, before);
		if (
			term === null ||
			tokens[term.from]?.class === 'D' ||
			pointsOutside(sentence, term) ||
			!/also|sometimes|commonly/.test(match[0])
		)
			continue;
		const start = at + match[0].indexOf(match[1] ?? '');
		const answer = { start, end: start + (match[1] ?? '').trimEnd().length };
		found.push({
			question: `What is another name for ${wording.words(term)}?`,
			answer,
			type: 'definition',
			slots: [slot('meaning', spanOf(sentence, term)), slot('term', answer)],
			worth: 0.7,
			pattern: 'also-called'
		});
	}
	return found;
}

function nounsBefore({ tokens, classes }: Sentence, at: number): Range | null {
	let from = at;
	while (from > 0 && "JNQ'".includes(classes.charAt(from - 1)) && at - from < 5) from--;
	while (from < at && !'JN'.includes(classes.charAt(from))) from++;
	if (from > 0 && classes.charAt(from - 1) === 'D') from--;
	return from < at && tokens[at - 1]?.class === 'N' ? { from, to: at } : null;
}

/** “Deep brain stimulation (DBS)”: what the letters stand for, if they are the initials of what stands before. */
export function acronymQuestions(sentence: Sentence): Asked[] {
	const { text, statement } = sentence;
	const words = text.slice(statement.start, statement.end);
	const found: Asked[] = [];
	for (const match of words.matchAll(/\((\p{Lu}[\p{Lu}\p{N}-]{1,5})s?\)/gu)) {
		const letters = (match[1] ?? '').toLowerCase().replace(/[^a-z]/g, '');
		const before = words.slice(0, match.index).trimEnd();
		const start = expansionStart(before, letters);
		if (start === null || letters.length < 2) continue;
		const answer = { start: statement.start + start, end: statement.start + before.length };
		const at = statement.start + match.index + 1;
		found.push({
			question: `What does ${match[1]} stand for?`,
			answer,
			type: 'definition',
			slots: [slot('meaning', answer), slot('term', { start: at, end: at + (match[1] ?? '').length })],
			worth: 0.45,
			pattern: 'acronym'
		});
	}
	return found;
}

/** Where the words begin whose initials are the letters, in order and with only small words between; null if none. */
function expansionStart(before: string, letters: string): number | null {
	const words = [...before.matchAll(/[\p{L}\p{N}]+/gu)];
	let letter = letters.length - 1;
	let at = words.length - 1;
	let start: number | null = null;
	while (letter >= 0 && at >= 0) {
		const word = words[at];
		if (word === undefined) return null;
		if (word[0].charAt(0).toLowerCase() === letters.charAt(letter)) {
			letter--;
			start = word.index;
		} else if (!/^(of|the|and|in|for|to)$/i.test(word[0])) {
			// A word may give two letters: “neurotrophic factor” after “brain-derived”, “immunodeficiency”.
			return null;
		}
		at--;
	}
	return letter < 0 ? start : null;
}

/** The members of a list, without the words that join them. */
export function members(sentence: Sentence, range: Range): { start: number; end: number }[] {
	const { classes } = sentence;
	const found: { start: number; end: number }[] = [];
	let from = range.from;
	let depth = 0;
	for (let at = range.from; at <= range.to; at++) {
		const letter = at === range.to ? ',' : classes.charAt(at);
		if (letter === '(') depth++;
		else if (letter === ')') depth--;
		if (depth > 0 || !',C'.includes(letter)) continue;
		if (letter === 'C' && !classes.slice(range.from, at).includes(',')) continue;
		if (at > from) found.push(spanOf(sentence, { from, to: at }));
		from = at + 1;
	}
	return found;
}
