/** Words of a document, to tell how a word broken at a line’s end is written elsewhere in it. */
export class KnownWords {
	readonly #whole = new Set<string>();
	readonly #hyphened = new Set<string>();

	constructor(lines: Iterable<string>) {
		let isBroken = false;
		for (const line of lines) {
			const found = line.toLowerCase().match(/\p{L}+(?:[-‐]\p{L}+)*/gu) ?? [];
			const from = isBroken ? 1 : 0;
			isBroken = /[\p{L}][-‐\u00ad]\s*$/u.test(line);
			for (const word of found.slice(from, isBroken ? -1 : undefined)) {
				const parts = word.split(/[-‐]/);
				if (parts.length > 1) this.#hyphened.add(parts.join('-'));
				for (const part of parts) this.#whole.add(part);
			}
		}
	}

	/**
	 * A line and the next one as one text. A hyphen at the end of the first goes if it came from the typesetter
	 * (“reab-|sorption”), and stays if the word has one (“well-|known”).
	 */
	join(before: string, after: string): string {
		const first = before.trimEnd();
		const next = after.trimStart();
		if (first.endsWith('\u00ad')) return first.slice(0, -1) + next;
		const head = /([\p{L}\p{N}]+)[-‐]$/u.exec(first)?.[1];
		if (head === undefined) return `${first} ${next}`;
		const tail = /^\p{L}+/u.exec(next)?.[0] ?? '';
		// “short- and long-term”
		if (/^(and|or|to|und)$/.test(tail)) return `${first} ${next}`;
		if (!/^\p{Ll}/u.test(next) || !/\p{L}$/u.test(head)) return first + next;
		return this.#keepsHyphen(head.toLowerCase(), tail.toLowerCase()) ? first + next : first.slice(0, -1) + next;
	}

	#keepsHyphen(head: string, tail: string): boolean {
		if (this.#hyphened.has(`${head}-${tail}`)) return true;
		if (this.#whole.has(head + tail)) return false;
		if (FIRST.has(head) || SECOND.has(tail)) return true;
		return head.length >= 4 && tail.length >= 4 && this.#whole.has(head) && this.#whole.has(tail) && !PREFIX.test(head);
	}
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** First parts that are joined by a hyphen as a rule. */
const FIRST = words(
	'well self long short high low half cross all ex much ill so two three four five six seven eight nine ten first second third single double triple large small late early full part old new open quasi one'
);
/** Second parts that are. */
const SECOND = words(
	'based like free term type specific related induced dependent mediated treated controlled blind scale dose acting resistant associated threatening known rich year month week day hour old called defined established tuned range'
);
/** Not words, but beginnings of words, even where they stand alone somewhere. */
const PREFIX =
	/^(over|under|inter|super|hyper|micro|macro|multi|trans|contra|counter|electro|neuro|ultra|photo|thermo)$/;
