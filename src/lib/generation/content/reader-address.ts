/** A sentence that asks something of the reader, points elsewhere or disclaims, instead of stating a fact. */
export function isBoilerplateSentence(sentence: string): boolean {
	// Nobody addresses a reader at this length, and the patterns look far ahead.
	return sentence.length <= 600 && BOILERPLATE.some((pattern) => pattern.test(sentence));
}

const BOILERPLATE: readonly RegExp[] = [
	// Calls to action.
	/^(?:please |simply |just )?(?:check out|click|subscribe|sign up|log in|join|visit|contact|call|book|schedule|follow|share|like|tag|rate|leave|download|explore|discover|register|donate|request|claim|grab|shop|order|reserve|enrol+|learn more|find out|get started|get|receive|read more|read|see|watch|listen|stay tuned|stay connected|keep in touch)\b.*\b(?:our|us|here|you|your|today|now|website|page|newsletters?|inbox|articles?|link|below|appointment|consultation|facebook|instagram|twitter|youtube|linkedin)\b/i,
	/^(?:call|dial|ring|phone|text)\b[^.]{0,40}\d{3}/i,
	/^(?:in an emergency|for (?:emergencies|appointments|bookings|enquiries))\b[^.]{0,60}\b(?:call|dial|ring|phone|contact)\b/i,
	/^(?:thank you|thanks) for (?:reading|signing up|subscribing|visiting|your)\b/i,
	/\b(?:enter|type|submit) your e-?mail\b/i,
	// Questions put to the reader.
	/^(?:need|want|looking for|struggling|thinking (?:of|about)|ready to|interested in|having trouble|tired of|worried about|curious about|got a)\b[^.]*\?["”’]?$/i,
	/\b(?:you|your)\b[^.]*\?["”’]?$/i,
	/\b(?:our|my) (?:\w+ )?(?:website|articles?|clinics?|team|newsletter|services|members?|membership|podcast|channel|office|store|products?)\b/i,
	// Pointers to other pages.
	/^(?:for )?(?:more|further|additional) (?:information|details?|on|about|resources)\b/i,
	/^(?:general |more |further )?information (?:about|on) .* (?:is|are|can be) (?:available|found|obtained)\b/i,
	/^(?:to (?:read|learn|download|view|see|find out)\b).*\b(?:go to|see|visit|click|report)\b/i,
	/\b(?:https?:\/\/|www\.)\S+|\b[\p{L}-]+\.(?:gov|org)\b|\bweb ?sites? is\b/iu,
	// Disclaimers and notices.
	/\bnot (?:\w+ )?(?:intended|meant) (?:to be used )?(?:for|to|as)\b.*\b(?:diagnos\w+|substitute|advice|professional)\b/i,
	/\bfor (?:general |educational |informational |information )+(?:and \w+ )?(?:purposes |use )?only\b/i,
	/\b(?:does|do|should) not (?:constitute|replace|be (?:taken|construed) as)\b[^.]*\b(?:advice|consultation|recommendation|opinion)\b/i,
	/\b(?:we|this (?:site|website|page)) uses? cookies\b|\bby (?:continuing to (?:browse|use)|using (?:this|our))\b|\baffiliate (?:links?|commission)\b/i,
	/\b(?:already a (?:subscriber|member)|articles? (?:left|remaining) this month|to continue reading)\b/i,
	/\bsubstitute for (?:\w+ ){0,3}(?:advice|consultation|care|judg?ment)\b/i,
	/\b(?:all rights reserved|terms of (?:use|service)|privacy policy|cookies? policy|this (?:site|website|page) uses)\b/i,
	/\bif you (?:have any|are having|think|need|would like)\b/i,
	/\bthis (?:article|post|story|content) (?:was|is|has been) (?:originally )?(?:published|sponsored|written|provided|updated|reviewed)\b/i
];
