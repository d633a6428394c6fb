import { createContext } from 'svelte';
import type { DeckId, PackId } from '../domain/ids';
import type { EventBody } from '../domain/event';
import type { Pack } from '../domain/pack';
import type { LibraryEvent } from '../domain/library';
import { compareVersions } from '../domain/version';
import { failureOf, withReconnect, type Failure } from '../storage/failure';
import { tailIsLong } from '../storage/log';
import { isEmpty, openDatabase } from '../storage/open';
import { addCounts, NO_COUNTS, type Counts } from '../storage/queries';
import { ReciteDatabase } from '../storage/schema';
import { AppUpdate } from './app-update.svelte';
import { Device } from './device.svelte';
import { FailedReads } from './failed-reads.svelte';
import { Install } from './install.svelte';
import { LearnerClock } from './learner-clock.svelte';
import { Live } from './live.svelte';
import { Rebuild } from './rebuild.svelte';
import { Settings } from './settings.svelte';
import { fetchPack, listShippedDecks, type ShippedDeck } from './shipped-decks';
import type { StudyScope } from './study-queue';
import { StudySession } from './study-session.svelte';
import { ToastList } from './toasts.svelte';
import { leaveTraces, readTraces, type Traces } from './traces';
import { WindowChannel } from './window-channel';

export type Status =
	| { readonly is: 'opening' }
	| { readonly is: 'rebuilding' }
	| { readonly is: 'ready' }
	/** The database is empty though there was something in it once. */
	| { readonly is: 'wiped'; readonly traces: Traces }
	/** Waiting for another window, which holds an older version. */
	| { readonly is: 'blocked' }
	| { readonly is: 'failed'; readonly failure: Failure };

/** The running app: the database, the clock, and what every screen needs to know. One per window. */
export class Recite {
	readonly db = new ReciteDatabase();
	readonly clock = new LearnerClock();
	readonly settings: Settings;
	readonly channel = new WindowChannel();
	readonly rebuild = new Rebuild();
	readonly update = new AppUpdate();
	readonly install = new Install();
	readonly device = new Device();
	readonly toasts = new ToastList();
	readonly failedReads = new FailedReads(this.db);
	status = $state.raw<Status>({ is: 'opening' });
	/** Decks that come with the app; empty until read. */
	shipped = $state.raw<readonly ShippedDeck[]>([]);
	readonly #packs: string;
	#sitting: { readonly session: StudySession; readonly end: () => void } | null = null;
	/** From the first time that somebody asks for counts; Study does not. */
	#counting = $state.raw<typeof import('../storage/overview') | null>(null);
	#askedForCounts = false;
	readonly #overviews = $derived.by(() => {
		// Read here and not in the query, because only then does a new day ask anew.
		const { today, dayEnds } = this.clock;
		const counting = this.#counting;
		return counting && new Live(() => counting.deckOverviews(this.db, today, dayEnds), this.failedReads);
	});

	/** @param packs address of the folder of shipped packs, ending in a slash */
	constructor(packs: string) {
		this.#packs = packs;
		this.settings = new Settings(this.db, this.clock, this.failedReads, (body) => this.change(body));
	}

	/** Every deck on the shelf with today's counts; undefined until read. */
	get overviews() {
		if (!this.#askedForCounts) {
			this.#askedForCounts = true;
			this.#loadCounting();
		}
		return this.#overviews?.current;
	}

	#loadCounting(): void {
		loadCounting().then(
			(counting) => (this.#counting = counting),
			(error: unknown) => this.failedReads.add({ error, retry: () => this.#loadCounting() })
		);
	}

	/** What today holds in all decks together, within their limits; undefined until read. */
	get counts(): Counts | undefined {
		return this.overviews?.map((overview) => overview.counts).reduce(addCounts, NO_COUNTS);
	}

	/** How many reviews were done on this device, as far as its traces tell. */
	get reviewsHere(): number {
		void this.overviews;
		return readTraces()?.reviews ?? 0;
	}

	/** Shipped decks that are not on the shelf, and those of which a newer version has come with the app. */
	readonly offers = $derived.by(() => {
		const shelf = new Map(this.overviews?.map(({ summary }) => [summary.id as string, summary]));
		return {
			fresh: this.shipped.filter((deck) => !shelf.has(deck.deck)),
			updates: this.shipped.filter((deck) => {
				const held = shelf.get(deck.deck);
				if (held === undefined || held.pack === deck.id) return false;
				// The deck may be from a newer Recite on another device; the same version anew is a deck still being written.
				return compareVersions(deck.version, held.version) >= 0;
			})
		};
	});

	/** Opens the database. Failures end in `status`, never in an exception. */
	async start(): Promise<void> {
		this.status = { is: 'opening' };
		try {
			const { stale } = await openDatabase(
				this.db,
				{
					onblocked: () => (this.status = { is: 'blocked' }),
					onsuperseded: () => (this.status = { is: 'failed', failure: 'newer-version' })
				},
				Date.now()
			);
			if (stale) {
				this.status = { is: 'rebuilding' };
				await this.rebuild.run();
			}
			await this.settings.load();
			const traces = readTraces();
			if (traces !== null && traces.reviews > 0 && (await isEmpty(this.db))) {
				this.status = { is: 'wiped', traces };
				return;
			}
			this.status = { is: 'ready' };
		} catch (error) {
			this.status = { is: 'failed', failure: failureOf(error) };
			return;
		}
		// What was asked for before the database could be opened.
		void this.failedReads.retry();
		await Promise.allSettled([this.#readShipped(), this.#tidy()]);
	}

	/** Goes on with the empty database that a wiped one is. */
	startOver(): void {
		leaveTraces({ reviews: 0 });
		this.status = { is: 'ready' };
		void this.#readShipped();
	}

	async #readShipped(): Promise<void> {
		this.shipped = await listShippedDecks(this.#packs).catch(() => []);
	}

	async #tidy(): Promise<void> {
		if (!(await tailIsLong(this.db))) return;
		const { sealTail } = await import('../storage/sealed-log');
		await sealTail(this.db);
	}

	/** Puts a shipped deck, or its newer version, on the shelf. */
	async shelve(deck: ShippedDeck): Promise<void> {
		const pack = await fetchPack(this.#packs, deck);
		await this.shelvePack(deck.id, pack);
	}

	/** The same for a pack whose pictures, if it has any, are on this device already. */
	async shelvePack(id: PackId, pack: Pack): Promise<void> {
		const { takeUpdate } = await loadTaking();
		await takeUpdate(this, { id, pack, media: new Map(), address: null });
	}

	/** The sitting that was left for a moment, to look at a source say, or a new one. */
	sitting(scope: StudyScope): StudySession {
		const last = this.#sitting;
		if (last !== null && last.session.scope === scope && last.session.isFresh) return last.session;
		last?.end();
		const made: StudySession[] = [];
		// In a root of its own, because what it derives must outlive the page that asked for it.
		const end = $effect.root(() => {
			made.push(new StudySession(this, scope));
		});
		// Where pages are made beforehand there are no effects, and no sitting to outlive anything.
		const session = made[0] ?? new StudySession(this, scope);
		this.#sitting = { session, end };
		return session;
	}

	async takeOffShelf(deck: DeckId): Promise<void> {
		await this.change({ kind: 'deck.subscribe', deck, pack: null });
	}

	async change(body: Extract<EventBody, { kind: LibraryEvent['kind'] }>): Promise<void> {
		const { change } = await loadLibraryActions();
		await withReconnect(this.db, () => change(this.db, this.clock.moment(), body));
		this.channel.tell();
	}
}

/** Apart, because Study shows its first card without them. */
const loadLibraryActions = () => import('../storage/library-actions');
const loadTaking = () => import('./subscriptions/take-offer');
const loadCounting = () => import('../storage/overview');

export const [getRecite, setRecite] = createContext<Recite>();
