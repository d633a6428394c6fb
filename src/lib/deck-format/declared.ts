import type { Pack } from '../domain/pack';

/** What a deck's authors say for the checks of the deck, and not to those who study it. */
export interface Declared {
	/** Letters to words. */
	readonly acronyms: Readonly<Record<string, string>>;
	/** Groups of terms that must not stand for each other. */
	readonly terms: readonly (readonly string[])[];
	/** Note id to the lints its author has waived: rule to reason. */
	readonly waived: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** As a pack has it: what there is nothing of is left out, so that one deck has one spelling and one id. */
export function declaredFields({ acronyms, terms, waived }: Declared): Pick<Pack, 'acronyms' | 'terms' | 'waived'> {
	const waivers = [...waived].filter(([, rules]) => Object.keys(rules).length > 0);
	return {
		...(Object.keys(acronyms).length === 0 ? {} : { acronyms }),
		...(terms.length === 0 ? {} : { terms }),
		...(waivers.length === 0 ? {} : { waived: Object.fromEntries(waivers) })
	};
}

/** What a pack says of it. Packs made before they could say anything say nothing. */
export function declaredIn({ acronyms = {}, terms = [], waived = {} }: Pack): Declared {
	return { acronyms, terms, waived: new Map(Object.entries(waived)) };
}
