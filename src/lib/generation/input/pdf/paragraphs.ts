import type { RawBlock } from '../../canonical';
import { KnownWords } from '../hyphens';
import { isBullet, splitBullet } from './bullets';
import type { Row } from './reading-order';
import { LARGER, styleOf, type Style } from './style';

/** Rows that belong together. */
interface Group {
	readonly rows: Row[];
	kind: RawBlock['kind'] | 'note';
	ordered: boolean;
	level?: number;
}

const hasEnd = (text: string): boolean => /[.!?:]["”’)\]]*(?:[\d,⁰¹²³⁴-⁹]{1,6})?\s*$/u.test(text);
const isBroken = (text: string): boolean => /\p{L}[-‐\u00ad]\s*$/u.test(text);

/** Rows as paragraphs, headings, items and tables. */
export function paragraphs(rows: readonly Row[], heights: ReadonlyMap<number, number>): RawBlock[] {
	const style = styleOf(rows);
	const groups = joinedOverBreaks(named(withUnmarkedLists(grouped(rows, style)), style, heights), style);
	const words = new KnownWords(rows.map(({ text }) => text));
	return groups.flatMap((group): RawBlock[] => blocksOf(group, words));
}

function blocksOf({ rows, kind, ordered, level }: Group, words: KnownWords): RawBlock[] {
	const [first] = rows;
	if (first === undefined) return [];
	const { page } = first;
	if (kind === 'table') return rows.map(({ cells }) => ({ kind: 'table', text: cells.join(' | '), page }));
	const lines = rows.map((row, i) => (i === 0 && kind === 'item' ? splitBullet(row.text).rest : row.text));
	const text = lines.reduce((before, line) => words.join(before, line));
	if (kind === 'note') return [{ kind: 'paragraph', text, page, drop: { rule: 'notes', because: 'a note' } }];
	return [{ kind, text, page, ...(kind === 'item' ? { ordered } : {}), ...(level === undefined ? {} : { level }) }];
}

function grouped(rows: readonly Row[], style: Style): Group[] {
	const groups: Group[] = [];
	for (const [i, row] of rows.entries()) {
		const open = groups[groups.length - 1];
		const before = open?.rows[open.rows.length - 1];
		const isTable = isTableRow(rows, i);
		const goesOn =
			open !== undefined &&
			before !== undefined &&
			isTable === (open.kind === 'table') &&
			(isTable || !begins(row, before, open, style));
		if (goesOn) open.rows.push(row);
		else if (isTable) groups.push({ rows: [row], kind: 'table', ordered: false });
		else if (beginsItem(row, before)) {
			groups.push({ rows: [row], kind: 'item', ordered: splitBullet(row.text).ordered });
		} else groups.push({ rows: [row], kind: 'paragraph', ordered: false });
	}
	return groups;
}

/** Two or more rows below each other whose parts stand apart. */
function isTableRow(rows: readonly Row[], index: number): boolean {
	const row = rows[index];
	if (row === undefined || row.cells.length < 2) return false;
	const isBeside = (other: Row | undefined): boolean =>
		other?.column === row.column && other.cells.length >= 2 && Math.abs(other.baseline - row.baseline) < row.size * 3;
	return isBeside(rows[index - 1]) || isBeside(rows[index + 1]);
}

/** A number at the beginning of a line may be the end of the sentence before. */
function beginsItem(row: Row, before: Row | undefined): boolean {
	if (!isBullet(row.text)) return false;
	if (!splitBullet(row.text).ordered || before === undefined || before.column !== row.column) return true;
	return hasEnd(before.text) || before.x1 < row.right - row.size * 4;
}

/** A line of a table of contents: dots up to the page’s number. */
const LEADER = /(?:\s?\.){4,}\s*[\divxlc]+\s*$/i;

/** Whether a row begins something new. */
function begins(row: Row, before: Row, open: Group, style: Style): boolean {
	if (beginsItem(row, before) || LEADER.test(before.text) || LEADER.test(row.text)) return true;
	if (Math.abs(row.size - before.size) > before.size * 0.06) return true;
	if (style.isSetApart(row) !== style.isSetApart(before)) return true;
	if (row.column !== before.column) return !continuesOver(row, before);
	const step = row.baseline - before.baseline;
	if (step <= 0 || step > style.leading(row) * 1.4) return true;
	const em = row.size;
	const [first] = open.rows;
	if (open.kind === 'item' && first !== undefined && open.rows.length > 1)
		return row.x0 < (open.rows[1]?.x0 ?? 0) - em * 0.5 && hasEnd(before.text);
	if (open.kind === 'item' && first !== undefined)
		return row.x0 < first.x0 - em * 0.5 || (row.x0 < first.x0 + em * 0.5 && endsShort(before, row));
	if (isInset(row, before) && endsEarly(before, row)) return true;
	if (row.x0 < before.x0 - em * 0.8 && endsShort(before, row)) return true;
	const isIndented = row.x0 > row.left + em * 0.8 && before.x0 < row.x0 - em * 0.6;
	if (isIndented && (hasEnd(before.text) || open.rows.length > 1)) return true;
	if (!hasEnd(before.text))
		return before.x1 < row.left + (row.right - row.left) * 0.5 && /^["“(]?\p{Lu}/u.test(row.text);
	return endsShort(before, row);
}

/** Both lines begin at one place right of where the column’s lines begin: a list whose signs were drawn, or a quotation. */
const isInset = (row: Row, before: Row): boolean =>
	Math.abs(row.x0 - before.x0) < row.size * 0.3 && row.x0 > row.left + row.size;

/** Far short of where the next word would have gone, whatever that is. */
const endsEarly = (before: Row, row: Row): boolean =>
	before.x1 + firstWordWidth(row) + row.size * 2 < row.right - (row.right - row.left) * 0.1;

/** The next word would still have gone onto the line if the line had not ended there on purpose. */
const endsShort = (before: Row, row: Row): boolean =>
	before.x1 + firstWordWidth(row) + row.size * 0.8 < row.right && /^["“(‘]?[\p{Lu}\p{N}]/u.test(row.text);

function firstWordWidth({ text, x0, x1 }: Row): number {
	const [word = ''] = text.trimStart().split(/\s/);
	return ((x1 - x0) * word.length) / Math.max(1, text.length);
}

const continuesOver = (row: Row, before: Row): boolean =>
	isBroken(before.text) ||
	(!hasEnd(before.text) && !isBullet(row.text)) ||
	(/^\p{Ll}/u.test(row.text) && !hasEnd(before.text));

/** Two or more inset paragraphs in a row that end without a stop are items whose signs are no letters. */
function withUnmarkedLists(groups: readonly Group[]): Group[] {
	const result: Group[] = [];
	for (let i = 0; i < groups.length;) {
		let end = i;
		while (isInsetGroup(groups[end]) && isAligned(groups[i], groups[end])) end++;
		const run = groups.slice(i, end);
		const open = run.filter(({ rows }) => !/[.!?:]$/.test(rows[rows.length - 1]?.text.trim() ?? ''));
		if (open.length >= 2 && open.length >= run.length * 0.6) result.push(...run.flatMap(({ rows }) => itemsIn(rows)));
		else result.push(...(run.length > 0 ? run : groups.slice(i, i + 1)));
		i = Math.max(end, i + 1);
	}
	return result;
}

/** In a list, a line into which the next word would have fitted ends its item. */
function itemsIn(rows: readonly Row[]): Group[] {
	const items: Group[] = [];
	for (const row of rows) {
		const item = items[items.length - 1];
		const before = item?.rows[item.rows.length - 1];
		const isRest = before !== undefined && before.x1 + firstWordWidth(row) + row.size * 0.8 >= row.right;
		if (item !== undefined && isRest) item.rows.push(row);
		else items.push({ rows: [row], kind: 'item', ordered: false });
	}
	return items;
}

const isInsetGroup = (group: Group | undefined): boolean =>
	group?.kind === 'paragraph' && group.rows.every(({ x0, left, size }) => x0 > left + size);

function isAligned(a: Group | undefined, b: Group | undefined): boolean {
	const [first] = a?.rows ?? [];
	const [other] = b?.rows ?? [];
	return (
		first !== undefined &&
		other !== undefined &&
		Math.abs(first.x0 - other.x0) < first.size * 0.3 &&
		Math.abs(first.size - other.size) < 0.6
	);
}

/** Finds headings, by size and font, and the notes at the foot of pages. */
function named(groups: Group[], style: Style, heights: ReadonlyMap<number, number>): Group[] {
	for (const [i, group] of groups.entries()) {
		const [first] = group.rows;
		if (first === undefined || group.kind === 'table') continue;
		const text = group.rows
			.map((row) => row.text)
			.join(' ')
			.trim();
		if (isFootNote(first, text, style, heights.get(first.page) ?? 0, groups.slice(i + 1))) group.kind = 'note';
		else if (isHeading(group, text, style)) {
			group.kind = 'heading';
			group.level = style.level(first);
		}
	}
	return groups;
}

function isHeading({ rows, kind }: Group, text: string, style: Style): boolean {
	const [first] = rows;
	if (first === undefined || !/\p{L}{2}/u.test(text) || LEADER.test(text) || text.length > 200 || rows.length > 4)
		return false;
	const isNumbered = /^\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s+\p{Lu}/u.test(text);
	if (kind === 'item' && !isNumbered && first.size <= style.size * LARGER && !style.isSetApart(first)) return false;
	if (/[.;,]["”’)]?$/.test(text) && !/\b(vs|etc|Inc)\.$/.test(text)) return false;
	if (first.size > style.size * LARGER) return true;
	if (first.size < style.size * 0.94 || !/^["“(‘]?[\p{Lu}\p{N}]/u.test(text) || text.length > 110) return false;
	if (style.isSetApart(first)) return true;
	const isCapitals = /^[^\p{Ll}]+$/u.test(text) && /\p{Lu}{3}/u.test(text);
	return rows.length === 1 && text.length < 60 && first.x1 < first.right - first.size * 3 && isCapitals;
}

/** Small letters with a mark before them, low on the page, with nothing but the like below. */
function isFootNote(first: Row, text: string, style: Style, height: number, later: readonly Group[]): boolean {
	if (first.size > style.size * 0.93 || first.baseline < height * 0.5) return false;
	if (!/^(?:\d{1,3}|[a-z]|[*†‡§¶]+)\s?[.)]?\s?\S/u.test(text)) return false;
	return later.every(
		({ rows: [row] }) =>
			row === undefined || row.page !== first.page || row.column !== first.column || row.size <= style.size * 0.93
	);
}

const CAPTION = /^(figure|fig\.?|table|box|chart|plate|scheme)\s+[\dIVX]+/i;

/** A paragraph that a figure, a table or a note cut in two. */
function joinedOverBreaks(groups: readonly Group[], style: Style): Group[] {
	const result = [...groups];
	for (let i = 0; i < result.length; i++) {
		const group = result[i];
		const last = group?.rows[group.rows.length - 1];
		if (group === undefined || last === undefined || !isOpen(group, last, style)) continue;
		for (let next = i + 1; next < Math.min(result.length, i + 8); next++) {
			const other = result[next];
			const [row] = other?.rows ?? [];
			if (other === undefined || row === undefined) break;
			if (other.kind === 'table' || other.kind === 'note' || CAPTION.test(row.text) || row.size < style.size * 0.93)
				continue;
			const goesOn =
				other.kind === 'paragraph' &&
				/^["“(]?\p{Ll}/u.test(row.text) &&
				Math.abs(row.size - last.size) < last.size * 0.06;
			if (goesOn) {
				result[i] = { ...group, rows: [...group.rows, ...other.rows] };
				result.splice(next, 1);
				i--;
			}
			break;
		}
	}
	return result;
}

const isOpen = ({ kind, rows }: Group, last: Row, style: Style): boolean =>
	(kind === 'paragraph' || kind === 'item') &&
	!hasEnd(last.text) &&
	last.size >= style.size * 0.93 &&
	!CAPTION.test(rows[0]?.text ?? '');
