import { coverageOf, shareOf } from '../coverage';
import { problem, type Lint } from './lint';

const ENOUGH = 0.95;

/** Facts that nobody learns, and reasons that no longer hold. Each statement without a card is in the report's list. */
export const coverageLint: Lint = {
	rules: ['coverage'],
	check: ({ pack, placeInDocument }) =>
		coverageOf(pack).flatMap((each) => {
			const { document, uncovered, needless } = each;
			const [first] = uncovered;
			const few =
				first === undefined || shareOf(each) >= ENOUGH
					? []
					: [
							problem(
								'warning',
								'coverage',
								placeInDocument(document, first.start),
								undefined,
								`${uncovered.length} of ${each.statements} statements have no card, this one first. Make cards of them, or list them under “leftOut” with the reason.`
							)
						];
			const stale = needless.map(({ start }) =>
				problem(
					'warning',
					'coverage',
					placeInDocument(document, start),
					undefined,
					'This statement is listed under “leftOut”, yet a note quotes it. Take it off the list.'
				)
			);
			return [...few, ...stale];
		})
};
