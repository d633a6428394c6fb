import type { Sentence } from '../grammar/sentence';
import type { Topic } from './references';
import { isCommonNoun } from './common-nouns';
import { isPointing } from './vague-nouns';
import { nounPhraseEnd, unitEnd } from '../grammar/phrase-patterns';
import type { Token } from '../words/tokens';

/** There is one of each, whoever speaks: never another one that was spoken of before. */
export const ONE_OF_A_KIND =
	/^(body|brain|heart|liver|blood|skin|stomach|bladder|pancreas|spleen|thyroid|uterus|womb|mouth|nose|throat|neck|chest|abdomen|head|eye|eyes|ear|ears|face|hand|hands|feet|lungs|kidneys|intestine|intestines|gut|bowel|colon|rectum|spine|skeleton|hypothalamus|hippocampus|cortex|cerebellum|thalamus|retina|cornea|cochlea|bloodstream|immune|sun|moon|earth|world|sky|sea|air|atmosphere|universe|ground|environment|future|past|present|weather|climate|north|south|east|west|internet|press|public|law|state|government|population|economy|elderly|young|poor|rich|dead|morning|evening|night|day|fetus|foetus|baby|mother|father|child|parent|user|surface|number|amount|rate|majority|presence|absence|use|end|beginning|start|middle|rest|top|bottom|front|back|side|inside|outside|same|most|least|first|last|way)$/;

interface Mention {
	/** Its words without the article; null if it was a bare noun. */
	readonly words: string | null;
	readonly at: number;
}

const WINDOW = 6;

const EVENT =
	/(?<!^na|^sta|^popula|^constitu|^founda|^ques|^sec|^loca)(?:tion|sion)$|(?:purchase|invasion|attack|collapse|voyage|discovery|trip|journey|meeting|deal|agreement|sale|vote|ban|fire|crash|incident|accident|crisis|decision|project|failure|victory|defeat|visit|bill|treaty|war|battle|revolt|strike|expedition|ceremony|contest|trial)$/;

/**
 * Remembers which noun phrases were spoken of, and tells of a bare “the pump” what it stands for: “the centrifugal
 * pump”. A noun that was introduced with “a” and cannot be told apart later is said to be unclear.
 */
export class Mentions {
	readonly #heads = new Map<string, Mention[]>();
	readonly #topic: readonly string[];
	#count = 0;

	readonly #product: string | null;
	readonly #kinds: Topic | null;

	/**
	 * @param topic what the document is about: “the canal” is then the Suez Canal
	 * @param product of a drug label: “the dose” is then its dose
	 * @param kinds what the document is about with the nouns that stand for it, whatever was spoken of before
	 */
	constructor(topic: string | null, product: string | null, kinds: Topic | null) {
		this.#product = product;
		this.#kinds = kinds;
		this.#topic = topic === null || / (and|of|for|in|to) /.test(topic) ? [] : topic.replace(/^the /, '').split(' ');
	}

	/** For each token that opens a bare definite phrase: what to say instead, or null where that is unclear. */
	explain({ tokens, classes, clauses }: Sentence): ReadonlyMap<number, string | null> {
		const found = new Map<number, string | null>();
		for (const [i, token] of tokens.entries()) {
			const noun = tokens[i + 1];
			// “people with this disorder”
			const isThis = token.lower === 'this' && !clauses.some(({ subject }) => subject.from === i);
			if (isThis && noun?.class === 'N' && !"NORG'".includes(classes.charAt(i + 2) || '.')) {
				if (this.#kinds?.kinds.test(noun.lower) === true) found.set(i, this.#kinds.name);
				continue;
			}
			if (token.lower !== 'the' || noun?.class !== 'N' || ONE_OF_A_KIND.test(noun.lower)) continue;
			if (/^\p{Lu}/u.test(noun.text) || "NORG'".includes(classes.charAt(i + 2) || '.')) continue;
			// “the discovery and the proof of nuclear fission”: what belongs to both says which.
			if (/^C(?:D?[JN]*N)O/.test(classes.slice(i + 2))) continue;
			// “the canal built in 1869” says which; “the canal opened in 1869” does not.
			if (classes.charAt(i + 2) === 'E' && !clauses.some((clause) => clause.verb.start === i + 2)) continue;
			if (
				classes.charAt(i + 2) === 'P' &&
				/^(between|in|at|on|from|for|with|against)$/.test(tokens[i + 2]?.lower ?? '')
			) {
				if (this.#isUnseen(noun)) continue;
			}
			if (this.#product !== null && /^(dose|dosage|drug|tablets?|capsules?)$/.test(noun.lower)) {
				found.set(i, noun.lower === 'drug' ? this.#product : `the ${noun.lower} of ${this.#product}`);
				continue;
			}
			if (this.#kinds?.kinds.test(noun.lower) === true) {
				const { name } = this.#kinds;
				found.set(i, name);
				continue;
			}
			const named = this.#named(noun, tokens, i);
			if (named !== undefined) found.set(i, named);
		}
		return found;
	}

	#isUnseen(noun: Token): boolean {
		return (this.#heads.get(single(noun))?.length ?? 0) === 0;
	}

	#named(noun: Token, tokens: readonly Token[], at: number): string | null | undefined {
		const key = single(noun);
		const last = this.#topic[this.#topic.length - 1];
		if (this.#topic.length > 1 && !noun.plural && last?.toLowerCase() === noun.lower)
			return `the ${this.#topic.join(' ')}`;
		// Nouns that point at anything are resolved by `References` or not at all.
		if (isPointing(noun.lower)) return undefined;
		const before = (this.#heads.get(key) ?? []).filter((mention) => this.#count - mention.at <= WINDOW);
		// “the eruption” after “the volcano erupted”: an event that no phrase has introduced.
		if (before.length === 0) return EVENT.test(noun.lower) ? null : undefined;
		const words = new Set(before.flatMap((mention) => (mention.words === null ? [] : [mention.words])));
		const [only] = words;
		// “a small machine”: what it is, its size does not say.
		if (words.size === 1 && only !== undefined && PLAIN.test(only)) return isCommonNoun(noun.lower) ? null : undefined;
		if (words.size === 1 && only !== undefined) {
			// Within one sentence the phrase may stand right before.
			return (isPluralWord(only.split(/ (?:of|by|from|between|against) /)[0] ?? '') === noun.plural || noun.plural) &&
				!holdsPhrase(tokens.slice(0, at), only)
				? `the ${only}`
				: null;
		}
		return words.size > 1 || before.length > 0 ? null : undefined;
	}

	/** Takes note of the phrases of a sentence after it has been read. */
	remember({ tokens, classes, text }: Sentence): void {
		this.#count++;
		for (let i = 0; i < tokens.length; i++) {
			if (!'DJNQ'.includes(classes.charAt(i))) continue;
			const end = unitEnd(classes, i);
			if (end === null) continue;
			const first = tokens[i];
			const brackets = classes.slice(i, end).indexOf('(');
			const stop = brackets === -1 ? end : i + brackets;
			const head = tokens[stop - 1];
			if (first === undefined || head === undefined || head.class !== 'N') continue;
			if (/N[EG]/.test(classes.slice(i, stop))) {
				i = end - 1;
				continue;
			}
			const from = first.class === 'D' || first.class === 'Q' ? i + 1 : i;
			const after = stop === end ? phraseAfter(classes, end, tokens, EVENT.test(head.lower)) : end;
			const last = after === end ? head : (tokens[after - 1] ?? head);
			const words = stop - from >= 2 || after > end ? text.slice(tokens[from]?.start ?? 0, last.end) : null;
			const isDefinite = first.lower === 'the';
			// “the pump” itself tells nothing new; “a pump” or “pumps” do.
			if (!(words === null && (isDefinite || first.class !== 'D' || head.plural)) && !(words?.includes('(') ?? false)) {
				const key = single(head);
				this.#heads.set(key, [...(this.#heads.get(key) ?? []).slice(-4), { words, at: this.#count }]);
			}
			i = end - 1;
		}
	}
}

/** “an invasion by Britain and France”: where what narrows a bare noun ends. */
function phraseAfter(classes: string, end: number, tokens: readonly Token[], isEvent: boolean): number {
	if (!(isEvent ? /^(?:of|by|from|between|against)$/ : /^of$/).test(tokens[end]?.lower ?? '')) return end;
	const to = nounPhraseEnd(classes, end + 1);
	return to === null || to - end > 8 ? end : to;
}

/** A noun that only size and make tell from others. */
const PLAIN =
	/^(?:(?:small|large|thin|flexible|special|long|short|new|big|soft|tiny|narrow|hollow|lighted|sharp|bright|plastic|metal|portable|enlarged|swollen|damaged|normal|healthy|affected|infected|extra|rapid|upper or lower|different|other|same|first|second),? )+\p{L}+$/iu;

const single = ({ lower, plural }: Token): string => (plural ? lower.replace(/s$/, '') : lower);

const isPluralWord = (words: string): boolean => /[^siu]s$/.test(words);

const holdsPhrase = (tokens: readonly Token[], phrase: string): boolean =>
	tokens
		.map((token) => token.lower)
		.join(' ')
		.includes(phrase.toLowerCase());
