import { dev } from '$app/environment';
import { base } from '$app/paths';
import { scriptUrl } from './script-url';

/** Held, shared, by every tab in the middle of a review; asked for, exclusive, by the tab that applies an update. */
const REVIEW_LOCK = 'recite:review';
const HOUR = 3_600_000;
/**
 * How long after another tab's review the new version is started, in ms. The way out of the review is a link, and
 * Chromium wakes the worker in force when a pointer comes near one; woken while it is being stopped, it stays, and the
 * one that waits is not asked again.
 */
const CALM = 1000;

/**
 * Offline use and updates. A new version is fetched while the old one works, and waits. It takes over only when a person
 * says so (`apply`), and not while any tab is in a review: those hold a lock that `apply` waits for.
 */
export class AppUpdate {
	/** A newer version is on the device and waits for `apply`. */
	available = $state(false);
	/** Everything is on the device: the app opens without a network from now on. */
	offlineReady = $state(false);
	/** `apply` was called and waits for a review in another tab to end. */
	waitingForReview = $state(false);
	/**
	 * A new version took over elsewhere while this tab was held. It was not reloaded; `apply` does that. Said to the
	 * person, because parts of the old version not loaded yet are gone.
	 */
	stale = $state(false);

	#registration: ServiceWorkerRegistration | undefined;
	/** Ends the hold; there is one while a review is on. */
	#endHold: (() => void) | undefined;
	#waiting: AbortController | undefined;
	#checkedAt = 0;

	/** Registers the service worker. Returns a function that takes off all listeners. Does nothing in development. */
	start(): () => void {
		const container = dev ? undefined : navigator.serviceWorker;
		if (!container) return () => {};
		const listeners = new AbortController();
		const { signal } = listeners;
		// The first worker of all claims this page too, which is no reason to reload it.
		let controlled = container.controller !== null;
		container.addEventListener(
			'controllerchange',
			() => {
				if (controlled) this.#takenOver();
				controlled = true;
			},
			{ signal }
		);
		document.addEventListener('visibilitychange', () => this.#checkNowAndThen(), { signal });
		window.addEventListener('online', () => this.#checkNowAndThen(), { signal });
		void container.ready.then(() => (this.offlineReady = true));
		container.register(scriptUrl(`${base}/service-worker.js`), { scope: `${base}/`, updateViaCache: 'none' }).then(
			(registration) => {
				// A page loaded past its worker (Shift+Reload) has no controller but is still of the old version.
				controlled ||= registration.active !== null;
				this.#watch(registration, signal);
			},
			// Without a service worker (a private window, plain http) the app works while there is a network.
			() => {}
		);
		return () => listeners.abort();
	}

	/** Asks the host for a newer version. Resolves when the answer is there; `available` says what it was. */
	async check(): Promise<void> {
		this.#checkedAt = Date.now();
		// Offline there is no answer, and none is needed.
		await this.#registration?.update().catch(() => {});
	}

	/**
	 * Lets the waiting version take over; every tab reloads. While another tab is in a review it waits
	 * (`waitingForReview`), until that ends or `cancel` is called.
	 */
	async apply(): Promise<void> {
		if (this.stale) {
			location.reload();
			return;
		}
		this.release();
		const skip = (): void => {
			if (!this.#registration?.waiting) return;
			// The old one takes no more than it has; a request that hangs would hold the new one up for minutes.
			this.#registration.active?.postMessage('LET_GO');
			this.#registration.waiting.postMessage('SKIP_WAITING');
		};
		if (!navigator.locks) {
			skip();
			return;
		}
		const waiting = new AbortController();
		this.#waiting = waiting;
		const late = setTimeout(() => (this.waitingForReview = true), 300);
		try {
			await navigator.locks.request(REVIEW_LOCK, { signal: waiting.signal }, async () => {
				clearTimeout(late);
				if (this.waitingForReview) await new Promise((done) => setTimeout(done, CALM));
				this.waitingForReview = false;
				// Kept until the reload, so that no review begins in between; let go of if the reload does not come. Said
				// more than once, since a browser short of time may stop the worker before it has heard.
				for (let second = 0; second < 6; second++) {
					skip();
					await new Promise((done) => setTimeout(done, 1000));
				}
			});
		} catch (error) {
			if (!waiting.signal.aborted) throw error;
		} finally {
			clearTimeout(late);
			this.waitingForReview = false;
		}
	}

	/** Takes back an `apply` that still waits. */
	cancel(): void {
		this.#waiting?.abort();
	}

	/** From here on this tab must not be reloaded: a review has begun. Calling it twice is the same as once. */
	hold(): void {
		if (this.#endHold) return;
		const held = new Promise<void>((resolve) => (this.#endHold = resolve));
		void navigator.locks?.request(REVIEW_LOCK, { mode: 'shared' }, () => held);
	}

	/** The review is over. */
	release(): void {
		this.#endHold?.();
		this.#endHold = undefined;
	}

	#takenOver(): void {
		if (this.#endHold) {
			this.stale = true;
			this.available = false;
		} else location.reload();
	}

	#watch(registration: ServiceWorkerRegistration, signal: AbortSignal): void {
		this.#registration = registration;
		this.#checkedAt = Date.now();
		const look = () => (this.available = registration.waiting !== null && registration.active !== null);
		look();
		registration.addEventListener(
			'updatefound',
			() => registration.installing?.addEventListener('statechange', look, { signal }),
			{ signal }
		);
		registration.installing?.addEventListener('statechange', look, { signal });
	}

	#checkNowAndThen(): void {
		if (document.visibilityState === 'visible' && Date.now() - this.#checkedAt > HOUR) void this.check();
	}
}
