import type { Lint } from './lint';

/** Every lint, in the order in which a note is looked at. */
export const LINTS: readonly Lint[] = [];
