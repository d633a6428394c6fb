/** Words as the source of a regular expression that finds just them: a text may hold “*”, “(” or “C++”. */
export const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
