/** Rows above and below the window that are in the page as well. */
const BEYOND = 8;
/** Rows come and go so many at a time, so that not every frame of a scroll makes some. */
const STRIDE = 4;

/** Which rows of a long list are in the page: those in the window, and some around it. All rows are of one height. */
export class RowWindow {
	#range = $state.raw({ from: 0, to: 24 });
	/** In CSS pixels. */
	readonly #height: number;

	constructor(height: number) {
		this.#height = height;
	}

	/** To be called when the list has been scrolled or has changed. */
	measure(list: HTMLElement | null): void {
		if (list === null) return;
		const { top } = list.getBoundingClientRect();
		const from = Math.max(0, STRIDE * Math.floor(-top / this.#height / STRIDE) - BEYOND);
		const to = STRIDE * Math.ceil((innerHeight - top) / this.#height / STRIDE) + BEYOND;
		if (from !== this.#range.from || to !== this.#range.to) this.#range = { from, to };
	}

	/**
	 * @param kept a row that stays in the page however far it is scrolled away, so that keys go on from it
	 * @returns the rows with their places in the list
	 */
	shown<Row>(rows: readonly Row[], kept: (row: Row) => boolean): { readonly row: Row; readonly index: number }[] {
		const { from, to } = this.#range;
		const shown = rows.slice(from, to).map((row, i) => ({ row, index: from + i }));
		const at = rows.findIndex(kept);
		const row = rows[at];
		if (row !== undefined && (at < from || at >= to)) shown.push({ row, index: at });
		return shown;
	}

	// Set from here, because the policy takes no style attributes.
	/** Makes an element as high as so many rows. */
	high =
		(count: number) =>
		(element: HTMLElement): void => {
			element.style.blockSize = `${count * this.#height}px`;
		};
	/** Puts an element where a row begins. */
	below =
		(index: number) =>
		(element: HTMLElement): void => {
			element.style.insetBlockStart = `${index * this.#height}px`;
		};
}
