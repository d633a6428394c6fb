/** Where the author is in a list of notes, and which of them are chosen for what is done to several at once. */
export class NoteSelection {
	/** Ids in the order shown. */
	#shown = $state.raw<readonly string[]>([]);
	/** Id of the row that has, or gets, the focus. */
	cursor = $state<string | null>(null);
	chosen = $state.raw<ReadonlySet<string>>(new Set());
	/** Where a stretch begins that Shift extends, and what was chosen besides. */
	#anchor: string | null = null;
	#before: ReadonlySet<string> = new Set();

	/** In the order shown: what an action is done to. */
	readonly ids = $derived(this.#shown.filter((id) => this.chosen.has(id)));

	/** What is chosen, or else the row the author is at. */
	readonly targets = $derived(this.ids.length > 0 ? this.ids : this.cursor === null ? [] : [this.cursor]);

	get index(): number {
		return this.cursor === null ? -1 : this.#shown.indexOf(this.cursor);
	}

	/** Takes the list as it is shown now. What is not shown any more is not chosen any more: nobody would see it. */
	show(ids: readonly string[]): void {
		const at = this.index;
		this.#shown = ids;
		if (this.cursor === null || !ids.includes(this.cursor)) {
			this.cursor = ids[Math.min(Math.max(at, 0), ids.length - 1)] ?? null;
		}
		if ([...this.chosen].some((id) => !ids.includes(id))) {
			this.chosen = new Set([...this.chosen].filter((id) => ids.includes(id)));
		}
	}

	/** To another row; with `extend` everything from where the stretch began is chosen. */
	moveTo(index: number, extend = false): void {
		const id = this.#shown[Math.max(0, Math.min(this.#shown.length - 1, index))];
		if (id === undefined) return;
		if (extend) this.extendTo(id);
		else this.#anchor = null;
		this.cursor = id;
	}

	move(by: number, extend = false): void {
		this.moveTo(this.index + by, extend);
	}

	/** Chooses everything between where the stretch began and a row, beside what was chosen before it. */
	extendTo(id: string): void {
		if (this.#anchor === null) {
			this.#anchor = this.cursor ?? id;
			this.#before = this.chosen;
		}
		const [a, b] = [this.#shown.indexOf(this.#anchor), this.#shown.indexOf(id)];
		if (a === -1 || b === -1) return;
		this.chosen = new Set([...this.#before, ...this.#shown.slice(Math.min(a, b), Math.max(a, b) + 1)]);
		this.cursor = id;
	}

	toggle(id: string): void {
		const next = new Set(this.chosen);
		if (!next.delete(id)) next.add(id);
		this.chosen = next;
		this.cursor = id;
		this.#anchor = null;
	}

	all(): void {
		this.chosen = new Set(this.#shown);
		this.#anchor = null;
	}

	clear(): void {
		this.chosen = new Set();
		this.#anchor = null;
	}
}
