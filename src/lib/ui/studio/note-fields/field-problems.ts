import type { ProjectProblem } from '../../../authoring/problems';

/** The problems of a field and of what lies within it: `steps` takes those of `steps/2`. */
export function problemsAt(problems: readonly ProjectProblem[], field: string): ProjectProblem[] {
	return problems.filter((problem) => isWithin(problem, field));
}

/** What `KindFields` and `AsideFields` show where it belongs. */
const FIELDS = [
	...['front', 'back', 'reverse/front', 'reverse/back', 'text', 'answer', 'accept', 'distractors', 'steps'],
	...['alt', 'labels', 'hint', 'explain', 'contrast', 'asOf'],
	...['editorNote/statement', 'editorNote/citation', 'editorNote/date', 'editorNote/url']
];

/**
 * What concerns no one field, or one that a form does not show.
 * @param shown further fields that the form has: `sources`, `media`
 */
export function problemsElsewhere(
	problems: readonly ProjectProblem[],
	shown: readonly string[] = []
): ProjectProblem[] {
	return problems.filter((problem) => ![...FIELDS, ...shown].some((field) => isWithin(problem, field)));
}

const isWithin = (problem: ProjectProblem, field: string): boolean =>
	problem.field === field || problem.field?.startsWith(`${field}/`) === true;
