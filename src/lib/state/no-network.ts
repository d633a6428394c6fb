/**
 * Takes the network from the worker that imports this, before anything else runs there. Workers are not bound by the
 * pages' policy, and libraries that read foreign files have no business anywhere else.
 */
const refuse = (): never => {
	throw new TypeError('There is no network here.');
};

for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport']) {
	if (name in globalThis)
		Object.defineProperty(globalThis, name, { value: refuse, writable: false, configurable: false });
}

export {};
