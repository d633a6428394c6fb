import { describe, expect, it } from 'vitest';
import { clozeText, parseCloze } from '../../../src/lib/domain/cloze';

describe('parseCloze', () => {
	it('parts text and deletions, with their offsets', () => {
		const source = 'The {{c1::NMDA}} and {{c2::AMPA::another one}} receptors';
		const { segments, numbers, problems } = parseCloze(source);
		expect(problems).toEqual([]);
		expect(numbers).toEqual([1, 2]);
		expect(segments.map((segment) => source.slice(segment.start, segment.end))).toEqual([
			'The ',
			'{{c1::NMDA}}',
			' and ',
			'{{c2::AMPA::another one}}',
			' receptors'
		]);
		expect(segments[1]).toMatchObject({ kind: 'deletion', number: 1, text: 'NMDA', hint: null });
		expect(segments[3]).toMatchObject({ kind: 'deletion', number: 2, text: 'AMPA', hint: 'another one' });
	});

	it.each([
		['no end', 'a {{c1::b', 2, /has no end/],
		['no number', 'a {{b}}', 2, /begins with a number/],
		['the number 0', '{{c0::b}}', 0, /numbered from c1/],
		['nothing inside', '{{c1:: }}', 0, /hides nothing/],
		['another inside', '{{c1::a {{c2::b}}}}', 8, /cannot hold another/]
	])('tells where a deletion with %s stands', (_name, source, offset, message) => {
		const { problems } = parseCloze(source);
		expect(problems[0]?.offset).toBe(offset);
		expect(problems[0]?.message).toMatch(message);
	});

	it('keeps what it cannot read as text', () => {
		expect(clozeText('a {{b}} {{c1::c}} {{c2::d')).toBe('a {{b}} c {{c2::d');
	});
});
