import type { Span } from '../domain/text/sentences';
import type { Problem } from '../deck-format/problem';
import type { Evidence } from '../domain/pack';
import type { CanonicalDocument } from './canonical';
import { basicCandidate, clozeCandidate } from './cards/assembly';
import type { Candidate } from './cards/candidate';
import { Casing, uncapitalised } from './words/casing';
import { withChoices } from './cards/choices';
import { dateSequence, type Dated } from './cards/date-sequences';
import { surroundingsOf } from './cards/card-features';
import { DOUBTFUL, scoreOf } from './cards/card-score';
import { holeIn } from './cards/clozes';
import { lintCandidates } from './cards/linting';
import { inHalves } from './cards/long-lists';
import { listCandidates } from './cards/list-notes';
import { OpenQuestions } from './cards/open-questions';
import { quality } from './cards/quality';
import { questionsOf, type Found } from './cards/questions';
import { DocumentContext } from './cards/document-context';
import { distinct, mixed } from './cards/selection';
import { sequenceCandidates } from './cards/sequences';
import { studyContext } from './cards/study-context';
import { personName } from './claims/persons';
import { Mentions } from './claims/mentions';
import { References } from './claims/references';
import { documentSubject } from './claims/document-subject';
import { titleOf } from './claims/document-title';
import { inEnglish } from './content/language';
import { judgeBlocks, type JudgedBlock } from './content/blocks';
import { statementsOf, type Statement } from './content/statements';
import { readSentence, type Sentence } from './grammar/sentence';
import type { GenerationOptions } from './options';
import { profileOf, weight, type Profile } from './profile';

/** A document with everything that was proposed from it. */
export interface Generated {
	readonly document: string;
	readonly title: string;
	readonly profile: Profile;
	/** The canonical text, to which every offset refers. */
	readonly text: string;
	readonly blocks: readonly JudgedBlock[];
	readonly statements: readonly Statement[];
	/** In the order of the text. */
	readonly candidates: readonly Candidate[];
	/** What the document expands, letters to words. */
	readonly acronyms: Readonly<Record<string, string>>;
	/** Candidates that the lints refused, with what they said. */
	readonly refused: readonly { readonly candidate: Candidate; readonly problems: readonly Problem[] }[];
}

const TOPIC = 'draft';

/**
 * Candidates for a document: claims found by full patterns, put as questions, linted, ranked and freed of near-duplicates.
 * Pure: the same document and options give the same result, in a worker as in Node.
 * @param id names the document in the candidates' sources
 */
export function generate(id: string, document: CanonicalDocument, options: GenerationOptions = {}): Generated {
	const { text } = document;
	const blocks = judgeBlocks(document).map((block, i) => {
		if (options.restored?.includes(i) === true) return { ...block, drop: null };
		return options.struck?.includes(i) === true
			? { ...block, drop: { rule: 'struck', because: 'struck out by hand' } }
			: block;
	});
	const profile = options.profile ?? profileOf(document, blocks);
	const statements = inEnglish(text, statementsOf(document, blocks));
	const title = titleOf(text, blocks, id);
	const proposed = propose(id, text, title, profile, statements, blocks, options);
	proposed.push(...sequenceCandidates(text, blocks, statements, { document: id, topic: TOPIC }));
	const acronyms = acronymsOf(proposed);
	const problems = lintCandidates(proposed, { id, title, evidence: EVIDENCE[profile], text }, acronyms);
	const refused = proposed.flatMap((candidate) => {
		const found = problems.get(candidate.note.id) ?? [];
		return found.some((problem) => problem.severity === 'error') ? [{ candidate, problems: found }] : [];
	});
	const refusedIds = new Set(refused.map(({ candidate }) => candidate.note.id));
	const around = surroundingsOf(text, profile, title, statements);
	const marked = (candidate: Candidate, score: number): Candidate => ({
		...candidate,
		score: round(score - 0.05 * (problems.get(candidate.note.id)?.length ?? 0))
	});
	const passed = proposed
		.filter(({ note }) => !refusedIds.has(note.id))
		.map((candidate) => marked(candidate, candidate.score));
	// Which of several that ask for the same is best, patterns tell better than what judged cards have taught.
	const likely = distinct(passed)
		.map((candidate) => {
			const { start, end } = candidate.claim.sentence;
			return marked(candidate, scoreOf(candidate, around) * preference(text.slice(start, end), options));
		})
		.filter(({ score }) => options.doubtful === true || score >= DOUBTFUL);
	return {
		document: id,
		title,
		profile,
		text,
		blocks,
		statements,
		acronyms,
		candidates: withChoices(mixed(likely)),
		refused
	};
}

const EVIDENCE: Readonly<Record<Profile, readonly Evidence[]>> = {
	prose: ['web-page'],
	abstract: ['abstract'],
	label: ['label'],
	textbook: ['textbook']
};

/** Scores are compared and printed; two decimals are all they mean. */
const round = (score: number): number => Math.round(Math.max(0, Math.min(1, score)) * 100) / 100;

function propose(
	id: string,
	text: string,
	title: string,
	profile: Profile,
	statements: readonly Statement[],
	blocks: readonly JudgedBlock[],
	options: GenerationOptions
): Candidate[] {
	const casing = new Casing(statements.map(({ start, end }) => text.slice(start, end)));
	const sentences: Sentence[] = [];
	for (const [i, statement] of statements.entries()) {
		sentences.push(readSentence(text, statement));
		options.onprogress?.(i + 1, statements.length);
	}
	for (const sentence of sentences) {
		const name = personName(sentence);
		if (name !== null) casing.keep(name);
	}
	const subject = documentSubject(text, blocks, sentences, casing, profile, options);
	const { about, topic } = subject;
	const references = new References(topic);
	const mentions = new Mentions(about, subject.product?.name ?? null, topic);
	const place = { document: id, topic: TOPIC };
	const read: Read[] = [];
	for (const bare of sentences) {
		const sentence: Sentence = { ...bare, given: mentions.explain(bare) };
		mentions.remember(bare);
		read.push({ sentence, asked: questionsOf(sentence, casing, references, about) });
	}
	const context = new DocumentContext(text, profile, subject, termsIn(read));
	const open = new OpenQuestions(read);
	const seen = new Set<string>();
	const taken = new Set<string>();
	const found: Candidate[] = [];
	const dated: Dated[] = [];
	for (const { sentence, asked } of read) {
		const { statement } = sentence;
		const words = text.slice(statement.start, statement.end);
		if (seen.has(words)) continue;
		seen.add(words);
		if (statement.passedOver !== null) continue;
		const study = studyContext(profile, title === id ? subject.about : title, casing, sentence);
		if (study === null) continue;
		const answers: Span[] = [];
		for (const whole of asked) {
			if (open.has(whole, sentence)) continue;
			for (const each of inHalves(whole, sentence)) {
				const value = quality(each, sentence) * weight(profile, each.type) * preference(words, options);
				const lead = value < 0.45 || context.saysTopicAlone(each, sentence) ? null : context.leadOf(whole, sentence);
				if (lead === null) continue;
				const before = { words: lead.words + study, source: lead.source };
				const candidate = basicCandidate(each, sentence, round(value), place, before);
				if (taken.has(candidate.note.id) || isBarred(candidate, options)) continue;
				taken.add(candidate.note.id);
				found.push(candidate);
				dated.push({ asked: each, sentence });
				answers.push(each.answer);
			}
		}
		const lead = profile === 'abstract' ? null : context.leadOfCloze(sentence);
		const hole = lead === null ? null : holeIn(sentence, answers, lead.words !== '');
		if (lead === null || hole === null) continue;
		const hidden = text.slice(hole.answer.start, hole.answer.end);
		if (context.namesTopic(hidden) || context.isEverywhere(hidden)) continue;
		const worth = round(hole.worth * preference(words, options));
		const candidate = clozeCandidate(hole, sentence, worth, place, lead);
		if (!isBarred(candidate, options)) found.push(candidate);
	}
	const sequence = dateSequence(dated, about, subject.from, place);
	if (sequence !== null && !isBarred(sequence, options)) found.push(sequence);
	const lines = read.map(({ sentence }) => sentence);
	for (const candidate of listCandidates(text, blocks, lines, casing, about, place)) {
		const lead = candidate.note.kind === 'basic' ? context.leadOfList(candidate.note.front) : '';
		const led = lead === '' ? candidate : withLead(candidate, lead);
		if (!isBarred(led, options)) found.push(led);
	}
	return found;
}

const withLead = (candidate: Candidate, lead: string): Candidate =>
	candidate.note.kind === 'basic'
		? { ...candidate, note: { ...candidate.note, front: lead + uncapitalised(candidate.note.front) } }
		: candidate;

const preference = (words: string, { terms = [] }: GenerationOptions): number =>
	terms.some((term) => holds(words, term)) ? 1.15 : 1;

const isBarred = ({ note }: Candidate, { barred = [] }: GenerationOptions): boolean =>
	barred.some((word) => holds(JSON.stringify(note), word));

const holds = (text: string, word: string): boolean =>
	word.trim() !== '' && text.toLowerCase().includes(word.trim().toLowerCase());

interface Read {
	readonly sentence: Sentence;
	readonly asked: readonly Found[];
}

/** What the document defines, names or spells out: terms that need no more context. */
const termsIn = (read: readonly Read[]): string[] =>
	read.flatMap(({ sentence, asked }) =>
		asked
			.filter(({ type }) => type === 'definition')
			.flatMap(({ slots }) => slots.filter(({ role }) => role === 'term'))
			.map(({ start, end }) => sentence.text.slice(start, end))
	);

/** What the document itself expands, so that the lints know it. */
function acronymsOf(candidates: readonly Candidate[]): Record<string, string> {
	const known: Record<string, string> = {};
	for (const { pattern, note } of candidates) {
		if (pattern !== 'acronym' || note.kind !== 'basic') continue;
		const letters = /^What does (.+) stand for\?$/.exec(note.front)?.[1];
		if (letters !== undefined) known[letters] = note.back;
	}
	return known;
}
