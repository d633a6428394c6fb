import { formsOf, type VerbForm } from './inflection';

/** What a verb says of its subject and object; a claim's type follows from it. */
export type Relation =
	'cause' | 'act' | 'treat' | 'harm' | 'rule' | 'part' | 'place' | 'name' | 'use' | 'change' | 'show' | 'other';

/**
 * Verbs of scientific and medical prose by relation. Only those of the first groups can be asked for; `show` reports
 * what somebody says, `other` is known to be a verb and says too little to make a question of.
 */
const LEXICON: Readonly<Record<Relation, string>> = {
	cause:
		'cause induce produce trigger generate initiate evoke elicit provoke create yield stimulate promote facilitate enable increase raise elevate enhance boost amplify augment strengthen potentiate accelerate prolong extend reduce lower decrease diminish limit weaken attenuate dampen slow shorten block inhibit suppress prevent stop halt reverse counter counteract disrupt interrupt restore activate open close affect influence alter mediate lead result contribute drive spur upregulate downregulate sensitize desensitize depolarize hyperpolarize delay hinder abolish eliminate exacerbate dysregulate maintain sustain support protect excite relax constrict dilate contract promote modify govern determine widen deepen sharpen quicken intensify magnify multiply double triple lessen curb restrain constrain inflate deflate corrode deplete exhaust replenish renew revive awaken arouse sensitise favour favor encourage discourage deter compel force oblige bring inspire prompt spark ignite kindle fuel propel disturb destabilize destabilise unsettle undermine neutralize neutralise quench soften harden stiffen thicken tighten loosen lengthen aid render drag retard impede obstruct clog swell inflame lubricate minimize minimise maximize maximise optimize optimise heighten elongate depress mitigate lighten curtail avert forestall preclude speed hasten reinforce regenerate secure safeguard perpetuate precondition accentuate dislodge coagulate agitate hamper stifle quell',
	act: 'bind press dry act target modulate regulate control release secrete store convert transform transport carry transmit conduct deliver send absorb metabolize metabolise excrete degrade hydrolyze hydrolyse catalyze catalyse synthesize synthesise cross penetrate enter reach attack destroy kill infect invade inhabit feed detect measure monitor recognize recognise attach interact mimic resemble replace repair remove clear break dissolve form encode express synapse innervate surround line coat fill pump filter dilute displace occupy saturate antagonize agonize stabilize stabilise diffuse flow migrate divide replicate differentiate move travel pass receive process integrate propagate summate eat digest bite grow burn emit reflect orbit rotate erode deposit evaporate condense precipitate fertilize fertilise pollinate germinate photosynthesize respire ferment collect gather exchange connect link join separate extract purify concentrate heat cool melt freeze boil expand compress lift pull throw draw drain discharge expel eject inject infuse insert implant supply nourish house enclose encircle envelop cover shield wrap cushion anchor bear trap capture catch intercept engulf ingest swallow chew crush grind mould mold cast forge weld rivet bolt drill cut shear slice pierce puncture perforate perforated invent devise construct erect assemble manufacture paint sign seal ratify adopt enact repeal amend annex conquer defeat besiege capture seize colonize colonise nationalise nationalize privatise privatize command head chair sponsor fund finance subsidise subsidize purchase sell lease rent trade ship hire train teach educate marry succeed overthrow assassinate execute arrest imprison exile free liberate rescue evacuate own operate track record map chart survey inspect scan sample label tag sort sieve merge fuse unite mix blend stir shake bake roast steam distil distill brew pickle smoke salt thaw irrigate plough plow sow plant harvest reap graze hunt fish trap tame breed domesticate vascularise vascularize perfuse oxygenate ventilate polarize polarise repolarize repolarise demyelinate myelinate phosphorylate methylate acetylate transcribe mutate splice cleave oxidise oxidize ionise ionize polymerise polymerize crystallise crystallize emulsify reclaim recycle dissipate transduce demodulate decode encrypt spray siphon flush rinse wash scrub polish grease align calibrate balance mount clamp fasten seal plug vent bleed switch spin swing slide roll traverse circle span bridge flank border overlook hit strike bury flood submerge engulf crowd outnumber outperform outlive outweigh surpass trap hatch inherit distribute dispense exude perspire inhale exhale breathe sense perceive discriminate distinguish memorise recall retrieve consume circulate coordinate deflect exert incorporate offset overlap oversee repel resist simulate validate withstand evade proliferate metastasize metastasise clot coagulate squeeze rub scrape scatter refine recreate reconstruct shelter smuggle strip sweep sack surrender tax topple unearth weave wield dam dump ferry fortify levy loot patrol quarry raid station tunnel',
	treat:
		'treat relieve alleviate improve ease ameliorate cure heal manage benefit help correct rehabilitate reset diagnose confirm identify test screen assess soothe sedate anaesthetise anesthetize vaccinate immunise immunize inoculate rehydrate resuscitate transplant detoxify disinfect sterilise sterilize',
	harm: 'harm damage injure impair worsen threaten endanger poison irritate aggravate complicate precipitate hurt scar contaminate pollute sicken ruin wreck crack fracture rupture tear wear rot decay devastate deform disable deafen paralyse paralyze',
	rule: 'approve authorize authorise license indicate contraindicate require recommend prohibit ban restrict permit suspend withdraw revoke warn advise prescribe administer initiate discontinue regulate avoid schedule forbid outlaw criminalise criminalize legalise legalize decriminalise decriminalize legislate mandate entitle empower exempt grant award confer deny refuse reject enforce sue prosecute convict sentence fine punish acquit appeal overrule uphold overturn quash declare stipulate specify impose justify ensure guarantee dismiss',
	part: 'include comprise contain consist compose involve possess lack constitute belong comprise combine',
	place:
		'occur live reside lie arise originate appear begin start end stem derive happen develop emerge last persist peak take spread extend run reach stretch stand sit hang float sink settle dwell meet converge diverge branch terminate erupt explode collide crash land arrive depart return nest roost spawn die perish survive recur relapse remit subside resolve wane resurface thrive coincide culminate',
	name: 'call name term define know refer denote describe classify characterize characterise mean represent',
	use: 'use employ apply utilize utilise serve make need give take depend rely base rest',
	change:
		'range become remain vary differ change fall rise shift rank exceed fail decline drop experience undergo suffer account shrink climb soar plummet plunge halve weigh cost number amount equal stay sound smell taste ripen age wither bloom fade lag win score earn owe pay spend save borrow depreciate appreciate devalue accrue dwindle',
	show: 'show suggest demonstrate find report reveal indicate believe think consider propose hypothesize observe confirm conclude note estimate expect claim argue say speculate imply see discover recommend know suspect prove establish illustrate document depict portray predict forecast assert stress underline postulate theorise theorize infer deduce calculate compute',
	other:
		'bulge beat blow burst creep dig drink fight flee fly foresee forget forgive hide lend outgrow overcome ride sew shoot shut sleep split steal stick sting stride tread undertake undo wake weep withhold cling leak drip ooze seep trickle gush soak sprout wander roam hover glide swim crawl climb dive prey hunt graze breed moult hibernate congregate orient leach percolate crystallise crystallize stratify add implicate allege adhere adjoin admit affiliate allocate anticipate ascend assume behave circulate coincide communicate compensate conceal conserve consult consume cope decompose delegate descend detach deteriorate devote dispense disperse disseminate dissociate distinguish distort distribute dominate donate educate embed embody encounter enlarge enlist enrich entail envisage equip evade excite exclude execute exhale expire fluctuate formulate fulfil fulfill hatch illuminate imitate immerse incorporate incubate inherit inhale inspect install insulate interpret introduce irrigate launch localise localize manifest manipulate merge mobilise mobilize motivate notify obey oppose oscillate overlap oversee oxidise oxidize perceive persuade polarise polarize populate postpone predispose prefer prepare presume prevail proceed proliferate protrude publish qualify radiate recall recede reclaim reconstruct rectify recycle refine resolve resonate respond resume retrieve rinse scatter select settle shed simulate solidify solve subdivide submerge submit substitute subtract summon supervise surrender synchronise synchronize terminate tilt transcribe traverse unfold unite vaporise vaporize verify vibrate be have do go come get keep let put set try want seem tend continue allow offer provide present play highlight explore examine review discuss explain challenge hold focus aim attempt address advance inform shape reshape transform rewire redefine catalyze underpin underlie emphasize emphasise mark pave harness embrace delve witness informing associate relate locate situate design intend look feel struggle believe open face ask learn understand study investigate compare evaluate assign randomize randomise enroll enrol conduct perform publish adapt recover report adjust choose buy build write read speak walk turn work rebuild regulate foster translate target follow precede accompany undergo exhibit display retain acquire gain lose obtain achieve attain complete repeat count lay place divert deserve agree accept accommodate appoint attend await bend boast care compete concern congregate convene cooperate correspond cry deal decide dedicate defend demand disappear elect endure escape evolve exist exploit fit flourish hear hesitate ignore intervene invest isolate knock laugh leave listen matter mention miss negotiate participate pertain pose preserve prosper protest pursue quit react rebel reckon recruit reign resign respect retire reward seek share shine sing specialise specialize steer strive subscribe suit swear talk tell tolerate touch trace transfer tread trust unify vanish view vote wait warrant watch welcome wish wonder worship'
};

interface Entry {
	readonly lemma: string;
	readonly form: VerbForm;
}

const ENTRIES = new Map<string, Entry[]>();
const RELATIONS = new Map<string, Relation>();

const isRelation = (name: string): name is Relation => Object.hasOwn(LEXICON, name);

for (const [relation, lemmas] of Object.entries(LEXICON)) {
	if (!isRelation(relation)) continue;
	for (const lemma of lemmas.split(' ')) {
		if (RELATIONS.has(lemma)) continue;
		RELATIONS.set(lemma, relation);
		for (const [form, word] of formsOf(lemma)) {
			const entries = ENTRIES.get(word) ?? [];
			entries.push({ lemma, form });
			ENTRIES.set(word, entries);
		}
	}
}

/** Every reading of a word as a form of a known verb. */
export const verbReadings = (word: string): readonly Entry[] => ENTRIES.get(word) ?? prefixed(word);

/** “reabsorbs”, “misfold”: a known verb with something before it. */
function prefixed(word: string): readonly Entry[] {
	const match = /^(re|over|mis)([a-z]{5,})$/.exec(word);
	if (match?.[1] === undefined || match[2] === undefined) return [];
	const prefix = match[1];
	return (ENTRIES.get(match[2]) ?? []).map(({ lemma, form }) => ({ lemma: prefix + lemma, form }));
}

export const relationOf = (lemma: string): Relation =>
	RELATIONS.get(lemma) ?? RELATIONS.get(lemma.replace(/^(?:re|over|mis)/, '')) ?? 'other';
