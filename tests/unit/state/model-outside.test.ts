import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/lib/domain/app-error';
import { reach } from '../../../src/lib/state/outside/reach';
import type { OutsideRequest } from '../../../src/lib/state/outside/request';
import {
	breaksOff,
	floods,
	sends,
	stalls,
	startModelServer,
	trailsOff,
	type ModelServer
} from '../../support/model-server';

let server: ModelServer;
beforeAll(async () => {
	server = await startModelServer();
});
afterAll(() => server.close());

const chat = (more: Partial<OutsideRequest> = {}): OutsideRequest => ({
	url: `${server.address}/v1/chat/completions`,
	method: 'POST',
	headers: { 'Content-Type': 'application/json' },
	body: '{}',
	maxBytes: 100_000,
	timeoutMs: 3000,
	...more
});

const failure = async (request: OutsideRequest): Promise<AppError> => {
	const error: unknown = await reach(request).then(
		() => new Error('It did not fail.'),
		(reason: unknown) => reason
	);
	if (error instanceof AppError) return error;
	throw error;
};

describe('asking another host', () => {
	it('gives status, headers and bytes, of errors too', async () => {
		const { status, headers, bytes } = await reach({
			url: `${server.address}/nowhere`,
			maxBytes: 1000,
			timeoutMs: 3000
		});
		expect(status).toBe(404);
		expect(headers['content-type']).toBe('application/json');
		expect(new TextDecoder().decode(bytes)).toContain('No such path');
	});

	it('sends what it was given, without cookie or referrer', async () => {
		server.behave(sends('{}'));
		await reach(chat({ body: '{"a":1}', headers: { Authorization: 'Bearer k' } }));
		const last = server.asked[server.asked.length - 1];
		expect(last?.body).toBe('{"a":1}');
		expect(last?.headers.authorization).toBe('Bearer k');
		expect(last?.headers.cookie).toBeUndefined();
		expect(last?.headers.referer).toBeUndefined();
	});

	it.each(['file:///etc/hosts', 'javascript:alert(1)', 'data:text/plain,a', 'nonsense', 'http://name:word@localhost/'])(
		'asks nobody for %s',
		async (url) => {
			expect((await failure(chat({ url }))).code).toBe('outside-address');
		}
	);

	it('says what to check when nobody answers', async () => {
		const { code, message } = await failure(chat({ url: 'http://localhost:1/' }));
		expect(code).toBe('outside-unreachable');
		expect(message).toMatch(/localhost:1 could not be reached\. Check .*server is running.*CORS/);
	});

	it.each([
		['says nothing', stalls],
		['begins and says no more', trailsOff]
	])('gives up in time on a server that %s', async (_, behaviour) => {
		server.behave(behaviour);
		const began = performance.now();
		const { code, message } = await failure(chat({ timeoutMs: 300 }));
		expect(code).toBe('outside-timeout');
		expect(message).toContain('within 1 s');
		expect(performance.now() - began).toBeLessThan(2500);
	});

	it('tells an answer that breaks off from a whole one', async () => {
		server.behave(breaksOff);
		expect((await failure(chat())).code).toBe('outside-cut-off');
	});

	it.each([
		['that has no end', floods],
		['that announces its length', sends('x'.repeat(200_000))]
	])('takes no more than it was told of an answer %s', async (_, behaviour) => {
		server.behave(behaviour);
		const { code, message } = await failure(chat({ maxBytes: 100_000 }));
		expect(code).toBe('outside-too-large');
		expect(message).toContain('100 kB');
	});

	it('follows a redirect only when neither key nor text goes along', async () => {
		const elsewhere = createServer((_, response) => {
			response.writeHead(307, { Location: `${server.address}/v1/models` }).end();
		});
		await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
		const address = elsewhere.address();
		const url = `http://localhost:${typeof address === 'object' ? address?.port : 0}/`;
		const before = server.asked.length;
		expect((await failure(chat({ url }))).code).toBe('outside-redirected');
		expect((await failure({ url, headers: { Authorization: 'Bearer k' }, maxBytes: 1e5, timeoutMs: 3000 })).code).toBe(
			'outside-redirected'
		);
		expect(server.asked).toHaveLength(before);
		expect((await reach({ url, maxBytes: 1e5, timeoutMs: 3000 })).status).toBe(200);
		elsewhere.close();
	});

	it('does not show a key that cannot be sent', async () => {
		const { code, message } = await failure(chat({ headers: { Authorization: 'Bearer geheim–schlüssel\n' } }));
		expect(code).toBe('outside-header');
		expect(message).not.toContain('geheim');
	});
});
