import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeckId, PackId } from '../../../src/lib/domain/ids';
import type { DeckOffer, Shelf } from '../../../src/lib/state/subscriptions/deck-offer';
import { DeckUpdates, type Check } from '../../../src/lib/state/subscriptions/deck-updates.svelte';

const asked: DeckId[] = [];
let stands: PackId | 'current' | 'unreachable';

/** What stands at an address is another test's; here it is when it is asked. */
const check: Check = (_, deck) => {
	asked.push(deck);
	if (stands === 'unreachable') return Promise.reject(new Error('The address cannot be reached.'));
	if (stands === 'current') return Promise.resolve({ is: 'current' });
	return Promise.resolve({ is: 'update', offer: { id: stands } as DeckOffer });
};

const DAY = 86_400_000;
const BEES = { id: 'bees' as DeckId, address: 'https://example.org/feed.json' };
const fresh = (): DeckUpdates => new DeckUpdates({} as Shelf, check);
const pack = (name: string): PackId => name as PackId;

beforeEach(() => {
	asked.length = 0;
	stands = 'current';
	const kept = new Map<string, string>();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value)
	});
	vi.useFakeTimers({ now: 100 * DAY });
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('newer versions at addresses', () => {
	it('are looked for once a day, of decks that have an address', async () => {
		const decks = [BEES, { id: 'bread' as DeckId, address: null }];
		await fresh().lookDaily(decks, Date.now());
		await fresh().lookDaily(decks, Date.now() + DAY - 1);
		expect(asked).toEqual(['bees']);
		await fresh().lookDaily(decks, Date.now() + DAY);
		expect(asked).toEqual(['bees', 'bees']);
	});

	it('are not looked for without a network, nor again at once where an address does not answer', async () => {
		vi.stubGlobal('navigator', { onLine: false });
		await fresh().lookDaily([BEES], Date.now());
		expect(asked).toEqual([]);
		vi.stubGlobal('navigator', { onLine: true });
		stands = 'unreachable';
		await fresh().lookDaily([BEES], Date.now());
		await fresh().lookDaily([BEES], Date.now() + 1000);
		expect(asked).toEqual(['bees']);
	});

	it('are offered again at the next visit until they are taken or declined', async () => {
		stands = pack('two');
		const first = fresh();
		await first.lookDaily([BEES], Date.now());
		expect([...first.offers.keys()]).toEqual(['bees']);
		const second = fresh();
		await second.lookDaily([BEES], Date.now() + 1000);
		expect([...second.offers.keys()]).toEqual(['bees']);
		second.decline(BEES.id);
		expect(second.offers.size).toBe(0);
		const third = fresh();
		await third.lookDaily([BEES], Date.now() + 2000);
		await third.lookDaily([BEES], Date.now() + 2 * DAY);
		expect(third.offers.size).toBe(0);
		stands = pack('three');
		await third.lookDaily([BEES], Date.now() + 4 * DAY);
		expect(third.offers.get(BEES.id)?.id).toBe('three');
	});

	it('that were declined are offered when they are asked for', async () => {
		stands = pack('two');
		const updates = fresh();
		await updates.look(BEES.id);
		updates.decline(BEES.id);
		expect(await updates.look(BEES.id)).toBe('update');
		expect(updates.offers.get(BEES.id)?.id).toBe('two');
		expect(updates.looking.size).toBe(0);
	});

	it('tell a person who asked what went wrong', async () => {
		stands = 'unreachable';
		const updates = fresh();
		await expect(updates.look(BEES.id)).rejects.toThrow('cannot be reached');
		expect(updates.looking.size).toBe(0);
	});
});
