import type { Evidence } from '../../domain/pack';

/** What kind of text says it, in words that tell a student how far to trust it. */
export const EVIDENCE_LABELS: Readonly<Record<Evidence, string>> = {
	trial: 'clinical trial',
	'meta-analysis': 'meta-analysis',
	review: 'review article',
	abstract: 'abstract',
	label: 'prescribing label',
	regulator: 'regulator',
	textbook: 'textbook',
	'conference-talk': 'conference talk, not peer-reviewed',
	news: 'news report',
	podcast: 'podcast',
	'clinic-page': 'clinic’s own page',
	'web-page': 'web page'
};

/** "News report; conference talk, not peer-reviewed". */
export function evidenceText(kinds: readonly Evidence[]): string {
	const words = kinds.map((kind) => EVIDENCE_LABELS[kind]).join('; ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
