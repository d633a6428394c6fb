/** Where the app runs, as far as it matters for putting it on the home screen. */
export type Platform =
	| 'ios-safari'
	| 'ios-other'
	| 'android-chromium'
	| 'android-firefox'
	| 'desktop-chromium'
	| 'desktop-safari'
	| 'desktop-firefox'
	| 'other';

/**
 * Reads the platform from the user agent, because no feature tells an iPhone's Safari from another browser there.
 * @param touchPoints `navigator.maxTouchPoints`; an iPad says it is a Macintosh, but no Macintosh has a touch screen
 */
export function platformOf(userAgent: string, touchPoints: number): Platform {
	const ios = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
	if (ios)
		return /CriOS|FxiOS|EdgiOS|OPiOS|OPT\/|DuckDuckGo|GSA\/|FBAN|FBAV|Instagram/.test(userAgent)
			? 'ios-other'
			: 'ios-safari';
	const chromium = /Chrome\/|Chromium\//.test(userAgent);
	if (/Android/.test(userAgent))
		return chromium ? 'android-chromium' : /Firefox\//.test(userAgent) ? 'android-firefox' : 'other';
	if (chromium) return 'desktop-chromium';
	if (/Firefox\//.test(userAgent)) return 'desktop-firefox';
	return /Macintosh.*Safari\//.test(userAgent) ? 'desktop-safari' : 'other';
}
