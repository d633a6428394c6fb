import { expect, test } from 'vitest';
import { packedLists } from '../../../scripts/packed-lists.mjs';

/** What the built script would make of it. */
const unpacked = (lists: readonly (readonly string[])[]): unknown =>
	(new Function(`return ${packedLists(lists)}`) as () => unknown)();

test('lists of words come out as they went in', () => {
	const lists = [
		['a', 'aback', 'abacus', 'abandon', 'z'],
		[],
		['zebra', 'apple', 'apple', 'o’clock', "o'clock", 'half-life', 'ad hoc', 'naïve', '5-ht', '¥', '~', 'c:\\temp'],
		[],
		['x'.repeat(60), `${'x'.repeat(60)}y`, 'b']
	];
	expect(unpacked(lists)).toEqual(lists);
});

test('words that follow one another in the alphabet take little room', () => {
	const words = Array.from({ length: 2000 }, (_, i) => `word${String(i).padStart(4, '0')}`);
	expect(packedLists([words]).length - packedLists([[]]).length).toBeLessThan(1500);
});
