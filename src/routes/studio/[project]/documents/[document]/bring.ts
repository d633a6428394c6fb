import type { Span } from '$lib/domain/text/sentences';
import { rangeOf } from '$lib/ui/studio/review/text-places';

/** Below this width the candidate is a sheet over the text; as in the styles of the page. */
export const NARROW = '(width < 56.25rem)';

/**
 * Brings a span of the text to where it can be read: below the page's head and, on a phone, above the sheet. What can
 * be read already stays where it is; nearby it glides; a long way would only make one dizzy.
 * @param sheet the sheet over the text, if there is one
 */
export function bring(root: HTMLElement, span: Span, sheet: HTMLElement | null): void {
	const range = rangeOf(root, span);
	if (range === null) return;
	const { top, bottom } = range.getBoundingClientRect();
	// Measured now, because the sheet has just got another card.
	const isNarrow = matchMedia(NARROW).matches;
	const head = isNarrow ? 120 : 130;
	const foot = isNarrow ? (sheet?.offsetHeight ?? 0) + 16 : 40;
	if (top >= head && bottom <= innerHeight - foot) return;
	const room = innerHeight - head - foot;
	const wanted = scrollY + top - head - Math.max(0, (room - (bottom - top)) * (isNarrow ? 0.25 : 0.35));
	const isFar = Math.abs(wanted - scrollY) > 1.5 * innerHeight;
	const isCalm = isFar || matchMedia('(prefers-reduced-motion: reduce)').matches;
	scrollTo({ top: wanted, behavior: isCalm ? 'instant' : 'smooth' });
}
