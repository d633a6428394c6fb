/**
 * Views of the kinds of card that do most with their answers. Files of their own, because the first card should not wait
 * for the code of all kinds.
 */
export const CARD_VIEWS = {
	cloze: () => import('./ClozeCard.svelte'),
	choice: () => import('./ChoiceCard.svelte'),
	typed: () => import('./TypedCard.svelte'),
	sequence: () => import('./SequenceCard.svelte'),
	diagram: () => import('./DiagramCard.svelte')
};

/** The footnotes below a card, which come with its answer. */
export const loadSources = () => import('../source/Sources.svelte');

/** To be called when a card is on the screen, so that the next shows at once, of whatever kind and without a network. */
export async function loadCardViews(): Promise<void> {
	await Promise.allSettled([loadSources(), ...Object.values(CARD_VIEWS).map((load) => load())]);
}
