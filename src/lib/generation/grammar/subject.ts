import type { Token } from '../words/tokens';
import { isNounPhrase, isSubjectPhrase } from './phrase-patterns';

interface Stretch {
	readonly from: number;
	readonly to: number;
}

/** The subject that the tokens up to a verb make, with what is put between commas or dashes after it; null if none. */
export function subjectOf(
	tokens: readonly Token[],
	classes: string,
	from: number,
	to: number
): { core: Stretch; aside: Stretch | null } | null {
	const letters = classes.slice(from, to);
	// “Going by the colour of glaze, potters …”: what stands before the comma is no subject.
	if (/^G[PT][^,]*,[^C]*$|^G[^,]+,[^G,]+$/.test(letters)) return null;
	if (/^I$/.test(letters) || isNounPhrase(letters) || isSubjectPhrase(letters))
		return { core: { from, to }, aside: null };
	const related = /^([^R,;:.-]+)R([^,;:.-]+)$/.exec(letters);
	if (
		related?.[1] !== undefined &&
		related[2] !== undefined &&
		to - from <= 16 &&
		isNounPhrase(related[1]) &&
		/^(?:[DJNQ]+|I)?A*[BMHK30E]/.test(related[2]) &&
		!/[BMHKXTOPSCDA]$/.test(related[2])
	)
		return { core: { from, to }, aside: null };
	// “the red cells it does produce”
	const contact = /^([^RISC,;:.-]+)I(?:[MK]A*0|A*[0E3]|HE)P?$/.exec(letters);
	if (contact?.[1] !== undefined && isNounPhrase(contact[1])) return { core: { from, to }, aside: null };
	// “Glutamate, the brain’s main messenger, …”; “neuroplasticity — the ability to adapt — …”.
	const aside = /^([^,;:.-]+)([,-])(.+)([,-])$/.exec(letters);
	if (aside === null || aside[1] === undefined || aside[3] === undefined || aside[2] !== aside[4]) return null;
	const core = { from, to: from + aside[1].length };
	if (!isNounPhrase(aside[1]) || /[.;:]/.test(aside[3])) return null;
	const inner = { from: core.to + 1, to: to - 1 };
	const opens = tokens[inner.from]?.lower === 'or' ? 'D' : (tokens[inner.from]?.class ?? '');
	// “effects, although temporary, …”
	const isGranted = /^SA*[JE]$/.test(classes.slice(inner.from, inner.to));
	if ((!'DNJRAPEQG'.includes(opens) && !isGranted) || classes.slice(inner.from, inner.to).includes('C,')) return null;
	return { core, aside: inner };
}
