import { expect, it } from 'vitest';

it('takes every way to the network from whatever runs after it', async () => {
	expect(typeof fetch).toBe('function');
	await import('../../../src/lib/state/no-network');
	expect(() => fetch('http://127.0.0.1/')).toThrow('There is no network here.');
	expect(() => new WebSocket('ws://127.0.0.1/')).toThrow();
	expect(() => Object.assign(globalThis, { fetch: () => 'another' })).toThrow();
});
