import { describe, expect, it } from 'vitest';
import { mayBeEnglish, whyNone } from '../../../src/lib/ui/studio/review/why-none';

const ENGLISH =
	'The kidney filters about 180 litres of plasma a day, and it returns nearly all of the water to the blood.';
const GERMAN =
	'Die Niere filtert am Tag etwa 180 Liter Plasma und gibt fast alles Wasser an das Blut zurück. Der Harn wird in der Blase gesammelt.';

describe('why there is no candidate', () => {
	it.each([
		[ENGLISH, true],
		['Renal plasma flow: 600 ml/min', true],
		[GERMAN, false],
		['心脏将血液泵送到全身。', false],
		['القلب يضخ الدم عبر الجسم.', false]
	])('takes %s for English: %s', (text, is) => {
		expect(mayBeEnglish(text)).toBe(is);
	});

	it('names the next step', () => {
		expect(whyNone(ENGLISH, true)).toContain('Restore');
		expect(whyNone(GERMAN, false)).toContain('another language');
		expect(whyNone(ENGLISH, false)).toContain('change how candidates are found');
	});
});
