import type { ClaimType } from './claims/claim';
import type { CanonicalDocument } from './canonical';
import type { JudgedBlock } from './content/blocks';

/** What sort of text a document is; decides what is worth asking. */
export const PROFILES = ['prose', 'abstract', 'label', 'textbook'] as const;
export type Profile = (typeof PROFILES)[number];

const LABEL_HEADING =
	/\b(indications?( and usage)?|dosage( and administration)?|contraindications|warnings( and precautions)?|adverse reactions|drug interactions|use in specific populations|overdosage|clinical pharmacology|how supplied|posology|undesirable effects)\b/i;
const TEXTBOOK_HEADING =
	/\b(chapter (review|summary)|review questions|learning objectives|key terms|critical thinking|exercises|glossary|check your understanding|section summary)\b/i;
const ABSTRACT_LABEL =
	/^(background|objectives?|aims?|methods?|results?|conclusions?|introduction|discussion|purpose|importance|findings|interpretation|design|setting|participants|main outcome measures?)\s?:/i;

/** The profile that fits, from headings, labels and length. */
export function profileOf({ text }: CanonicalDocument, blocks: readonly JudgedBlock[]): Profile {
	const kept = blocks.filter((block) => block.drop === null);
	const words = (block: JudgedBlock): string => text.slice(block.start, block.end);
	const headings = kept.filter((block) => block.kind === 'heading').map(words);
	if (headings.filter((heading) => LABEL_HEADING.test(heading) && heading.length < 60).length >= 3) return 'label';
	const labelled = kept.filter((block) => block.kind !== 'heading' && ABSTRACT_LABEL.test(words(block))).length;
	const short = kept.filter((block) => ABSTRACT_LABEL.test(`${words(block)}:`)).length;
	if (text.length < 9000 && labelled + short >= 2) return 'abstract';
	if (headings.some((heading) => TEXTBOOK_HEADING.test(heading))) return 'textbook';
	const prose = kept
		.filter((block) => block.kind === 'paragraph')
		.map(words)
		.join(' ');
	const defined =
		prose.match(/\b(is|are) (called|known as|termed|referred to as|defined as)\b|\b(is|are) an? \w+ (that|which|of)\b/g)
			?.length ?? 0;
	return text.length > 8000 && defined / Math.max(1, prose.length / 1000) >= 1.2 ? 'textbook' : 'prose';
}

/** How much a kind of claim is worth more or less than usual in a profile. */
export function weight(profile: Profile, type: ClaimType): number {
	const weights: Readonly<Record<Profile, Partial<Record<ClaimType, number>>>> = {
		prose: {},
		abstract: { definition: 0.95 },
		label: { regulatory: 1.15, risk: 1.1, mechanism: 1.05, definition: 0.9 },
		textbook: { definition: 1.1 }
	};
	return weights[profile][type] ?? 1;
}
