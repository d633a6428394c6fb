import { disordered } from './shuffled';

export interface Step {
	/** Place in the right order, from 0. */
	readonly place: number;
	readonly text: string;
}

/** The student's order of a sequence, and which step is in the hand. */
export class SequenceOrder {
	order = $state.raw<readonly Step[]>([]);
	/** Place (of the right order) of the lifted step. */
	lifted = $state<number | null>(null);
	/** Last thing that happened, for a live region. */
	said = $state('');
	/** Something was moved; before that the order is chance, not an answer. */
	touched = $state(false);
	#before: readonly Step[] = [];

	constructor(steps: readonly string[], seed: string) {
		this.order = disordered(
			steps.map((text, place) => ({ place, text })),
			seed
		);
	}

	get right(): boolean {
		return this.order.every((step, i) => step.place === i);
	}

	indexOf(place: number): number {
		return this.order.findIndex((step) => step.place === place);
	}

	lift(place: number): void {
		this.#before = this.order;
		this.lifted = place;
		this.said = `${this.#name(place)} lifted, ${this.#position(place)}. Arrows move it, Space drops it, Escape puts it back.`;
	}

	drop(): void {
		if (this.lifted === null) return;
		this.said = `${this.#name(this.lifted)} dropped, ${this.#position(this.lifted)}.`;
		this.lifted = null;
	}

	putBack(): void {
		if (this.lifted === null) return;
		this.order = this.#before;
		this.said = `${this.#name(this.lifted)} back, ${this.#position(this.lifted)}.`;
		this.lifted = null;
	}

	/** Moves a step by so many places; beyond an end it stays at that end. */
	move(place: number, by: number): void {
		this.moveTo(place, this.indexOf(place) + by);
	}

	/** Moves a step so that it stands at `index`. */
	moveTo(place: number, index: number): void {
		const from = this.indexOf(place);
		const to = Math.min(this.order.length - 1, Math.max(0, index));
		const step = this.order[from];
		if (step === undefined || from === to) return;
		const rest = this.order.filter((other) => other !== step);
		this.order = [...rest.slice(0, to), step, ...rest.slice(to)];
		this.touched = true;
		this.said = `${this.#name(place)}, ${this.#position(place)}.`;
	}

	#name(place: number): string {
		return this.order[this.indexOf(place)]?.text ?? '';
	}

	#position(place: number): string {
		return `place ${this.indexOf(place) + 1} of ${this.order.length}`;
	}
}
