import type { Profile } from '../profile';
import type { Sentence } from '../grammar/sentence';

/**
 * What must stand before a question so that a reader of the card alone knows which study is meant: nothing for what is
 * stated in general, the title for a result, and null where the sentence tells of a study that cannot be named.
 */
export function studyContext(profile: Profile, title: string, { clauses, statement, text }: Sentence): string | null {
	const words = text.slice(statement.start, statement.end);
	const isPast = clauses[0]?.verb.tense === 'past';
	if (profile === 'abstract') {
		if (!isPast) return '';
		if (/method|design|setting|participants|objective|aims?\b|background/i.test(statement.section ?? '')) return null;
		return `In the study titled “${title.replace(/[?.]$/, '')}”, `;
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
