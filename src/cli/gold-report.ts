import { figuresOf, grouped, ofCards, share, type Figures } from './gold-figures';
import type { Scored } from './gold-score';
import type { Defect } from './gold-set';

/** The measure of the generator against the gold set, as lines of text. */
export function goldLines(documents: readonly Scored[]): string[] {
	const cards = documents.flatMap((each) => each.cards);
	const facts = documents.flatMap((each) => each.facts);
	const sets = grouped(documents, ({ set }) => set);
	const profiles = grouped(documents, ({ profile }) => profile);
	return [
		...table(HEAD, [
			...documents.map((each) => row(`${each.set}/${each.name}`, figuresOf([each]))),
			...sets.map(([set, those]) => row(`all of ${set}`, figuresOf(those))),
			...profiles.map(([profile, those]) => row(`profile ${profile}`, figuresOf(those))),
			row('all', figuresOf(documents))
		]),
		'',
		...cardTable(
			'kind of card',
			grouped(cards, ({ candidate }) => candidate.note.kind)
		),
		'',
		...cardTable(
			'type of claim',
			grouped(cards, ({ candidate }) => candidate.claim.type)
		),
		'',
		...cardTable(
			'pattern',
			grouped(cards, ({ candidate }) => candidate.pattern)
		),
		'',
		...table(
			['type of fact', 'facts', 'reached', 'at most', 'proposed'],
			grouped(facts, ({ fact }) => fact.type).map(([type, those]) => {
				const by = (...names: readonly string[]) =>
					shown(share(those.filter((each) => names.includes(each.by)).length, those.length));
				return [type, `${those.length}`, by('good'), by('good', 'unjudged'), by('good', 'unjudged', 'bad')];
			})
		),
		'',
		...defectLines(documents)
	];
}

/** The facts that no good card reaches, and whether some other card does. */
export function missedLines(documents: readonly Scored[]): string[] {
	return documents.flatMap(({ name, facts }) => {
		const missed = facts.filter(({ by }) => by !== 'good');
		if (missed.length === 0) return [];
		return [
			`${name}: ${missed.length} of ${facts.length} facts are reached by no good card`,
			...missed.map(({ fact, by }) => `  ${by.padEnd(8)} ${fact.type.padEnd(10)} ${fact.id}: ${fact.says}`),
			''
		];
	});
}

const HEAD = [
	'',
	'cards',
	'judged',
	'good',
	'precision',
	'top 20',
	'facts',
	'reached',
	'at most',
	'proposed',
	'clozes',
	'acronyms',
	'spans off'
];

const row = (name: string, each: Figures): string[] => [
	name,
	`${each.cards}`,
	`${each.judged}`,
	`${each.good}`,
	shown(each.precision),
	shown(each.top),
	`${each.facts}`,
	shown(each.reached),
	shown(each.hoped),
	shown(each.proposed),
	shown(each.clozes),
	shown(each.acronyms),
	`${each.spanFaults}`
];

const cardTable = (name: string, groups: readonly [string, Scored['cards']][]): string[] =>
	table(
		[name, 'cards', 'judged', 'good', 'precision'],
		groups.map(([group, cards]) => {
			const { judged, good, precision } = ofCards(cards);
			return [group, `${cards.length}`, `${judged}`, `${good}`, shown(precision)];
		})
	);

function defectLines(documents: readonly Scored[]): string[] {
	const defects: Defect[] = documents.flatMap(({ cards }) =>
		cards.flatMap(({ judgement }) => judgement?.defects ?? [])
	);
	if (defects.length === 0) return [];
	const counted = grouped(defects, (defect) => defect).map(([defect, those]) => `${defect} ${those.length}`);
	return [`Defects: ${counted.join(', ')}`];
}

/** The first column to the left, numbers to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
	const all = [head, ...rows];
	const widths = head.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
	return all.map((cells) =>
		cells
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
			.join('  ')
			.trimEnd()
	);
}

const shown = (figure: number | null): string => (figure === null ? '–' : `${(figure * 100).toFixed(1)}%`);
