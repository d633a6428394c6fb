import type { Problem } from '../problem';
import { cardText } from './card-words';
import type { Face } from './faces';
import { problem, type Lint, type LintContext } from './lint';
import { withExpansions } from './quote-support';

/** General terms of medicine that must not stand for each other: routes, and what an authority has allowed. */
const BUILT_IN: readonly (readonly (readonly string[])[])[] = [
	[
		['intravenous', 'intravenously', 'IV', 'by vein'],
		['intranasal', 'intranasally', 'nasal', 'nasally', 'nasal spray', 'through the nose'],
		['oral', 'orally', 'by mouth', 'tablet', 'tablets'],
		['intramuscular', 'intramuscularly'],
		['subcutaneous', 'subcutaneously'],
		['sublingual', 'sublingually']
	],
	[
		['approved', 'approval', 'approves', 'licensed'],
		['off-label', 'unapproved', 'not approved', 'no approval', 'not been approved']
	]
];

/**
 * A card that names one term where its quote names another of the same set has mixed them up. Deck authors add groups
 * with `terms` in deck.yaml.
 */
export const terms: Lint = {
	rules: ['terms-confused'],
	check: (context) => {
		const sets = [...BUILT_IN, context.terms].map((groups) => groups.map(matcher));
		return context.faces.flatMap((face) => sets.flatMap((groups) => confused(face, groups, context)));
	}
};

interface Group {
	readonly name: string;
	readonly terms: readonly string[];
}

const matcher = (group: readonly string[]): Group => ({ name: group[0] ?? '', terms: group });

function confused(face: Face, groups: readonly Group[], context: LintContext): Problem[] {
	const { note } = face;
	const evidence = namedIn(withExpansions(context.evidenceOf(note), context.acronyms), groups);
	const found = swap(namedIn(cardText(face), groups), evidence);
	if (found === null) return [];
	const message = `The card speaks of “${found.own}”, the quote of “${found.quoted}”. Name on the card what the quote names, or quote another sentence.`;
	return [problem('error', 'terms-confused', context.placeOf(note.id, ...face.frontPath), note.id, message)];
}

/** A group that only the card names, beside one that only the evidence names. */
function swap(card: ReadonlySet<Group>, evidence: ReadonlySet<Group>): { own: string; quoted: string } | null {
	const own = [...card].find((group) => !evidence.has(group));
	const quoted = [...evidence].find((group) => !card.has(group));
	return own === undefined || quoted === undefined ? null : { own: own.name, quoted: quoted.name };
}

/** Which groups a text names. The longest term is taken first, so that “racemic X” inside a longer name is not “X”. */
function namedIn(text: string, groups: readonly Group[]): Set<Group> {
	const all = groups
		.flatMap((group) => group.terms.map((term) => ({ group, term })))
		.sort((a, b) => b.term.length - a.term.length);
	let rest = text;
	const found = new Set<Group>();
	for (const { group, term } of all) {
		const isAcronym = /^\p{Lu}{2,3}$/u.test(term);
		const pattern = new RegExp(
			`(?<![\\p{L}\\p{N}])${term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
			isAcronym ? 'gu' : 'giu'
		);
		const without = rest.replace(pattern, ' ');
		if (without !== rest) found.add(group);
		rest = without;
	}
	return found;
}
