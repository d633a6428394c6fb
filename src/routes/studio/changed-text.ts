import { dateText } from '$lib/ui/text/date-text';
import { plural } from '$lib/ui/text/duration-text';

/** When something was changed: “just now”, “5 minutes ago”, “3 hours ago”, “yesterday”, “12 June 2026”. */
export function changedText(changed: number, now: number): string {
	const minutes = Math.floor((now - changed) / 60_000);
	if (minutes < 1) return 'just now';
	if (minutes < 60) return `${plural(minutes, 'minute')} ago`;
	const days = dayOf(now) - dayOf(changed);
	if (days === 0) return `${plural(Math.floor(minutes / 60), 'hour')} ago`;
	if (days === 1) return 'yesterday';
	if (days < 7) return `${days} days ago`;
	const date = new Date(changed);
	const pad = (figure: number): string => String(figure).padStart(2, '0');
	return dateText(`${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`);
}

/** Days of the calendar where the reader is. */
function dayOf(at: number): number {
	const date = new Date(at);
	return Math.round(new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime() / 86_400_000);
}
