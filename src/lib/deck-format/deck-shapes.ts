import { TOPIC_COLOURS, type Evidence } from '../domain/pack';
import { date, id, nth, webAddress } from './note-shapes';
import { list, number, object, record, text, truth, word, type Read } from './shape';

export const EVIDENCE = [
	'trial',
	'meta-analysis',
	'review',
	'abstract',
	'label',
	'regulator',
	'textbook',
	'conference-talk',
	'news',
	'podcast',
	'clinic-page',
	'web-page'
] as const satisfies readonly Evidence[];

const steps = list(number(1000, 1e10));

export const preset = object(
	{},
	{
		name: text(),
		desiredRetention: number(0.7, 0.99, false),
		maximumInterval: number(1, 36_500),
		learningSteps: steps,
		relearningSteps: steps,
		fuzz: truth,
		newPerDay: number(0, 9999),
		reviewsPerDay: number(0, 9999),
		newOrder: word(['deck', 'random']),
		reviewOrder: word(['due', 'due-random', 'retrievability-ascending', 'retrievability-descending', 'random']),
		newMix: word(['mixed', 'first', 'last']),
		burySiblings: truth,
		leechThreshold: number(0, 99),
		leechAction: word(['suspend', 'tag'])
	}
);

export const topic = object({ id: id(), title: text(), description: text(), colour: word(TOPIC_COLOURS) }, {});

/** What `deck.yaml` and a pack say of a deck in the same words. */
export const about = {
	title: text(),
	version: text({ pattern: /^\d+\.\d+\.\d+$/, like: '1.0.0 (three numbers with points between)' }),
	description: text(),
	authors: list(text(), 1, Infinity, 'author'),
	licence: text(),
	language: text({ pattern: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, like: 'a language tag, as in “en” or “en-GB”' }),
	topics: list(topic, 1, Infinity, 'topic')
};

/** What an author may add to it; see `Pack`. */
export const declared = {
	preset,
	acronyms: record(text({ about: 'What the acronym stands for.' })),
	terms: list(list(text(), 1, Infinity, 'term'), 2, Infinity, 'group')
};

export const deckFile = object({ id: id('Never changes.'), ...about }, declared);

const published = text({
	pattern: new RegExp(`${date.schema['pattern']}|^undated$`),
	like: '2025, 2025-06 or 2025-06-22 (a year, a month or a day), or “undated”'
});
export const sha256 = text({ pattern: /^[0-9a-f]{64}$/, like: 'a SHA-256: 64 digits from 0 to 9 and a to f' });

/** What front matter and a pack say of a document in the same words. */
export const provenance = {
	title: text(),
	publisher: text(),
	published,
	evidence: list(word(EVIDENCE), 1, Infinity, 'kind'),
	limits: text(),
	sha256
};

const leftOut = object({ quote: text(), reason: text() }, { nth });
export type LeftOut = Read<typeof leftOut>;

export const frontMatter = object(provenance, { url: webAddress, leftOut: list(leftOut, 1, Infinity, 'statement') });
