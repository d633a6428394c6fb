import type { BasicNote } from '../../domain/note';
import type { JudgedBlock } from '../content/blocks';
import { isNegated, hedgesIn } from '../claims/hedges';
import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import type { Clause } from '../grammar/clause';
import { isNounPhrase } from '../grammar/phrase-patterns';
import type { Sentence } from '../grammar/sentence';
import { capitalised, uncapitalised, type Casing } from '../words/casing';
import type { Place } from './assembly';
import { candidateId, type Candidate } from './candidate';
import { claimKey } from './claim-key';
import { besides, halvesOf, MOST_IN_ALL } from './long-lists';
import { Wording } from './wording';

/** Lists that belong to a part of the text: a stage, the others, what is done to somebody. */
const HOMELESS_LIST =
	/\b(?:cancer|tumou?rs?) spread to\?$|\bstages are used\b|\bof other\b|\bthe (?:staging )?(?:process|procedure|test)\?$|\bare used\?$|\b(?:provider|doctor|physician)s? [^?]*\bby\?$|\b(?:providers?|doctors?|physicians?) (?:prescribe|recommend|suggest)\?$/i;

const FEWEST = 2;
const LONGEST = 110;
/** How a line ends that a list goes on from. */
const ANNOUNCES = /:$|\b(?:including|includes?|are|were|such as|by|with|of|from|to|for)$/;

interface Listed {
	readonly intro: Sentence;
	readonly items: readonly { readonly start: number; readonly end: number }[];
}

/** Name of the pattern. */
export const LIST_ITEMS = 'list-items';

/** Bullet lists under a line that says what they list: “Signs of bleeding include:”. */
export function listCandidates(
	text: string,
	blocks: readonly JudgedBlock[],
	sentences: readonly Sentence[],
	casing: Casing,
	about: string | null,
	{ document, topic }: Place
): Candidate[] {
	return listsIn(text, blocks, sentences).flatMap(({ intro, items }) => {
		const question = questionFor(intro, casing, about);
		if (question === null || HOMELESS_LIST.test(question)) return [];
		const place = { document, topic };
		const halves = halvesOf(items);
		if (halves === null) return cardFor(text, { intro, items }, question, casing, place);
		return halves.flatMap(({ half, others }) => {
			const given = membersOf(text, others).map((part) => inSentence(part, casing));
			return given.some((part) => part.includes(','))
				? []
				: cardFor(text, { intro, items: half }, besides(given, question), casing, place);
		});
	});
}

const membersOf = (text: string, items: Listed['items']): string[] =>
	items.map(({ start, end }) => memberOf(text.slice(start, end)));

/** What an item names, without what explains it: “Strangulation. When …”, “a biopsy, which …”, “acne, and”. */
function memberOf(item: string): string {
	const named =
		/^([^.:;]{2,70}?)(?:\s?:\s+|\.\s+)(?=\p{Lu})/u.exec(item)?.[1] ??
		/^([^.,:;]{3,70}), (?:an?|the|which|who|where|such as|including|also called|called|known as|usually|meaning|found in)\b/u.exec(
			item
		)?.[1] ??
		(item.length > 60 ? /^([^.,:;()]{3,60}) \(/u.exec(item)?.[1] : undefined);
	return named ?? item.replace(/(?:[.;,]|[,;] (?:and|or))$/, '');
}

function cardFor(text: string, { intro, items }: Listed, question: string, casing: Casing, place: Place): Candidate[] {
	const parts = membersOf(text, items);
	const separator = parts.some((part) => part.includes(',')) ? '; ' : ', ';
	const whose = /^In which (\w+) /.exec(question)?.[1];
	const link = / (with|who have|who)\s*:$/.exec(text.slice(intro.statement.start, intro.statement.end))?.[1];
	const lead = whose === undefined || link === undefined ? '' : `${whose} ${link} `;
	const back = capitalised(lead + parts.map((part) => inSentence(part, casing)).join(separator));
	// “Stage I, stage II”
	const areOnlyNumbered = parts.every((part) =>
		/^(?:stage|type|phase|grade|class|step|level) (?:\d+|[IVX]+|[A-Z])$/iu.test(part)
	);
	if (areOnlyNumbered || parts.some((part) => /^other\b/i.test(part))) return [];
	if (back.split(/\s+/).length > 30 || parts.some((part) => part.length > LONGEST || /[.?!] \p{Lu}/u.test(part)))
		return [];
	const { document, topic } = place;
	const spans = [intro.statement, ...items].map(({ start, end }) => ({ start, end }));
	const note: BasicNote = {
		kind: 'basic',
		id: `members-${candidateId(document, text.slice(intro.statement.start, intro.statement.end), parts.join('\n'))}`,
		topic,
		tags: ['list'],
		sources: spans.map(({ start, end }) => ({ document, quote: text.slice(start, end), start, end })),
		front: capitalised(question),
		back
	};
	const claim = {
		type: /risk|effect|reaction|complication|danger|harm/i.test(question) ? ('risk' as const) : ('list' as const),
		sentence: { start: intro.statement.start, end: intro.statement.end },
		slots: items.map(({ start, end }) => ({ role: 'members' as const, start, end })),
		hedged: hedgesIn(question).length > 0,
		negated: isNegated(question)
	};
	return [{ note, claim, key: claimKey(text, claim), answer: null, score: 0.84, pattern: LIST_ITEMS }];
}

const inSentence = (part: string, casing: Casing): string =>
	/^\p{Lu}\p{Ll}|^A /u.test(part) ? casing.inside(part) : part;

function listsIn(text: string, blocks: readonly JudgedBlock[], sentences: readonly Sentence[]): Listed[] {
	return sentences.flatMap((intro) => {
		const { statement } = intro;
		if (!ANNOUNCES.test(text.slice(statement.start, statement.end)) || statement.passedOver === 'speaks to the reader')
			return [];
		let end = statement.block + 1;
		while (blocks[end]?.kind === 'item' && blocks[end]?.ordered !== true && blocks[end]?.drop === null) end++;
		const all = blocks.slice(statement.block + 1, end);
		// What follows a list of names and is a sentence has lost its own line.
		const first = all[0];
		const isNamed = first !== undefined && !/[.:]/.test(text.slice(first.start, first.end));
		const isSaid = ({ start, end: to }: JudgedBlock): boolean => {
			const words = text.slice(start, to);
			return SENTENCE.test(words) || (isNamed && /\.$/.test(words) && words.split(' ').length > 8);
		};
		const stop = first === undefined || isSaid(first) ? -1 : all.findIndex(isSaid);
		// More lines behind a sentence are more of the list.
		if (stop !== -1 && stop < all.length - 1) return [];
		const items = stop === -1 ? all : all.slice(0, stop);
		const isRunTogether = sentences.some(
			({ statement: { block, passedOver } }) =>
				block > statement.block && block <= statement.block + items.length && passedOver === 'words run together'
		);
		if (isRunTogether) return [];
		return items.length >= FEWEST && items.length <= MOST_IN_ALL ? [{ intro, items }] : [];
	});
}

/** A whole sentence rather than a name with what explains it. */
const SENTENCE =
	/^\p{Lu}(?:(?!, (?:an?|the|which|who)\b)[^.:])*\b(?:is|are|was|were|can|may|should|has|have)\b[^.:]*[.:]/u;

const LISTED =
	/^(?:the )?(?:[\p{L}-]+ ){0,3}(?:symptoms|signs|causes|types|kinds|forms|components|parts|effects|risks|factors|features|functions|classes|reactions|complications|treatments|uses|methods|benefits|contraindications|advantages|disadvantages|mechanisms|criteria|triggers|conditions|indications|precautions)\b/iu;

/** “three layers”, “several causes”: how many, and of what kind. */
const OWNED =
	/^(?:(two|three|four|five|six|seven|eight|several|many|various|different|a number of|some) )?((?:[\p{L}-]+ ){0,2}[\p{L}-]+s)$/iu;

/** The question that the introducing line answers with its list; null if it cannot stand alone. */
function questionFor(intro: Sentence, casing: Casing, about: string | null): string | null {
	const wording = new Wording(intro, casing);
	const clause = intro.clauses[0];
	const { text, statement, classes } = intro;
	const line = text
		.slice(statement.start, statement.end)
		.replace(/\s*:$/, '')
		.replace(/,?\s*(?:including|such as)$/, '');
	if (/\b(?:you|your|we|our)\b/i.test(line)) return null;
	const plain = announced(casing.inside(line));
	if (plain !== null) return plain;
	if (clause === undefined) {
		// “Signs of bleeding”: no verb at all.
		const nouns = classes.replace(/:$/, '');
		if (!isNounPhrase(nouns) || !LISTED.test(line) || pointsOutside(intro, { from: 0, to: nouns.length })) return null;
		const what = casing.inside(line);
		if (/\b(?:of|for)\b/.test(line)) return `What are ${/^the /.test(what) ? '' : 'the '}${what}?`;
		return about === null ? null : `What are the ${what.replace(/^the /, '')} of ${about}?`;
	}
	if (clause.matrix !== null || clause.role !== 'main' || pointsElsewhere(intro, clause.subject)) return null;
	if (pointsOutside(intro, clause.subject) || /^I$/.test(classes.slice(clause.subject.from, clause.subject.to)))
		return null;
	return asked(clause, intro, wording, about);
}

const NUMBERS = 'two|three|four|five|six|seven|eight';

/** Lines that say by their form alone what is listed: “The following are …”, “There are two types of …”, “Those at risk include”. */
function announced(line: string): string | null {
	if (/\b(?:it|its|they|their|this|these|such|other|another)\b/i.test(line)) return null;
	const are = /^the following (?:are|is) ((?:[\p{L}-]+ ){0,3}[\p{L}-]+s (?:of|for|in) .+)$/iu.exec(line)?.[1];
	if (are !== undefined) return `What are ${/^the /.test(are) ? '' : 'the '}${are}?`;
	const which =
		/^the following ((?:[\p{L}-]+ ){0,3}[\p{L}-]+s (?:may|can|might|are|have|increase|decrease|cause|help|affect)\b.+)$/iu.exec(
			line
		)?.[1];
	// “may be used” alone says too little.
	if (
		which !== undefined &&
		which.split(' ').length >= 5 &&
		!/\b(?:used|done|made|given|recommended|helpful)$/.test(which)
	)
		return `Which ${which}?`;
	const kinds = new RegExp(
		`^there are (?:(the|several|different|various|many|${NUMBERS}) )?((?:[\\p{L}-]+ ){0,3}(?:types|kinds|forms|stages|phases|ways|groups|classes|causes|methods|parts|layers) (?:of|for|in|to) .+)$`,
		'iu'
	).exec(line);
	if (kinds?.[2] !== undefined) {
		const number = new RegExp(`^(?:${NUMBERS})$`, 'i').test(kinds[1] ?? '') ? `${kinds[1] ?? ''} ` : '';
		return `What are the ${number}${kinds[2]}?`;
	}
	const atRisk =
		/^(?:those|people|persons|groups|individuals) (at (?:\p{L}+ )?risk (?:for|of) .+?) (?:may |can )?include$/iu.exec(
			line
		)?.[1];
	if (atRisk !== undefined) return `Who is ${atRisk}?`;
	const counted = new RegExp(
		`^((?:${NUMBERS}) (?:[\\p{L}-]+ ){0,3}(?:types|kinds|forms|ways|stages) (?:of .+ )?(?:are|can|may|occur|exist)\\b.*)$`,
		'iu'
	).exec(line)?.[1];
	return counted === undefined ? null : `Which ${counted}?`;
}

/** “Side effects”, “The prognosis”: of what, only the document says. */
const UNOWNED =
	/^(?:the )?(?:[\p{L}-]+ ){0,2}(?:symptoms|signs|causes|factors|complications|prognosis|options|triggers|stages|types|goals|tests)$/iu;

function asked(clause: Clause, intro: Sentence, wording: Wording, about: string | null): string | null {
	const { tokens } = intro;
	const { subject, verb, complement } = clause;
	const end = /[:.]/.test(tokens[tokens.length - 1]?.text ?? '') ? tokens.length - 1 : tokens.length;
	const rest = wording
		.words({ from: complement.from, to: Math.max(complement.from, end) })
		.replace(
			/\s*\b(?:one or more of |more than one of |one of |any of |some of |all of )?the following(?: [\p{L}-]+){0,3}$/iu,
			''
		)
		.replace(verb.lemma === 'include' ? /^the following\b.*$/iu : /(?!)/, '')
		.replace(/:$/, '')
		.replace(/,?\s*(?:such as|including)$|,$/, '')
		.replace(/,?\s*(?:as follows|these)$/, '')
		.trim();
	const bare = wording.words(subject);
	if ((UNOWNED.test(bare) && about === null) || /^examples?$/i.test(bare)) return null;
	const name = UNOWNED.test(bare) ? `${bare} of ${about ?? ''}` : bare;
	const front = wording.front(clause);
	const isPlural = tokens[subject.to - 1]?.plural === true || verb.number === 'plural';
	const begin = (question: string): string => (front === '' ? question : front + uncapitalised(question));
	if (
		/\bit|its|they|this|these\b/.test(`${rest} ${front}`.replace(/with|patients/g, '')) &&
		/\b(it|its|they|this|these)\b/.test(`${rest} ${front}`)
	)
		return null;
	const isBe = verb.lemma === 'be' && verb.voice === 'copula';
	if (rest === '' && (isBe || (verb.lemma === 'include' && verb.auxiliary === null)) && LISTED.test(name))
		return begin(`What are ${name}?`);
	if (isBe && rest === '') return null;
	// “can cause the following complications:”
	const kind = /\bthe following ((?:[\p{L}-]+ ){0,2}[\p{L}-]+s):?$/u.exec(
		wording.words({ from: complement.from, to: Math.max(complement.from, end) })
	)?.[1];
	if (kind !== undefined && rest === '' && verb.voice !== 'copula')
		return begin(`Which ${kind} ${wording.inverted(verb, name, isPlural)}?`);
	// “has several causes, including”, “has three layers:”
	const owned = verb.lemma === 'have' && !verb.negated ? OWNED.exec(rest) : null;
	if (owned?.[2] !== undefined)
		return begin(
			`What are ${/^(?:two|three|four|five|six|seven|eight)$/.test(owned[1] ?? '') ? `the ${owned[1] ?? ''} ` : ''}${owned[2]} of ${name}?`
		);
	// “Some finishes can trap moisture, including”
	const some = /^(?:some|several|certain) (\p{L}.*)$/iu.exec(name)?.[1];
	if (some !== undefined && verb.voice !== 'passive' && rest !== '' && rest.split(' ').length <= 14)
		return begin(`Which ${some} ${wording.words({ from: verb.start, to: verb.end })} ${rest}?`);
	const who =
		/^in (?:[\p{L}-]+ )?(patients|people|women|men|children|individuals|adults)(?: with| who| who have)?$/u.exec(
			rest
		)?.[1];
	const inverted = wording.inverted(verb, name, isPlural);
	if (who !== undefined) return begin(`In which ${who} ${inverted}?`);
	if (rest === '' || /^(?:on|of|from|in|by|with|to|for|about)$/.test(rest.split(' ').pop() ?? '')) {
		if (rest.split(' ').length > 10 || / to$/.test(rest)) return null;
		return begin(`What ${inverted}${rest === '' ? '' : ` ${rest}`}?`);
	}
	return null;
}
