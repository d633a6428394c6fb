import type { Drop } from '../canonical';
import { editDistance, letters } from './likeness';
import { hasStop, leadsTo, sentencesIn, titleShare, type PageLine } from './page-lines';
import { isBoilerplateSentence } from './reader-address';
import { CONTROL, partNamed } from './web-words';

export interface LineContext extends PageLine {
	readonly index: number;
	readonly lines: readonly PageLine[];
}

type Rule = readonly [name: string, because: string, applies: (line: LineContext) => boolean];

const MONTH =
	'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DATE = `(?:(?:${MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\.? (?:${MONTH})\\.?,? \\d{4}|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}|(?:${MONTH}) \\d{4})`;
const STAMP =
	'(?:(?:first |last |originally |medically )?(?:updated|published|posted|reviewed|modified|edited|released|date)(?: on| by)?:?)';
const DATE_LINE = new RegExp(
	`^(?:${STAMP} )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?${DATE}(?: .{0,20})?$`,
	'i'
);
const STAMPED = new RegExp(`^${STAMP}\\s.{0,40}${DATE}`, 'i');
const HAS_DATE = new RegExp(DATE, 'i');

/** What shows by a line itself, or by its neighbours, to be no content. The first rule that applies gives the reason. */
const RULES: readonly Rule[] = [
	['table', 'a row of a table', ({ block }) => block.kind === 'table'],
	['no-words', 'no words in it', ({ text }) => !/\p{L}{2}/u.test(text)],
	['contents', 'an entry of a table of contents', ({ text }) => /(?:[.·_] ?){5}\s*[\divxlc]+$/i.test(text.slice(-30))],
	['contact', 'a telephone number or an address', ({ text, words }) => words.length <= 12 && isContact(text)],
	['date', 'a date by itself', ({ text }) => DATE_LINE.test(text)],
	['byline', 'names an author or a date', isByline],
	['credit', 'a picture’s caption or credit', isCredit],
	['copyright', 'a notice of rights', ({ text, words }) => words.length <= 40 && isRightsNotice(text)],
	[
		'figure',
		'a caption of a figure or table',
		({ text, words }) => /^(figure|fig\.?|table|box|photo)\s+\d+(\.\d+)?\s*[.:–—-]?\s/i.test(text) && words.length <= 40
	],
	['advertisement', 'an advertisement’s label', ({ text, words }) => words.length <= 4 && isAdvertLabel(text)],
	['offer', 'an offer', isOffer],
	['breadcrumb', 'a trail of menu names run together', isGluedTrail],
	['menu', 'a menu in one line', isMenuLine],
	['control', 'a button, a notice or a link of the page', isControl],
	['tags', 'names of tags', ({ text, words }) => words.length <= 30 && !hasStop(text) && TAGS.test(text)],
	['rating', 'a rating', ({ text }) => /[★☆⭐]{3}/u.test(text) || (RATING.test(text) && text.length < 120)],
	['teaser', 'the opening of another article', isTeaser],
	['truncated', 'breaks off in mid-sentence', ({ text }) => breaksOff(text)],
	['see-also', 'points to another article', ({ text, words }) => words.length <= 25 && SEE_ALSO.test(text)],
	['reference', 'an entry of a list of references', ({ text, words }) => isReference(text, words)],
	['alt-text', 'describes a picture', isAltText],
	[
		'to-the-reader',
		'speaks to the reader, not of the subject',
		({ text, block }) => block.kind !== 'heading' && sentencesIn(text).every(isBoilerplateSentence)
	],
	['to-the-reader', 'speaks to the reader, not of the subject', isReaderHeading],
	[
		'testimonial',
		'praise by a customer',
		({ text }) => /^(patient|client|customer|success|user) (stor(y|ies)|testimonials?|reviews?)\b/i.test(text)
	],
	[
		'fragment',
		'too short to say anything',
		({ text, words, block, lines, index }) =>
			block.kind === 'paragraph' &&
			words.length <= 3 &&
			!/\b(is|are|was|were)\b/.test(text) &&
			!text.endsWith(':') &&
			lines[index + 1]?.block.kind !== 'item'
	]
];

/** Lines with few words that are longer than this hold no words of a person. */
const LONG = 500;

export function lineDrop(line: LineContext): Drop | null {
	const rule = RULES.find(([, , applies]) => applies(line));
	return rule === undefined ? null : { rule: rule[0], because: rule[1] };
}

/** Numbers as telephones have them: with a country’s or area’s sign, or a zero, before groups of digits. */
const PHONE =
	/(?:\+\d{1,3}[\s().-]*|\(\d{2,5}\)\s?|\b0\d{2,4}[\s.-]|\b1?[-. ]?\d{3}[-.]\d{3}[-.])\d{2,4}(?:[\s.-]?\d{2,4}){0,3}\b/;

function isContact(text: string): boolean {
	if (text.length > LONG) return false;
	if (/\S+@\S+\.\p{L}{2,}/u.test(text) || /^(https?:\/\/|www\.)\S+$/.test(text)) return true;
	return PHONE.test(text) || /^(tel|telephone|phone|fax|call|e-?mail)\b\.?:?.{0,20}\d{3}/i.test(text);
}

function isByline({ text, words }: LineContext): boolean {
	const parts = text.split(/ [|·•–—] /);
	if (words.length > (parts.length > 1 ? 30 : 12) || hasStop(text)) return false;
	const names =
		/^(by|written by|words by|authors?:|reviewed by|(medically |fact[- ])?(reviewed|checked) by|posted by|edited by)\s+\p{Lu}/iu;
	if (names.test(text)) return parts.length > 1 || titleShare(words) > 0.5;
	if (STAMPED.test(text)) return true;
	return parts.length > 1 && HAS_DATE.test(text) && parts.every((part) => part.split(' ').length <= 8);
}

const NAME = String.raw`\p{Lu}[\p{L}.’-]*(?:[ ,/]+\p{Lu}[\p{L}.’-]*){0,4}`;
const PICTURE = '(?:[Pp]hoto|[Pp]hotograph|[Ii]mage|[Pp]icture|[Ii]llustration|[Vv]ideo|[Gg]raphic|[Aa]rtwork)s?';
const CREDITS: readonly RegExp[] = [
	new RegExp(`\\b${PICTURE} ?(?:credits?|courtesy|©)`, 'u'),
	new RegExp(`(?:^|[([|–—.] ?)${PICTURE}: ?["“]?\\p{Lu}`, 'u'),
	new RegExp(`(?:^|[([|–—.] ?)${PICTURE} (?:by|via|from) ${NAME}[)\\].]?$`, 'u'),
	/\b[Cc]redits?: \p{Lu}|\bcourtesy of \p{Lu}[^.]{0,60}\)?\.?$/u,
	/\b(?:shutterstock|getty images|istock(?:photo)?|unsplash|alamy|adobe stock|pexels|pixabay)\b|\bvia (?:flickr|wikimedia)/i
];

function isCredit({ text, words }: LineContext): boolean {
	return words.length <= 60 && text.length <= LONG && CREDITS.some((pattern) => pattern.test(text));
}

const isRightsNotice = (text: string): boolean =>
	/^(©|\(c\) ?\d|copyright\b( ©)?( \d|:| by| ©|$))|\ball rights reserved\b/i.test(text) ||
	/\b(registered (charity|in england|office)|company (no|number|registration))\b.{0,60}\d{5}/i.test(text);

const ADVERT = ['advertisement', 'advertisements', 'advertising', 'advertorial', 'sponsored', 'sponsoredcontent'];

function isAdvertLabel(text: string): boolean {
	const own = letters(text);
	if (/^(ad|ads|advert|adverts|promoted|promotion)$/.test(own)) return true;
	return ADVERT.some((word) => {
		const allowed = word.length >= 12 ? 3 : 2;
		return Math.abs(word.length - own.length) <= allowed && editDistance(word, own) <= allowed;
	});
}

const PRICE = /[$€£¥₹]\s?\d|\b\d+([.,]\d\d)? ?(dollars|euros|usd|eur|gbp)\b/i;
const BARGAIN =
	/\b(\d+ ?% off|save (up to )?([$€£]? ?\d|big)|discount(ed|s)?|coupons?|promo(tional)? codes?|use code|vouchers?|special (offers?|rate|price)|exclusive offers?|limited[- ]time|offer (ends|valid|expires)|sale ends|ends soon|free (shipping|delivery|trial|consultation|quote)|regular (price|fee|rate)|at checkout|buy (now|one)|order (now|today|yours)|shop (now|our|the)|add to (cart|basket)|money[- ]back|bestsell(er|ing)|membership program|for only|from only|starting at|as low as)\b/gi;
const TO_BUYERS = /\b(you|your|our|us|we|my|today|now|hurry|join|get|grab|become)\b|!/i;

/** A price or a bargain, pressed upon a buyer; a fee that a text reports is none. */
function isOffer({ text, words }: LineContext): boolean {
	if (words.length > 60) return false;
	const bargains = text.match(BARGAIN)?.length ?? 0;
	if (bargains === 0) return PRICE.test(text) && titleShare(words) > 0.7 && words.length >= 6 && TO_BUYERS.test(text);
	return (PRICE.test(text) && (TO_BUYERS.test(text) || bargains >= 2)) || (TO_BUYERS.test(text) && words.length <= 30);
}

function isGluedTrail({ text, words }: LineContext): boolean {
	if (words.length > 20 || hasStop(text)) return false;
	return words.some((word) => (word.match(/\p{Ll}{2}\p{Lu}\p{Ll}{2}/gu)?.length ?? 0) >= 2);
}

/** “Home | Shop | Contact”, “Home › Bread › Sourdough”: short names between signs. */
function isMenuLine({ text, block }: LineContext): boolean {
	if (hasStop(text) || block.kind === 'table') return false;
	const parts = text.split(/\s*[|›»→•·]\s*|\s+[>/]\s+/).filter((part) => part !== '');
	if (parts.length < 3 || parts.some((part) => part.split(' ').length > 5 || /\d/.test(part))) return false;
	return parts.every((part) => /^\p{Lu}/u.test(part)) || /^home\b/i.test(text);
}

function isControl({ text, words, lines, index }: LineContext): boolean {
	if (words.length > 14 || text.length > LONG / 2 || !CONTROL.test(text)) return false;
	// A word like “Search” may be the heading of a chapter.
	return words.length > 1 || leadsTo(lines, index) === null;
}

const TAGS = /^(tags?|filed under|categor(y|ies)|posted in|labels?|key ?words?|topics?( covered)?|hashtags?)\s*:/i;
const RATING =
	/\b\d(\.\d+)? ?(out of|\/) ?5\b.*\b(stars?|reviews?|votes?|ratings?)\b|\b(based on|from) [\d,]+ (reviews?|votes?|ratings?)\b/i;
const SEE_ALSO =
	/^(see( also| more)?|(also )?read( also| more| next)?|watch( also| now)?|listen( also| now)?|more( from [\p{L} ]+| on)?|related( articles?| posts?| stor(y|ies)| reading| topics?)?|recommended( reading| articles?| for you)|you may( also)? like|don[’']t miss|up next|next up)\s*:/iu;

const breaksOff = (text: string): boolean =>
	/(…|\.{3})[^\p{L}\p{N}]*$/u.test(text.slice(-20).replace(/\.{4,}/g, '...'));

/** Ends in an ellipsis followed by its own title, or a title glued to its first sentence that then breaks off. */
function isTeaser({ text }: LineContext): boolean {
	const short = text.slice(-2000).replace(/\.{4,}/g, '...');
	if (/(…|\.{3})\s*\[?(read|see|view|continue|learn|find out)\b.{0,40}(:|more|reading|→|»)/i.test(short)) return true;
	return /\p{Ll}{2}\p{Lu}\p{Ll}+\s/u.test(text) && breaksOff(text);
}

export function isReference(text: string, words: readonly string[]): boolean {
	if (words.length > 80 || text.length > 1000 || !/\b(19|20)\d\d\b|\bdoi\b|in press/i.test(text)) return false;
	if (/\bdoi:? ?\S|\bdoi\.org\//i.test(text) && words.length <= 60) return true;
	const isNamed =
		/\bet al\.?,? .*\b(19|20)\d\d[;:)]/u.test(text) ||
		/^(\[?\d{1,3}[\].)]?\.? ?)?\p{Lu}[\p{L}’'-]+,? (\p{Lu}\.?[- ]?){1,3}[.,;&(]/u.test(text);
	return isNamed && titleShare(words) > 0.3 && !/\b(is|are|was|were|has|have)\b/.test(text);
}

function isAltText({ text, words, block, lines, index }: LineContext): boolean {
	if (block.kind !== 'paragraph' || words.length > 25 || !/^\p{Ll}/u.test(text)) return false;
	return !hasStop(text) && !/[:;,]$/.test(text) && !isRest(lines, index);
}

/** Whether the line goes on with a sentence that an earlier one left open. */
function isRest(lines: readonly PageLine[], index: number): boolean {
	return lines
		.slice(Math.max(0, index - 2), index)
		.some(({ block, text }) => block.kind === 'paragraph' && !/[.!?:;]["”’)]*$/.test(text) && text.length > 40);
}

/** A line without a stop that calls on the reader, where nothing stands below it. */
function isReaderHeading({ text, block, lines, index }: LineContext): boolean {
	return (
		block.kind === 'heading' &&
		isBoilerplateSentence(text) &&
		partNamed(text) === null &&
		leadsTo(lines, index) === null
	);
}
