import type { Span } from '../domain/text/sentences';
import type { Problem } from '../deck-format/problem';
import type { Evidence } from '../domain/pack';
import type { CanonicalDocument } from './canonical';
import { basicCandidate, clozeCandidate } from './cards/assembly';
import type { Candidate } from './cards/candidate';
import { Casing } from './words/casing';
import { withChoices } from './cards/choices';
import { holeIn } from './cards/clozes';
import { lintCandidates } from './cards/linting';
import { listCandidates } from './cards/list-notes';
import { quality } from './cards/quality';
import { questionsOf } from './cards/questions';
import { selected } from './cards/selection';
import { sequenceCandidates } from './cards/sequences';
import { studyContext } from './cards/study-context';
import { Mentions } from './claims/mentions';
import { References, type Topic } from './claims/references';
import {
	mainSubject,
	namedTopic,
	productName,
	productTopic,
	subjectTopic,
	titleSubject,
	titleTopic
} from './claims/topic';
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
	const statements = statementsOf(document, blocks);
	const title = titleOf(text, blocks, id);
	const proposed = propose(
		id,
		text,
		title,
		profile,
		statements,
		blocks,
		titleTopic(text, blocks),
		titleSubject(text, blocks),
		options
	);
	proposed.push(...sequenceCandidates(text, blocks, statements, { document: id, topic: TOPIC }));
	const acronyms = acronymsOf(proposed);
	const problems = lintCandidates(proposed, { id, title, evidence: EVIDENCE[profile], text }, acronyms);
	const refused = proposed.flatMap((candidate) => {
		const found = problems.get(candidate.note.id) ?? [];
		return found.some((problem) => problem.severity === 'error') ? [{ candidate, problems: found }] : [];
	});
	const refusedIds = new Set(refused.map(({ candidate }) => candidate.note.id));
	const passed = proposed
		.filter(({ note }) => !refusedIds.has(note.id))
		.map((candidate) => ({
			...candidate,
			score: round(candidate.score - 0.05 * (problems.get(candidate.note.id)?.length ?? 0))
		}));
	return {
		document: id,
		title,
		profile,
		text,
		blocks,
		statements,
		acronyms,
		candidates: withChoices(selected(passed)),
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
	treatment: Topic | null,
	named: string | null,
	options: GenerationOptions
): Candidate[] {
	const casing = new Casing(statements.map(({ start, end }) => text.slice(start, end)));
	const sentences: Sentence[] = [];
	for (const [i, statement] of statements.entries()) {
		sentences.push(readSentence(text, statement));
		options.onprogress?.(i + 1, statements.length);
	}
	const about =
		options.subject ??
		(profile === 'label' ? productName(text) : null) ??
		treatment?.name ??
		(named === null ? null : casing.inside(named)) ??
		mainSubject(sentences, casing);
	const topic =
		options.subject !== undefined
			? namedTopic(options.subject)
			: profile === 'label' && about !== null
				? productTopic(about)
				: (treatment ?? (about === null ? null : subjectTopic(about, text, titleSpan(blocks, text, about))));
	const references = new References(topic);
	const ingredient = profile === 'label' ? mainSubject(sentences, casing, about) : null;
	const mentions = new Mentions(about, profile === 'label' ? about : null, topic);
	const place = { document: id, topic: TOPIC };
	const seen = new Set<string>();
	const taken = new Set<string>();
	const found: Candidate[] = [];
	const read: Sentence[] = [];
	for (const bare of sentences) {
		const sentence: Sentence = { ...bare, given: mentions.explain(bare) };
		mentions.remember(bare);
		read.push(sentence);
		const { statement } = sentence;
		const words = text.slice(statement.start, statement.end);
		if (seen.has(words)) continue;
		seen.add(words);
		const asked = questionsOf(sentence, casing, references, about);
		if (statement.passedOver !== null) continue;
		const context = studyContext(profile, title, sentence);
		const answers: Span[] = [];
		for (const each of asked) {
			if (context === null) break;
			const value = quality(each, sentence) * weight(profile, each.type) * preference(words, options);
			const answer = text.slice(each.answer.start, each.answer.end);
			const product =
				profile === 'label' &&
				about !== null &&
				each.type !== 'definition' &&
				![about, ingredient ?? about].some((name) => holds(`${each.question} ${answer}`, name))
					? `For ${about}, `
					: '';
			const candidate = basicCandidate(each, sentence, round(value), place, product + context);
			if (value < 0.45 || taken.has(candidate.note.id) || isBarred(candidate, options)) continue;
			taken.add(candidate.note.id);
			found.push(candidate);
			answers.push(each.answer);
		}
		const hole = context !== null && profile !== 'abstract' ? holeIn(sentence, answers) : null;
		if (hole !== null) {
			const candidate = clozeCandidate(hole, sentence, round(hole.worth * preference(words, options)), place);
			if (!isBarred(candidate, options)) found.push(candidate);
		}
	}
	for (const candidate of listCandidates(text, blocks, read, casing, about, place))
		if (!isBarred(candidate, options)) found.push(candidate);
	return found;
}

const preference = (words: string, { terms = [] }: GenerationOptions): number =>
	terms.some((term) => holds(words, term)) ? 1.15 : 1;

const isBarred = ({ note }: Candidate, { barred = [] }: GenerationOptions): boolean =>
	barred.some((word) => holds(JSON.stringify(note), word));

const holds = (text: string, word: string): boolean =>
	word.trim() !== '' && text.toLowerCase().includes(word.trim().toLowerCase());

/** The heading that says what the document is about, so that a card can quote it. */
function titleSpan(blocks: readonly JudgedBlock[], text: string, about: string): Span | null {
	const title = blocks.find((block) => block.drop === null && block.kind === 'heading');
	if (title === undefined || !holds(text.slice(title.start, title.end), about)) return null;
	return { start: title.start, end: title.end };
}

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

function titleOf(text: string, blocks: readonly JudgedBlock[], id: string): string {
	const heading = blocks.find(
		(block) => block.kind === 'heading' && block.drop === null && block.end - block.start > 8
	);
	return heading === undefined || heading.start > 2000 ? id : text.slice(heading.start, heading.end);
}
