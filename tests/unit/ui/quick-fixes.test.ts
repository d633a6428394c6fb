import { describe, expect, it } from 'vitest';
import type { ProjectProblem } from '../../../src/lib/authoring/problems';
import type { BasicNote } from '../../../src/lib/domain/note';
import { quickFixes } from '../../../src/lib/ui/studio/note-fields/quick-fixes';
import { mendText } from '../../../src/lib/ui/studio/project/mend-text';

const note: BasicNote = {
	id: 'a',
	kind: 'basic',
	topic: 't',
	tags: [],
	sources: [],
	front: 'Q?',
	back: 'One thing. And another.'
};
const problem = (rule: string): ProjectProblem => ({
	rule,
	severity: 'error',
	message: 'Something is wrong.',
	waivable: true,
	words: null,
	note: 'a',
	field: null,
	other: 'b',
	document: null,
	offset: null
});
const about = { note, today: '2026-11-21', published: '2025-03' };

describe('what can be done about a problem at once', () => {
	it('is written into the note by what the document is dated, or by today', () => {
		expect(quickFixes(problem('as-of'), about)).toEqual([
			{ label: 'Add “as of 2025-03”', fix: { is: 'write', note: { ...note, asOf: '2025-03' } } }
		]);
		expect(quickFixes(problem('as-of'), { ...about, published: 'undated' })[0]?.label).toContain('2026-11-21');
	});

	it('moves what is too much to where it is explained', () => {
		const [fix] = quickFixes(problem('back-too-long'), about);
		expect(fix?.fix).toEqual({ is: 'write', note: { ...note, back: 'One thing.', explain: 'And another.' } });
	});

	it('leaves out the ways that a place has no room for', () => {
		expect(quickFixes(problem('duplicate'), about).map(({ fix }) => fix.is)).toEqual(['compare']);
		expect(quickFixes(problem('duplicate'), { ...about, without: ['compare'] })).toEqual([]);
		expect(quickFixes(problem('quote'), { ...about, without: ['compare', 'quote'] })).toEqual([]);
	});
});

it('notes to mend are counted in words', () => {
	expect(mendText(1)).toBe('1 note needs mending before publishing');
	expect(mendText(2)).toBe('2 notes need mending before publishing');
});
