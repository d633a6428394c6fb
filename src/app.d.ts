declare global {
	namespace App {
		interface PageState {
			/** In the deck editor: id of the note in the form; empty for none. */
			note?: string;
		}
	}
}

export {};
