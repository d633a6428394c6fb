/** Shows the number of due cards on the app's icon, where the platform has that; 0 takes it off. */
export async function showBadge(due: number): Promise<void> {
	// Missing in Firefox and outside an installed app on iOS, where it is also refused without leave to notify.
	try {
		await (due > 0 ? navigator.setAppBadge?.(due) : navigator.clearAppBadge?.());
	} catch {
		// The badge is an ornament; nothing depends on it.
	}
}
