import { NO_FILTER, type NoteFilter, type Trouble } from '$lib/ui/studio/editor/note-rows';
import { NOTE_KINDS } from '$lib/ui/studio/note-fields/kind-words';

const TROUBLES: readonly Trouble[] = ['any', 'error', 'warning'];

/** The filter that an address asks for: `?topic=risks&kind=cloze&problems=error`. */
export function filterOf(search: URLSearchParams): NoteFilter {
	return {
		...NO_FILTER,
		words: search.get('words') ?? '',
		topic: search.get('topic'),
		kind: NOTE_KINDS.find((kind) => kind === search.get('kind')) ?? null,
		tag: search.get('tag'),
		document: search.get('document'),
		trouble: TROUBLES.find((trouble) => trouble === search.get('problems')) ?? null
	};
}
