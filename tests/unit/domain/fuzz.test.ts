import { describe, expect, it } from 'vitest';
import { fuzzed, fuzzRange } from '../../../src/lib/domain/fuzz';
import { seededFraction } from '../../../src/lib/domain/seeded';

describe('fuzzRange', () => {
	it('leaves intervals below two and a half days alone', () => {
		expect(fuzzRange(1, 0, 36_500)).toEqual({ least: 1, most: 1 });
		expect(fuzzRange(2, 0, 36_500)).toEqual({ least: 2, most: 2 });
	});

	it('widens with the interval', () => {
		expect(fuzzRange(7, 0, 36_500)).toEqual({ least: 5, most: 9 });
		expect(fuzzRange(20, 0, 36_500)).toEqual({ least: 17, most: 23 });
		expect(fuzzRange(100, 0, 36_500)).toEqual({ least: 93, most: 107 });
	});

	it('does not fuzz a growing interval back to the days already waited, nor past the maximum', () => {
		expect(fuzzRange(20, 18, 36_500)).toEqual({ least: 19, most: 23 });
		expect(fuzzRange(20, 0, 21)).toEqual({ least: 17, most: 21 });
	});
});

describe('fuzzed', () => {
	it('reaches both ends of the range', () => {
		expect(fuzzed(20, 0, 36_500, 0)).toBe(17);
		expect(fuzzed(20, 0, 36_500, 1 - 2 ** -32)).toBe(23);
	});
});

describe('seededFraction', () => {
	it('is the same for the same text and spread evenly for texts that hardly differ', () => {
		expect(seededFraction('deck:note#0/3')).toBe(seededFraction('deck:note#0/3'));
		const tenths = Array<number>(10).fill(0);
		for (let i = 0; i < 10_000; i++) {
			const tenth = Math.floor(seededFraction(`deck:note-${i}#0/1`) * 10);
			tenths[tenth] = (tenths[tenth] ?? 0) + 1;
		}
		expect(tenths.reduce((sum, count) => sum + count)).toBe(10_000);
		for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
	});
});
