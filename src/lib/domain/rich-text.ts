/** A stretch of text with its marking. */
export type Inline =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'code'; readonly text: string }
	| { readonly kind: 'break' }
	/** TeX; on a line of its own where `display` says so. */
	| { readonly kind: 'maths'; readonly text: string; readonly display: boolean }
	| { readonly kind: Mark; readonly children: readonly Inline[] };

export type Mark = 'strong' | 'emphasis' | 'sup' | 'sub';

export interface Paragraph {
	readonly children: readonly Inline[];
}

const MARKS = [
	{ sign: '**', kind: 'strong' },
	{ sign: '*', kind: 'emphasis' },
	{ sign: '^', kind: 'sup' },
	{ sign: '~', kind: 'sub' }
] as const satisfies readonly { sign: string; kind: Mark }[];

type Sign = (typeof MARKS)[number]['sign'];

/**
 * `$…$` and `$$…$$`. As in Pandoc no space stands inside next to a single dollar and no figure behind it, so that “$5 to
 * $10” are prices; nor is “$5 to pay in A$” a formula.
 */
export const MATHS =
	/\$\$((?:\\.|[^$\\])+)\$\$|\$(?![\s$]|\d[\d.,]*\s\p{L}{2})((?:\\.|[^$\\\n])*(?:\\.|[^\s$\\]))\$(?!\d)/uy;

/**
 * Reads *emphasis*, **strong**, `code`, ^sup^, ~sub~ and $maths$. A blank line parts paragraphs, a line end is a line break, a
 * backslash takes the meaning off the sign after it. Nothing is an error: a sign without its partner stays as written,
 * and so do `snake_case`, `2 * 3` and `~5 mg`.
 */
export function parseRichText(source: string): Paragraph[] {
	return source
		.split(/\n[ \t]*\n\s*/)
		.map((paragraph) => paragraph.trim())
		.filter((paragraph) => paragraph !== '')
		.map((paragraph) => ({ children: parseInline(paragraph) }));
}

/** The words alone; paragraphs parted by a blank line. */
export function toPlainText(source: string): string {
	return parseRichText(source)
		.map((paragraph) => plainInline(paragraph.children))
		.join('\n\n');
}

function plainInline(nodes: readonly Inline[]): string {
	let text = '';
	for (const node of nodes) {
		if (node.kind === 'break') text += '\n';
		else if ('text' in node) text += node.text;
		else text += plainInline(node.children);
	}
	return text;
}

function parseInline(source: string): Inline[] {
	const nodes: Inline[] = [];
	let text = '';
	let at = 0;
	const push = (node: Inline, end: number): void => {
		if (text !== '') nodes.push({ kind: 'text', text });
		text = '';
		nodes.push(node);
		at = end;
	};
	while (at < source.length) {
		const char = source.charAt(at);
		if (isEscape(source, at)) {
			text += source.charAt(at + 1);
			at += 2;
			continue;
		}
		if (char === '\n') {
			text = text.trimEnd();
			push({ kind: 'break' }, at + 1);
			continue;
		}
		const codeEnd = char === '`' ? source.indexOf('`', at + 1) : -1;
		if (codeEnd > at + 1) {
			push({ kind: 'code', text: source.slice(at + 1, codeEnd) }, codeEnd + 1);
			continue;
		}
		const maths = mathsAt(source, at);
		if (maths) {
			push({ kind: 'maths', text: maths[1] ?? maths[2] ?? '', display: maths[1] !== undefined }, at + maths[0].length);
			continue;
		}
		const mark = MARKS.find(({ sign }) => source.startsWith(sign, at));
		if (mark && opens(source, at, mark.sign)) {
			const from = at + mark.sign.length;
			const close = closing(source, from, mark.sign);
			if (close !== -1) {
				push({ kind: mark.kind, children: parseInline(source.slice(from, close)) }, close + mark.sign.length);
				continue;
			}
		}
		// A sign without a partner is passed over whole, so that half of `**` is not taken for `*`.
		const literal = mark?.sign ?? char;
		text += literal;
		at += literal.length;
	}
	if (text !== '') nodes.push({ kind: 'text', text });
	return nodes;
}

const isEscape = (source: string, at: number): boolean =>
	source.charAt(at) === '\\' && /[!-/:-@[-`{-~]/.test(source.charAt(at + 1));

function mathsAt(source: string, at: number): RegExpExecArray | null {
	MATHS.lastIndex = at;
	return MATHS.exec(source);
}

const isSpace = (char: string): boolean => char === '' || /\s/.test(char);

function opens(source: string, at: number, sign: Sign): boolean {
	const before = source.charAt(at - 1);
	if (isSpace(source.charAt(at + sign.length))) return false;
	// A subscript hangs on something; a tilde on its own means "about".
	if (sign === '~') return !isSpace(before) && !/[([{<>=≈]/.test(before);
	if (sign === '^') return true;
	// A star within a word or between figures is a star: 2*3*4.
	return !/[\p{L}\p{N}]/u.test(before);
}

/** Offset of the sign that closes the one before `from`, or −1. */
function closing(source: string, from: number, sign: Sign): number {
	for (let at = from; at < source.length; at++) {
		const char = source.charAt(at);
		if (isEscape(source, at)) {
			at++;
			continue;
		}
		if (char === '`') {
			const codeEnd = source.indexOf('`', at + 1);
			if (codeEnd !== -1) at = codeEnd;
			continue;
		}
		const maths = mathsAt(source, at);
		if (maths) {
			at += maths[0].length - 1;
			continue;
		}
		// Raised and lowered text is one word, so that two "about" tildes of a sentence do not meet.
		if ((sign === '^' || sign === '~') && isSpace(char)) return -1;
		if (sign === '*' && source.startsWith('**', at)) {
			at++;
			continue;
		}
		if (!source.startsWith(sign, at) || at === from || isSpace(source.charAt(at - 1))) continue;
		// Of three stars at the end the last two close what two opened.
		return sign === '**' && source.charAt(at + 2) === '*' ? at + 1 : at;
	}
	return -1;
}
