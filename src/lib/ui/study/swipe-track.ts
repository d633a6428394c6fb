export type Swipe = 'left' | 'right' | 'up';

/** In CSS pixels. */
export const SWIPE_THRESHOLD = 72;
/** Before this much nothing is decided. */
const SLACK = 12;

/**
 * What a movement of the finger means so far. A movement begun up or down is a scroll and stays one, except an upward
 * one where there is nothing left to scroll.
 */
export function axisOf(dx: number, dy: number, canScrollDown: boolean): 'undecided' | 'sideways' | 'up' | 'scroll' {
	if (Math.hypot(dx, dy) < SLACK) return 'undecided';
	// Clearly sideways only: a slanted movement is more likely a scroll.
	if (Math.abs(dx) > 1.5 * Math.abs(dy)) return 'sideways';
	return dy < 0 && !canScrollDown && Math.abs(dy) > 1.5 * Math.abs(dx) ? 'up' : 'scroll';
}

/** The swipe that a movement would be if the finger left now. */
export function swipeOf(axis: 'sideways' | 'up', dx: number, dy: number): Swipe | null {
	if (axis === 'up') return -dy >= SWIPE_THRESHOLD ? 'up' : null;
	if (Math.abs(dx) < SWIPE_THRESHOLD) return null;
	return dx < 0 ? 'left' : 'right';
}
