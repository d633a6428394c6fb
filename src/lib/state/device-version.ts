const KEY = 'recite.version';

/** Whether this device last ran another version. Remembers the present one. False on the first visit. */
export function noteVersion(version: string): boolean {
	try {
		const last = localStorage.getItem(KEY);
		localStorage.setItem(KEY, version);
		return last !== null && last !== version;
	} catch {
		return false;
	}
}
