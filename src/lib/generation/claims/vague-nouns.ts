const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Nouns that, with nothing but an article, mean one that was spoken of before. */
const POINTING = set(
	`treatment therapy drug medication medicine agent compound substance procedure operation surgery condition disease disorder illness infection syndrome
	study trial experiment survey investigation analysis research test group groups patients patient participants subjects individuals people children person persons woman women man men
	method approach technique process mechanism system device model theory concept idea strategy technology tool product formulation
	effect effects result results outcome outcomes finding findings change changes difference differences increase decrease reduction surge rise fall
	event events case cases example examples reason reasons cause causes problem problems question questions issue issues goal aim purpose
	parasite virus bacterium bacteria organism species subspecies animal animals plant plants insect insects flies
	symptom symptoms sign signs risk risks benefit benefits complication complications side response responses reaction reactions
	dose doses level levels rate rates amount number numbers value values concentration concentrations ratio
	area areas region regions site sites location locations place places part parts component components element elements structure structures type types kind kinds form forms class classes category stage stages step steps phase phases
	time period year years day days author authors researcher researchers scientist scientists team doctor physician company manufacturer agency committee panel
	two three four latter former same other others first second third rest remainder diagnosis definition characteristics features feature properties property molecule molecules chemical chemicals signal signals stimulus pathway strand hormone enzyme gene blockage blockade activation inhibition movement process work role function functions relationship interaction interactions list following above combination combinations activity situation scenario act war party story book film team game character town village`
);

/** Subjects that say nothing by themselves: what is said of them is said of the text or of nobody. */
export const EMPTY_SUBJECTS = set(
	`economists historians biologists chemists geologists engineers science medicine neuroscience technology future goal aim success implication implications understanding approach thing things way ways fact reason example examples instance instances section chapter review paper article manuscript episode figure table link list page book
	some others many most few all both none one ones another author authors group groups participants subjects researchers scientists experts investigators people individuals patients students readers users person persons someone
	provider providers clinician clinicians nurse nurses professionals explanation observer
	question questions answer answers point points issue issues topic topics idea ideas attempt attempts effort efforts challenge challenges advance advances need needs importance advent introduction
	evidence data finding findings result results conclusion conclusions observation observations study studies trial trials research work report reports analysis amount number total lot variety majority rest day days year years week time times
	measure measures precautions options strategies methods techniques
	characteristics features aspect aspects role change changes difference differences shift information story characters outcome outcomes`
);

/** Answers that teach nothing. */
export const EMPTY_ANSWERS = set(
	`tool tools cornerstone milestone framework argument arguments alternative alternatives candidate candidates rethinking promise beacon avenue avenues testament glimpse window role roles potential hope promise possibility possibilities insight insights implication implications shift need needs importance step steps approach approaches way ways thing things challenge challenges opportunity opportunities others something anything result results significance attention interest example examples
	adjunct option options caution issue issues problem problems understanding question questions difference differences pathway-of chance debate discussion controversy advantage advantages breakthrough revolution future support field fields lot variety number kind kinds type types part fact facts case cases one ones many most some all both it them`
);

/** Whether a noun, singular or plural, is one of `POINTING`. */
export const isPointing = (noun: string): boolean =>
	POINTING.has(noun) || POINTING.has(noun.replace(/s$/, '')) || POINTING.has(noun.replace(/ies$/, 'y'));
