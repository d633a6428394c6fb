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
		'cause induce produce trigger generate initiate evoke elicit provoke create yield stimulate promote facilitate enable increase raise elevate enhance boost amplify augment strengthen potentiate accelerate prolong extend reduce lower decrease diminish limit weaken attenuate dampen slow shorten block inhibit suppress prevent stop halt reverse counter counteract disrupt interrupt restore activate open close affect influence alter mediate lead result contribute drive spur upregulate downregulate sensitize desensitize depolarize hyperpolarize delay hinder abolish eliminate exacerbate dysregulate maintain sustain support protect excite relax constrict dilate contract promote modify govern determine',
	act: 'bind act target modulate regulate control release secrete store convert transform transport carry transmit conduct deliver send absorb metabolize metabolise excrete degrade hydrolyze hydrolyse catalyze catalyse synthesize synthesise cross penetrate enter reach attack destroy kill infect invade inhabit feed detect measure monitor recognize recognise attach interact mimic resemble replace repair remove clear break dissolve form encode express synapse innervate surround line coat fill pump filter dilute displace occupy saturate antagonize agonize stabilize stabilise diffuse flow migrate divide replicate differentiate move travel pass receive process integrate propagate summate eat digest bite grow burn emit reflect orbit rotate erode deposit evaporate condense precipitate fertilize fertilise pollinate germinate photosynthesize respire ferment collect gather exchange connect link join separate extract purify concentrate heat cool melt freeze boil expand compress',
	treat:
		'treat relieve alleviate improve ease ameliorate cure heal manage benefit help correct rehabilitate reset diagnose confirm identify test screen assess',
	harm: 'harm damage injure impair worsen threaten endanger poison irritate aggravate complicate precipitate',
	rule: 'approve authorize authorise license indicate contraindicate require recommend prohibit ban restrict permit suspend withdraw revoke warn advise prescribe administer initiate discontinue regulate avoid schedule',
	part: 'include comprise contain consist compose involve possess lack constitute belong comprise combine',
	place:
		'occur live reside lie arise originate appear begin start end stem derive happen develop emerge last persist peak take spread extend run reach',
	name: 'call name term define know refer denote describe classify characterize characterise mean represent',
	use: 'use employ apply utilize utilise serve make need give take depend rely base rest',
	change:
		'become remain vary differ change fall rise shift rank exceed fail decline drop experience undergo suffer account',
	show: 'show suggest demonstrate find report reveal indicate believe think consider propose hypothesize observe confirm conclude note estimate expect claim argue say speculate imply see discover recommend know suspect prove establish',
	other:
		'be have do go come get keep let put set try want seem tend continue allow offer provide present play highlight explore examine review discuss explain challenge hold focus aim attempt address advance inform shape reshape transform rewire redefine catalyze underpin underlie emphasize emphasise mark pave harness embrace delve witness informing associate relate locate situate design intend look feel struggle believe open face ask learn understand study investigate compare evaluate assign randomize randomise enroll enrol conduct perform publish adapt recover report adjust choose buy build write read speak walk turn work rebuild regulate foster translate target follow precede accompany undergo exhibit display retain acquire gain lose obtain achieve attain complete repeat count lay place divert deserve agree'
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
export const verbReadings = (word: string): readonly Entry[] => ENTRIES.get(word) ?? [];

export const relationOf = (lemma: string): Relation => RELATIONS.get(lemma) ?? 'other';
