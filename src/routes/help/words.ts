/** The words that the screens use, as the field uses them. */
export const WORDS: readonly { readonly word: string; readonly meaning: string }[] = [
	{
		word: 'Note and card',
		meaning:
			'A note is what an author writes down once. It gives one card or several: a reversed note two, a drawing one for each label.'
	},
	{
		word: 'Deck, topic',
		meaning:
			'A deck holds notes and the documents they quote from. A topic is a part of it that can be studied alone; the day’s limits are the deck’s.'
	},
	{
		word: 'New, learning, due',
		meaning: 'Never seen; seen and coming back within minutes or hours; learnt and due for review today.'
	},
	{ word: 'Lapse', meaning: 'A card in review that was graded Again.' },
	{ word: 'Stability', meaning: 'How many days it takes until you would recall the card with a probability of 90 %.' },
	{ word: 'Retrievability', meaning: 'The probability that you would recall it now; “recall” in the list of cards.' },
	{ word: 'Desired retention', meaning: 'The retrievability at which a card comes back. Set in the deck’s settings.' },
	{
		word: 'FSRS',
		meaning: 'The model that schedules reviews: from your grades it works out stability and difficulty of each card.'
	},
	{
		word: 'Leech',
		meaning:
			'A card forgotten so often that more of the same will not help. It is set aside; reword it, learn what it is confused with, or bring it back.'
	},
	{ word: 'Sibling', meaning: 'Another card of the same note. Siblings are kept to different days.' },
	{
		word: 'Your wording',
		meaning:
			'What you write into a note of a deck with E, for yourself alone. It stays when the deck is updated; “The deck’s wording” in the same form shows what the deck says and goes back to it.'
	},
	{ word: 'Suspend, bury', meaning: 'Set a card aside until you bring it back; hide it until tomorrow.' }
];
