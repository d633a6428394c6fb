import { expect, it } from 'vitest';
import { intervalText, intervalWords } from '../../../src/lib/domain/interval-text';

const MINUTE = 60_000;

it.each([
	[{ ms: 30_000 }, '<1 min', 'less than a minute'],
	[{ ms: MINUTE }, '1 min', '1 minute'],
	[{ ms: 5.5 * MINUTE }, '6 min', '6 minutes'],
	[{ ms: 60 * MINUTE - 1 }, '1 h', '1 hour'],
	[{ ms: 90 * MINUTE }, '1.5 h', '1.5 hours'],
	[{ ms: 1440 * MINUTE }, '1 d', '1 day'],
	[{ days: 8 }, '8 d', '8 days'],
	[{ days: 70 }, '2.3 mo', '2.3 months'],
	[{ days: 364 }, '1 y', '1 year'],
	[{ days: 498 }, '1.4 y', '1.4 years']
])('%o is %s', (wait, text, words) => {
	expect(intervalText(wait)).toBe(text);
	expect(intervalWords(wait)).toBe(words);
});
