import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../../src/lib/domain/app-error';
import type { FetchOutside } from '../../src/lib/state/subscriptions/check-address';

/** A web host of one's own: files by path, and what was asked of it. */
export class StaticHost {
	readonly files = new Map<string, string | Uint8Array>();
	readonly asked: string[] = [];
	readonly #server: Server;

	private constructor(server: Server) {
		this.#server = server;
	}

	static async start(): Promise<StaticHost> {
		const server = createServer((request, response) => {
			const path = (request.url ?? '').replace(/^\//, '');
			host.asked.push(path);
			const content = host.files.get(path);
			// As web hosts do that a page of another site may read.
			const headers = { 'Access-Control-Allow-Origin': '*' };
			response.writeHead(content === undefined ? 404 : 200, headers).end(content ?? 'nothing here');
		});
		const host = new StaticHost(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return host;
	}

	get address(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
	}

	/** Puts these files there beside what is there already. */
	put(files: ReadonlyMap<string, string | Uint8Array>): void {
		for (const [path, content] of files) this.files.set(path, content);
	}

	stop(): Promise<void> {
		this.#server.closeAllConnections();
		return new Promise((resolve) => this.#server.close(() => resolve()));
	}
}

/** What the app does in a worker, with Node's own fetch. */
export const fetchFromNode: FetchOutside = async ({ url, maxBytes, timeoutMs }, signal) => {
	const limits = [AbortSignal.timeout(timeoutMs), ...(signal === undefined ? [] : [signal])];
	const response = await fetch(url, { signal: AbortSignal.any(limits) }).catch((cause: unknown) => {
		throw new AppError('outside-unreachable', 'The address cannot be reached.', { cause });
	});
	const bytes = new Uint8Array(await response.arrayBuffer());
	if (response.ok && bytes.length > maxBytes) throw new AppError('outside-too-large', 'The answer is too large.');
	return { status: response.status, bytes };
};
