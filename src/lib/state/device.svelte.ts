/** What belongs to this device and must be known before the first paint, so it lives in local storage. */
export type Theme = 'system' | 'light' | 'dark';

const THEME_KEY = 'recite.theme';

export class Device {
	#theme = $state<Theme>(readTheme());

	get theme(): Theme {
		return this.#theme;
	}

	set theme(theme: Theme) {
		this.#theme = theme;
		// The same attribute that the script in app.html sets before the first paint.
		if (theme === 'system') delete document.documentElement.dataset['theme'];
		else document.documentElement.dataset['theme'] = theme;
		try {
			localStorage.setItem(THEME_KEY, theme);
		} catch {
			// Without local storage the choice lasts as long as the window.
		}
	}
}

function readTheme(): Theme {
	if (typeof localStorage === 'undefined') return 'system';
	const stored = localStorage.getItem(THEME_KEY);
	return stored === 'light' || stored === 'dark' ? stored : 'system';
}
