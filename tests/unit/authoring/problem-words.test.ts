import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { acceptCandidates } from '../../../src/lib/authoring/changes/decisions';
import { editDocument } from '../../../src/lib/authoring/changes/documents';
import { editNote } from '../../../src/lib/authoring/changes/notes';
import { applied } from '../../../src/lib/authoring/fold';
import type { ProjectState } from '../../../src/lib/authoring/project';
import { problemsOf } from '../../../src/lib/authoring/problems';
import { sampleProject } from '../../support/sample-project';

/** Names that fields have in a deck's files, and nowhere in the Studio. */
const FILE_WORDS = /“(?:leftOut|asOf:?|explain|contrast|alt|waive|front|back|accept|distractors)”|\.yaml/;

describe('what is said in the Studio of a deck', () => {
	it('names no field as the files of a deck do', async () => {
		const { state, edition, proposals } = await sampleProject();
		const [first] = proposals.candidates.filter(({ note }) => note.kind === 'basic');
		if (first === undefined) throw new Error('no candidate');
		const accepted = applied(state, acceptCandidates(state, 'bread', [first]));
		const [made] = accepted.notes.values();
		if (made?.note.kind !== 'basic') throw new Error('no note');
		const long = `Because it is currently approved, ${'and so it goes on and on '.repeat(9)}`;
		const change = editNote(accepted, { ...made.note, back: long });
		const { deck, notes } = problemsOf(applied(accepted, change), new Map([['bread', edition]]));
		const messages = [...deck, ...[...notes.values()].flat()].map(({ message }) => message);
		expect(messages.join('\n')).toContain('or say of each why no card is wanted');
		expect(messages.join('\n')).toContain('move part to “Why”');
		expect(messages.join('\n')).toContain('Say under “As of” the date');
		for (const message of messages) expect(message).not.toMatch(FILE_WORDS);
	});

	it('asks who has published a document, as soon as a card rests on it', async () => {
		const { state, edition, proposals } = await sampleProject();
		const editions = new Map([['bread', edition]]);
		const asked = (now: ProjectState) =>
			problemsOf(now, editions).deck.filter(({ rule }) => rule === 'document-source').length;
		expect(asked(state)).toBe(0);
		const accepted = applied(state, acceptCandidates(state, 'bread', proposals.candidates));
		expect(asked(accepted)).toBe(1);
		expect(
			asked(applied(accepted, editDocument(accepted, 'bread', { publisher: 'The mill', published: '2024' })))
		).toBe(0);
	});

	it('has words for every field that a lint names', async () => {
		const folder = 'src/lib/deck-format/lint';
		const problems = await readFile('src/lib/authoring/problems.ts', 'utf8');
		for (const name of await readdir(folder)) {
			const lint = await readFile(`${folder}/${name}`, 'utf8');
			for (const [, field] of lint.matchAll(/[`'][^`'\n]*“(leftOut|asOf:|explain|contrast|alt|accept)”/g)) {
				expect(problems, `${name} says “${field}”`).toContain(`“${field}”`);
			}
		}
	});
});
