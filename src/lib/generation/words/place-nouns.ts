import type { Token } from './tokens';

/** Nouns for where something is: in the world, in a building, in a body, in a cell. Singular. */
const PLACES: ReadonlySet<string> = new Set(
	`abdomen abyss aisle airport airway alley altitude aorta aperture arch archipelago area arena arm armpit artery atmosphere atoll atrium attic axis axon
	back bag bank bark barn barrel base basement basin bath battlefield bay beach bed bedrock belly belt bladder blood bloodstream body bog bone border bottom boundary bowel brain branch breast bridge brook building burrow
	camp canal canyon capillary capital castle cathedral cartilage cave cavity clavicle column cord crown ceiling cell cellar cemetery centre center cerebellum channel cheek chest chloroplast chromosome church city classroom cleft cliff clinic coast coastline cockpit colon colony compartment continent core corner corona corridor cortex country countryside county court courtyard crater creek crest crevice crust culture cytoplasm cytosol
	dam deck delta den department depression desert dermis diaphragm disc disk district ditch dock downstream duct dune dwelling ear earth east edge elbow embryo empire end entrance environment epidermis epithelium equator estuary exterior extremity eye
	face facility factory farm fat fen fibre field fissure fjord femur flank floodplain follicle foramen fossa floor flower foot football forest fort foundation fracture frontier fruit furnace
	galaxy gallbladder ganglion gap garden gate gill gland glacier gorge groove gyrus grassland grave groin ground groundwater grove gulf gum gut habitat hair hall hand harbor harbour head heart heartland hemisphere highland hill hip hippocampus hive home horn homeland hospital host house household hypothalamus
	ice incision inland inside interior intersection intestine island isthmus jaw joint jungle junction kidney kingdom kitchen knee laboratory lagoon lake land landscape larynx latitude lawn layer leaf leg lens library ligament limb lining lip liver lobe location lowland lumen lung
	machine mainland mantle margin market marrow marsh meadow medium membrane mesosphere middle midline mill mine mitochondrion moon moorland mountain mountainside mouth mucosa mud muscle museum nasopharynx nation neck neighborhood neighbourhood nerve nest neuron north northeast northwest nose node nostril notch nucleus
	oasis ocean office opening orbit orchard organ organelle outskirts ovary oven palace palm pancreas pasture path peak pelvis peninsula pharynx pit placenta plain planet plant plasma plexus plate plateau plaza pocket pole pond pool pore port prairie prison province
	quarry quarter rainforest rainwater range reef refrigerator region reservoir retina rib ridge ring river riverbed road rock roof room root sac saliva sand savanna savannah school sea seabed seafloor seawater section sediment segment serum settlement scapula shaft sheath shelf shell shore shoreline shoulder side sinus site skeleton skin skull sky slope soil solar south southeast southwest space spine spleen spot spring square stadium sternum sulcus star state station steppe stem stomach strait stratosphere stratum stream street stroma structure subsection substation suburb summit sun surface swamp synapse system
	tail tank telescope temple tendon terrain territory testis thalamus theatre thigh throat thylakoid thyroid tip tissue toe tomb tongue tooth top town tract tree trench tributary tropic troposphere trunk tube tubule tundra tunnel universe university urine uterus vacuole vacuum vagina valley vault vein ventricle vertebra vesicle vessel vicinity village vineyard volcano wall warehouse water waterway west wetland wilderness window wing womb wood woodland world wound wrist yard zone`.split(
		/\s+/
	)
);

const IRREGULAR: Readonly<Record<string, string>> = {
	feet: 'foot',
	teeth: 'tooth',
	leaves: 'leaf',
	nuclei: 'nucleus',
	testes: 'testis',
	axes: 'axis',
	strata: 'stratum',
	mitochondria: 'mitochondrion',
	shelves: 'shelf',
	atria: 'atrium',
	media: 'medium'
};

/** Whether a noun, singular or plural, is one for a place. */
export function isPlaceNoun({ lower }: Token): boolean {
	const word = lower.slice(lower.lastIndexOf('-') + 1);
	return [word, IRREGULAR[word] ?? '', word.replace(/ies$/, 'y'), word.replace(/s$/, ''), word.replace(/es$/, '')].some(
		(each) => PLACES.has(each)
	);
}
