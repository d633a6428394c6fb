/**
 * What kind of word one is by its longest ending that tells; a noun where none does.
 * @param tells the kind by an ending of at most four letters
 */
export function kindByEnding(word: string, tells: (ending: string) => string | undefined): string {
	// “technician”, “pediatrician”, not “Iberian”
	if (/icians?$/.test(word)) return 'N';
	for (let length = Math.min(4, word.length - 2); length > 0; length--) {
		const kind = tells(word.slice(-length));
		if (kind !== undefined) return kind;
	}
	return 'N';
}
