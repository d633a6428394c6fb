import type { JudgedBlock } from '../content/blocks';
import type { Span } from '../../domain/text/sentences';
import { NOUNS } from '../words/closed-classes';
import { literal } from '../words/literal-pattern';
import { verbReadings } from '../words/verb-lexicon';
import { isCommonNoun } from './common-nouns';

const NAVIGATION = /[|›»•·].*[|›»•·]|^(?:home|menu|skip|search)\b/iu;
const DATE =
	/^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,4}(?:,? \d{4})?$/i;
const LATEST = 2000;

/** The heading that names the document: the first kept one near its beginning that is no navigation and no date. */
export function titleBlock(text: string, blocks: readonly JudgedBlock[]): JudgedBlock | null {
	return (
		blocks.find((block) => {
			if (block.drop !== null || block.kind !== 'heading' || block.start > LATEST) return false;
			const words = text.slice(block.start, block.end);
			return /\p{L}{3}/u.test(words) && !NAVIGATION.test(words) && !DATE.test(words.trim());
		}) ?? null
	);
}

/** The document's title as it stands, or its id where it has none. */
export function titleOf(text: string, blocks: readonly JudgedBlock[], id: string): string {
	const title = titleBlock(text, blocks);
	return title === null ? id : text.slice(title.start, title.end).replace(/^\d+(?:\.\d+)*\.?\s+(?=\p{L})/u, '');
}

/** What stands before the subject in a title. */
const BEFORE =
	/^(?:what (?:is|are)(?: \(are\))?|(?:what|all|everything|things) (?:i|you|we) (?:need|should|have|want|ought)(?: to)? know about|(?:living|coping) with|learning about|(?:an? |the )?(?:brief |short |quick )?(?:overview|introduction|history|summary|guide|primer|look|review|outline) (?:of|to|for|at|on)|(?:the )?(?:rise and fall|rise|fall|end|story|role|roles|mechanisms?|biology|chemistry|physics|science|basics|causes|treatment|use|uses|challenge|future|potential|making|structure|functions?|anatomy|physiology) of|understanding|about|all about|facts about|introducing|how|why|when|the|an?|using|inside)\s+/i;
const JOINTS =
	/\s+(?:in|for|of|by|with|from|on|to|and|&|during|against|among|between|through|as|is|are|was|were|does|do|did|can|could|may|when|works?|works|got|after|before|without|into|over|at|or|vs\.?|versus|their|its|your|his|her|our)\s+|\s+(?:works?|happens?|forms?)$/i;
const SAYS_NOTHING =
	/^(?:guide|tips|treatments?|therap(?:y|ies)|hope|options?|medications?|help|care|support|reasons?|ways?|implications?|challenges?|pathways?|symptoms|causes|timeline|overview|history|potential|facts?|information|review|effects?|risks?|benefits|study|studies|trial|patients?|adults|people|children|role|mechanisms?|introduction|summary|abstract|background|contents|frequently asked questions|it|they|you|we|new|what|how|why|when|who|where|which|other treatments?|works?|world|life|science|research|news|health|use|water)$/i;

/**
 * The words of the title that the text itself uses for its subject, as the text writes them; null if it uses none: the
 * title as a whole, a part of it between marks, or a phrase between its small words, whichever the text says most.
 */
export function titleSubject(text: string, blocks: readonly JudgedBlock[]): string | null {
	const title = titleBlock(text, blocks);
	if (title === null) return null;
	const body = blocks
		.filter((block) => block.drop === null && block.kind !== 'heading')
		.map((block) => text.slice(block.start, block.end))
		.join('\n');
	const words = text.slice(title.start, title.end);
	return mostSaid(phrasesOf(words), body) ?? mostSaid(wordsOf(words), body);
}

/** A part of a title, how often the text must say it to be about it, and how much each time counts. */
interface Phrase {
	readonly phrase: string;
	readonly needed: number;
	readonly weight: number;
}

/** The phrase that the text says most, as the text writes it; null if it says none often enough. */
function mostSaid(phrases: readonly Phrase[], body: string): string | null {
	let best: { readonly words: string; readonly worth: number } | null = null;
	for (const { phrase, needed, weight } of phrases) {
		const found = asWritten(phrase, body);
		if (found === null || found.count < needed) continue;
		const worth = found.count * weight;
		if (best === null || worth > best.worth) best = { words: found.words, worth };
	}
	return best?.words ?? null;
}

/** “How vaccination builds immune memory”: the single words and the pairs of words of a title that no verb is in. */
function wordsOf(title: string): Phrase[] {
	const words = title.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
	const phrases = words.flatMap((word, i): Phrase[] => {
		const next = words[i + 1];
		if (isOnlyVerb(word)) return [];
		// “Alzheimer’s Caregiving” where the text says “Alzheimer’s disease”.
		if (/[’']s$/u.test(word))
			return [
				{ phrase: word.replace(/[’']s$/u, ''), needed: 3, weight: 1 },
				...['disease', 'syndrome'].map((kind) => ({ phrase: `${word} ${kind}`, needed: 2, weight: 1.8 }))
			];
		const single = isCommonNoun(word) ? [] : [{ phrase: word, needed: 3, weight: 1 }];
		const isPair = next !== undefined && !isOnlyVerb(next);
		return isPair ? [...single, { phrase: `${word} ${next}`, needed: 2, weight: 1.8 }] : single;
	});
	return phrases.filter(
		({ phrase }) =>
			phrase.length >= 5 && !SAYS_NOTHING.test(phrase) && !JOINTS.test(` ${phrase} `) && !SMALL.test(phrase)
	);
}

const SMALL =
	/(?:^|\s)(?:how|why|what|when|who|which|the|an?|this|these|its|their|your|more|most|all|new|not)(?:\s|$)/i;

/** A form of a verb that is no noun: “builds”, “protects”. */
const isOnlyVerb = (word: string): boolean => {
	const lower = word.toLowerCase();
	return verbReadings(lower).length > 0 && !NOUNS.has(lower) && !/ing$/.test(lower);
};

function phrasesOf(title: string): Phrase[] {
	const plain = title
		.replace(/\s?\([^)]*\)/g, '')
		.replace(/^(?:chapter |section |part )?\d+(?:\.\d+)*[.:]?\s+/i, '')
		.trim();
	const found: Phrase[] = [];
	const add = (words: string, needed: number, weight: number): void => {
		const phrase = words.replace(/[’']s$/u, '').replace(/^(?:[^\p{L}\p{N}]+)|(?:[^\p{L}\p{N})]+)$/gu, '');
		if (phrase.length < 3 || phrase.split(/\s+/).length > 5 || SAYS_NOTHING.test(phrase)) return;
		found.push({ phrase, needed, weight: weight * (1 + 0.6 * (phrase.split(/\s+/).length - 1)) });
	};
	const parts = plain.split(/[:?!–—|]|\s-\s/u);
	for (const [i, part] of parts.entries()) {
		let segment = part.trim();
		for (let k = 0; k < 3; k++) segment = segment.replace(BEFORE, '');
		// “Why prices rise” is about prices.
		if (/^(?:how|why|when)\b/i.test(part.trim())) segment = beforeVerb(segment);
		// “Photosynthesis: the light reactions …” is about the first.
		add(segment, i === 0 ? 1 : 2, i === 0 ? (parts.length > 1 ? 6 : 3) : 1);
		for (const [j, phrase] of segment.split(JOINTS).entries()) {
			// “Deep Brain Stimulation for Parkinson’s Disease” is about the first.
			add(phrase.replace(BEFORE, ''), 2, (i === 0 ? 1 : 0.5) * (j === 0 ? 2.5 : 1));
			// “Iron Deficiency Anaemia” where the text says “iron deficiency”.
			const words = phrase.split(/\s+/);
			if (words.length === 3)
				for (const from of [0, 1]) add(words.slice(from, from + 2).join(' '), 2, i === 0 ? 1 : 0.5);
		}
	}
	return found;
}

/** “Kilns Make Lime”, “water supplies change”: the words before the last one that agrees as a verb with the one before it. */
function beforeVerb(segment: string): string {
	const words = segment.split(/\s+/);
	const at = words.findLastIndex((word, i) => {
		const isPlural = /[^s]s$/i.test(words[i - 1] ?? '');
		return i > 0 && verbReadings(word.toLowerCase()).some(({ form }) => form === (isPlural ? 'base' : 'third'));
	});
	return at === -1 ? segment : words.slice(0, at).join(' ');
}

/** How the text writes a phrase most often inside its sentences, with the article that it mostly has, and how often. */
function asWritten(phrase: string, body: string): { readonly words: string; readonly count: number } | null {
	const plain = literal(phrase).replace(/\s+/g, '\\s+').replace(/[’']/g, "[’']?");
	const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'giu');
	const counts = new Map<string, number>();
	let count = 0;
	for (const match of body.matchAll(pattern)) {
		count++;
		const inSentence = /[\p{L}\p{N},;)]["”’]?\s["“‘(]?$/u.test(body.slice(Math.max(0, match.index - 4), match.index));
		counts.set(match[0], (counts.get(match[0]) ?? 0) + (inSentence ? 1 : 0));
	}
	const [best] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
	if (best === undefined) return null;
	const articled = body.match(new RegExp(`\\bthe ${literal(best[0])}(?![\\p{L}-])`, 'gi'))?.length ?? 0;
	const words = withApostrophes(best[0], phrase);
	return { words: articled * 2 > count ? `the ${words}` : words, count };
}

/** “Crohns disease”, as a text writes that has lost its apostrophes, under the title “Crohn’s Disease”. */
function withApostrophes(written: string, phrase: string): string {
	const model = phrase.split(/\s+/);
	return written
		.split(/\s+/)
		.map((word, i) => {
			const mark = /([’'])s$/u.exec(model[i] ?? '')?.[1];
			return mark === undefined ? word : word.replace(/(?<=\p{L})s$/u, `${mark}s`);
		})
		.join(' ');
}

/** Where the document says what it is about, so that a card can quote it: its title, if that holds the words. */
export function titleSpan(text: string, blocks: readonly JudgedBlock[], about: string): Span | null {
	const title = titleBlock(text, blocks);
	if (title === null) return null;
	const words = text.slice(title.start, title.end).toLowerCase();
	return words.includes(about.replace(/^the /, '').toLowerCase()) ? { start: title.start, end: title.end } : null;
}
