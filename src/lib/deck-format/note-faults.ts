import { parseCloze } from '../domain/cloze';
import type { Note } from '../domain/note';
import type { Drawing } from '../domain/pack';
import { labelGroups } from './drawing-rules';
import { nearestWord } from './nearest';

export interface NoteFault {
	readonly path: readonly (string | number)[];
	readonly message: string;
}

/** What is wrong within one note that its shape cannot tell: the marks of a cloze, the labels of a diagram. */
export function noteFaults(note: Note, drawings: Readonly<Record<string, Drawing>>): NoteFault[] {
	if (note.kind === 'cloze') return clozeFaults(note.text);
	if (note.kind !== 'diagram') return [];
	const drawing = Object.hasOwn(drawings, note.drawing) ? drawings[note.drawing] : undefined;
	if (drawing === undefined) return [{ path: ['drawing'], message: `There is no drawing “${note.drawing}”.` }];
	const parts = labelGroups(drawing).map((each) => each.part);
	return note.labels.flatMap(({ n, part }, i) => {
		const faults: NoteFault[] = [];
		if (note.labels.findIndex((each) => each.n === n) !== i) {
			faults.push({ path: ['labels', i, 'n'], message: `Another label has the number ${n}. Give this one its own.` });
		}
		const message = partFault(part, parts);
		if (message !== null) faults.push({ path: ['labels', i, 'part'], message });
		return faults;
	});
}

function clozeFaults(text: string): NoteFault[] {
	const { numbers, problems } = parseCloze(text);
	const messages = problems.map((each) => each.message);
	if (messages.length === 0 && numbers.length === 0) {
		messages.push('The cloze hides nothing. Put {{c1::…}} around the words to ask.');
	}
	return messages.map((message) => ({ path: ['text'], message }));
}

function partFault(part: string, parts: readonly string[]): string | null {
	const count = parts.filter((each) => each === part).length;
	if (count === 1) return null;
	if (count > 1) return `The drawing has ${count} groups with data-label="${part}". Keep one.`;
	const meant = nearestWord(part, parts);
	const hint = meant === null ? `It has: ${[...new Set(parts)].join(', ') || 'none'}.` : `Did you mean “${meant}”?`;
	return `The drawing has no group with data-label="${part}". ${hint}`;
}
