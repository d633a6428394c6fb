const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const DETERMINERS = set(
	'a an the this that these those its their his her our my your each every all both some any no many most several few other another such certain various either neither much more fewer less half one\u2019s'
);
export const PRONOUNS = set(
	'it they he she we you i them him us me this that these those one ones itself themselves others another each both all some many most none everyone someone anyone something anything nothing people\u2019s'
);
export const PREPOSITIONS = set(
	'in on at for with from by into onto through throughout during within without between among across against toward towards under over above below near inside outside after before since until upon via per about around along beyond despite except like unlike versus as than off behind beneath beside besides up down out amid amongst regarding concerning following including'
);
export const SUBORDINATORS = set(
	'because although though while whereas if unless when whenever once until since so lest whether where wherever'
);
export const MODALS = set('can could may might will would shall should must cannot');
export const BE = set('is are was were be been being am');
export const HAVE = set('has have had having');
export const DO = set('do does did');
export const CONJUNCTIONS = set('and or but nor yet');
export const ADVERBS = set(
	'not never also often sometimes usually generally typically normally commonly frequently rarely seldom always only just even still already almost nearly very too quite rather well more most less least not then thus therefore hence however moreover furthermore additionally instead meanwhile otherwise indeed perhaps maybe soon now here there again further once twice together apart particularly especially primarily mainly mostly largely partly fully completely approximately about roughly probably possibly likely currently recently originally traditionally previously first second finally later earlier ago today simply merely essentially entirely exclusively substantially significantly directly indirectly rapidly quickly slowly gradually eventually ultimately initially subsequently respectively far much somewhat highly extremely relatively'
);
/** Words that do not end in -ly and yet are always adjectives in prose of this kind. */
export const ADJECTIVES = set(
	'lifelong complete partial able unable likely unlikely common rare new old high low higher lower highest lowest large small larger smaller long short early late main major minor primary secondary chronic acute severe mild moderate active inactive due free similar different same own several dependent independent responsible specific general normal abnormal central peripheral human good better best worse worst greater greatest fewer least unknown known clear important possible available present absent safe effective'
);
/** Words in -ly that are no adverbs. */
export const NO_ADVERBS = set(
	'monopoly oligopoly duopoly butterfly dragonfly firefly bully gully folly holly rally tally melancholy costly lively lonely lovely silly ugly holy ghostly orderly timely hourly scholarly apply imply comply multiply rely ally family assembly anomaly supply reply likely unlikely early daily weekly monthly yearly only elderly friendly deadly belly fly july italy ally jelly lily'
);
/** Ordinary nouns that look like forms of verbs and are nouns far more often than not. */
export const NOUNS = set(
	'bulge bulges beat beats blow blows burst bursts drink drinks fight fights fly flies hide hides ride rides shut sleep split splits stick sticks sting stride wake study studies result results effect effects use uses evidence research disease diseases process processes patient patients use dose doses test tests drug drugs symptom symptoms risk risks rate rates level levels change changes increase increases decrease decreases release releases function functions need needs form forms part parts type types group groups case cases role roles number numbers period periods cell cells body brain state states stress loss pain damage attack attacks control treatment receptor receptors building buildings feeling feelings finding findings learning understanding meaning beginning setting settings training screening testing imaging signaling signalling bleeding breathing swelling healing blood right means water light sound heat help benefit benefits cause causes report reports review reviews access purchase spike surge measure measures target targets host hosts display plants plant animals influence contact process work works trade ship ships map maps track tracks record records count counts mark marks label labels sample samples survey surveys shield cover covers line lines branch branches switch switches start stop stops pump pumps drill drills saw cut cuts split border face faces top bridge bridges span store stores supply supplies feed flood floods hunt fish trap traps fine fines award awards grant grants appeal appeals sentence sentences fuel force forces speed double salt smoke spray sprays seal seals plug plugs vent vents mount mounts clamp clamps balance shape shapes mould cast fund funds sponsor train trains rule rules command head heads chair lead leads run runs rank ranks stand stands hit strike strikes wear tear burn burns scar scars wound wounds fracture fractures crack cracks break breaks rupture age score scores cost costs average total stay look smell taste drop climb rise gain gains share shares view views vote votes watch walk talk care concern concerns demand demands escape fit transfer transfers touch trace traces yield yields aid cool land lands nest nests peak peaks warm cushion house houses coat wrap bolt bolts pull push draw lift link links scale pass passes exchange cross coating casting heating cooling housing mixing fishing farming hunting shipping clearing wedding lining opening ending crossing padding range ranges average averages speed speeds clot clots strip strips tax taxes dump dam tunnel tunnels station stations contract contracts ferry span spans raid raids deposit deposits rule rules fear fears signal signals project projects answer answers exercise exercises desire desires fire fires search searches progress progresses stain stains date dates love loves tie ties combat combats mature matures print prints anger angers murder murders clean cleans honor honors fold folds photograph photographs overwhelm overwhelms judge judges venture ventures graduate graduates contest contests cook cooks mask masks neglect neglects flare flares frame frames dance dances bump bumps twist twists veto vetos tune tunes entrench entrenches insult insults blur blurs maneuver maneuvers stake stakes pardon pardons cleanse cleanses glimpse glimpses alert alerts campaign campaigns caution pause pauses gauge gauges'
);
export const NUMBER_WORDS = set(
	'zero two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half third quarter'
);
