import type { DeckId } from '$lib/domain/ids';
import type { Recite } from '$lib/state/recite.svelte';
import type { DeckOffer } from '$lib/state/subscriptions/deck-offer';

/**
 * Puts an offered deck on the shelf, says so, and offers to take it back.
 * @returns false if it could not be; what was on the shelf is as it was then, and the person has been told
 */
export async function takeOffer(recite: Recite, offer: DeckOffer): Promise<boolean> {
	try {
		const { takeUpdate, undoUpdate } = await import('$lib/state/subscriptions/take-offer');
		const taken = await takeUpdate(recite, offer);
		const { title, version } = offer.pack;
		const isSame = offer.held?.id === offer.id;
		const words =
			offer.held === null
				? `${title} is on your shelf.`
				: isSame
					? `Newer versions of ${title} are looked for at its address.`
					: `${title} is now version ${version}. What you have learnt is kept.`;
		const undo = (): void =>
			void undoUpdate(recite, taken).then(
				() =>
					recite.toasts.say(
						offer.held === null ? `${title} is off the shelf again.` : `Back to version ${offer.held.version}.`
					),
				(error: unknown) => recite.toasts.sayProblem(error)
			);
		recite.toasts.say(words, isSame ? {} : { action: { label: 'Undo', run: undo } });
		return true;
	} catch (error) {
		recite.toasts.sayProblem(error);
		return false;
	}
}

export const deckOf = (offer: DeckOffer): DeckId => offer.pack.deck as DeckId;
