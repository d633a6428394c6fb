import { stringify, type ScalarTag } from 'yaml';

/**
 * A value as YAML that reads back as it is, laid out for people and version control: long texts folded, texts of several
 * lines as they stand.
 */
export function yamlText(value: unknown): string {
	return stringify(guarded(value), {
		version: '1.2',
		lineWidth: 120,
		minContentWidth: 40,
		aliasDuplicateObjects: false,
		customTags: (tags) => [ODD_TEXT, ...tags]
	});
}

/** A text that only escapes keep as it is. */
class OddText {
	constructor(readonly text: string) {}
}

/** Reading composes letters and makes all line ends one; some characters YAML takes for line ends or not at all. */
const isOdd = (text: string): boolean =>
	text.normalize('NFC') !== text ||
	/^\p{M}/u.test(text) ||
	/[^\n\x20-\x7e\xa0-\u2027\u202a-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\u{10000}-\u{10fffd}]/u.test(text) ||
	// Spaces at the end of a line or of the whole are not seen, and get lost in other people's editors.
	/[ \xa0](?:\n|$)|^\s/.test(text);

function guarded(value: unknown): unknown {
	if (typeof value === 'string') return isOdd(value) ? new OddText(value) : value;
	if (Array.isArray(value)) return value.map(guarded);
	if (typeof value !== 'object' || value === null) return value;
	return new Map(
		Object.entries(value)
			.filter(([, item]) => item !== undefined)
			.map(([key, item]) => [guarded(key), guarded(item)])
	);
}

const ODD_TEXT: ScalarTag = {
	tag: 'tag:yaml.org,2002:str',
	default: true,
	identify: (value) => value instanceof OddText,
	resolve: (value) => value,
	stringify: ({ value }) => (value instanceof OddText ? escaped(value.text) : '""')
};

/** In double quotes, with everything but plain ASCII escaped. */
function escaped(text: string): string {
	const inner = JSON.stringify(text).replace(/[^\x20-\x7e]/gu, (character) => {
		const point = character.codePointAt(0) ?? 0;
		return point > 0xffff ? `\\U${point.toString(16).padStart(8, '0')}` : `\\u${point.toString(16).padStart(4, '0')}`;
	});
	return inner;
}
