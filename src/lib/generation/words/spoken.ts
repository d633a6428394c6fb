/**
 * How a term is spoken, in brackets behind it: syllables with hyphens of which one is in capitals, “(an-JI-nuh)”, “(hee-MAT-oh-crit)”.
 */
export const SPOKEN =
	/\s?\((?=[^()]*(?<!\p{L})\p{Lu}+(?!\p{L}))(?=[^()]*\p{Ll})(?:\p{L}+-){2,}\p{L}+(?:(?:,| or) (?:\p{L}+-){2,}\p{L}+)*\)/gu;
