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
	awake: ['awoke', 'awoken'],
	bear: ['bore', 'borne'],
	beat: ['beat', 'beaten'],
	bend: ['bent', 'bent'],
	bleed: ['bled', 'bled'],
	blow: ['blew', 'blown'],
	breed: ['bred', 'bred'],
	bring: ['brought', 'brought'],
	burst: ['burst', 'burst'],
	cast: ['cast', 'cast'],
	catch: ['caught', 'caught'],
	cling: ['clung', 'clung'],
	cost: ['cost', 'cost'],
	cut: ['cut', 'cut'],
	deal: ['dealt', 'dealt'],
	dig: ['dug', 'dug'],
	draw: ['drew', 'drawn'],
	drink: ['drank', 'drunk'],
	fight: ['fought', 'fought'],
	flee: ['fled', 'fled'],
	fly: ['flew', 'flown'],
	forbid: ['forbade', 'forbidden'],
	forget: ['forgot', 'forgotten'],
	foresee: ['foresaw', 'foreseen'],
	grind: ['ground', 'ground'],
	hang: ['hung', 'hung'],
	hear: ['heard', 'heard'],
	hit: ['hit', 'hit'],
	hurt: ['hurt', 'hurt'],
	leave: ['left', 'left'],
	lend: ['lent', 'lent'],
	meet: ['met', 'met'],
	melt: ['melted', 'melted'],
	overcome: ['overcame', 'overcome'],
	overtake: ['overtook', 'overtaken'],
	overthrow: ['overthrew', 'overthrown'],
	pay: ['paid', 'paid'],
	quit: ['quit', 'quit'],
	ride: ['rode', 'ridden'],
	ring: ['rang', 'rung'],
	seek: ['sought', 'sought'],
	sell: ['sold', 'sold'],
	shake: ['shook', 'shaken'],
	shed: ['shed', 'shed'],
	shoot: ['shot', 'shot'],
	shrink: ['shrank', 'shrunk'],
	shut: ['shut', 'shut'],
	sing: ['sang', 'sung'],
	sink: ['sank', 'sunk'],
	sit: ['sat', 'sat'],
	sleep: ['slept', 'slept'],
	slide: ['slid', 'slid'],
	spend: ['spent', 'spent'],
	spin: ['spun', 'spun'],
	split: ['split', 'split'],
	stand: ['stood', 'stood'],
	steal: ['stole', 'stolen'],
	stick: ['stuck', 'stuck'],
	strike: ['struck', 'struck'],
	swear: ['swore', 'sworn'],
	sweep: ['swept', 'swept'],
	swell: ['swelled', 'swollen'],
	swim: ['swam', 'swum'],
	swing: ['swung', 'swung'],
	teach: ['taught', 'taught'],
	tear: ['tore', 'torn'],
	tell: ['told', 'told'],
	throw: ['threw', 'thrown'],
	wear: ['wore', 'worn'],
	win: ['won', 'won'],
	wind: ['wound', 'wound'],
	withhold: ['withheld', 'withheld'],
	withstand: ['withstood', 'withstood'],
	uphold: ['upheld', 'upheld'],
	write: ['wrote', 'written'],
	creep: ['crept', 'crept'],
	forgive: ['forgave', 'forgiven'],
	hide: ['hid', 'hidden'],
	outgrow: ['outgrew', 'outgrown'],
	sew: ['sewed', 'sewn'],
	sow: ['sowed', 'sown'],
	spring: ['sprang', 'sprung'],
	sting: ['stung', 'stung'],
	stride: ['strode', 'stridden'],
	tread: ['trod', 'trodden'],
	undertake: ['undertook', 'undertaken'],
	undo: ['undid', 'undone'],
	wake: ['woke', 'woken'],
	weave: ['wove', 'woven'],
	weep: ['wept', 'wept']
};

/** Verbs of two syllables or more that double their last consonant. */
const DOUBLING = new Set(
	'permit equip compel abut abet allot annul rebut patrol program format refer prefer occur regret control submit admit emit transmit commit begin forget infer defer confer transfer deter propel expel compel rebel repel'.split(
		' '
	)
);

/** The five forms of a verb. */
export function formsOf(lemma: string): [VerbForm, string][] {
	const [past, participle] = IRREGULAR[lemma] ?? [pastOf(lemma), pastOf(lemma)];
	// “labeled” and “labelled”
	const british: [VerbForm, string][] =
		/[a-z]{2}[^aeiou][aeiou]l$/.test(lemma) && !doubles(lemma)
			? [
					['past', `${lemma}led`],
					['participle', `${lemma}led`],
					['ing', `${lemma}ling`]
				]
			: [];
	return [
		['base', lemma],
		['third', thirdOf(lemma)],
		['past', past],
		['participle', participle],
		['ing', ingOf(lemma)],
		...british
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
