import { ADJECTIVES } from './closed-classes';
import { clauseFollows, lettersFrom, type Draft } from './draft';
import type { WordClass } from './tokens';

/** Second look at a word, with the classes of all its neighbours known. */
export function settle(draft: Draft, all: readonly Draft[], i: number): void {
	const before = all[i - 1]?.class ?? '.';
	const next = all[i + 1]?.class ?? '.';
	const { lower } = draft;
	if (lower === 'that') draft.class = thatClass(before, next);
	else if (lower === 'up' && all[i + 1]?.lower === 'to' && all[i + 2]?.class === 'Q') draft.class = 'A';
	else if (lower === 'to' && all[i - 1]?.lower === 'up' && next === 'Q') draft.class = 'A';
	else if (lower === 'not' && all[i + 1]?.lower === 'only') draft.class = 'A';
	else if (lower === 'where' && before !== '.') draft.class = 'R';
	else if (lower === 'as' && isSubordinating(all, i)) draft.class = 'S';
	// “More than a thousand defects can …”
	else if (
		lower === 'than' &&
		i === 1 &&
		/^(?:more|fewer|less)$/.test(all[0]?.lower ?? '') &&
		/^D?Q/.test(lettersFrom(all, 2))
	)
		draft.class = 'A';
	else if (lower === 'like' || lower === 'as' || lower === 'than') draft.class = 'P';
	else if (
		draft.class === 'D' &&
		/^(this|these|those|both|each|all|some|many|most|several|few|other|another|any|much|more|less|either|neither|such)$/.test(
			lower
		)
	) {
		if ('BMHK3.,;'.includes(next) && !/^(other)$/.test(lower)) draft.class = 'I';
		// “each of these regions”
		else if (next === 'O' && /^(some|all|many|most|several|few|each|any|either|neither|both)$/.test(lower))
			draft.class = 'I';
		else if (lower === 'more' || lower === 'most' || lower === 'less')
			draft.class = next === 'J' || next === 'A' || next === 'E' ? 'A' : next === 'N' || next === 'J' ? 'D' : 'A';
	} else if (draft.class === 'A' && (lower === 'more' || lower === 'most' || lower === 'less') && next === 'N')
		draft.class = 'D';
	else if (
		draft.class === 'P' &&
		/^(after|before|since|until)$/.test(lower) &&
		clauseFollows(all, i) &&
		(i < 2 || all.slice(0, i).some((each) => 'BMHK30E'.includes(each.class)))
	)
		draft.class = 'S';
	else if (lower === 'once' && all[i - 1]?.lower === 'at') draft.class = 'A';
	else if (
		lower === 'once' &&
		/^(daily|weekly|monthly|yearly|a|per|every|or|in)$/.test(all[i + 1]?.lower ?? '') &&
		!(all[i + 1]?.lower === 'a' && clauseFollows(all, i))
	)
		draft.class = 'A';
	// “botulinum toxin A has”, “vitamin A is”: a letter that names.
	else if (draft.text === 'A' && i > 0 && before === 'N' && !'NJ'.includes(next)) draft.class = 'N';
	// “Having the syndrome increases …”, “Being infected can lead …”, “the risk of having …”
	else if (lower === 'having' && (i === 0 || 'OP'.includes(before)) && 'DJNQ'.includes(next)) draft.class = 'G';
	else if (lower === 'being' && i === 0 && 'EJ'.includes(next)) draft.class = 'G';
	else if (lower === 'following' && i === 0 && /^D[^,]*[MBH3]/.test(lettersFrom(all, 1))) draft.class = 'G';
	else if (lower === 'likely') draft.class = 'J';
	else if (lower === 'long' && before === 'H' && next === 'E') draft.class = 'A';
	else if (lower === 'known' && 'BA'.includes(before) && /^(as|for|to|by)$/.test(all[i + 1]?.lower ?? ''))
		draft.class = 'E';
	// “long past the predictions”
	else if (lower === 'long' && /^(past|before|after)$/.test(all[i + 1]?.lower ?? '')) draft.class = 'A';
	else if (lower === 'past' && all[i - 1]?.lower === 'long') draft.class = 'P';
	else if (lower === 'at' && /^(least|most)$/.test(all[i + 1]?.lower ?? '') && all[i + 2]?.class === 'Q')
		draft.class = 'A';
	else if (/^(least|most)$/.test(lower) && all[i - 1]?.lower === 'at' && next === 'Q') draft.class = 'A';
	else if (lower === 'about' && next === 'Q') draft.class = 'A';
	else if (lower === 'over' && next === 'Q') draft.class = 'A';
	else if (lower === 'born' && (before === 'B' || (i === 0 && next === 'P'))) draft.class = 'E';
	else if (lower === 'so' && i > 2 && 'DNIJQG'.includes(next) && before !== 'C' && clauseFollows(all, i))
		draft.class = 'S';
	else if (lower === 'so' && next !== 'R') draft.class = 'A';
	else if (draft.class === 'S' && lower === 'since' && (next === 'Q' || next === 'N'))
		draft.class = clauseFollows(all, i) ? 'S' : 'P';
	else if (draft.class === 'S' && lower === 'until' && next === 'Q') draft.class = 'P';
	else if (
		draft.class === 'G' &&
		'E30'.includes(before) &&
		'P.,;)'.includes(next) &&
		!/^(begin|start|stop|continue|keep|avoid)/.test(all[i - 1]?.lower ?? '')
	)
		draft.class = 'N';
	else if (draft.class === 'G' && 'DO'.includes(before) && next !== 'N' && next !== 'J') draft.class = 'N';
	else if (('MTX'.includes(before) || /^helps?$/.test(all[i - 1]?.lower ?? '')) && lower === 'lower') draft.class = '0';
	else if (draft.class === 'E' && before === 'D' && !'NJGEQA'.includes(next)) draft.class = 'N';
	if (lower === 'including' || (lower === 'following' && draft.class !== 'G')) draft.class = before === 'D' ? 'J' : 'P';
	// “Float glass was …”: what opens a sentence before a noun and a finite verb is no imperative.
	if (
		i === 0 &&
		draft.class === '0' &&
		/^[JN]*N[BMHK]/.test(
			all
				.slice(1, 5)
				.map((each) => each.class)
				.join('')
		)
	)
		draft.class = 'N';
	if (draft.class === 'J' && 'BMHK'.includes(next) && (before === 'D' || (before === 'J' && all[i - 2]?.class === 'D')))
		draft.class = 'N';
	// “people age 12 and older”
	if (lower === 'age' && before === 'N' && next === 'Q') draft.class = 'P';
	if (/^(?:older|over|above|younger|under|up)$/.test(lower) && before === 'C' && all[i - 2]?.class === 'Q')
		draft.class = 'N';
	// “as an antiseptic, …”, “an astringent in …”: an article must come to its noun.
	const [behind, then] = [all[i + 1]?.lower ?? '', all[i + 2]?.class ?? '.'];
	if (
		draft.class === 'J' &&
		/^an?$/.test(all[i - 1]?.lower ?? '') &&
		!ADJECTIVES.has(lower) &&
		('.;:)R'.includes(next) ||
			(next === ',' && !'JAEG'.includes(then)) ||
			(next === 'P' && !/^(?:than|as)$/.test(behind)))
	)
		draft.class = 'N';
	// “a postsynaptic potential (PSP)”: what is abbreviated is a thing.
	if (draft.class === 'J' && next === '(' && 'DJ'.includes(before) && /^\p{Lu}{2,}s?$/u.test(all[i + 2]?.text ?? ''))
		draft.class = 'N';
	// “the second messenger”, “the first group”
	if (
		draft.class === 'A' &&
		/^(first|second|third|fourth|fifth)$/.test(lower) &&
		(i === 0 || 'DOJPN'.includes(before)) &&
		next === 'N'
	)
		draft.class = 'J';
	// “earlier types are reported”
	if (draft.class === 'A' && /^(earlier|later|then)$/.test(lower) && next === 'N' && '.,DPC'.includes(before))
		draft.class = 'J';
	// “they each have”
	if (/^(each|all|both)$/.test(lower) && before === 'I' && 'BMHK30'.includes(next)) draft.class = 'A';
	// “Weavers all know …”, “The spare oars either float …”
	if (/^(all|both|either|neither)$/.test(lower) && before === 'N' && 'BMHK30'.includes(next)) draft.class = 'A';
	// “the inside of the membrane”
	if (/^(inside|outside)$/.test(lower) && before === 'D' && next === 'O') draft.class = 'N';
	// “Travel and trade along the road continued”
	if (i === 0 && draft.class === '0' && next === 'C' && /^C[JN0]*(?:[PO][DJN]+)*[EB3HM]/.test(lettersFrom(all, 1)))
		draft.class = 'N';
	// “Epilepsy becomes …”, “cases of epilepsy are”, “develop epilepsy as”: only a noun can stand there.
	if (draft.class === 'J' && isNounPlace(all, i, before, next)) draft.class = 'N';
	// “Smocking gathers the cloth”, “Swimming is …”
	if (
		i === 0 &&
		draft.class === 'G' &&
		('3BMH'.includes(next) || (next === 'A' && '3BMH'.includes(all[2]?.class ?? '.')))
	)
		draft.class = 'N';
	// “Beginning with the absorption of light, …”
	if (i === 0 && draft.class === 'N' && /^(beginning|starting|ending)$/.test(lower) && 'PT'.includes(next))
		draft.class = 'G';
	// “headache, vomiting, jaundice and sneezing”
	const isListed =
		(before === ',' && (next === ',' || next === 'C') && all[i - 2]?.class === 'N') ||
		(before === 'C' && '.,;'.includes(next) && all[i - 2]?.class === 'N');
	if (draft.class === 'G' && isListed) draft.class = 'N';
	// “Copolymer I”
	if (
		draft.text === 'I' &&
		before === 'N' &&
		(/^\p{Lu}/u.test(all[i - 1]?.text ?? '') ||
			!'BMHK30EA'.includes(next) ||
			/^(is|was|has|does)$/.test(all[i + 1]?.lower ?? ''))
	)
		draft.class = 'N';
	if (draft.class === 'G' && before === 'J' && 'BMHKC'.includes(next)) draft.class = 'N';
	// “blood level monitoring is …”, “causes of coral bleaching include …”
	if (draft.class === 'G' && 'NJO'.includes(before) && ('BMHK3'.includes(next) || (next === '0' && before !== 'N')))
		draft.class = 'N';
	// “gout, epilepsy, and cancer”
	if (draft.class === 'J' && before === ',' && all[i - 2]?.class === 'N' && /^,C[DJ]*N/.test(lettersFrom(all, i + 1)))
		draft.class = 'N';
	// “the entire thyroid always …”: an article must come to its noun.
	if (
		draft.class === 'J' &&
		'A,.)'.includes(next) &&
		before === 'J' &&
		all[i - 2]?.class === 'D' &&
		!ADJECTIVES.has(lower) &&
		!/(ous|ive|ic|al|ary|able|ible|ful|less|ed|ing)$/.test(lower)
	)
		draft.class = 'N';
	if (draft.class === 'J' && (next === 'O' || next === '3') && 'DJNE'.includes(before)) draft.class = 'N';
	// “The canal opened on …”: with a participle behind it and no noun after that, it is the noun.
	if (
		draft.class === 'J' &&
		next === 'E' &&
		'DJN'.includes(before) &&
		!'JNEG'.includes(all[i + 2]?.class ?? '.') &&
		!ADJECTIVES.has(lower)
	)
		draft.class = 'N';
}

/** “as it can take a month”, “As countries begin …,”, “rises as a person gets older”; not “is used as a drug”. */
function isSubordinating(all: readonly Draft[], i: number): boolean {
	const classes = lettersFrom(all, i + 1);
	if (/^I[A]*[BMHK30E]/.test(classes)) return true;
	if (!/^[DJNQE']*N[A]*(?:[BMHK3]|0(?=[TAPD]))/.test(classes)) return false;
	const hasVerb = all.slice(0, i).some((each) => 'BMHK30'.includes(each.class));
	return i === 0 ? /^[^,]*[BMHK30][^,]*,/.test(classes) : hasVerb;
}

/** Phrases in which an adjective follows a preposition without a noun: “in general”. */
const IN_GENERAL =
	/^(general|particular|full|common|short|brief|large|last|first|free|high|low|new|old|private|public|secret|vain|vivo|vitro|advance|full|sure|certain|present|best|least|most|worst|fresh|long|young|male|female|white|black|blue|red|green)$/;
const ADJECTIVAL = /(?:er|est|ous|ive|ic|al|ful|less|able|ible|ent|ant|ed|ing|ary|ory|ish|ular|like|free)$/;

/** Whether nothing but a noun can stand where a word stands that was taken for an adjective. */
function isNounPlace(all: readonly Draft[], i: number, before: WordClass, next: WordClass): boolean {
	const { lower } = all[i] ?? { lower: '' };
	if (ADJECTIVES.has(lower) || IN_GENERAL.test(lower) || ADJECTIVAL.test(lower)) return false;
	if (i === 0) return 'BMH3'.includes(next) || (next === 'R' && all[1]?.lower === 'that');
	if ('PO'.includes(before)) return 'BMHK3PTSR.;:)'.includes(next);
	const verb = all[i - 1]?.lemma ?? '';
	return (
		'30'.includes(before) &&
		'PS.;'.includes(next) &&
		!/^(become|remain|seem|stay|appear|turn|make|keep|find|get|go|feel|look|grow|prove|run|fall|come|leave|render|taste|smell|sound|lie|stand|hold)$/.test(
			verb
		)
	);
}

function thatClass(before: WordClass, next: WordClass): WordClass {
	if ('BMHK3E0'.includes(next)) return before === '.' ? 'I' : 'R';
	if (before === 'N' || before === ')' || before === ',') return 'R';
	if ('E30GJ'.includes(before)) return 'S';
	return next === 'N' || next === 'J' ? 'D' : 'R';
}
