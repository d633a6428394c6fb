import { stem, type Token } from '../../deck-format/lint/words';

/** What a verb or noun may end in without becoming another word; ends that deny or liken are not among them. */
const ENDING =
	/^(?:e?s|e?d|ing|e|y|ies|ied|ions?|ations?|itions?|ive|ively|ors?|ers?|al|ally|ly|ments?|ants?|ent|ance|ence|ic|ous|ity)?$/;

/**
 * Whether two words are forms of one, more strictly than the lints see it: “prednisone” and “prednisolone” begin alike
 * and are two drugs. Words with figures or capitals inside must be the same but for a plural s.
 */
export function isFormOf(a: Token, b: Token): boolean {
	if (a.word === b.word) return true;
	if (isExact(a.raw) || isExact(b.raw)) return a.word.replace(/s$/, '') === b.word.replace(/s$/, '');
	if (/\d/.test(a.word + b.word)) return false;
	if (IRREGULAR.get(a.word) === b.word || IRREGULAR.get(b.word) === a.word) return true;
	if (isInflected(a.word, b.word) || isInflected(b.word, a.word)) return true;
	let shared = 0;
	while (shared < a.word.length && a.word[shared] === b.word[shared]) shared++;
	if (shared < 3) return false;
	const ends = ENDING.test(a.word.slice(shared)) && ENDING.test(b.word.slice(shared));
	return ends && (shared >= 5 || stem(a.word) === stem(b.word));
}

/** “use”, “used”; “commit”, “committed”. */
function isInflected(bare: string, form: string): boolean {
	if (bare.length < 3 || !form.startsWith(bare)) return false;
	const doubled = bare.charAt(bare.length - 1);
	const rest = form.slice(bare.length);
	return /^(?:e?s|e?d|ing)$/.test(rest) || rest === `${doubled}ed` || rest === `${doubled}ing`;
}

/** Past forms of common verbs to the bare verb, which a question with “did” has. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
	'began begin,begun begin,rose rise,risen rise,fell fall,fallen fall,grew grow,grown grow,led lead,found find,made make,took take,taken take,gave give,given give,came come,became become,bound bind,held hold,kept keep,lost lose,met meet,shown show,shrank shrink,shrunk shrink,sought seek,sent send,spread spread,stood stand,thought think,wrote write,written write,broke break,broken break,brought bring,built build,chose choose,chosen choose,drew draw,drawn draw,drove drive,driven drive,arose arise,arisen arise,underwent undergo,undergone undergo,overcame overcome,ran run,saw see,seen see,knew know,known know,got get,went go,gone go,fed feed,left leave,lay lie,won win,wore wear,worn wear,women woman,men man,children child,mice mouse,feet foot,teeth tooth,said say,paid pay,taught teach,felt feel'
		.split(',')
		.flatMap((pair): [string, string][] => {
			const [past, bare] = pair.split(' ');
			return past === undefined || bare === undefined ? [] : [[past, bare]];
		})
);

const isExact = (raw: string): boolean => /\d|^\p{L}.*\p{Lu}/u.test(raw);
