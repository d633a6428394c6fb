import { statsOf, type Count } from '../lib/deck-format/deck-stats';
import type { Pack } from '../lib/domain/pack';
import { countOf, percent } from './check-report';

const BAR = 32;

/** What a deck is made of, as lines of text. */
export function statsLines(pack: Pack): string[] {
	const stats = statsOf(pack);
	const share = (notes: number): string => `${notes} (${percent(stats.notes === 0 ? 0 : notes / stats.notes)})`;
	return [
		`${pack.title} ${pack.version}: ${stats.notes} notes, ${stats.cards} cards`,
		...chart('By topic', stats.byTopic),
		...chart('By kind', stats.byKind),
		...chart('Notes that quote', stats.byDocument),
		'',
		'Statements covered',
		...rows(stats.coverage.map(({ name, share: part }) => [name, part, percent(part)])),
		'',
		`With explain ${share(stats.explained)}, with contrast ${share(stats.contrasted)}, with either ${share(stats.explainedOrContrasted)}.`,
		`Editor's notes: ${stats.editorNotes}.`
	];
}

function chart(title: string, counts: readonly Count[]): string[] {
	const most = Math.max(1, ...counts.map((each) => each.notes));
	return [
		'',
		title,
		...rows(
			counts.map(({ name, notes, cards }) => [
				name,
				notes / most,
				`${countOf(notes, 'note')}, ${countOf(cards, 'card')}`
			])
		)
	];
}

function rows(parts: readonly (readonly [name: string, part: number, figure: string])[]): string[] {
	const width = Math.max(0, ...parts.map(([name]) => name.length));
	return parts.map(([name, part, figure]) => {
		const bar = '█'.repeat(Math.round(part * BAR)).padEnd(BAR, '·');
		return `  ${name.padEnd(width)}  ${bar}  ${figure}`;
	});
}
