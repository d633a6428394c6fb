import type { Candidate } from '../lib/generation/cards/candidate';
import type { Generated } from '../lib/generation/generate';
import { countOf } from './check-report';

/** A document's candidates in a form that is quick to judge, as lines of text. */
export function evaluationLines({
	document,
	title,
	profile,
	text,
	blocks,
	statements,
	candidates,
	refused
}: Generated): string[] {
	const dropped = blocks.filter((block) => block.drop !== null);
	const withCards = new Set(candidates.map((candidate) => candidate.claim.sentence.start));
	const passed = statements.filter((statement) => statement.passedOver === null);
	return [
		`=== ${document}: ${title}`,
		`profile ${profile}; ${countOf(blocks.length - dropped.length, 'block')} kept, ${dropped.length} dropped; ${countOf(statements.length, 'sentence')}, ${passed.length} of content, ${withCards.size} with a card`,
		'',
		...dropped.map(
			(block) => `  dropped ${block.drop?.rule ?? ''}: ${shortened(text.slice(block.start, block.end), 90)}`
		),
		'',
		`  ${countsOf(candidates.map((candidate) => candidate.note.kind))}`,
		`  ${countsOf(candidates.map((candidate) => candidate.claim.type))}`,
		`  ${countsOf(candidates.map((candidate) => candidate.pattern))}`,
		`  refused by lints: ${countsOf(refused.flatMap(({ problems }) => problems.filter((each) => each.severity === 'error').map((each) => each.rule)))}`,
		'',
		...candidates.flatMap((candidate, i) => candidateLines(candidate, i + 1, text))
	];
}

function candidateLines({ note, claim, answer, score, pattern }: Candidate, number: number, text: string): string[] {
	const { start, end } = claim.sentence;
	const quote =
		answer === null || answer.start < start || answer.end > end
			? text.slice(start, end)
			: `${text.slice(start, answer.start)}⟦${text.slice(answer.start, answer.end)}⟧${text.slice(answer.end, end)}`;
	const marks = [
		claim.type,
		pattern,
		score.toFixed(2),
		...(claim.hedged ? ['hedged'] : []),
		...(claim.negated ? ['negated'] : [])
	];
	return [`${String(number).padStart(3)} [${marks.join(' · ')}]`, ...faces(note), `    S: ${quote}`];
}

function faces(note: Candidate['note']): string[] {
	switch (note.kind) {
		case 'basic':
		case 'reversed':
			return [`    Q: ${note.front}`, `    A: ${note.back}`];
		case 'cloze':
			return [`    C: ${note.text}`];
		case 'typed':
			return [`    Q: ${note.front}`, `    A: ${note.answer}`];
		case 'choice':
			return [
				`    Q: ${note.front}`,
				`    A: ${note.answer}   not: ${note.distractors.map((each) => each.text).join(' | ')}`
			];
		case 'sequence':
			return [`    Q: ${note.front}`, ...note.steps.map((step, i) => `    ${i + 1}. ${step}`)];
		case 'diagram':
			return [`    Q: ${note.front}`];
	}
}

function countsOf(names: readonly string[]): string {
	const counts = new Map<string, number>();
	for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
	return sorted.length === 0 ? 'none' : sorted.map(([name, count]) => `${name} ${count}`).join(', ');
}

const shortened = (text: string, length: number): string =>
	text.length <= length ? text : `${text.slice(0, length - 1)}…`;
