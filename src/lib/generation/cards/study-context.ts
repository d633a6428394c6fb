import type { Casing } from '../words/casing';
import type { Profile } from '../profile';
import type { Sentence } from '../grammar/sentence';

/**
 * What must stand before a question so that a reader of the card alone knows which study is meant: nothing for what is
 * stated in general, the title for a result, and null where the sentence tells of a study that cannot be named.
 * @param title null if the document has none
 */
export function studyContext(
	profile: Profile,
	title: string | null,
	casing: Casing,
	{ clauses, statement, text }: Sentence
): string | null {
	const words = text.slice(statement.start, statement.end);
	const isPast = clauses[0]?.verb.tense === 'past';
	if (profile === 'abstract') {
		if (!isPast) return '';
		if (
			/\b(?:subsequent|previous|earlier|another|prior|later) (?:\p{L}+ )?(?:trial|study|studies|trials)\b/iu.test(words)
		)
			return null;
		if (/method|design|setting|participants|objective|aims?\b|background/i.test(statement.section ?? '')) return null;
		return title === null ? null : `In ${studyName(title, text, casing)}, `;
	}
	if (/^(?:In|Across|During) (?:[\p{L}-]+,? ){0,3}(?:trials|studies)\b/u.test(words) && profile !== 'prose') return '';
	const tellsOfStudy =
		/\b(subjects?|volunteers|placebo|enrolled|randomi[sz]ed|baseline|group|cohort|dose period|participants|crossover|double-blind)\b/i.test(
			words
		);
	if (
		profile === 'label' &&
		isPast &&
		/\b(administered|were (?:treated|observed|reported|noted|assessed)|stud(?:y|ies)|total dose)\b/i.test(words) &&
		clauses[0]?.matrix === null
	)
		return null;
	return isPast && tellsOfStudy && !/\b(18|19|20)\d\d\b/.test(words) ? null : '';
}

/** “the trial of streptomycin in pulmonary tuberculosis”: by what it studied if its title says so in a few words. */
function studyName(title: string, text: string, casing: Casing): string {
	const [main = title] = title.split(/:| - | – /);
	const what = main.trim().replace(/[?.]$/, '');
	const kind = /\b(?:meta-analysis|systematic review|review|cohort study|survey)\b/i.exec(title)?.[0].toLowerCase();
	const isTrial = /\b(?:randomi[sz]ed|controlled|clinical|double-blind)\b[^.]{0,30}\btrial\b|\bplacebo\b/i.test(text);
	const study = kind ?? (isTrial ? 'trial' : 'study');
	const isPhrase =
		!/\?$/.test(main.trim()) &&
		what.split(/\s+/).length <= 11 &&
		!/\b(?:is|are|was|were|can|may|does|do|reduces?|improves?|increases?|prevents?|causes?|affects?|linked|associated)\b/i.test(
			what
		);
	if (!isPhrase) return `the ${study} titled “${title.replace(/[?.]$/, '')}”`;
	const named = casing.inside(what);
	if (/^an? (?:[\p{L}-]+ ){0,4}(?:trial|study|review|analysis|survey)\b/iu.test(what)) return named;
	return `the ${study} of ${/^(?:effects?|role|impact|use|efficacy|safety)\b/i.test(named) ? 'the ' : ''}${named}`;
}
