const HEDGE =
	/\b(may|might|could|can|should|would|must|appears?|seems?|suggests?|suggested|thought|believed|possibl[ey]|probabl[ey]|perhaps|likely|unlikely|potential(?:ly)?|sometimes|often|usually|generally|typically|rarely|occasionally|commonly|frequently|normally|tends?|reported(?:ly)?|estimated|about|approximately|nearly|almost|roughly|up to|in theory|some|many|most|mainly|primarily|predominantly|partly|essentially|is considered|are considered|is known|believe|indicates?|emerging|in many|in some|in most|if|when|unless|only|at least|over|more than|less than)\b/giu;

const STRONG =
	/^(may|might|could|can|should|would|must|appears?|seems?|suggests?|suggested|thought|believed|possibl[ey]|probabl[ey]|perhaps|likely|unlikely|potential(ly)?|sometimes|often|usually|generally|typically|rarely|occasionally|commonly|frequently|normally|tends?|in theory|believe|indicates?|some|many|most|mainly|primarily|predominantly|is considered|are considered|emerging)$/i;

/** The words that say how sure or how general a statement is, in small letters. */
export const hedgesIn = (text: string): string[] =>
	[...text.matchAll(HEDGE)]
		.map((match) => match[0].toLowerCase())
		.filter((word) => STRONG.test(word))
		// “indicates” is kept by “What does it indicate?”.
		.map((word) => word.replace(/^(appear|seem|suggest|tend|indicate)(?:s|ed|d)$/, '$1'));

export const isNegated = (text: string): boolean =>
	/\b(?:not|no|never|neither|nor|none|cannot|without|lack(?:s|ed|ing)?|fails? to)\b|n['’]t\b/i.test(text);
