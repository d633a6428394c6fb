import { nearestWord } from '../nearest';
import type { Problem } from '../problem';
import type { Draft } from '../read-deck';
import { problem } from './lint';
import { LINTS } from './lints';
import { findingsOf } from './findings';

/** What the lints say of a deck, less what its notes waive. */
export function lint(draft: Draft): Problem[] {
	const found = findingsOf(LINTS, draft);
	const isWaived = ({ note, rule }: Problem): boolean =>
		note !== undefined && Object.hasOwn(draft.waived.get(note) ?? {}, rule);
	return [...found.filter((each) => !isWaived(each)), ...idleWaivers(draft, found)];
}

/** A waiver that silences nothing hides the next mistake, so it has to go. */
function idleWaivers(draft: Draft, found: readonly Problem[]): Problem[] {
	const rules = LINTS.flatMap((each) => each.rules);
	return [...draft.waived].flatMap(([note, waivers]) =>
		Object.keys(waivers).flatMap((rule) => {
			const place = draft.placeOf(note, 'waive', rule);
			if (!rules.includes(rule)) {
				const meant = nearestWord(rule, rules);
				const hint = meant === null ? `The rules are: ${rules.join(', ')}.` : `Did you mean “${meant}”?`;
				return [problem('error', 'waive', place, note, `There is no rule “${rule}”. ${hint}`)];
			}
			if (found.some((each) => each.note === note && each.rule === rule)) return [];
			return [problem('warning', 'waive', place, note, `“${rule}” has nothing to say here. Remove the waiver.`)];
		})
	);
}
