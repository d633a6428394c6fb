import { createContext } from 'svelte';
import type { Desk } from '$lib/state/studio/desk.svelte';

/** The project that all pages below its address work on; they are shown only once it is open. */
export const [getDesk, setDesk] = createContext<() => Desk>();
