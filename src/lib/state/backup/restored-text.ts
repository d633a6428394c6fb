import type { RestoreReport } from './restore-file';

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);
const entries = (count: number): string => counted(count, 'entry', 'entries');
const parts = (count: number): string => counted(count, 'part', 'parts');
const decks = (count: number): string => counted(count, 'deck of the Studio', 'decks of the Studio');
const files = (count: number): string => counted(count, 'picture or document', 'pictures or documents');
const were = (count: number): string => (count === 1 ? 'was' : 'were');

/** What a restore has done, in words. */
export function restoredText({ added, projects, packs, media }: RestoreReport): string {
	const done = [
		...(added === 0 ? [] : [`${entries(added)} of your log`]),
		...(projects === 0 ? [] : [decks(projects)])
	];
	// What goes with them is told only where it is all, as when an earlier copy was damaged.
	const content = [
		...(packs === 0 ? [] : [`the content of ${counted(packs, 'deck', 'decks')}`]),
		...(media === 0 ? [] : [files(media)])
	];
	const said = done.length > 0 ? done : content;
	return said.length === 0 ? 'The backup held nothing new.' : `Restored: ${inOneLine(said)}.`;
}

/** What it had to leave out, in words; null when nothing. */
export function leftOutText({ leftOut, setAside, withoutContent }: RestoreReport): string | null {
	const { unreadable, dropped, packs, media, projects, incomplete } = leftOut;
	const said: string[] = [];
	if (incomplete) {
		said.push('The backup is damaged, and a part of it is missing. What is whole was taken; look for another copy.');
	}
	if (unreadable > 0)
		said.push(`${parts(unreadable)} of the backup could not be read and ${were(unreadable)} left out.`);
	if (dropped > 0) said.push(`${entries(dropped)} in the backup made no sense and ${were(dropped)} left out.`);
	const lost = [
		...(packs > 0 ? [counted(packs, 'version of a deck', 'versions of decks')] : []),
		...(projects > 0 ? [decks(projects)] : []),
		...(media > 0 ? [files(media)] : [])
	];
	if (lost.length > 0) {
		said.push(
			`${inOneLine(lost)} in the backup ${were(packs + projects + media)} damaged and left out; another copy of the backup may have ${packs + projects + media === 1 ? 'it' : 'them'}.`
		);
	}
	if (withoutContent.length > 0) {
		const names = inOneLine(withoutContent.map((name) => `“${name}”`));
		const [content, are] =
			withoutContent.length === 1 ? ['The cards of the deck', 'it'] : ['The cards of the decks', 'them'];
		said.push(`${content} ${names} are not on this device: add ${are} again. What you have learnt is kept.`);
	}
	if (setAside > 0) {
		said.push(
			`${parts(setAside)} of the log on this device could not be read; Recite goes on without, and nothing is deleted.`
		);
	}
	return said.length === 0 ? null : said.join(' ');
}

const inOneLine = (items: readonly string[]): string =>
	items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
