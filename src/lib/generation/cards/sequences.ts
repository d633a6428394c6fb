import type { SequenceNote } from '../../domain/note';
import type { Statement } from '../content/statements';
import type { JudgedBlock } from '../content/blocks';
import { candidateId, type Candidate } from './candidate';
import { claimKey } from './claim-key';
import { capitalised, uncapitalised } from '../words/casing';
import type { Place } from './assembly';

const FEWEST = 3;
const MOST = 9;
const LONGEST = 90;

/** What a numbered list must be introduced as, so that its order is a fact. */
const ORDERED_BY =
	/\b(?:the|these|following|in|has|have|of)?\s?(?:(?:\w+ ){0,3}(?:steps|stages|phases|sequence|order|procedure))\b[^.?!]*:$/i;
const POINTS = /\b(?:this|these|it|its|they|their|here|below|above|following|we|you|your)\b/gi;

/** Numbered lists whose introduction says that they are steps, as notes to put in order. */
export function sequenceCandidates(
	text: string,
	blocks: readonly JudgedBlock[],
	statements: readonly Statement[],
	{ document, topic }: Place
): Candidate[] {
	const found: Candidate[] = [];
	const lastOf = new Map(statements.map((each) => [each.block, each]));
	for (const [i, block] of blocks.entries()) {
		if (block.drop !== null || block.kind !== 'paragraph') continue;
		const introduction = lastOf.get(i);
		if (introduction === undefined) continue;
		const intro = text.slice(introduction.start, introduction.end);
		let end = i + 1;
		while (blocks[end]?.kind === 'item' && blocks[end]?.ordered === true && blocks[end]?.drop === null) end++;
		const items = blocks.slice(i + 1, end);
		const steps = items.map((item) => text.slice(item.start, item.end).replace(/[.;]$/, ''));
		if (
			!ORDERED_BY.test(intro) ||
			steps.length < FEWEST ||
			steps.length > MOST ||
			steps.some((step) => step.length > LONGEST)
		)
			continue;
		const what = intro
			.replace(/\s*(?:,? (?:is|are|as follows|are as follows|are these|include))*\s*:$/i, '')
			.replace(/\b(?:the following|as follows)\b/gi, 'the');
		if ((what.match(POINTS) ?? []).length > 0 || what.split(' ').length > 16) continue;
		const spans = [introduction, ...items].map(({ start, end: to }) => ({ start, end: to }));
		const note: SequenceNote = {
			kind: 'sequence',
			id: `order-${candidateId(document, intro, steps.join('\n'))}`,
			topic,
			tags: ['mechanism'],
			sources: spans.map(({ start, end: to }) => ({ document, quote: text.slice(start, to), start, end: to })),
			front: `Put in order: ${uncapitalised(what)}`,
			steps: steps.map(capitalised)
		};
		const claim = {
			type: 'mechanism' as const,
			sentence: { start: introduction.start, end: introduction.end },
			slots: items.map((item) => ({ role: 'members' as const, start: item.start, end: item.end })),
			hedged: false,
			negated: false
		};
		found.push({ note, claim, key: claimKey(text, claim), answer: null, score: 0.8, pattern: 'order' });
	}
	return found;
}
