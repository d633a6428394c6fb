export interface ToastItem {
	readonly id: string;
	readonly message: string;
	readonly tone?: 'plain' | 'problem';
	readonly action?: { readonly label: string; readonly run: () => void };
}

/** Short messages at the edge of the page. A problem stays until it is put away; the others go by themselves. */
export class ToastList {
	items = $state.raw<readonly ToastItem[]>([]);
	#next = 0;

	say(message: string, options: Omit<ToastItem, 'id' | 'message'> = {}): void {
		const id = `toast-${this.#next++}`;
		// The same words twice would be read out twice and say nothing new.
		this.items = [...this.items.filter((item) => item.message !== message), { id, message, ...options }];
		// Long enough to read and to reach the button: WCAG 2.2.1 asks for no less where there is something to press.
		if (options.tone !== 'problem') setTimeout(() => this.dismiss(id), options.action ? 20_000 : 8000);
	}

	/** Says what went wrong, in the words of the error where they are meant for people. */
	sayProblem(error: unknown): void {
		this.say(error instanceof Error ? error.message : String(error), { tone: 'problem' });
	}

	dismiss(id: string): void {
		this.items = this.items.filter((item) => item.id !== id);
	}
}
