import type { Page } from '@playwright/test';

/** One grade, in ms from the moment the browser received the key. */
export interface GradeTiming {
	/** The next card is in the document. */
	readonly placed: number;
	/** The frame that shows it has been produced. */
	readonly painted: number;
}

/** What the probe leaves on the page's window. */
interface Probe {
	/** Ms from the start of navigation to the frame that shows the first card. */
	readonly firstCard: Promise<number>;
	/** The next key is a grade, to be measured. */
	expectGrade(): void;
	/** The timing of the grade last expected. */
	lastGrade: Promise<GradeTiming> | null;
}

declare global {
	interface Window {
		benchProbe: Probe;
	}
}

/** Measures inside the page, so that no message to or from the browser is in the figures. For `addInitScript`. */
export function installProbe(): void {
	const card = () => document.querySelector('article[aria-label="Card"]');
	/** A task posted from a frame's callback runs when that frame's style, layout and paint are done. */
	const painted = (): Promise<number> =>
		new Promise((resolve) =>
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => resolve(performance.now());
				port2.postMessage(null);
			})
		);
	/** Looks after every change of the document, without asking for frames, which would disturb what is measured. */
	const when = (test: () => boolean): Promise<number> =>
		new Promise((resolve) => {
			const look = (): boolean => {
				if (!test()) return false;
				resolve(performance.now());
				return true;
			};
			if (look()) return;
			const observer = new MutationObserver(() => look() && observer.disconnect());
			observer.observe(document, { childList: true, subtree: true, characterData: true });
		});

	window.benchProbe = {
		firstCard: when(() => card()?.querySelector('.text')?.textContent?.trim() !== undefined).then(painted),
		lastGrade: null,
		expectGrade() {
			this.lastGrade = new Promise((resolve) => {
				const onkey = ({ timeStamp }: KeyboardEvent): void => {
					const graded = card();
					void when(() => card() !== null && card() !== graded).then(async (placed) => {
						resolve({ placed: placed - timeStamp, painted: (await painted()) - timeStamp });
					});
				};
				addEventListener('keydown', onkey, { capture: true, once: true });
			});
		}
	};
}

/** Lengths, in ms, of what the app itself has marked by this name. */
export function marked(page: Page, name: string): Promise<number[]> {
	return page.evaluate((name) => performance.getEntriesByName(name, 'measure').map((entry) => entry.duration), name);
}
