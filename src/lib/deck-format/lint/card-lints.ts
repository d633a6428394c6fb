import { answerOnFront } from './answer-on-front';
import { clozeHiding } from './cloze-hiding';
import { dangling } from './dangling';
import { duplicates } from './duplicates';
import { hedge } from './hedge';
import { length } from './length';
import type { Lint } from './lint';
import { negation } from './negation';
import { oneFact } from './one-fact';
import { question } from './question';
import { quoteSupport } from './quote-support';
import { terms } from './terms';

/** What is asked of a card by itself, and of its words against its source. */
export const CARD_LINTS: readonly Lint[] = [
	length,
	oneFact,
	...question,
	dangling,
	answerOnFront,
	clozeHiding,
	duplicates,
	quoteSupport,
	negation,
	hedge,
	terms
];
