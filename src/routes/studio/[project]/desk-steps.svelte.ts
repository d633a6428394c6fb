import type { ToastList } from '$lib/state/toasts.svelte';
import type { Desk, Wanted } from '$lib/state/studio/desk.svelte';
import { failureSentence } from '../failure-sentence';

/** Changes of a project and the way back from them, told to the author. Made while a component is: it holds an effect. */
export class DeskSteps {
	readonly #desk: Desk;
	readonly #toasts: ToastList;
	/** The message that offers to undo, and the project as it stood when it was said. */
	#offered: { readonly message: string; readonly state: Desk['state'] } | null = null;

	constructor(desk: Desk, toasts: ToastList) {
		this.#desk = desk;
		this.#toasts = toasts;
		// Once something else has been changed or undone, its button would undo that instead.
		$effect(() => {
			const { state } = desk;
			if (this.#offered === null || state === this.#offered.state) return;
			const { message } = this.#offered;
			this.#offered = null;
			const item = toasts.items.find((each) => each.message === message);
			if (item) toasts.dismiss(item.id);
		});
	}

	/** Writes a change; with `said` it is told, and can be taken back from there. @returns whether it is on the disk */
	async commit(wanted: Wanted, said?: string): Promise<boolean> {
		try {
			await this.#desk.commit(wanted);
			if (said) this.#offer(said);
			return true;
		} catch (error) {
			this.#toasts.say(failureSentence(error), { tone: 'problem' });
			return false;
		}
	}

	async step(which: 'undo' | 'redo'): Promise<void> {
		const label = which === 'undo' ? this.#desk.undoLabel : this.#desk.redoLabel;
		if (label === null) return;
		try {
			await this.#desk[which]();
			this.#toasts.say(`${which === 'undo' ? 'Undone' : 'Done again'}: ${label}.`);
		} catch (error) {
			this.#toasts.say(failureSentence(error), { tone: 'problem' });
		}
	}

	#offer(message: string): void {
		const { state } = this.#desk;
		this.#toasts.say(message, { action: { label: 'Undo', run: () => void this.step('undo') } });
		this.#offered = { message, state };
	}
}
