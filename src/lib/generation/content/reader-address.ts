/** A sentence that asks something of the reader, points elsewhere or disclaims, instead of stating a fact. */
export function isBoilerplateSentence(sentence: string): boolean {
	return BOILERPLATE.some((pattern) => pattern.test(sentence));
}

const BOILERPLATE: readonly RegExp[] = [
	// Calls to action.
	/^(?:please |simply |just )?(?:check out|click|subscribe|sign up|log in|join|visit|contact|call|book|schedule|follow|share|download|explore|discover|register|learn more|find out|get started|read more|read|see|watch|listen)\b.*\b(?:our|us|here|you|your|today|now|website|page|newsletter|articles?|link|below)\b/i,
	// Questions put to the reader.
	/\b(?:you|your)\b[^.]*\?["”’]?$/i,
	/\b(?:our|my) (?:\w+ )?(?:website|articles?|clinics?|team|newsletter|services|members?|membership|podcast|channel|office|store|products?)\b/i,
	// Pointers to other pages.
	/^(?:for )?(?:more|further|additional) (?:information|details?|on|about|resources)\b/i,
	/^(?:to (?:read|learn|download|view|see|find out)\b).*\b(?:go to|see|visit|click|report)\b/i,
	/\b(?:https?:\/\/|www\.)\S+/i,
	// Disclaimers and notices.
	/\bnot (?:\w+ )?(?:intended|meant) (?:to be used )?(?:for|to|as)\b.*\b(?:diagnos\w+|substitute|advice|professional)\b/i,
	/\bsubstitute for (?:\w+ ){0,3}(?:advice|consultation|care|judg?ment)\b/i,
	/\b(?:all rights reserved|terms of (?:use|service)|privacy policy|cookies? policy|this (?:site|website|page) uses)\b/i,
	/\bif you (?:have any|are having|think|need|would like)\b/i,
	/\bthis (?:article|post|story|content) (?:was|is|has been) (?:originally )?(?:published|sponsored|written|provided|updated|reviewed)\b/i
];
