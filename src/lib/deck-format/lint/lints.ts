import { acronyms } from './acronyms';
import { altText } from './alt-text';
import { answerOnFront } from './answer-on-front';
import { asOf } from './as-of';
import { clozeHiding } from './cloze-hiding';
import { coverageLint } from './coverage-lint';
import { dangling } from './dangling';
import { duplicates } from './duplicates';
import { drawingForm } from './drawing-form';
import { hedge } from './hedge';
import { length } from './length';
import type { Lint } from './lint';
import { negation } from './negation';
import { oneFact } from './one-fact';
import { question } from './question';
import { quoteSupport } from './quote-support';
import { terms } from './terms';

/** Every lint, in the order in which a note is looked at. */
export const LINTS: readonly Lint[] = [
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
	asOf,
	terms,
	acronyms,
	altText,
	drawingForm,
	coverageLint
];
