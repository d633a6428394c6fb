import type { Span } from '../../domain/text/sentences';
import { nounPhraseEnd, unitEnd } from '../grammar/phrase-patterns';
import type { Sentence } from '../grammar/sentence';
import type { Token } from '../words/tokens';
import { pointsOutside } from './pointing';
import type { Named } from './references';

interface Spoken extends Named {
	readonly head: string;
	readonly block: number;
	readonly at: number;
	readonly from: Span;
	/** Whether it was introduced by the sentence's verb: “blocks the receptor” for “this blockage”. */
	readonly deed: boolean;
}

/** Sentences for which “the flies” may stand for the tsetse flies. */
const WINDOW = 4;

/** Remembers the phrases of the last sentences, and says what “this surge” or “these openings” take up. */
export class SpokenPhrases {
	#spoken: readonly Spoken[] = [];
	#count = 0;

	/** Takes note of a sentence after it has been read. */
	remember(sentence: Sentence): void {
		this.#count++;
		const old = this.#spoken.filter(({ at }) => this.#count - at < WINDOW);
		this.#spoken = [...old, ...phrasesOf(sentence, this.#count), ...deedsOf(sentence, this.#count)];
	}

	/**
	 * A phrase with the same noun and something that narrows it, or what the verb of the same stem was done to: of the
	 * sentence just before for “this”, of the paragraph’s last ones for “the” and “these”, if there is only one.
	 */
	named({ lower, plural }: Token, opening: string, block: number): Named | null {
		const reach = opening === 'this' ? 0 : WINDOW;
		const near = this.#spoken.filter((each) => each.block === block && this.#count - each.at <= reach);
		const same = near.filter((each) => !each.deed && each.head === lower);
		const texts = new Set(same.map(({ text }) => text));
		const [only] = same;
		if (texts.size === 1 && only !== undefined) {
			// “the method” may be any; a name or the only flies there are may not.
			const isClear = opening !== 'the' || plural || /^(?:the )?(?:[\p{Ll}-]+ )*\p{Lu}/u.test(only.text);
			return isClear ? { text: only.text, plural: only.plural, from: only.from } : null;
		}
		if (texts.size > 0 || opening !== 'this') return null;
		const deeds = near.filter((each) => each.deed && each.head === stemOfDeed(lower));
		const [deed] = deeds;
		return deeds.length === 1 && deed !== undefined && stemOfDeed(lower) !== lower
			? { text: `the ${lower} of ${deed.text}`, plural: false, from: deed.from }
			: null;
	}
}

function phrasesOf(sentence: Sentence, at: number): Spoken[] {
	const { tokens, classes, text, statement } = sentence;
	const found: Spoken[] = [];
	for (let i = 0; i < tokens.length; i++) {
		if (!'DJNQ'.includes(classes.charAt(i))) continue;
		const end = unitEnd(classes, i);
		if (end === null) continue;
		const brackets = classes.slice(i, end).indexOf('(');
		const stop = brackets === -1 ? end : i + brackets;
		const head = tokens[stop - 1];
		const first = tokens[i];
		const from = 'DQ'.includes(classes.charAt(i)) ? i + 1 : i;
		if (head?.class !== 'N' || first === undefined || classes.slice(i, stop).includes(',')) {
			i = end - 1;
			continue;
		}
		const isNew = /^an?$/.test(first.lower);
		// “a surge of glutamate release” is taken up as a whole.
		const ofEnd = isNew && tokens[end]?.lower === 'of' ? (nounPhraseEnd(classes, end + 1) ?? end) : end;
		const last = ofEnd === end || ofEnd - end > 6 ? stop : ofEnd;
		if ((last - from >= 2 || last > stop) && !pointsOutside(sentence, { from: i, to: last })) {
			const said = text.slice(tokens[from]?.start ?? 0, tokens[last - 1]?.end ?? 0);
			const name =
				head.plural || !(first.lower === 'the' || isNew) ? said : `the ${said.replace(/^newly \p{L}+ /u, '')}`;
			const span = { start: statement.start, end: statement.end };
			const spoken = { text: name, plural: head.plural, from: span, head: head.lower, block: statement.block };
			found.push({ ...spoken, at, deed: false });
		}
		i = end - 1;
	}
	return found;
}

/** “blocks the NMDA receptor”: what “this blockage” is of. */
function deedsOf({ tokens, classes, text, statement }: Sentence, at: number): Spoken[] {
	const found: Spoken[] = [];
	for (const [i, token] of tokens.entries()) {
		if (!'3G0'.includes(token.class)) continue;
		const end = nounPhraseEnd(classes, i + 1);
		if (end === null || end - i > 8 || /^[^N]*[IR]/.test(classes.slice(i + 1, end))) continue;
		const object = text.slice(tokens[i + 1]?.start ?? 0, tokens[end - 1]?.end ?? 0);
		if (/^(?:an? (?:specific|certain|particular|number|variety)|this|these|it|its|their|such)\b/i.test(object))
			continue;
		const span = { start: statement.start, end: statement.end };
		const head = stemOfDeed(token.lemma ?? token.lower);
		found.push({ text: object, plural: null, from: span, head, block: statement.block, at, deed: true });
	}
	return found;
}

/** The common beginning of a verb and the noun made of it: block, blockage; enhance, enhancement. */
const stemOfDeed = (word: string): string =>
	word
		.replace(/(?:ication|ization|ization|ation|ition|tion|sion|ment|age|ance|ence|ure|al|ing|ery)$/, '')
		.replace(/(?:ate|ify|ise|ize|e|t|d)$/, '');
