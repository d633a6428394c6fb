import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../src/lib/deck-format/canonical-json';
import { readArchive, writeArchive, writeFolderZip } from '../../src/lib/deck-format/deck-archive';
import { packId } from '../../src/lib/deck-format/pack-id';
import { parsePack } from '../../src/lib/deck-format/parse-pack';
import { readDeck } from '../../src/lib/deck-format/read-deck';
import { asFolderHolds, writeDeck } from '../../src/lib/deck-format/write-deck';
import type { Note, Source } from '../../src/lib/domain/note';
import { TOPIC_COLOURS, type Pack, type SourceDocument } from '../../src/lib/domain/pack';
import { sentences } from '../../src/lib/domain/text/sentences';

const PICTURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3);
const PICTURE_HASH = 'cdf3cefe7ec6253d1cb4828ab654da6beb8a4727daac0c49dbf26bedf5887f79';

/** What breaks naive writers: signs of YAML, Markdown and clozes, line ends, letters in parts. */
const awkward = fc.constantFrom(
	...[
		'- ',
		': ',
		' #',
		'{{c1::x}}',
		'&a',
		'*b*',
		'"',
		"'",
		'\n',
		'\n\n',
		'\\',
		'|',
		'>',
		'%',
		'@',
		'`',
		'5',
		'no',
		'~'
	],
	...[
		'e\u0301',
		'🐝',
		'\u00a0',
		'\u2028',
		'\t',
		'“q”',
		'<tag>',
		'---',
		'...',
		'[x]',
		'{y}',
		',',
		'=',
		'!',
		'?',
		'\u0007'
	]
);
/** Trimmed and not empty, as every text of a pack is. */
const words = fc
	.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), awkward, fc.constant(' word ')), { maxLength: 12 })
	.map((parts) => parts.join('').trim() || 'text')
	.filter((text) => !/[\ud800-\udfff](?![\udc00-\udfff])/u.test(text));
/** As canonical texts are: composed, single spaces. */
const line = fc
	.array(fc.oneof(words, fc.constantFrom('It works.', 'Some text.', '1. One', '# Two', '- three', '@ four')), {
		minLength: 1,
		maxLength: 6
	})
	.map((parts) => parts.join(' ').normalize('NFC').replace(/\s+/g, ' ').trim() || 'Text.');
const id = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4})?$/);
const date = fc.constantFrom('2025', '2025-06', '2025-06-22');

const document = (name: string): fc.Arbitrary<SourceDocument> =>
	fc
		.record({
			about: fc.record({ title: words, publisher: words, limits: words, published: date }),
			blocks: fc.array(
				fc.record({
					heading: fc.boolean(),
					text: line,
					locator: fc.option(line),
					trial: fc.boolean(),
					out: fc.boolean()
				}),
				{ minLength: 1, maxLength: 5 }
			)
		})
		.map(({ about, blocks }) => {
			let text = '';
			const statements: SourceDocument['statements'][number][] = [];
			const all = [...blocks, { heading: false, text: 'The last one.', locator: null, trial: false, out: false }];
			const placed = all.map(({ heading, text: own, locator, trial }): SourceDocument['blocks'][number] => {
				text += `${text === '' ? '' : '\n\n'}${own}`;
				const span = { start: text.length - own.length, end: text.length };
				if (heading) return { kind: 'heading', ...span };
				return {
					kind: 'paragraph',
					...span,
					...(locator === null ? {} : { locator }),
					...(trial ? { evidence: 'trial' as const } : {})
				};
			});
			for (const [i, { kind, start, end }] of placed.entries()) {
				if (kind === 'heading') continue;
				for (const span of sentences(text, start, end)) {
					statements.push({ ...span, ...(all[i]?.out ? { leftOut: 'Not wanted: vague' } : {}) });
				}
			}
			return { id: name, ...about, evidence: ['review'], sha256: '0'.repeat(64), text, blocks: placed, statements };
		});

const source = (documents: readonly SourceDocument[]): fc.Arbitrary<Source> =>
	fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([of, from, length]): Source => {
		const { id: name, text } = documents[of % documents.length] ?? { id: '', text: '' };
		let start = from % text.length;
		let end = start + 1 + (length % (text.length - start));
		// A quote begins and ends with something to be seen, and parts no character.
		while (/[\s\udc00-\udfff]/.test(text.charAt(start)) && start > 0) start--;
		while (end < text.length && /[\s\udc00-\udfff]/.test(text.charAt(end))) end++;
		const quote = text.slice(start, end);
		const isWhole = quote === quote.trim() && quote.normalize('NFC') === quote && !/^\p{M}/u.test(text.slice(end));
		return isWhole
			? { document: name, quote, start, end }
			: { document: name, quote: text, start: 0, end: text.length };
	});

const note = (documents: readonly SourceDocument[], topics: readonly string[]): fc.Arbitrary<Note> => {
	const optional = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 2 });
	const base = fc
		.record({
			id: fc.uuid().map((each) => `n-${each.slice(0, 8)}`),
			topic: fc.constantFrom(...topics),
			tags: fc.array(words, { maxLength: 2 }),
			sources: fc.array(source(documents), { minLength: 1, maxLength: 3 }),
			hint: optional(words),
			explain: optional(words),
			contrast: optional(words),
			asOf: optional(date),
			media: optional(fc.constant([{ file: 'comb.png', alt: 'A piece of comb: wax' }]))
		})
		.map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
	const own = fc.oneof(
		fc.record({ kind: fc.constant('basic'), front: words, back: words }),
		fc.record({
			kind: fc.constant('reversed'),
			front: words,
			back: words,
			reverse: fc.record({ front: words, back: words })
		}),
		fc.record({
			kind: fc.constant('cloze'),
			text: line.map((text) => `{{c1::hidden}} ${text.replace(/[{}:]/g, '')}`.trim())
		}),
		fc.record({ kind: fc.constant('typed'), front: words, answer: words, accept: fc.array(words, { maxLength: 2 }) }),
		fc.record({
			kind: fc.constant('choice'),
			front: words,
			answer: words,
			distractors: fc.array(fc.record({ text: words, why: words }), { minLength: 2, maxLength: 4 })
		}),
		fc.record({ kind: fc.constant('sequence'), front: words, steps: fc.array(words, { minLength: 3, maxLength: 9 }) })
	);
	return fc.tuple(base, own).map(([fields, more]) => ({ ...fields, ...more }) as unknown as Note);
};

const pack: fc.Arbitrary<Pack> = fc
	.record({
		names: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }),
		topics: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }).filter((all) => !all.includes('deck'))
	})
	.chain(({ names, topics }) =>
		fc.tuple(fc.tuple(...names.map(document)), fc.constant(topics)).chain(([documents]) =>
			fc.record({
				format: fc.constant(1 as const),
				deck: id,
				title: words,
				description: words,
				authors: fc.array(words, { minLength: 1, maxLength: 2 }),
				licence: words,
				language: fc.constant('en-GB'),
				version: fc.constantFrom('1.0.0', '10.20.30'),
				topics: fc.constant(
					topics.map((each, i) => ({
						id: each,
						title: `Topic: ${each}`,
						description: '# what it is',
						colour: TOPIC_COLOURS[i] ?? ('moss' as const)
					}))
				),
				documents: fc.constant(documents),
				notes: fc.uniqueArray(note(documents, topics), { maxLength: 6, selector: (each) => each.id }),
				drawings: fc.constant({}),
				media: fc.constant({})
			})
		)
	)
	.map((made) => {
		const shows = made.notes.some((each) => each.media !== undefined);
		const picture = { sha256: PICTURE_HASH, type: 'image/png', bytes: PICTURE.length };
		const shown: Pack['media'] = shows ? { 'comb.png': picture } : {};
		return { ...made, media: shown };
	})
	.chain((made) => declared(made.notes).map((more) => ({ ...made, ...more })));

/** What authors declare: each part may be missing, and none is empty. */
function declared(notes: readonly Note[]): fc.Arbitrary<Pick<Pack, 'acronyms' | 'terms' | 'waived'>> {
	const spelled = (name: fc.Arbitrary<string>) => fc.dictionary(name, words, { minKeys: 1, maxKeys: 2 });
	const rules = spelled(fc.constantFrom('acronym', 'front-long', 'yes-no'));
	const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
	const group = fc.array(words, { minLength: 1, maxLength: 2 });
	const waived = fc.subarray(
		notes.map((each) => each.id),
		{ minLength: Math.min(1, notes.length) }
	);
	return fc
		.record({
			acronyms: perhaps(spelled(fc.stringMatching(/^[A-Z]{2,4}$/))),
			terms: perhaps(fc.array(group, { minLength: 2, maxLength: 3 })),
			waived: perhaps(waived.chain((ids) => fc.tuple(...ids.map((of) => rules.map((each) => [of, each] as const)))))
		})
		.map(({ acronyms, terms, waived: all }) => ({
			...(acronyms === undefined ? {} : { acronyms }),
			...(terms === undefined ? {} : { terms }),
			...(all === undefined || all.length === 0 ? {} : { waived: Object.fromEntries(all) })
		}));
}

const media = new Map([[PICTURE_HASH, PICTURE]]);

it('a deck written as a folder is read back as it was, whatever its texts', async () => {
	await fc.assert(
		fc.asyncProperty(pack, async (made) => {
			const wanted = asFolderHolds(made);
			expect(parsePack(wanted).problems).toEqual([]);
			const { value, problems } = await readDeck(writeDeck(made, media));
			expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
			expect(canonicalJson(value)).toBe(canonicalJson(wanted));
		}),
		{ numRuns: 150 }
	);
});

it('a deck saved as a file is read back as it was, and saved again gives the same bytes', async () => {
	await fc.assert(
		fc.asyncProperty(pack, words, async (made, notes) => {
			const releases = [{ version: '1.0.0', date: '2026-11-21', notes }];
			const bytes = await writeArchive(made, media, releases);
			const read = await readArchive(bytes);
			expect(read).toEqual({ id: await packId(made), pack: made, media: read.media, releases });
			expect(await writeArchive(read.pack, read.media, releases)).toEqual(bytes);
			const folder = await readArchive(writeFolderZip(writeDeck(made, media)));
			expect(canonicalJson(folder.pack)).toBe(canonicalJson(asFolderHolds(made)));
		}),
		{ numRuns: 40 }
	);
});
