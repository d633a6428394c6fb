import { clozeText, parseCloze } from '../../domain/cloze';
import type { ClozeNote, Note } from '../../domain/note';
import { backOf, type NoteDraft } from '../note-draft';
import { distinctSources, sharedOf } from './note-parts';

/**
 * Several notes as one, to be gone over by the author: clozes of one sentence with all their holes, sequences end to end,
 * everything else as a question with the answers one below another. What is said besides is put together.
 */
export function mergedDraft(notes: readonly Note[]): NoteDraft {
	const [first] = notes;
	if (first === undefined) throw new RangeError('Nothing to merge.');
	const shared = {
		...sharedOf(first),
		tags: [...new Set(notes.flatMap(({ tags }) => tags))],
		sources: distinctSources(notes.flatMap(({ sources }) => sources)),
		...asides(notes)
	};
	const clozes = notes.filter((note) => note.kind === 'cloze');
	const [one] = clozes;
	if (one !== undefined && clozes.length === notes.length && clozes.every((each) => isSameText(each, one))) {
		return { ...shared, kind: 'cloze', text: holesOfAll(clozes) };
	}
	if (notes.every((note) => note.kind === 'sequence')) {
		const steps = notes.flatMap((note) => note.steps);
		return { ...shared, kind: 'sequence', front: joined(notes.map((note) => note.front)), steps: [...new Set(steps)] };
	}
	return { ...shared, kind: 'basic', front: joined(notes.map(questionOf)), back: joined(notes.map(answerOf)) };
}

function asides(notes: readonly Note[]): Pick<NoteDraft, 'hint' | 'explain' | 'contrast' | 'media'> {
	const media = notes.flatMap((note) => note.media ?? []);
	const found: Record<string, unknown> = {};
	for (const name of ['hint', 'explain', 'contrast'] as const) {
		const texts = notes.flatMap((note) => note[name] ?? []);
		if (texts.length > 0) found[name] = [...new Set(texts)].join('\n\n');
	}
	if (media.length > 0) found['media'] = [...new Map(media.map((each) => [each.file, each])).values()];
	return found;
}

/** Each line once. */
const joined = (lines: readonly string[]): string => [...new Set(lines.filter((line) => line !== ''))].join('\n');

const questionOf = (note: Note): string => (note.kind === 'cloze' ? holesShown(note.text) : note.front);

function answerOf(note: Note): string {
	if (note.kind === 'basic' || note.kind === 'reversed') return note.back;
	if (note.kind === 'typed' || note.kind === 'choice') return note.answer;
	if (note.kind === 'sequence') return note.steps.join('\n');
	if (note.kind === 'diagram') return backOf(note);
	const hidden = parseCloze(note.text).segments.filter((segment) => segment.kind === 'deletion');
	return [...new Set(hidden.map((segment) => segment.text))].join('; ');
}

const holesShown = (text: string): string =>
	parseCloze(text)
		.segments.map((segment) => (segment.kind === 'deletion' ? '…' : segment.text))
		.join('');

const isSameText = (a: ClozeNote, b: ClozeNote): boolean => clozeText(a.text) === clozeText(b.text);

/** One sentence with the holes of all; of two that overlap the first one stays. */
function holesOfAll(notes: readonly ClozeNote[]): string {
	const holes: { start: number; end: number; group: string; hint: string | null }[] = [];
	for (const [i, note] of notes.entries()) {
		let at = 0;
		for (const segment of parseCloze(note.text).segments) {
			const [start, end] = [at, at + segment.text.length];
			at = end;
			if (segment.kind === 'text' || holes.some((hole) => hole.start < end && start < hole.end)) continue;
			holes.push({ start, end, group: `${i}/${segment.number}`, hint: segment.hint });
		}
	}
	const plain = clozeText(notes[0]?.text ?? '');
	const groups = [...new Set(holes.map(({ group }) => group))];
	let text = '';
	let at = 0;
	for (const { start, end, group, hint } of holes.sort((a, b) => a.start - b.start)) {
		const number = groups.indexOf(group) + 1;
		text += `${plain.slice(at, start)}{{c${number}::${plain.slice(start, end)}${hint === null ? '' : `::${hint}`}}}`;
		at = end;
	}
	return text + plain.slice(at);
}
