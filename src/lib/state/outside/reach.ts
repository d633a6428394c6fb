import { AppError } from '../../domain/app-error';
import type { OutsideRequest, OutsideResponse } from './request';

/**
 * Asks another host. Nothing that names the person goes along (no cookies, no referrer), nothing is kept in the
 * browser's cache, and no more than `maxBytes` is taken in. Runs in the one worker that may do so; see `outside.ts`.
 * @throws AppError as `fetchOutside` does, but for `cancelled`
 */
export async function reach(request: OutsideRequest): Promise<OutsideResponse> {
	const url = addressOf(request.url);
	const headers = headersOf(request);
	const stop = new AbortController();
	const timer = setTimeout(() => stop.abort(), request.timeoutMs);
	try {
		const response = await ask(url, headers, request, stop.signal);
		const bytes = await read(response, request, url, stop.signal);
		return { status: response.status, headers: Object.fromEntries(response.headers), bytes, url: response.url };
	} finally {
		clearTimeout(timer);
		// Also where only the body was too much: whoever sends it need not go on.
		stop.abort();
	}
}

function addressOf(text: string): URL {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url === null || !/^https?:$/.test(url.protocol)) {
		throw new AppError(
			'outside-address',
			`“${text}” is no address that Recite can ask. It must begin with https:// or http://.`
		);
	}
	if (url.username !== '' || url.password !== '') {
		throw new AppError('outside-address', 'The address holds a name or password before “@”. Leave that out.');
	}
	return url;
}

function headersOf({ headers = {} }: OutsideRequest): Headers {
	try {
		return new Headers(headers);
	} catch {
		// The error's own message shows the value, which may be a key.
		throw new AppError(
			'outside-header',
			'The key holds a character that cannot be sent, such as a line end or a letter with an accent. Copy it once more.'
		);
	}
}

async function ask(url: URL, headers: Headers, request: OutsideRequest, signal: AbortSignal): Promise<Response> {
	const { method = 'GET', body } = request;
	// What carries a key or a text goes to the address that the person has seen, and nowhere it may point to.
	const follows = method === 'GET' && [...headers.keys()].length === 0;
	let response: Response;
	try {
		response = await fetch(url, {
			method,
			headers,
			...(body === undefined ? {} : { body }),
			mode: 'cors',
			credentials: 'omit',
			referrerPolicy: 'no-referrer',
			cache: 'no-store',
			redirect: follows ? 'follow' : 'manual',
			signal
		});
	} catch (cause) {
		if (signal.aborted) throw timedOut(url, request);
		throw new AppError('outside-unreachable', unreachable(url), { cause });
	}
	const isRedirect = response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
	if (isRedirect && response.status !== 304) {
		throw new AppError(
			'outside-redirected',
			`${url.host} sends Recite on to another address, which it does not follow with a key or a text. Enter the final address.`
		);
	}
	return response;
}

async function read(
	response: Response,
	request: OutsideRequest,
	url: URL,
	signal: AbortSignal
): Promise<Uint8Array<ArrayBuffer>> {
	const tooLarge = (): AppError =>
		new AppError(
			'outside-too-large',
			`The answer of ${url.host} is larger than ${inWords(request.maxBytes)}, more than Recite takes. Check the address.`
		);
	if (Number(response.headers.get('content-length')) > request.maxBytes) throw tooLarge();
	const reader = response.body?.getReader();
	const parts: Uint8Array[] = [];
	let length = 0;
	while (reader !== undefined) {
		const { done, value } = await reader.read().catch((cause: unknown) => {
			if (signal.aborted) throw timedOut(url, request);
			throw new AppError(
				'outside-cut-off',
				`The connection to ${url.host} broke off before its answer was whole. Try again.`,
				{ cause }
			);
		});
		if (done) break;
		length += value.byteLength;
		if (length > request.maxBytes) throw tooLarge();
		parts.push(value);
	}
	const bytes = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.byteLength;
	}
	return bytes;
}

const timedOut = ({ host }: URL, { timeoutMs }: OutsideRequest): AppError =>
	new AppError(
		'outside-timeout',
		`${host} has not answered in full within ${Math.max(1, Math.round(timeoutMs / 1000))} s. It may be busy or stuck; try again.`
	);

/** A browser does not tell a page why it could not reach another host, so the reasons are listed. */
function unreachable({ host, hostname, protocol }: URL): string {
	const reasons = [
		'that there is a network',
		'that its server is running',
		'that the server lets pages of other sites ask it (CORS)'
	];
	if (isNear(hostname)) reasons.push('that the browser lets this site reach your own network');
	if (protocol === 'http:' && globalThis.location?.protocol === 'https:') {
		reasons.push('that its address begins with https://, because a secure page may not ask an insecure one');
	}
	return `${host} could not be reached. Check ${reasons.slice(0, -1).join(', ')}, and ${reasons[reasons.length - 1] ?? ''}.`;
}

/** On this computer or in its network: browsers ask the person before a site of the web may reach it. */
const isNear = (hostname: string): boolean =>
	/^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\]|\[f[cde])|\.local$/.test(hostname);

const inWords = (bytes: number): string =>
	bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${Math.max(1, Math.round(bytes / 1e3))} kB`;
