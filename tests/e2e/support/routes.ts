/** Every page of the app, below the base path; the checks that hold on all screens go through this list. */
export const ROUTES = ['/', '/decks', '/help', '/settings', '/studio', '/study'] as const;

/** A path that no file answers, so that the fallback page and the app's own router must. */
export const DEEP_LINK = '/decks/ketamine/mechanisms';
