import { platformOf, type Platform } from './platform';

/** What to tell a person who wants the app on the home screen. */
export type Guidance =
	/** It runs as an installed app. */
	| { readonly kind: 'installed' }
	/** The browser can ask: show a button that calls `prompt`. */
	| { readonly kind: 'prompt' }
	/**
	 * The person must use the browser's own menu. On `ios-safari`, say it before studying begins: what was studied in the
	 * browser does not move to the home screen. On `desktop-firefox` and `other`, the browser cannot install.
	 */
	| { readonly kind: 'menu'; readonly platform: Platform };

/** Chromium's event; not in TypeScript's library because no standard has it. */
interface BeforeInstallPromptEvent extends Event {
	prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

const isInstallPrompt = (event: Event): event is BeforeInstallPromptEvent => 'prompt' in event;

/** Installation on the home screen or desktop. */
export class Install {
	#prompt = $state.raw<BeforeInstallPromptEvent | null>(null);
	#installed = $state(false);
	#platform = $state<Platform>('other');

	readonly guidance = $derived.by((): Guidance => {
		if (this.#installed) return { kind: 'installed' };
		return this.#prompt ? { kind: 'prompt' } : { kind: 'menu', platform: this.#platform };
	});

	/** Begins to listen; call it early, because the browser's offer comes once. Returns a function that stops it. */
	start(): () => void {
		const listeners = new AbortController();
		const { signal } = listeners;
		const standalone = matchMedia('(display-mode: standalone), (display-mode: minimal-ui)');
		this.#platform = platformOf(navigator.userAgent, navigator.maxTouchPoints);
		this.#installed = standalone.matches || ('standalone' in navigator && navigator.standalone === true);
		standalone.addEventListener('change', () => (this.#installed = standalone.matches), { signal });
		window.addEventListener(
			'beforeinstallprompt',
			(event) => {
				// Held back until the person presses our button.
				event.preventDefault();
				if (isInstallPrompt(event)) this.#prompt = event;
			},
			{ signal }
		);
		window.addEventListener('appinstalled', () => (this.#prompt = null), { signal });
		return () => listeners.abort();
	}

	/** Shows the browser's question. False if the person declined or the browser had withdrawn its offer. */
	async prompt(): Promise<boolean> {
		const event = this.#prompt;
		// An offer can be used once.
		this.#prompt = null;
		if (!event) return false;
		const { outcome } = await event.prompt();
		return outcome === 'accepted';
	}
}
