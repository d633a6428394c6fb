import { whoOrWhat } from '../claims/persons';
import { pointsOutside } from '../claims/pointing';
import { headOf, isPluralPhrase, type Range } from '../grammar/clause';
import { nounPhraseEnd, seriesEnd } from '../grammar/phrase-patterns';
import { spanOf, type Sentence } from '../grammar/sentence';
import { literal } from '../words/literal-pattern';
import { slot, type Asked } from './asked';
import type { Wording } from './wording';

/** “X, a Y, …”, “synaptogenesis, the formation of new synapses”, “neurogenesis—the creation of new neurons”. */
export function appositionQuestions(sentence: Sentence, wording: Wording): Asked[] {
	const { tokens, classes } = sentence;
	const found: Asked[] = [];
	for (let at = 1; at + 3 < tokens.length; at++) {
		const mark = classes.charAt(at);
		const isMany = mark === '-' && /^J?[JN]*N[PRE]/.test(classes.slice(at + 1)) && tokens[at - 1]?.plural === true;
		if (!',-'.includes(mark) || (!isMany && !/^(the|an?)$/.test(tokens[at + 1]?.lower ?? ''))) continue;
		const term = termBefore(sentence, beforeLetters(sentence, at));
		const end = nounPhraseEnd(classes, at + 1);
		if (term === null || end === null) continue;
		// “in vitro, an inhibition of …”: where it was seen is no term.
		if (/^(?:vitro|vivo|situ|utero)$/.test(tokens[term.to - 1]?.lower ?? '')) continue;
		const stop = appositionEnd(sentence, at + 1, mark);
		if (stop === null || stop - at < 4 || stop - at > 20) continue;
		// “a kiln, the use of a wheel, the sale of jars, and other signs”: a list.
		if (mark === ',' && /^,[DJNQ][^;]*,?C/.test(classes.slice(stop)) && !/^,[^,]*[BMH3]/.test(classes.slice(stop)))
			continue;
		// “evidenced, in comparison to controls, a preservation of …”
		if (mark === ',' && /,P[^,]*$/.test(classes.slice(0, term.from))) continue;
		const meaning = { from: at + 1, to: stop };
		// “the frequency of falls, the relevance of which is unclear”; “the type of reaction, disability, and death”
		if (/OR/.test(classes.slice(meaning.from, stop)) && /^the$/.test(tokens[at + 1]?.lower ?? '')) continue;
		if (tokens[at + 1]?.lower === 'the' && /,[^,]*,?C/.test(classes.slice(meaning.from, stop))) continue;
		if (
			pointsOutside(sentence, meaning) ||
			/[BMH30]|N'?N?A?E(?![PTO])/.test(
				(classes.slice(meaning.from, meaning.to).split('R')[0] ?? '').replace(/T0/g, '')
			) ||
			!/[OPRTE]/.test(classes.slice(meaning.from, meaning.to))
		)
			continue;
		const plural = isPluralPhrase(tokens, term);
		const head = tokens[headOf(tokens, meaning)];
		// “NMDA receptors, a type of glutamate receptor”
		const isKind = /^(?:type|kind|form|class|group|family|set|series)$/.test(head?.lower ?? '');
		if (head === undefined || (!isKind && head.plural !== (plural ?? head.plural))) continue;
		found.push({
			question: `${whoOrWhat(wording.words(meaning))} ${plural === true ? 'are' : 'is'} ${wording.words(term)}?`,
			answer: spanOf(sentence, meaning),
			type: 'definition',
			slots: [slot('term', spanOf(sentence, term)), slot('meaning', spanOf(sentence, meaning))],
			worth: 0.8,
			pattern: 'apposition'
		});
	}
	return found;
}

/** “the factor (BDNF), a molecule …”: the term stands before its letters. */
function beforeLetters({ classes, tokens }: Sentence, at: number): number {
	const open = classes.lastIndexOf('(', at);
	return classes.charAt(at - 1) === ')' && at - open === 3 && /^\p{Lu}/u.test(tokens[open + 1]?.text ?? '') ? open : at;
}

/** “Glomerulus: a tuft of capillaries”: an entry of a glossary. */
export function glossaryQuestions(sentence: Sentence, wording: Wording): Asked[] {
	const { classes, tokens, clauses } = sentence;
	const match = /^((?:D?[JN]*N'?)[JN]*N?):D/.exec(classes);
	if (match?.[1] === undefined || clauses.some((clause) => clause.role === 'main' && clause.subject.from === 0))
		return [];
	const term = { from: 0, to: match[1].length };
	let to = classes.length;
	while (to > term.to && classes.charAt(to - 1) === '.') to--;
	const meaning = { from: term.to + 1, to };
	if (!/^(an?|the)$/.test(tokens[meaning.from]?.lower ?? '') || /[.;:]/.test(classes.slice(meaning.from, to)))
		return [];
	if (
		meaning.to - meaning.from < 4 ||
		pointsOutside(sentence, meaning) ||
		nounPhraseEnd(classes, meaning.from) === null ||
		// “Renal physiology: the aim is to …”: a heading before a sentence.
		/^[^RS]*N\)?A*[B3MH]/.test(classes.slice(meaning.from, to))
	)
		return [];
	return [
		{
			question: `What is ${withArticle(wording.words(term), sentence.text)}?`,
			answer: spanOf(sentence, meaning),
			type: 'definition',
			slots: [slot('term', spanOf(sentence, term)), slot('meaning', spanOf(sentence, meaning))],
			worth: 0.85,
			pattern: 'definition-entry'
		}
	];
}

/** What a label names that is a part of the text and no term. */
const NO_TERM =
	/^(?:diagnos[ie]s|treatments?|therapy|symptoms?|signs?|causes?|prevention|prognosis|outlook|risks?|complications?|results?|conclusions?|background|aims?|objectives?|methods?|note|warning|caution|tips?|example|answer|question|summary|overview|definition|purpose|goal|history|first|second|third|step|stage|type|phase|part|chapter|figure|table|day|week|year|who|what|when|where|why|how)(?:\s(?:\d+|[IVX]+|[A-Z]))?$/i;

/** “Spleen: An organ that makes lymphocytes, …”: a label that the line behind it explains. */
export function explainedLabels(sentence: Sentence, wording: Wording): Asked[] {
	const { classes, clauses, statement, text, tokens } = sentence;
	const { label } = statement;
	if (label === null || clauses.some(({ role }) => role === 'main')) return [];
	const term = text.slice(label.start, label.end).replace(/ \([^()]*\)$/, '');
	// “DESIGN: A comparison of …” heads a part of an abstract; “MRI: A procedure …” does not.
	const isHeading = /^\P{Ll}+$/u.test(term) && text.split(new RegExp(`\\b${literal(term)}\\b`, 'u')).length < 4;
	if (NO_TERM.test(term) || isHeading || term.length < 3 || /\s(?:and|or)$/.test(term)) return [];
	const isOne = /^(?:an?|the)$/.test(tokens[0]?.lower ?? '');
	const opens = isOne ? /^D(?:[JEG],?)*[JNEG]*N(?:R|PR|T0|E[PTO]|O)/ : /^(?:J,?)*[JN]*N(?:R|PR|E[PT])/;
	let to = classes.length;
	while (to > 0 && classes.charAt(to - 1) === '.') to--;
	const meaning = { from: 0, to };
	if (!opens.test(classes) || to < 5 || /[.;:]/.test(classes.slice(0, to)) || pointsOutside(sentence, meaning))
		return [];
	const head = tokens[headOf(tokens, { from: 0, to: nounPhraseEnd(classes, 0) ?? to })];
	if (!isOne && head?.plural !== true) return [];
	const answer = spanOf(sentence, meaning);
	return [
		{
			question: `What ${isOne && !/(?:studies|tests|scans|exams|washings)$/i.test(term) ? 'is' : 'are'} ${counted(withArticle(wording.inside(term), text))}?`,
			answer,
			type: 'definition',
			slots: [slot('term', label), slot('meaning', answer)],
			worth: 0.85,
			pattern: 'definition-entry'
		}
	];
}

/** Names of what is counted, where the text never says it with an article. */
const COUNTED =
	/(?:^|[\s-])(?:scan|test|x-ray|exam|biopsy|\p{Ll}+gram|smear|transplant|graft|agonist|tube|scope|device|drug|medicine|cell|gland|organ|vessel|muscle|bone|hormone|enzyme|protein|valve|virus|disorder|procedure|machine|tumou?r|cyst|clot)$/iu;

/** How a word begins that takes “an”: “x-ray” and “ultrasound”, “HIV”, not “ureteroscopy”. */
const VOWEL =
	/^(?:[aio]|e(?!u)|u(?!ni|re|ri|ro|se|te|bi)|[AIO](?=\p{Ll})|E(?!u)(?=\p{Ll})|x-)|^[AEFHILMNORSX](?=[\p{Lu}\d-])/u;

/** “CT scan” → “a CT scan” */
const counted = (term: string): string =>
	/^(?:the|an?) /i.test(term) || !COUNTED.test(term) ? term : `${VOWEL.test(term) ? 'an' : 'a'} ${term}`;

/** “glomerulus” as the document speaks of it: “the glomerulus”. */
function withArticle(term: string, text: string): string {
	if (/^(the|an?) |[’']s /i.test(term)) return term;
	return `${new RegExp(`\\b(the|an?) ${literal(term)}\\b`, 'iu').exec(text)?.[0].toLowerCase().split(' ')[0] ?? ''} ${term}`.trim();
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
	// “For example,”, “For the weaver, the …”: a front, and not a term.
	if (/^(?:example|instance|contrast|addition|fact|turn|particular|general)$/.test(tokens[at - 1]?.lower ?? ''))
		return null;
	if (classes.slice(0, from) === 'P') return null;
	const before = classes.charAt(from - 1);
	if (
		/^\p{Lu}\p{Ll}/u.test(tokens[from]?.text ?? '') &&
		'OPC'.includes(before) &&
		/^\p{Lu}/u.test(tokens[from - 2]?.text ?? '')
	)
		return null;
	if (from > 0 && (!'PO,0-3HET"C'.includes(before) || (before === 'E' && classes.charAt(from - 2) === 'D')))
		return null;
	// “neurogenesis—the birth of neurons—and synaptogenesis, the …”
	const isSecond = before === 'C' && classes.charAt(from - 2) === '-';
	if (
		(before === 'C' && !isSecond) ||
		(before === ',' && classes.slice(0, from).includes(',') && /N,$/.test(classes.slice(0, from)))
	)
		return null;
	return { from, to: at };
}

/** Where an apposition ends: at its second dash or comma, or with the sentence. */
function appositionEnd({ classes }: Sentence, from: number, mark: string): number | null {
	for (let at = from; at < classes.length; at++) {
		const letter = classes.charAt(at);
		if (letter === '.' || letter === ';') return at;
		if (mark === '-' && letter === '-') return at;
		if (mark === ',' && letter === ',') {
			// “a protein found in wheat, barley, and rye”
			const list = listThrough(classes, from, at);
			if (list !== null) {
				at = list - 1;
				continue;
			}
			return classes.charAt(at + 1) === 'C' ? null : at;
		}
		if (mark === ',' && letter === '-') return null;
		if (mark === ',' && letter === 'C' && !'NJ'.includes(classes.charAt(at + 1))) return null;
	}
	return null;
}

/** Where a list ends whose first comma is at `comma` and whose first member stands behind a preposition; null for none. */
function listThrough(classes: string, from: number, comma: number): number | null {
	for (let at = comma - 1; at > from; at--)
		if ('PO30'.includes(classes.charAt(at - 1))) {
			const end = seriesEnd(classes, at);
			return end !== null && end > comma && '.,;'.includes(classes.charAt(end) || '.') ? end : null;
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
			(tokens[term.from]?.class === 'D' && !/^\p{Lu}/u.test(tokens[term.from + 1]?.text ?? '')) ||
			// “are, by convention, also called …”
			(tokens[term.from - 1]?.class === 'P' && tokens[term.from - 2]?.class === ',') ||
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
