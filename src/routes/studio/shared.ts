import { base } from '$app/paths';
import { READABLE } from '$lib/generation/input/formats';
import type { Bringing } from './imports.svelte';

/** Kept by the service worker when another app shares something to Recite; see `src/service-worker.ts`. */
const CACHE = `recite-shared:${base}`;

/** What was shared, and how to put it away once it has been read. */
export interface Shared {
	readonly bringings: readonly Bringing[];
	/** The address of a page alone: there is nothing to read in it. */
	readonly onlyUrl: string | null;
	done(): Promise<void>;
}

/** Null when there is nothing of that name: it was read before, or the browser has thrown it away. */
export async function takeShared(name: string): Promise<Shared | null> {
	const cache = await caches.open(CACHE);
	const requests = (await cache.keys()).filter(({ url }) => new URL(url).searchParams.get('of') === name);
	if (requests.length === 0) return null;
	const bringings: Bringing[] = [];
	let words = { title: '', text: '', url: '' };
	for (const request of inOrder(requests)) {
		const response = await cache.match(request);
		if (response === undefined) continue;
		const file = new URL(request.url).searchParams.get('file');
		if (file === null) words = { ...words, ...(await response.json()) };
		else bringings.push({ source: { is: 'file', file: new File([await response.blob()], file) } });
	}
	const url = addressIn(words.url) ?? (isAddress(words.text) ? words.text.trim() : undefined);
	if (words.text.trim() !== '' && !isAddress(words.text)) {
		const source = { is: 'text' as const, text: words.text, ...(words.title ? { name: words.title } : {}) };
		bringings.push({ source, ...(url === undefined ? {} : { url }) });
	}
	return {
		bringings,
		onlyUrl: bringings.length === 0 ? (url ?? null) : null,
		done: async () => void (await Promise.all(requests.map((request) => cache.delete(request))))
	};
}

const inOrder = (requests: readonly Request[]): Request[] => {
	const place = ({ url }: Request): number => Number(new URL(url).searchParams.get('i') ?? -1);
	return [...requests].sort((a, b) => place(a) - place(b));
};

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text.trim());
const addressIn = (text: string): string | undefined => (isAddress(text) ? text.trim() : undefined);

/** Endings of decks in a file, which are opened and not read. */
export const DECK_FILES = ['.recite', '.zip'];
export const isDeckFile = ({ name }: File): boolean => DECK_FILES.some((ending) => name.toLowerCase().endsWith(ending));
export const DOCUMENT_FILES = READABLE;
