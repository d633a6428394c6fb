import type { Token } from '../words/tokens';
import { baseOfPast } from '../words/base-form';
import { verbReadings } from '../words/verb-lexicon';

/** A finite verb with its auxiliaries. Indices are into the sentence's tokens, ends exclusive. */
export interface VerbGroup {
	readonly start: number;
	readonly end: number;
	/** The word that goes before the subject in a question, or null where “do” is needed. */
	readonly auxiliary: number | null;
	/** The word that carries the meaning. */
	readonly main: number;
	readonly lemma: string;
	readonly voice: 'active' | 'passive' | 'copula';
	/** Of the finite word. */
	readonly tense: 'present' | 'past';
	/** Whether the finite word can only go with a singular (or only with a plural) subject. */
	readonly number: 'singular' | 'plural' | 'either';
	readonly negated: boolean;
}

/** Verbs that say how sure something is when an infinitive follows: “appears to reduce”. */
const RAISING = new Set('appear seem tend continue begin help fail need'.split(' '));
const REPORTED = new Set(
	'think believe know report show find expect consider say estimate hypothesize suspect see observe suggest'.split(' ')
);

/** Verbs whose meaning is that of verb and particle together. */
const PARTICLES: Readonly<Record<string, string>> = {
	speed: 'up',
	slow: 'down',
	give: 'out|off|up|rise',
	take: 'up|over|in|on|place|part',
	break: 'down|up|off',
	carry: 'out|on',
	set: 'up|off|out',
	build: 'up',
	make: 'up',
	use: 'up',
	pick: 'up',
	bring: 'about|down|in|up',
	shut: 'down|off',
	cut: 'off|down',
	lay: 'down|out',
	rule: 'out',
	switch: 'on|off',
	turn: 'on|off',
	draw: 'up|in|off',
	fill: 'up|in',
	put: 'out|forward',
	phase: 'out',
	wear: 'down|away|out',
	wipe: 'out',
	wash: 'out|away',
	filter: 'out',
	cool: 'down',
	hold: 'back|up',
	point: 'out',
	help: 'out',
	seek: 'out',
	scale: 'up',
	send: 'out|off',
	soak: 'up',
	store: 'up',
	clear: 'away|up',
	wind: 'up',
	crowd: 'out'
};

const hasParticle = (tokens: readonly Token[], main: number, lemma: string): boolean =>
	PARTICLES[lemma]?.split('|').includes(tokens[main + 1]?.lower ?? '') === true &&
	!/^(to|of)$/.test(tokens[main + 2]?.lower ?? '');

/** Reads the verb group that begins at `from`, adverbs before it included; null if none does. */
export function verbGroupAt(tokens: readonly Token[], from: number): VerbGroup | null {
	const is = (at: number, classes: string): boolean => {
		const letter = tokens[at]?.class;
		return letter !== undefined && classes.includes(letter);
	};
	const skip = (at: number): number => {
		while (is(at, 'AX')) at++;
		// “rapidly (within one day) improved”
		if (at > from && is(at, '(') && is(at - 1, 'A')) {
			const close = tokens.findIndex((token, i) => i > at && token.class === ')');
			if (close !== -1) return skip(close + 1);
		}
		return at;
	};
	const finite = skip(from);
	const first = tokens[finite];
	if (first === undefined || is(from, 'X')) return null;
	const base = { start: from, tense: tenseOf(first), number: numberOf(first) } as const;
	const group = (auxiliary: number | null, main: number, voice: VerbGroup['voice']): VerbGroup => {
		const lemma = lemmaOf(tokens[main]);
		const chained = chain(tokens, main, lemma, voice);
		const negated = tokens
			.slice(from, chained.main + 1)
			.some((token) => token.class === 'X' || /n't$|^cannot$/.test(token.lower));
		return {
			...base,
			auxiliary,
			main: chained.main,
			end: chained.main + 1 + (hasParticle(tokens, chained.main, chained.lemma) ? 1 : 0),
			lemma: chained.lemma,
			voice: chained.voice,
			negated
		};
	};
	const afterBe = (auxiliary: number, be: number): VerbGroup => {
		const next = skip(be + 1);
		if (is(next, 'B')) return afterBe(auxiliary, next);
		if (is(next, 'E') && lemmaOf(tokens[next]) !== '') return group(auxiliary, next, 'passive');
		// “is constantly changing.”
		const isGoingOn = is(next, 'G') && (!is(next + 1, 'N.,') || (next > be + 1 && is(next - 1, 'A')));
		if (isGoingOn && lemmaOf(tokens[next]) !== '') return group(auxiliary, next, 'active');
		return { ...group(auxiliary, be, 'copula'), lemma: 'be' };
	};
	if (is(finite, 'M') || is(finite, 'K')) {
		const next = skip(finite + 1);
		if (is(next, '0')) return group(finite, next, 'active');
		if (is(next, 'B')) return afterBe(finite, next);
		if (is(next, 'H')) {
			const after = skip(next + 1);
			if (is(after, 'B')) return afterBe(finite, after);
			return is(after, 'E') ? group(finite, after, 'active') : group(finite, next, 'active');
		}
		return null;
	}
	if (is(finite, 'B')) return afterBe(finite, finite);
	if (is(finite, 'H')) {
		const next = skip(finite + 1);
		if (is(next, 'B')) return afterBe(finite, next);
		if (is(next, 'H')) return group(finite, next, 'active');
		if (is(next, 'E') && !is(next + 1, 'NJ')) return group(finite, next, 'active');
		if (is(next, 'E') && lemmaOf(tokens[next]) !== '' && tokens[next + 1]?.lower !== 'levels')
			return group(finite, next, 'active');
		return group(null, finite, 'active');
	}
	// A past tense that the lexicon does not know is more often a participle, unless an object follows.
	const isNamed = finite > 0 && /^\p{Lu}/u.test(tokens[finite - 1]?.text ?? '') && is(finite - 1, 'N');
	if (is(finite, 'E') && verbReadings(first.lower).length === 0 && !is(finite + 1, isNamed ? 'DQIPTJNA' : 'DQIPT'))
		return null;
	if (is(finite, '30E') && lemmaOf(first) !== '') return group(null, finite, 'active');
	return null;
}

function chain(
	tokens: readonly Token[],
	main: number,
	lemma: string,
	voice: VerbGroup['voice']
): Pick<VerbGroup, 'main' | 'lemma' | 'voice'> {
	// “helped spread religious beliefs”
	const helped = tokens[main + 1];
	const bare =
		lemma === 'help' && voice === 'active'
			? verbReadings(helped?.lower ?? '').find((each) => each.form === 'base')
			: undefined;
	const isObjectNext = 'DJNQ'.includes(tokens[main + 2]?.class ?? '.');
	if (
		bare !== undefined &&
		helped !== undefined &&
		('0E'.includes(helped.class) || (helped.class === 'N' && isObjectNext))
	)
		return { main: main + 1, lemma: bare.lemma, voice };
	const links = voice === 'passive' ? REPORTED.has(lemma) : voice === 'active' && RAISING.has(lemma);
	if (!links || tokens[main + 1]?.class !== 'T') return { main, lemma, voice };
	let next = main + 2;
	while (tokens[next]?.class === 'A') next++;
	const verb = tokens[next];
	if (verb?.class === '0') return { main: next, lemma: lemmaOf(verb), voice: 'active' };
	if (verb?.class === 'H' && tokens[next + 1]?.class === 'E' && lemmaOf(tokens[next + 1]) !== '')
		return { main: next + 1, lemma: lemmaOf(tokens[next + 1]), voice: 'active' };
	if (verb?.class !== 'B') return { main, lemma, voice };
	let participle = next + 1;
	while (tokens[participle]?.class === 'A') participle++;
	const passive = tokens[participle];
	return passive?.class === 'E' && lemmaOf(passive) !== ''
		? { main: participle, lemma: lemmaOf(passive), voice: 'passive' }
		: { main: next, lemma: 'be', voice: 'copula' };
}

function lemmaOf(token: Token | undefined): string {
	if (token === undefined) return '';
	if (token.class === 'B') return 'be';
	if (token.class === 'H') return 'have';
	if (token.lower === 'born') return 'bear';
	const readings = verbReadings(token.lower);
	if (token.class === '0') return readings.find((each) => each.form === 'base')?.lemma ?? token.lower;
	if (token.class === '3')
		return readings.find((each) => each.form === 'third')?.lemma ?? token.lower.replace(/s$/, '');
	return (
		(readings.find((each) => each.form === 'participle' || each.form === 'past') ?? readings[0])?.lemma ??
		(token.class === 'E' ? baseOfPast(token.lower) : '')
	);
}

function tenseOf({ lower, class: letter }: Token): 'present' | 'past' {
	if (/^(was|were|had|did|could|would|might)$/.test(lower))
		return lower === 'could' || lower === 'might' || lower === 'would' ? 'present' : 'past';
	return letter === 'E' ? 'past' : 'present';
}

function numberOf({ lower, class: letter }: Token): VerbGroup['number'] {
	if (/^(is|was|has|does)$/.test(lower) || letter === '3') return 'singular';
	if (/^(are|were|have|do)$/.test(lower) || letter === '0') return 'plural';
	return 'either';
}
