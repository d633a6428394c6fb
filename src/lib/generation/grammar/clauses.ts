import type { Token } from '../words/tokens';
import { agrees, clauseFrom, type Clause } from './clause';
import { breaksList, complementEnd } from './complement';
import { clauseAt } from './fronts';
import { laterClauses } from './later-clauses';
import { verbGroupAt } from './verb-group';

const DISCOURSE = new Set(
	'however moreover furthermore additionally nonetheless nevertheless thus therefore hence consequently also indeed instead similarly likewise overall meanwhile finally first second third next then specifically importantly notably accordingly conversely further and but so yet'.split(
		' '
	)
);
const DISCOURSE_PHRASES =
	/^(for example|for instance|in addition|as a result|in contrast|in fact|in general|in other words|on the other hand|that is|of note|in summary|in conclusion|in particular|by contrast|at first|as well|in turn|in essence|after all|in short|for this reason|for these reasons|because of this|as such|in other cases|in reality|in practice)$/;

/** The main clauses of a sentence that can be read from its first word to the last of the subject's verb. */
export function clausesOf(tokens: readonly Token[]): Clause[] {
	const classes = tokens.map((token) => token.class).join('');
	let sentenceEnd = tokens.length;
	while (
		sentenceEnd > 0 &&
		'.?'.includes(classes.charAt(sentenceEnd - 1)) &&
		!/\w/.test(tokens[sentenceEnd - 1]?.text ?? '')
	)
		sentenceEnd--;
	const begin = afterDiscourse(tokens, classes);
	const first = clauseAt(tokens, classes, begin, sentenceEnd);
	if (first === null) return [];
	const rest = laterClauses(tokens, classes, first);
	const [main = first, ...later] = [first, ...rest].map((clause, i, all) => upTo(classes, clause, all[i + 1]));
	return [
		main,
		...asideClause(tokens, classes, first),
		...later,
		...granted(tokens, classes, first),
		...setAgainst(tokens, classes, first)
	];
}

/** “Stalagmites, which lack a canal, grow …”: what is said of the subject between commas. */
function asideClause(tokens: readonly Token[], classes: string, { subject, aside, sentenceEnd }: Clause): Clause[] {
	if (aside === null || !/^(which|who)$/.test(tokens[aside.from]?.lower ?? '')) return [];
	const verb = verbGroupAt(tokens, aside.from + 1);
	if (verb === null || !agrees(tokens, subject, verb)) return [];
	const complement = { from: verb.end, to: Math.min(aside.to, complementEnd(tokens, classes, verb.end, aside.to)) };
	return [
		{
			role: 'relative',
			front: null,
			matrix: null,
			subject,
			aside: null,
			verb,
			complement,
			broken: breaksList(classes, complement.to, aside.to),
			sentenceEnd: Math.min(aside.to, sentenceEnd)
		}
	];
}

/** “Unlike loams that hold water, …”: what is said of that which the subject is set against. */
function setAgainst(tokens: readonly Token[], classes: string, { front }: Clause): Clause[] {
	if (front === null || !/^(?:unlike|like)$/.test(tokens[front.from]?.lower ?? '')) return [];
	const relative =
		classes.slice(front.from, front.to).search(/^P[JN]*NR[30AMH]/) === -1 ? -1 : classes.indexOf('R', front.from);
	if (relative === -1 || relative >= front.to || !/^(?:that|which)$/.test(tokens[relative]?.lower ?? '')) return [];
	const subject = { from: front.from + 1, to: relative };
	const verb = verbGroupAt(tokens, relative + 1);
	if (verb === null || !agrees(tokens, subject, verb)) return [];
	const complement = { from: verb.end, to: complementEnd(tokens, classes, verb.end, front.to) };
	const broken = breaksList(classes, complement.to, front.to);
	return [
		{
			role: 'relative',
			front: null,
			matrix: null,
			subject,
			aside: null,
			verb,
			complement,
			broken,
			sentenceEnd: front.to
		}
	];
}

/** “While S, …”, “Because S, …”: what stands before the main clause is said to be so too. */
function granted(tokens: readonly Token[], classes: string, { front }: Clause): Clause[] {
	if (front === null || !/^(while|whereas|although|though|because|since)$/.test(tokens[front.from]?.lower ?? ''))
		return [];
	if (classes.charAt(front.from) !== 'S') return [];
	const found = clauseFrom(tokens, classes, front.from + 1, front.to, null);
	return found === null || found.matrix !== null ? [] : [{ ...found, role: 'own' }];
}

function afterDiscourse(tokens: readonly Token[], classes: string): number {
	// “(a) An ionotropic receptor …”
	let at = /^\([DNQI]\)/.test(classes) ? 3 : 0;
	for (let round = 0; round < 2; round++) {
		const comma = classes.indexOf(',', at);
		const words = tokens
			.slice(at, comma === -1 ? at : comma)
			.map((token) => token.lower)
			.join(' ');
		if (comma !== -1 && comma - at <= 4 && (DISCOURSE.has(words) || DISCOURSE_PHRASES.test(words))) at = comma + 1;
		else if (/^(and|but|so|yet|thus|also)$/.test(tokens[at]?.lower ?? '') && at === 0) at++;
	}
	return at;
}

/** A clause whose complement ran into the next one’s subject ends before that one. */
function upTo(classes: string, clause: Clause, next: Clause | undefined): Clause {
	if (next?.role !== 'own' || next.subject.from >= clause.complement.to) return clause;
	let to = next.front?.from ?? next.subject.from;
	while (to > clause.complement.from && /[,;CAS]/.test(classes.charAt(to - 1))) to--;
	return to <= clause.complement.from
		? clause
		: { ...clause, complement: { from: clause.complement.from, to }, broken: false };
}
