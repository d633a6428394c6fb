import { describe, expect, it } from 'vitest';
import { sentences } from '../../../src/lib/domain/text/sentences';

const split = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
	it.each([
		['plain ones', 'It works. It lasts.', ['It works.', 'It lasts.']],
		['without a stop at the end', 'It works. It lasts', ['It works.', 'It lasts']],
		['decimals', 'It rose by 0.5 mg. Then 1.5 more.', ['It rose by 0.5 mg.', 'Then 1.5 more.']],
		[
			'titles and initials',
			'Dr. J. R. Smith spoke. Prof. Lee listened.',
			['Dr. J. R. Smith spoke.', 'Prof. Lee listened.']
		],
		[
			'e.g. and i.e.',
			'Some drugs, e.g. SSRIs, are slow. Others, i.e. Ketamine, are not.',
			['Some drugs, e.g. SSRIs, are slow.', 'Others, i.e. Ketamine, are not.']
		],
		[
			'et al.',
			'Lee et al. 2019 found it. Kim et al. The next did not.',
			['Lee et al. 2019 found it.', 'Kim et al.', 'The next did not.']
		],
		[
			'No. before a figure',
			'See No. 5 there. Is it? No. It is not.',
			['See No. 5 there.', 'Is it?', 'No.', 'It is not.']
		],
		[
			'U.S. inside and at the end',
			'The U.S. Food agency. It is in the U.S. The rest is not.',
			['The U.S. Food agency.', 'It is in the U.S.', 'The rest is not.']
		],
		['questions and exclamations', 'Why? Because! So it is.', ['Why?', 'Because!', 'So it is.']],
		['an ellipsis', 'It went on… Then it stopped... and went on.', ['It went on…', 'Then it stopped... and went on.']],
		[
			'quotation marks',
			'“It works.” He left. "Really?" she asked.',
			['“It works.”', 'He left.', '"Really?" she asked.']
		],
		[
			'brackets',
			'It works (in mice. Not in men.) Then more. (So it is.) End.',
			['It works (in mice. Not in men.)', 'Then more.', '(So it is.)', 'End.']
		],
		['a bracket that never closes', 'It works (in mice. Then more.', ['It works (in mice.', 'Then more.']],
		[
			'a small letter with capitals after it',
			'It acts. mTOR follows. eEF2 too.',
			['It acts.', 'mTOR follows.', 'eEF2 too.']
		],
		['numbers of a list', '1. First this. 2. Then that.', ['1. First this.', '2. Then that.']],
		[
			'a letter that belongs to what stands before it',
			'It lacks vitamin C. Scurvy follows. Lava is at 700 °C. Volcanic glass forms.',
			['It lacks vitamin C.', 'Scurvy follows.', 'Lava is at 700 °C.', 'Volcanic glass forms.']
		],
		[
			'initials in the middle of a sentence',
			'The geologist J. Smith wrote to the chemist A. Volta. It was found by R. Koch in 1882.',
			['The geologist J. Smith wrote to the chemist A. Volta.', 'It was found by R. Koch in 1882.']
		],
		['line ends', 'It works.\nIt lasts.', ['It works.', 'It lasts.']],
		['nothing', ' \n ', []]
	])('splits %s', (_, text, expected) => {
		expect(split(text)).toEqual(expected);
	});

	it('keeps to the range it is given', () => {
		const text = 'One. Two. Three.';
		expect(sentences(text, 5, 9)).toEqual([{ start: 5, end: 9 }]);
	});
});
