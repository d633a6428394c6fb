import type { RestoreReport } from './restore-file';

const entries = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`);
const parts = (count: number): string => (count === 1 ? '1 part' : `${count} parts`);

const decks = (count: number): string => (count === 1 ? '1 deck of the Studio' : `${count} decks of the Studio`);

/** What a restore has done, in words. */
export function restoredText({ added, projects }: RestoreReport): string {
	const said = [
		...(added === 0 ? [] : [`${entries(added)} of your log`]),
		...(projects === 0 ? [] : [decks(projects)])
	];
	return said.length === 0 ? 'The backup held nothing new.' : `Restored: ${said.join(' and ')}.`;
}

/** What it had to leave out, in words; null when nothing. */
export function leftOutText({ unreadable, dropped, setAside }: RestoreReport): string | null {
	const said: string[] = [];
	if (unreadable > 0)
		said.push(`${parts(unreadable)} of the backup could not be read and ${were(unreadable)} left out.`);
	if (dropped > 0) said.push(`${entries(dropped)} in the backup made no sense and ${were(dropped)} left out.`);
	if (setAside > 0) {
		said.push(
			`${parts(setAside)} of the log on this device could not be read; Recite goes on without, and nothing is deleted.`
		);
	}
	return said.length === 0 ? null : said.join(' ');
}

const were = (count: number): string => (count === 1 ? 'was' : 'were');
