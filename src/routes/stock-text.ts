import type { Counts } from '$lib/storage/queries';

/** What a topic holds, whatever the day's limits: "3 due, 89 not yet seen." */
export function stockText({ new: fresh, learning, review }: Counts): string {
	const parts = [
		review > 0 ? `${review} due` : '',
		learning > 0 ? `${learning} in learning` : '',
		fresh > 0 ? `${fresh} not yet seen` : ''
	].filter((part) => part !== '');
	return parts.length === 0 ? 'Nothing due.' : `${parts.join(', ')}.`;
}
