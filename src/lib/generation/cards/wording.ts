import type { Clause, Range } from '../grammar/clause';
import type { VerbGroup } from '../grammar/verb-group';
import type { Casing } from '../words/casing';
import { spanOf, type Sentence } from '../grammar/sentence';
import { thirdOf } from '../words/inflection';

/** Puts parts of a sentence into a question. */
export class Wording {
	readonly #sentence: Sentence;
	readonly #casing: Casing;

	constructor(sentence: Sentence, casing: Casing) {
		this.#sentence = sentence;
		this.#casing = casing;
	}

	/** The words of a range as they stand, without what is in brackets. */
	words(range: Range): string {
		if (range.to <= range.from) return '';
		const { start } = spanOf(this.#sentence, range);
		const plain = this.#explained(range)
			.replace(/\s?\([^()]*\)/g, '')
			.replace(/\s?\[[^\]]*\]/g, '')
			.replace(
				/\b(?:not only|rather(?! than)|also|then|therefore|thus|instead|likewise|in turn|however)\s|(?:^|\s)(?:also|then|therefore|thus|instead|likewise|in turn|however)\b$|, (?:for example|for instance|however|in turn)(?=,|$)/g,
				''
			)
			.replace(/\byour\b/g, 'the')
			.replace(/\s+/g, ' ')
			.replace(/\s+([,;:])/g, '$1')
			.trim();
		return start === this.#sentence.statement.start || range.from === 0 ? this.#casing.inside(plain) : plain;
	}

	/** Words that stood at the beginning of a line, as they stand inside a sentence. */
	inside(words: string): string {
		return this.#casing.inside(words);
	}

	/** The text of a range, “the pump” said as what it stands for. */
	#explained(range: Range): string {
		const { text, tokens, given } = this.#sentence;
		let words = '';
		let { start } = spanOf(this.#sentence, range);
		const { end } = spanOf(this.#sentence, range);
		for (let at = range.from; at + 1 < range.to; at++) {
			const name = given.get(at);
			const noun = tokens[at + 1];
			if (name === undefined || name === null || noun === undefined) continue;
			words += text.slice(start, tokens[at]?.start ?? start) + name;
			start = noun.end;
		}
		return words + text.slice(start, end);
	}

	/** Auxiliary, subject, rest of the verb: “does ketamine block”, “may serotonin reduce”, “is T3 made”. */
	inverted(verb: VerbGroup, subject: string, isPlural: boolean | null): string {
		const { tokens } = this.#sentence;
		const between = (from: number, to: number): string => this.words({ from, to });
		if (verb.auxiliary !== null) {
			const auxiliary = tokens[verb.auxiliary]?.lower ?? '';
			if (verb.auxiliary < verb.start) {
				const said = tokens[verb.main]?.class === 'G' ? verb.lemma : between(verb.start, verb.end);
				return [auxiliary, subject, said].join(' ');
			}
			const [help, not] = auxiliary === 'cannot' ? ['can', 'not'] : [auxiliary, ''];
			const parts = [help, subject, not, between(verb.start, verb.auxiliary), between(verb.auxiliary + 1, verb.end)];
			return parts.filter((part) => part !== '').join(' ');
		}
		const finite = this.#finiteIndex(verb);
		const word = tokens[finite];
		const base = finite === verb.main ? verb.lemma : baseOf(word?.lower ?? '', word?.lemma ?? null);
		const help = verb.tense === 'past' ? 'did' : verb.number === 'plural' || isPlural === true ? 'do' : 'does';
		const parts = [help, subject, between(verb.start, finite), base, between(finite + 1, verb.end)];
		return parts.filter((part) => part !== '').join(' ');
	}

	/** The verb as it goes with “What” as its subject: singular. */
	singular(verb: VerbGroup): string {
		const { tokens } = this.#sentence;
		const words: string[] = [];
		const finite = verb.auxiliary ?? this.#finiteIndex(verb);
		for (let at = verb.start; at < verb.end; at++) {
			const token = tokens[at];
			if (token === undefined) continue;
			if (at !== finite && /^(also|then|thus|therefore|thereby|likewise)$/.test(token.lower)) continue;
			if (at !== finite) words.push(token.text);
			else words.push(SINGULAR[token.lower] ?? (token.class === '0' ? thirdOf(token.lower) : token.lower));
		}
		return words.join(' ');
	}

	#finiteIndex(verb: VerbGroup): number {
		const { tokens } = this.#sentence;
		let at = verb.start;
		while (at < verb.main && 'AX'.includes(tokens[at]?.class ?? '')) at++;
		return at;
	}

	/** What limits the statement, with its comma; nothing if the clause has none. */
	front(clause: Clause): string {
		const { front } = clause;
		return front === null || isAside(this.#sentence, clause) ? '' : `${this.words(front)}, `;
	}
}

/** “Although it is rare,”, “Unlike its rival,”: what stands before limits nothing and can be left out. */
export function isAside({ tokens }: Sentence, { front }: Clause): boolean {
	const isJust = front !== null && tokens[front.from]?.lower === 'just' && tokens[front.from + 1]?.lower === 'as';
	const first = front === null ? undefined : tokens[front.from];
	// “Lacking conservative positions,”, “Located in the neck,”
	const opening = first?.class === 'A' ? tokens[(front?.from ?? 0) + 1] : first;
	if (opening !== undefined && 'EG'.includes(opening.class) && !/^(?:using|given|compared)$/.test(opening.lower))
		return true;
	if (isJust || isHanging(tokens, front)) return true;
	if (
		front !== null &&
		ADDED.test(
			tokens
				.slice(front.from, front.to)
				.map(({ lower }) => lower)
				.join(' ')
		)
	)
		return true;
	// “As a stabiliser,” limits nothing; “As the level rises,” does.
	return first?.lower === 'as'
		? first.class === 'P'
		: /^(although|though|while|whereas|unlike|like|since|because|besides|despite)$/.test(first?.lower ?? '');
}

/** What joins a sentence to the one before it and limits nothing. */
const ADDED =
	/^(?:in (?:other words|particular|fact|addition|short|essence|contrast|reality|turn|general|summary)|of course|on the other hand|by contrast|as a result|for (?:example|instance)|again|ultimately|overall|indeed|essentially)$/;

/** “Shortly thereafter,”, “More recently,”: when it was, only the sentences before say. */
const isHanging = (tokens: Sentence['tokens'], front: Clause['front']): boolean =>
	front !== null &&
	front.to - front.from <= 3 &&
	tokens
		.slice(front.from, front.to)
		.some(({ lower }) =>
			/^(?:thereafter|afterwards?|subsequently|simultaneously|recently|meanwhile|eventually|later|soon|initially|finally|previously|together|furthermore|interestingly|surprisingly|fortunately|unfortunately|suddenly|nonetheless|nevertheless|surely|clearly|accordingly|naturally|firstly|secondly|thirdly|lastly|ironically|notably|importantly)$/.test(
				lower
			)
		);

/** “is”, “are”, “was”, “were”. */
export const beFor = (tense: VerbGroup['tense'], plural: boolean | null): string =>
	tense === 'past' ? (plural === true ? 'were' : 'was') : plural === true ? 'are' : 'is';

const SINGULAR: Readonly<Record<string, string>> = { are: 'is', were: 'was', have: 'has', do: 'does' };

const baseOf = (word: string, lemma: string | null): string => lemma ?? word.replace(/s$/, '');
