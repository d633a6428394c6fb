import type { Attachment } from 'svelte/attachments';
import { axisOf, swipeOf, SWIPE_THRESHOLD, type Swipe } from './swipe-track';

export interface SwipeOptions {
	/** Which directions mean something now. */
	readonly directions: readonly Swipe[];
	readonly onswipe: (swipe: Swipe) => void;
	/** While the finger moves: where it is heading and how far, 0 to 1; null when it is over. */
	readonly onhint?: (hint: { readonly swipe: Swipe; readonly share: number } | null) => void;
}

const OFF_LIMITS = 'input, textarea, select, .grip, [data-no-swipe]';

/**
 * Swipes by touch or pen: `{@attach swipe(() => options)}`. The element needs `touch-action: pan-y`. It follows the
 * finger through the custom property `--swipe-x`, unless reduced motion is asked for; the hint is given in any case.
 */
export function swipe(options: () => SwipeOptions): Attachment<HTMLElement> {
	return (element) => {
		const listening = new AbortController();
		const still = matchMedia('(prefers-reduced-motion: reduce)');
		let start: { x: number; y: number; id: number } | null = null;
		let axis: ReturnType<typeof axisOf> = 'undecided';

		const shift = (x: number): void => {
			if (!still.matches) element.style.setProperty('--swipe-x', `${x}px`);
		};
		const end = (): void => {
			start = null;
			axis = 'undecided';
			element.style.removeProperty('--swipe-x');
			delete element.dataset.swiping;
			options().onhint?.(null);
		};
		const scrollsDown = (): boolean => {
			const { scrollHeight, scrollTop, clientHeight } = scrollerOf(element);
			return scrollHeight - scrollTop - clientHeight > 2;
		};
		const onMove = (event: PointerEvent): void => {
			if (start?.id !== event.pointerId) return;
			const dx = event.clientX - start.x;
			const dy = event.clientY - start.y;
			if (axis === 'undecided') axis = axisOf(dx, dy, scrollsDown());
			if (axis === 'scroll') return end();
			if (axis === 'undecided') return;
			const heading = axis === 'up' ? 'up' : dx < 0 ? 'left' : 'right';
			if (!options().directions.includes(heading)) return;
			element.dataset.swiping = heading;
			if (axis === 'sideways') shift(dx);
			const way = axis === 'up' ? -dy : Math.abs(dx);
			options().onhint?.({ swipe: heading, share: Math.min(1, Math.max(0, way / SWIPE_THRESHOLD)) });
		};
		const onUp = (event: PointerEvent): void => {
			if (start?.id !== event.pointerId) return;
			const done =
				axis === 'sideways' || axis === 'up' ? swipeOf(axis, event.clientX - start.x, event.clientY - start.y) : null;
			end();
			if (done !== null && options().directions.includes(done)) options().onswipe(done);
		};
		/** Upward from the foot of the card there is nothing to scroll; without this the browser would try all the same. */
		const onTouchMove = (event: TouchEvent): void => {
			if (axis === 'up' && event.cancelable && options().directions.includes('up')) event.preventDefault();
		};
		const onDown = (event: PointerEvent): void => {
			if (event.pointerType === 'mouse' || !event.isPrimary) return;
			if (event.target instanceof Element && event.target.closest(OFF_LIMITS) !== null) return;
			// A text being marked is not a swipe.
			if (getSelection()?.isCollapsed === false) return;
			start = { x: event.clientX, y: event.clientY, id: event.pointerId };
		};
		const { signal } = listening;
		element.addEventListener('pointerdown', onDown, { signal });
		element.addEventListener('pointermove', onMove, { signal });
		element.addEventListener('pointerup', onUp, { signal });
		// The browser cancels when it takes the movement for a scroll.
		element.addEventListener('pointercancel', end, { signal });
		element.addEventListener('touchmove', onTouchMove, { signal, passive: false });
		return () => listening.abort();
	};
}

function scrollerOf(element: HTMLElement): Element {
	for (let at: HTMLElement | null = element; at !== null; at = at.parentElement) {
		if (/(auto|scroll)/.test(getComputedStyle(at).overflowY)) return at;
	}
	return document.documentElement;
}
