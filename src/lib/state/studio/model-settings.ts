import { AppError } from '../../domain/app-error';

/** Which language model is asked. The key is kept apart, see `readKey`. */
export interface ModelSettings {
	/** As the person typed it. */
	readonly address: string;
	readonly model: string;
}

/** Beside the database, so that neither the log nor a backup ever holds them. */
const SETTINGS = 'recite.model';
const KEY = 'recite.model-key';

export const NO_MODEL: ModelSettings = { address: '', model: '' };

export function readModelSettings(): ModelSettings {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(SETTINGS) ?? 'null');
		if (typeof value !== 'object' || value === null) return NO_MODEL;
		const { address, model } = value as Partial<Record<keyof ModelSettings, unknown>>;
		return {
			address: typeof address === 'string' ? address : '',
			model: typeof model === 'string' ? model : ''
		};
	} catch {
		return NO_MODEL;
	}
}

export function writeModelSettings({ address, model }: ModelSettings): void {
	keep(SETTINGS, JSON.stringify({ address, model }));
}

/** Empty if there is none. It stays on this device: in no event, no backup, no message and no console. */
export function readKey(): string {
	try {
		return localStorage.getItem(KEY) ?? '';
	} catch {
		return '';
	}
}

/** An empty key is forgotten. */
export function writeKey(key: string): void {
	const trimmed = key.trim();
	if (trimmed === '') forgetKey();
	else keep(KEY, trimmed);
}

export function forgetKey(): void {
	try {
		localStorage.removeItem(KEY);
	} catch {
		// Where storage is shut off there is none to forget.
	}
}

function keep(name: string, value: string): void {
	try {
		localStorage.setItem(name, value);
	} catch {
		// Shut off or full: it then holds until the page is left.
	}
}

/**
 * The address below which the protocol's paths lie, without a slash at the end: `https://host/v1`. Takes what people
 * paste: without scheme, with `/v1`, with the whole path.
 * @throws AppError `model-address`
 */
export function baseAddress(typed: string): string {
	const trimmed = typed.trim();
	if (trimmed === '') throw new AppError('model-address', 'Enter the address of the model’s server.');
	const isSchemed = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed);
	const text = isSchemed ? trimmed : `${isLocalHost(trimmed) ? 'http' : 'https'}://${trimmed}`;
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
		throw new AppError(
			'model-address',
			`“${trimmed}” is no address of a server. It looks like http://localhost:11434 or https://example.org/v1.`
		);
	}
	const path = url.pathname.replace(/\/+$/, '').replace(/\/(?:chat\/completions|completions|models)$/, '');
	return url.origin + (path === '' ? '/v1' : path);
}

const isLocalHost = (text: string): boolean =>
	/^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[)|^[^/]+\.local(?=[:/]|$)/i.test(text);

/** Whether what is sent there can be read on the way: plain http to another computer. */
export function isOpenToAll(base: string): boolean {
	const { protocol, hostname } = new URL(base);
	return protocol === 'http:' && !/^(?:localhost|127\.|\[::1\])/.test(hostname);
}
