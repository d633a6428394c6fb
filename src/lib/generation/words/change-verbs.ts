const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Verbs that say in which direction their object is changed. */
export const DIRECTED = set(
	`increase decrease reduce raise lower enhance dampen inhibit suppress promote stimulate accelerate slow speed delay
	block prevent impair improve strengthen weaken worsen relieve alleviate ease exacerbate aggravate boost diminish
	lessen amplify attenuate activate deactivate inactivate upregulate downregulate elevate depress dilate constrict
	widen narrow relax shrink damage destroy kill disrupt preserve restore prolong shorten lengthen facilitate hinder
	impede limit restrict intensify heighten soften harden thicken stabilize stabilise destabilize destabilise
	dysregulate erode undermine deplete double triple halve discourage encourage minimize minimise maximize maximise
	curb potentiate abolish counteract reverse mitigate hasten retard neutralize neutralise sensitize sensitise
	desensitize desensitise depolarize hyperpolarize inflame irritate degrade`
);

/** Verbs that say in which direction their subject changes by itself. */
export const CHANGING = set(
	`increase decrease rise fall drop decline shrink grow widen narrow contract relax expand dilate constrict accelerate
	slow worsen improve thicken thin soften harden swell weaken strengthen diminish double triple halve lengthen shorten
	intensify deteriorate resolve recur plummet soar dwindle wane climb collapse melt freeze evaporate condense
	depolarize hyperpolarize repolarize close`
);
