import { pointsElsewhere, pointsOutside } from '../claims/pointing';
import type { Named } from '../claims/references';
import { isPointing } from '../claims/vague-nouns';
import { headOf, isPluralPhrase, type Range } from '../grammar/clause';
import type { Sentence } from '../grammar/sentence';
import type { Wording } from './wording';

/** Who does what any of them does: a question may say so as it stands. */
const PROVIDERS =
	/^(?:health ?care )?(?:providers|professionals|doctors|physicians|surgeons|nurses|hydrologists|astronomers|engineers|farmers)$/;
/** Who finds things out: when they did may be asked for. */
const FINDERS = /^(?:researchers|scientists|physicians|investigators)$/;
const PEOPLE =
	/^(people|persons|patients|women|men|children|infants|adults|individuals|females|males|participants|subjects|users|researchers|scientists|experts|studies|trials|investigators|authors|others|countries|cases|things|ways|areas|times)$/;

/** A subject that names nothing by itself and yet can stand in a question: “most MS patients”, “some drugs”. */
export function looselyNamed(sentence: Sentence, subject: Range, wording: Wording): Named | null {
	const { tokens, classes } = sentence;
	const letters = classes.slice(subject.from, subject.to);
	const first = tokens[subject.from]?.lower ?? '';
	const head = tokens[headOf(tokens, subject)];
	if (head === undefined || head.class !== 'N' || letters.includes('I')) return null;
	const inner = { from: subject.from + 1, to: subject.to };
	const plural = isPluralPhrase(tokens, subject);
	const named = (text: string): Named => ({ text, plural, from: null });
	// “This enhancement in neural plasticity”: what follows says which.
	if (/^(this|these)$/.test(first)) {
		const isSaid = /^D[JN]*NP[DJN]/.test(letters) && tokens[headOf(tokens, subject) + 1]?.lower === 'in';
		return isSaid && !pointsElsewhere(sentence, inner) ? named(`the ${wording.words(inner)}`) : null;
	}
	if (pointsOutside(sentence, subject) || pointsElsewhere(sentence, subject)) return null;
	const isNarrowed = /^[DA]*[JN]+N|N[PERO]/.test(letters);
	if (/^(most|some|many|several|few)$/.test(first) && head.plural) {
		const isBare =
			!isNarrowed &&
			(PEOPLE.test(head.lower) || isPointing(head.lower)) &&
			!/^(drug|medicine|medication)s$/.test(head.lower);
		return isBare ? null : named(wording.words(subject));
	}
	const isFound = FINDERS.test(head.lower) && sentence.times.some(({ kind }) => kind === 'date' || kind === 'period');
	return (PROVIDERS.test(head.lower) || isFound) && /^[JN]*N$/.test(letters) ? named(wording.words(subject)) : null;
}
