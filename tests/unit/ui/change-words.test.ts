import { describe, expect, it } from 'vitest';
import type { PackDiff } from '../../../src/lib/authoring/pack-diff';
import { changesText, readable } from '../../../src/lib/ui/decks/change-words';

const field = (before: string | null, after: string | null) => readable({ field: 'text', before, after });

describe('a change in words', () => {
	it('is shown without signs, what a cloze hides in brackets', () => {
		expect(field('The {{c1::flood::when?}} lasts *six* hours.', 'The {{c1::flood}} lasts *seven* hours.')).toEqual([
			'The [flood] lasts six hours.',
			'The [flood] lasts seven hours.'
		]);
		expect(field(null, 'One\nTwo')).toEqual(['', 'One\nTwo']);
	});

	it('keeps the signs where nothing else differs', () => {
		expect(field('It is so.', 'It is *so*.')).toEqual(['It is so.', 'It is *so*.']);
	});

	it('is summed up', () => {
		const none: PackDiff = { about: [], added: [], changed: [], removed: [], documents: [] };
		const document = { id: 'a', title: 'A', is: 'changed' } as const;
		expect(changesText(none)).toBe('');
		expect(changesText({ ...none, documents: [document] })).toBe('1 document changed');
		expect(changesText({ ...none, about: [{ field: 'title', before: 'a', after: 'b' }] })).toBe(
			'What is said of the deck'
		);
	});
});
