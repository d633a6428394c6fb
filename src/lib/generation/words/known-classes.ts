import type { Span } from '../../domain/text/sentences';
import {
	ADJECTIVES,
	ADVERBS,
	BE,
	CONJUNCTIONS,
	DETERMINERS,
	DO,
	HAVE,
	MODALS,
	NUMBER_WORDS,
	PREPOSITIONS,
	PRONOUNS,
	SUBORDINATORS
} from './closed-classes';
import type { Draft } from './draft';
import { SPOKEN } from './spoken';
import { tokenSpans, type WordClass } from './tokens';

/** The words of a sentence; those of closed classes have theirs, the others “?”. */
export const classed = (text: string, span: Span): Draft[] => {
	const spoken = [...text.slice(span.start, span.end).matchAll(SPOKEN)].map((match) => ({
		start: span.start + match.index,
		end: span.start + match.index + match[0].length
	}));
	const isSpoken = (each: Span): boolean => spoken.some(({ start, end }) => each.start >= start && each.end <= end);
	return tokenSpans(text, span)
		.filter((each) => !isSpoken(each))
		.map(({ start, end }): Draft => {
			const word = text.slice(start, end);
			const lower = word.toLowerCase().replace(/’/g, "'");
			// What is said of the reader's blood is said of everybody's.
			const bare = { start, end, text: word, lower: lower === 'your' ? 'the' : lower, lemma: null };
			return { ...bare, class: closedClass(bare) };
		});
};

const PUNCTUATION: Readonly<Record<string, WordClass>> = {
	',': ',',
	';': ';',
	':': ':',
	'(': '(',
	')': ')',
	'[': '(',
	']': ')',
	'.': '.',
	'?': '.',
	'!': '.',
	'…': '.',
	'—': '-',
	'–': '-',
	'-': '-',
	'“': '"',
	'”': '"',
	'"': '"',
	'‘': '"',
	'’': "'",
	"'": "'",
	'/': '/',
	'&': 'C',
	$: 'Q',
	'£': 'Q',
	'€': 'Q'
};

function closedClass({ lower, text }: Pick<Draft, 'lower' | 'text'>): WordClass {
	const mark = PUNCTUATION[lower];
	if (mark !== undefined) return mark;
	if (lower === "'s") return "'";
	// “short- and long-term”, “24- or 48-hour”; “Directive 98/70/EC”
	if (/[\p{L}\p{N}]-$/u.test(lower) && !/^(?:\p{Lu}\p{Ll}?|HCO)\d*-$/u.test(text)) return 'J';
	if (/^\d+\/.*\p{L}$/u.test(lower)) return 'N';
	if (/^[<>≤≥≈~±+−-]?\d/.test(lower))
		return /\d-?[a-z]{2,}/.test(lower) && !/^\d+(st|nd|rd|th|s)$/.test(lower) ? 'J' : 'Q';
	if (NUMBER_WORDS.has(lower)) return 'Q';
	if (lower === 'not' || lower === 'never' || /n't$/.test(lower))
		return /^(is|are|was|were)n't/.test(lower)
			? 'B'
			: /^(do|does|did)n't/.test(lower)
				? 'K'
				: /n't$/.test(lower)
					? 'M'
					: 'X';
	if (lower === 'of') return 'O';
	if (lower === 'to') return 'T';
	if (MODALS.has(lower) && text !== 'May') return 'M';
	if (BE.has(lower)) return 'B';
	if (HAVE.has(lower)) return 'H';
	if (DO.has(lower)) return 'K';
	if (lower === 'there') return 'U';
	if (/^(which|who|whom|whose|how|why|what)$/.test(lower)) return 'R';
	if (CONJUNCTIONS.has(lower)) return 'C';
	if (lower === 'one') return 'Q';
	if (DETERMINERS.has(lower)) return 'D';
	if (PRONOUNS.has(lower)) return 'I';
	if (SUBORDINATORS.has(lower)) return 'S';
	if (/^(e\.g\.?|i\.e\.?)$/.test(lower)) return 'P';
	if (PREPOSITIONS.has(lower)) return 'P';
	if (ADVERBS.has(lower)) return 'A';
	if (ADJECTIVES.has(lower)) return 'J';
	if (/^\p{Lu}[\p{L}\p{N}-]*\p{Lu}|\p{Lu}\d|^\p{L}\d/u.test(text) && !/^\p{Lu}\p{Ll}+-\p{Ll}/u.test(text)) return 'N';
	return '?';
}
