import { createHash } from 'node:crypto';
import { zipSync, strToU8, type Zippable } from 'fflate';
import { canonicalJson } from '../../src/lib/deck-format/canonical-json';
import type { LogEvent, Rating } from '../../src/lib/domain/event';
import type { DeckId, DeviceId, EventId, PackId } from '../../src/lib/domain/ids';
import { cardId, deckId, noteId, ulid } from '../../src/lib/domain/ids';
import { blankCard } from '../../src/lib/domain/fold';
import type { Note } from '../../src/lib/domain/note';
import type { Pack } from '../../src/lib/domain/pack';
import { DEFAULT_PRESET } from '../../src/lib/domain/preset';
import { review } from '../../src/lib/domain/schedule';
import { seededFraction } from '../../src/lib/domain/seeded';
import { encodeSegment } from '../../src/lib/storage/segment';

export interface CollectionSize {
	readonly cards: number;
	/** Cards are reviewed when they fall due until these are used up; the cards after that stay new. */
	readonly reviews: number;
	readonly topics: number;
	/** How far back the first review lies, in days. */
	readonly days: number;
}

export const LARGE: CollectionSize = { cards: 100_000, reviews: 500_000, topics: 20, days: 600 };

const DAY = 86_400_000;
const DEVICE = '01BENCHBENCHBENCHBENCHBENC' as DeviceId;

/**
 * A learner's years as a backup file, so that it enters the app the way a person's would. Reproducible from its size:
 * every choice is seeded.
 * @param now Unix ms at which the collection is opened
 */
export function collectionBackup(
	size: CollectionSize,
	now: number
): { bytes: Uint8Array; reviews: number; pack: Pack } {
	const pack = largePack(size);
	const id = createHash('sha256').update(canonicalJson(pack)).digest('hex') as PackId;
	const events = simulate(size, pack, id, now);
	const files: Zippable = {};
	for (let start = 0; start < events.length; start += 500) {
		const part = events.slice(start, start + 500);
		const first = part[0];
		if (first) files[`log/${first.id}`] = [encodeSegment(part), { level: 0 }];
	}
	files[`packs/${id}.json`] = [strToU8(canonicalJson(pack)), { level: 1 }];
	const manifest = { format: 'recite-backup', version: 1, made: now, events: events.length, packs: 1 };
	files['recite-backup.json'] = strToU8(JSON.stringify(manifest));
	return { bytes: zipSync(files), reviews: events.length - 1, pack };
}

function largePack({ cards, topics }: CollectionSize): Pack {
	const text = 'A made-up sentence for a made-up card.';
	const notes = Array.from({ length: cards }, (_, i): Note => {
		const topic = `topic-${i % topics}`;
		return {
			id: `n${i}`,
			kind: 'basic',
			topic,
			tags: [],
			sources: [{ document: 'book', quote: text, start: 0, end: text.length }],
			front: `Which number has the made-up card in ${topic}?`,
			back: `Number ${i}`
		};
	});
	return {
		format: 1,
		deck: 'large',
		title: 'A large collection',
		description: 'Made for measuring.',
		authors: ['bench'],
		licence: 'CC0-1.0',
		language: 'en',
		version: '1.0.0',
		topics: Array.from({ length: topics }, (_, i) => ({
			id: `topic-${i}`,
			title: `Topic ${i}`,
			description: `Made-up cards, part ${i}.`,
			colour: 'slate' as const
		})),
		documents: [
			{
				id: 'book',
				title: 'A made-up book',
				publisher: 'bench',
				published: '2020',
				evidence: ['textbook'],
				limits: 'Made up.',
				sha256: '0'.repeat(64),
				text,
				blocks: [{ kind: 'paragraph', start: 0, end: text.length, locator: 'Page 1' }],
				statements: [{ start: 0, end: text.length }]
			}
		],
		notes,
		drawings: {},
		media: {}
	};
}

function simulate(size: CollectionSize, pack: Pack, id: PackId, now: number): LogEvent[] {
	const today = Math.floor(now / DAY);
	const begin = (today - size.days) * DAY;
	const reviews: { at: number; card: ReturnType<typeof cardId>; rating: Rating; day: number }[] = [];
	const perCard = Math.ceil((size.reviews / size.cards) * 2.4);
	for (const [i, note] of pack.notes.entries()) {
		if (i % 10 === 9) continue; // A tenth is new still.
		let card = blankCard(cardId(noteId('large', note.id), 0), deckId('large', note.topic), i);
		let day = today - 1 - Math.floor(seededFraction(`start ${i}`) * size.days);
		for (let n = 0; n < perCard && day < today && reviews.length < size.reviews; n++) {
			const rating = ratingFor(seededFraction(`rating ${i} ${n}`), n);
			const at = day * DAY + DAY / 4 + Math.floor(seededFraction(`hour ${i} ${n}`) * (DAY / 4));
			const head = { at, day, rating, lamport: 0, id: 'x' as EventId };
			card = review(card, head, DEFAULT_PRESET);
			reviews.push({ at, card: card.id, rating, day });
			day = card.schedule.phase === 'review' ? card.schedule.dueDay : day + 1;
		}
	}
	reviews.sort((a, b) => a.at - b.at);
	const head = (at: number, lamport: number) => ({
		v: 1 as const,
		id: ulid(at, bytesOf(lamport)) as EventId,
		device: DEVICE,
		lamport,
		at,
		tz: 'UTC'
	});
	return [
		{ ...head(begin - DAY, 1), kind: 'deck.subscribe', deck: 'large' as DeckId, pack: id },
		...reviews.map(({ at, card, rating, day }, i): LogEvent => ({
			...head(at, i + 2),
			kind: 'review',
			card,
			rating,
			day,
			took: 4000 + (i % 7) * 900,
			preset: 'default/1'
		}))
	];
}

const ratingFor = (chance: number, n: number): Rating =>
	chance < 0.1 ? 1 : chance < 0.18 ? 2 : chance > 0.95 || n === 0 ? 4 : 3;

/** Sixteen bytes of base-32 digits that tell the number, so that ids are unique. */
function bytesOf(n: number): Uint8Array {
	const bytes = new Uint8Array(16);
	for (let rest = n, i = 15; i >= 0; i--) {
		bytes[i] = rest % 32;
		rest = Math.floor(rest / 32);
	}
	return bytes;
}
