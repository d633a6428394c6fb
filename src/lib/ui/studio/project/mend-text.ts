/** Of notes with errors, which keep the deck from being published. */
export const mendText = (notes: number): string =>
	notes === 1 ? '1 note needs mending before publishing' : `${notes} notes need mending before publishing`;
