/**
 * Keeps the whole app on the device. One cache per version: a new version is fetched completely beside the old one,
 * waits until it is told to take over, and only then is the old one thrown away.
 */
import { base, version } from '$service-worker';

declare const self: ServiceWorkerGlobalScope;

/** Written by scripts/precache.mjs. */
interface PrecacheList {
	readonly version: string;
	/** Path below the base → digest of the content. */
	readonly files: Readonly<Record<string, string>>;
}

// Sites under other paths of the same host have caches too, hence the base in the name.
const OWN_CACHES = `recite:${base}:`;
const CACHE = OWN_CACHES + version;
const LIST = `${base}/precache.json`;
/** The page for paths that have none of their own; its router takes it from there. */
const FALLBACK = '404.html';
/** What other apps have shared and no page has taken yet. Of no version, so an update leaves it. */
const SHARED = `recite-shared:${base}`;
/** Where the manifest has shares sent to. */
const SHARE_TARGET = `${base}/studio`;
/** Shares that nobody came for are thrown away after a week, in ms. */
const SHARE_KEPT = 7 * 86_400_000;

self.addEventListener('install', (event) => event.waitUntil(precache()));

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

/** Ends what waits for an answer of the host: while a tab is owed one, no newer version can take over. */
let owed = new AbortController();

self.addEventListener('message', (event) => {
	if (event.data === 'SKIP_WAITING') void self.skipWaiting();
	if (event.data === 'LET_GO') {
		owed.abort();
		owed = new AbortController();
	}
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (
		request.method === 'POST' &&
		request.mode === 'navigate' &&
		url.origin + url.pathname === self.location.origin + SHARE_TARGET
	)
		return event.respondWith(receive(request));
	if (request.method !== 'GET' || url.origin !== self.location.origin || !url.pathname.startsWith(`${base}/`)) return;
	event.respondWith(request.mode === 'navigate' ? page(request, url) : asset(request, url));
});

/** Fetches every file; if one is missing, the install fails and the version in force stays. */
async function precache(): Promise<void> {
	const list = await fetchList();
	const known = await alreadyKept();
	const cache = await caches.open(CACHE);
	// A host that goes back to an earlier version has it installed anew while it may be the one in force. Its files then
	// are already here, and stay whatever comes of this. The list is written last: where it is, all are.
	const wasWhole = (await cache.match(LIST)) !== undefined;
	try {
		await Promise.all(
			Object.entries(list.files).map(async ([path, digest]) => {
				const kept = await known(path, digest);
				await cache.put(`${base}/${path}`, kept ?? (await download(path)));
			})
		);
		// Files of a deployment that arrived meanwhile may be among ours, so the list must still be the same.
		await fetchList();
		await cache.put(LIST, Response.json(list));
	} catch (error) {
		if (!wasWhole) await caches.delete(CACHE);
		throw error;
	}
}

async function fetchList(): Promise<PrecacheList> {
	const response = await fetch(LIST, { cache: 'no-store' });
	if (!response.ok) throw new Error(`${LIST}: ${response.status}`);
	const list: PrecacheList = await response.json();
	if (list.version !== version) throw new Error(`The host has version ${list.version}; this worker is ${version}.`);
	return list;
}

/** Looks a file up in the caches there are, so that an update fetches only what has changed. */
async function alreadyKept(): Promise<(path: string, digest: string) => Promise<Response | undefined>> {
	const names = (await caches.keys()).filter((name) => name.startsWith(OWN_CACHES));
	const earlier = await Promise.all(
		names.map(async (name) => {
			const cache = await caches.open(name);
			const list: PrecacheList | undefined = await (await cache.match(LIST))?.json();
			return { cache, files: list?.files ?? {} };
		})
	);
	return async (path, digest) => {
		const holder = earlier.find(({ files }) => files[path] === digest);
		return holder?.cache.match(`${base}/${path}`, { ignoreVary: true });
	};
}

async function download(path: string): Promise<Response> {
	const immutable = path.startsWith('_app/immutable/');
	const response = await fetch(`${base}/${path}`, { cache: immutable ? 'default' : 'no-cache' });
	// Some hosts serve their page for missing paths with its status even by its own name.
	if (!response.ok && !(path === FALLBACK && response.status === 404)) throw new Error(`${path}: ${response.status}`);
	// A redirected response, or one of status 404, must not answer a navigation.
	const { headers, redirected, status } = response;
	return redirected || status !== 200 ? new Response(response.body, { headers }) : response;
}

async function takeOver(): Promise<void> {
	const names = await caches.keys();
	const old = names.filter((name) => name.startsWith(OWN_CACHES) && name !== CACHE);
	await Promise.all(old.map((name) => caches.delete(name)));
	await self.clients.claim();
}

async function page(request: Request, url: URL): Promise<Response> {
	const path = url.pathname.slice(base.length + 1).replace(/\/$/, '');
	const candidates = path === '' ? ['index.html'] : [`${path}.html`, path, `${path}/index.html`];
	const cache = await caches.open(CACHE);
	for (const candidate of [...candidates, FALLBACK]) {
		const kept = await cache.match(`${base}/${candidate}`, { ignoreVary: true });
		if (kept) return kept;
	}
	return fetch(request);
}

async function asset(request: Request, url: URL): Promise<Response> {
	const cache = await caches.open(CACHE);
	const kept = await cache.match(url.pathname, { ignoreVary: true });
	return kept ?? fetch(request, { signal: owed.signal }).catch(() => Response.error());
}

/** Keeps what was shared until the page it leads to has read it, so that nothing is lost without a network either. */
async function receive(request: Request): Promise<Response> {
	const name = `${Date.now()}-${crypto.randomUUID()}`;
	const to = (query: string): Response => Response.redirect(`${SHARE_TARGET}?shared=${query}`, 303);
	try {
		const form = await request.formData();
		const words = (field: string): string => {
			const value = form.get(field);
			return typeof value === 'string' ? value : '';
		};
		const cache = await caches.open(SHARED);
		await forgetOld(cache);
		const place = `${base}/studio/shared?of=${name}`;
		const text = { title: words('title'), text: words('text'), url: words('url') };
		await cache.put(place, Response.json(text));
		const files = form.getAll('files').filter((file) => file instanceof File && file.size > 0);
		for (const [i, file] of files.entries()) {
			if (file instanceof File)
				await cache.put(`${place}&i=${i}&file=${encodeURIComponent(file.name)}`, new Response(file));
		}
		return to(name);
	} catch {
		// Too large for the storage there is, or cut off on its way.
		return to('failed');
	}
}

async function forgetOld(cache: Cache): Promise<void> {
	for (const request of await cache.keys()) {
		const at = Number.parseInt(new URL(request.url).searchParams.get('of') ?? '', 10);
		if (!(Date.now() - at < SHARE_KEPT)) await cache.delete(request);
	}
}
