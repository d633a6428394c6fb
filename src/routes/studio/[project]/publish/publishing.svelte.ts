import { buildPack } from '$lib/authoring/build-pack';
import type { Feed } from '$lib/authoring/feed';
import { isNoChange, packDiff, type PackDiff } from '$lib/authoring/pack-diff';
import type { ProjectState, Publication } from '$lib/authoring/project';
import type { Desk } from '$lib/state/studio/desk.svelte';
import { lastPublication, type LastPublication } from '$lib/state/studio/last-publication';
import type { Way } from '$lib/ui/studio/publish/PublishWays.svelte';
import { versionProblem } from '$lib/ui/studio/publish/version-steps';
import { failureSentence } from '../../failure-sentence';
import { feedIn, handOut, placeFor } from './handing-out';

/** A version, with the working copy that it was made of. */
interface Made {
	readonly publication: Publication;
	readonly state: ProjectState;
}

/** A version of the deck on its way to students. */
export class Publishing {
	/** As it was typed; empty for the proposed one. */
	wanted = $state('');
	notes = $state('');
	/** What went wrong, in plain words. */
	problem = $state<string | null>(null);
	busy = $state.raw<{ readonly way: Way; readonly words: string } | null>(null);
	/** Ways that the version in force has gone from here. */
	done = $state.raw<ReadonlySet<Way>>(new Set());
	/** What an older version left in the folder. */
	left = $state.raw<readonly string[]>([]);
	/** Of the address that it goes to, if it was given. */
	feed = $state.raw<Feed | null>(null);
	/** What was published last. Undefined until found; null before the first time, or where it is not on this device. */
	last = $state.raw<LastPublication | null | undefined>(undefined);
	#made = $state.raw<Made | null>(null);
	readonly #desk: Desk;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	readonly version = $derived.by((): string => (this.wanted === '' ? this.#desk.nextVersion : this.wanted));
	readonly isRead = $derived.by((): boolean => this.#desk.documents.every((document) => document.isRead));
	/** Against the version in force; null while not known or for the first one. */
	readonly diff = $derived.by((): PackDiff | null => {
		if (!this.isRead || !this.last) return null;
		const { state, editions } = this.#desk;
		return packDiff(this.last.pack, buildPack(state, editions, this.last.pack.version).pack);
	});
	/** The version in force, if the deck has not been changed since. */
	readonly unchanged = $derived.by((): LastPublication | null =>
		this.last && this.diff !== null && isNoChange(this.diff) ? this.last : null
	);
	readonly isReady = $derived.by((): boolean => {
		const { problems, notes, lastGiven } = this.#desk;
		return this.isRead && problems.errors === 0 && notes.length > 0 && versionProblem(this.version, lastGiven) === null;
	});
	/** Published here just now, and not undone or changed since. */
	readonly given = $derived.by((): Made | null =>
		this.#made?.publication.release.version === this.#desk.deck.version ? this.#made : null
	);
	/** A version that is there already and goes out as it is; null where a new one is to be made. */
	readonly #again = $derived.by((): Made | null => {
		if (this.given !== null) return this.given;
		return this.unchanged && { publication: this.unchanged, state: this.unchanged.state };
	});

	/** To be called when another version is in force, by publishing or by its undo. */
	async find(): Promise<void> {
		try {
			this.last = await lastPublication(this.#desk);
		} catch {
			// Without it there is no diff; publishing goes on all the same.
			this.last = null;
		}
	}

	/** Hands the version out. @returns whether it was a new one */
	async go(way: Way): Promise<boolean> {
		this.problem = null;
		this.left = [];
		try {
			// Asked for first, because browsers allow it only while the button is being pressed.
			const place = await placeFor(way);
			if (place === undefined) return false;
			this.busy = { way, words: 'Checking the deck' };
			const known = this.#again;
			const { state } = known ?? this.#desk;
			const publication = known?.publication ?? (await this.#desk.publication(this.notes, this.version));
			this.busy = { way, words: way === 'here' ? 'Putting it on the shelf' : 'Making the files' };
			if (known === null) await this.#desk.takeVersion(publication);
			this.left = await handOut(this.#desk, way, publication, state, { place, feed: this.feed ?? undefined });
			if (known !== null) {
				this.done = new Set([...this.done, way]);
				return false;
			}
			await this.#desk.published(publication);
			this.#made = { publication, state };
			this.done = new Set([way]);
			this.wanted = '';
			this.notes = '';
			return true;
		} catch (error) {
			this.problem = failureSentence(error);
			return false;
		} finally {
			this.busy = null;
		}
	}

	async takeFeed(file: File | null): Promise<void> {
		this.problem = null;
		try {
			this.feed = file === null ? null : await feedIn(file);
		} catch {
			this.problem = `${file?.name ?? 'The file'} is no feed of a deck. Choose the feed.json that stands at the address.`;
		}
	}
}
