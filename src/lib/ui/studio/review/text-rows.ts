import type { ShownBlock } from '../../../authoring/kept-text';
import type { ProposedNote } from '../../../authoring/project';
import { sentences, type Span } from '../../../domain/text/sentences';

/** A candidate as the text marks it: its number in the document's order, and where its quotes stand. */
export interface MarkedCandidate {
	readonly id: string;
	/** From 1. */
	readonly figure: number;
	readonly quotes: readonly Span[];
	/** End of the sentence that states it, behind which its figure stands; a quote may also be the heading above. */
	readonly at: number;
}

export interface TextSentence extends Span {
	readonly text: string;
	/** What stands between it and the next one. */
	readonly gap: string;
	/** Candidates that quote from it. */
	readonly quoting: readonly string[];
	/** Candidates whose quote ends in it; their figures stand behind it. */
	readonly figures: readonly MarkedCandidate[];
}

export interface TextRow extends ShownBlock {
	readonly sentences: readonly TextSentence[];
	/** Page that begins with this block, where the document has pages. */
	readonly turns: number | null;
}

/** Rows that are left out one after another stand together, so that a menu of forty lines does not push the text apart. */
export type RowGroup =
	| { readonly is: 'kept'; readonly key: number; readonly row: TextRow }
	| { readonly is: 'dropped'; readonly key: number; readonly rows: readonly TextRow[]; readonly because: string };

export function markedCandidates(document: string, candidates: readonly ProposedNote[]) {
	return candidates.map(({ note, claim }, i): MarkedCandidate => ({
		id: note.id,
		figure: i + 1,
		quotes: note.sources.filter((source) => source.document === document),
		at: claim.sentence.end
	}));
}

/** The text cut into blocks and sentences, each with the candidates that rest on it. */
export function textRows(
	text: string,
	blocks: readonly ShownBlock[],
	marked: readonly MarkedCandidate[]
): readonly TextRow[] {
	// In the order of the text both, so one pass finds what quotes a block.
	const quotes = marked
		.flatMap((candidate) => candidate.quotes.map((quote) => ({ candidate, quote })))
		.sort((a, b) => a.quote.start - b.quote.start);
	let first = 0;
	let page: number | null = null;
	return blocks.map((block): TextRow => {
		while (first < quotes.length && (quotes[first]?.quote.end ?? 0) <= block.start) first++;
		const here: typeof quotes = [];
		for (let i = first; i < quotes.length; i++) {
			const each = quotes[i];
			if (each === undefined || each.quote.start >= block.end) break;
			if (each.quote.end > block.start) here.push(each);
		}
		const turns = block.page !== undefined && block.page !== page ? block.page : null;
		page = block.page ?? page;
		const spans = block.kind === 'heading' ? [block] : sentences(text, block.start, block.end);
		return {
			...block,
			turns,
			sentences: spans.map(({ start, end }, i): TextSentence => {
				const on = here.filter(({ quote }) => quote.start < end && start < quote.end);
				const ending = new Set(on.map(({ candidate }) => candidate).filter(({ at }) => start < at && at <= end));
				return {
					start,
					end,
					text: text.slice(start, end),
					gap: text.slice(end, spans[i + 1]?.start ?? block.end),
					quoting: [...new Set(on.map(({ candidate }) => candidate.id))],
					figures: [...ending].sort((a, b) => a.figure - b.figure)
				};
			})
		};
	});
}

export function rowGroups(rows: readonly TextRow[]): readonly RowGroup[] {
	const groups: RowGroup[] = [];
	for (const row of rows) {
		if (row.drop === null) {
			groups.push({ is: 'kept', key: row.index, row });
			continue;
		}
		const last = groups.at(-1);
		if (last?.is === 'dropped' && last.because === row.drop.because) {
			groups[groups.length - 1] = { ...last, rows: [...last.rows, row] };
		} else groups.push({ is: 'dropped', key: row.index, rows: [row], because: row.drop.because });
	}
	return groups;
}

/** What of the lit candidate a stretch of text is. */
export type PieceRole = 'quote' | 'answer' | 'hedge' | 'negation';

export interface TextPiece extends Span {
	readonly text: string;
	readonly roles: readonly PieceRole[];
}

/** Where a candidate's quotes stand, the sentence that states it first; its answer; the words that qualify it. */
export interface LitSpans {
	readonly id: string;
	readonly spans: readonly (Span & { readonly role: PieceRole })[];
}

export function litSpans(document: string, { note, answer, claim }: ProposedNote): LitSpans {
	const states = ({ start, end }: Span): boolean => start < claim.sentence.end && claim.sentence.start < end;
	const quotes = note.sources
		.filter((source) => source.document === document)
		.sort((a, b) => Number(states(b)) - Number(states(a)));
	const inQuote = ({ start, end }: Span): boolean => quotes.some((quote) => quote.start <= start && end <= quote.end);
	return {
		id: note.id,
		spans: [
			...quotes.map(({ start, end }) => ({ start, end, role: 'quote' as const })),
			...(answer === null ? [] : [{ start: answer.start, end: answer.end, role: 'answer' as const }]),
			...claim.slots.flatMap(({ role, start, end }) =>
				(role === 'hedge' || role === 'negation') && inQuote({ start, end }) ? [{ role, start, end }] : []
			)
		]
	};
}

/** Whether anything of the candidate stands in the span. */
export const isLitIn = (lit: LitSpans | null, { start, end }: Span): boolean =>
	lit?.spans.some((span) => span.start < end && start < span.end) ?? false;

/** A sentence cut where the lit candidate's parts begin and end; together the pieces are the sentence. */
export function pieces({ start, end, text }: TextSentence, lit: LitSpans | null): readonly TextPiece[] {
	const spans = lit?.spans.filter((span) => span.start < end && start < span.end) ?? [];
	if (spans.length === 0) return [{ start, end, text, roles: [] }];
	const cuts = new Set([start, end]);
	for (const span of spans) for (const cut of [span.start, span.end]) if (start < cut && cut < end) cuts.add(cut);
	const places = [...cuts].sort((a, b) => a - b);
	return places.slice(0, -1).map((from, i) => {
		const to = places[i + 1] ?? end;
		const roles = spans.filter((span) => span.start <= from && to <= span.end).map(({ role }) => role);
		return { start: from, end: to, text: text.slice(from - start, to - start), roles: [...new Set(roles)] };
	});
}
