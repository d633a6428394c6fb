/** How near to the window's edge the list begins to move by itself, and how fast; CSS pixels. */
const EDGE = 72;
const STEP = 12;

/** Rows of equal height being dragged to another place in their list. */
export class RowDrag {
	active = $state(false);
	/** Number of rows above the place where they would be put. */
	gap = $state(0);
	readonly #height: number;

	/** @param height of a row, in CSS pixels */
	constructor(height: number) {
		this.#height = height;
	}

	/** From the pressing of a row's handle until it is let go; Escape leaves everything as it was. */
	start(event: PointerEvent, body: HTMLElement, count: number, ondrop: (gap: number) => void): void {
		const handle = event.currentTarget;
		if (!(handle instanceof HTMLElement)) return;
		const stop = new AbortController();
		const from = event.clientY;
		let y = from;
		handle.setPointerCapture(event.pointerId);
		const place = (): void => {
			this.active ||= Math.abs(y - from) > 4;
			const top = body.getBoundingClientRect().top;
			this.gap = Math.max(0, Math.min(count, Math.round((y - top) / this.#height)));
		};
		const follow = (): void => {
			if (stop.signal.aborted) return;
			const by = y < EDGE ? -STEP : y > innerHeight - EDGE ? STEP : 0;
			if (by !== 0 && this.active) {
				scrollerOf(body).scrollBy({ top: by, behavior: 'instant' });
				place();
			}
			requestAnimationFrame(follow);
		};
		const end = (dropped: boolean): void => {
			stop.abort();
			const { active, gap } = this;
			this.active = false;
			if (dropped && active) ondrop(gap);
		};
		const { signal } = stop;
		handle.addEventListener(
			'pointermove',
			(move) => {
				y = move.clientY;
				place();
			},
			{ signal }
		);
		handle.addEventListener('pointerup', () => end(true), { signal });
		handle.addEventListener('pointercancel', () => end(false), { signal });
		addEventListener(
			'keydown',
			(key) => {
				if (key.key === 'Escape') end(false);
			},
			{ signal }
		);
		follow();
	}
}

/** What scrolls when the list is longer than there is room: a part of the page, or all of it. */
function scrollerOf(element: HTMLElement): Element {
	for (let each = element.parentElement; each !== null; each = each.parentElement) {
		if (/auto|scroll/.test(getComputedStyle(each).overflowY) && each.scrollHeight > each.clientHeight) return each;
	}
	return document.scrollingElement ?? document.documentElement;
}
