export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing';

/** lemma: past, participle. Only where rules do not give them. */
const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
	arise: ['arose', 'arisen'],
	be: ['was', 'been'],
	become: ['became', 'become'],
	begin: ['began', 'begun'],
	bind: ['bound', 'bound'],
	bite: ['bit', 'bitten'],
	break: ['broke', 'broken'],
	build: ['built', 'built'],
	buy: ['bought', 'bought'],
	choose: ['chose', 'chosen'],
	come: ['came', 'come'],
	do: ['did', 'done'],
	drive: ['drove', 'driven'],
	eat: ['ate', 'eaten'],
	fall: ['fell', 'fallen'],
	feed: ['fed', 'fed'],
	feel: ['felt', 'felt'],
	find: ['found', 'found'],
	freeze: ['froze', 'frozen'],
	get: ['got', 'got'],
	give: ['gave', 'given'],
	go: ['went', 'gone'],
	grow: ['grew', 'grown'],
	have: ['had', 'had'],
	hold: ['held', 'held'],
	keep: ['kept', 'kept'],
	know: ['knew', 'known'],
	lay: ['laid', 'laid'],
	lead: ['led', 'led'],
	let: ['let', 'let'],
	lie: ['lay', 'lain'],
	lose: ['lost', 'lost'],
	make: ['made', 'made'],
	mean: ['meant', 'meant'],
	prove: ['proved', 'proven'],
	put: ['put', 'put'],
	read: ['read', 'read'],
	rebuild: ['rebuilt', 'rebuilt'],
	rise: ['rose', 'risen'],
	run: ['ran', 'run'],
	say: ['said', 'said'],
	see: ['saw', 'seen'],
	send: ['sent', 'sent'],
	set: ['set', 'set'],
	show: ['showed', 'shown'],
	speak: ['spoke', 'spoken'],
	spread: ['spread', 'spread'],
	take: ['took', 'taken'],
	think: ['thought', 'thought'],
	undergo: ['underwent', 'undergone'],
	underlie: ['underlay', 'underlain'],
	understand: ['understood', 'understood'],
	withdraw: ['withdrew', 'withdrawn'],
	write: ['wrote', 'written']
};

/** Verbs of two syllables or more that double their last consonant. */
const DOUBLING = new Set(
	'permit refer prefer occur regret control submit admit emit transmit commit begin forget infer defer confer deter propel expel compel rebel repel'.split(
		' '
	)
);

/** The five forms of a verb. */
export function formsOf(lemma: string): [VerbForm, string][] {
	const [past, participle] = IRREGULAR[lemma] ?? [pastOf(lemma), pastOf(lemma)];
	return [
		['base', lemma],
		['third', thirdOf(lemma)],
		['past', past],
		['participle', participle],
		['ing', ingOf(lemma)]
	];
}

export function thirdOf(lemma: string): string {
	if (lemma === 'have') return 'has';
	if (lemma === 'be') return 'is';
	if (/(s|x|z|ch|sh|o)$/.test(lemma)) return `${lemma}es`;
	return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

const doubles = (lemma: string): boolean =>
	DOUBLING.has(lemma) || (/^[^aeiou]*[aeiou][bdgklmnprt]$/.test(lemma) && !/(ea|ee|oo|ou)/.test(lemma));

function pastOf(lemma: string): string {
	if (lemma.endsWith('e')) return `${lemma}d`;
	if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
	return doubles(lemma) ? `${lemma}${lemma.slice(-1)}ed` : `${lemma}ed`;
}

function ingOf(lemma: string): string {
	if (lemma === 'lie' || lemma === 'underlie') return `${lemma.slice(0, -2)}ying`;
	if (/[^eoy]e$/.test(lemma) && lemma !== 'be') return `${lemma.slice(0, -1)}ing`;
	return doubles(lemma) ? `${lemma}${lemma.slice(-1)}ing` : `${lemma}ing`;
}
