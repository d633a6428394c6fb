import { resolve } from '$app/paths';
import type { ProjectProblem } from '$lib/authoring/problems';

/** In an address of the project's page: the document whose details are to be opened. */
export const DETAILS = 'details';

/** Where a problem is mended: a note's form, a sentence of a document, what is said of it; null for the project's page. */
export function problemAddress(project: string, { rule, note, document, offset }: ProjectProblem): string | null {
	if (note !== null) {
		return `${resolve('/studio/[project]/notes', { project })}?${new URLSearchParams({ note }).toString()}`;
	}
	if (document === null) return null;
	if (rule === 'document-source') {
		return `${resolve('/studio/[project]', { project })}?${new URLSearchParams({ [DETAILS]: document }).toString()}`;
	}
	const at = offset === null ? '' : `?at=${offset}`;
	return resolve('/studio/[project]/documents/[document]', { project, document }) + at;
}
