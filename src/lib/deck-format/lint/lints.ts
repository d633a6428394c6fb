import { acronyms } from './acronyms';
import { altText } from './alt-text';
import { asOf } from './as-of';
import { CARD_LINTS } from './card-lints';
import { coverageLint } from './coverage-lint';
import { drawingForm } from './drawing-form';
import type { Lint } from './lint';

/** Every lint, in the order in which a note is looked at. */
export const LINTS: readonly Lint[] = [...CARD_LINTS, asOf, acronyms, altText, drawingForm, coverageLint];
