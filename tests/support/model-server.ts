import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a request to the server held. */
export interface AskedOfModel {
	readonly path: string;
	readonly method: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

/** Answers one request; `said` is its parsed body. */
export type Behaviour = (response: ServerResponse, asked: AskedOfModel) => void;

export interface ModelServer {
	/** As a person types it. */
	readonly address: string;
	/** Every request that came, preflights left out. */
	readonly asked: readonly AskedOfModel[];
	/** What is done with the next chat requests, in order; the last one goes on. */
	behave(...behaviours: Behaviour[]): void;
	close(): Promise<void>;
}

const CORS = {
	'Access-Control-Allow-Origin': '*',
	'Access-Control-Allow-Headers': '*',
	'Access-Control-Allow-Methods': 'GET, POST, OPTIONS'
};

/** A server that speaks the protocol of language models, as truthfully or badly as it is told. On a free port. */
export async function startModelServer(models: readonly string[] = ['small']): Promise<ModelServer> {
	const asked: AskedOfModel[] = [];
	let queue: Behaviour[] = [says({ cards: [] })];
	const server = createServer((request, response) => {
		for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
		if (request.method === 'OPTIONS') {
			// Browsers ask so before they let a page of the web reach a computer's own network.
			response.setHeader('Access-Control-Allow-Private-Network', 'true');
			response.writeHead(204).end();
			return;
		}
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const { url: path = '', method = '', headers } = request;
			const one = { path, method, headers, body: Buffer.concat(parts).toString() };
			asked.push(one);
			if (path === '/v1/models')
				json(response, { object: 'list', data: models.map((id) => ({ id, object: 'model' })) });
			else if (path !== '/v1/chat/completions') json(response, { error: { message: 'No such path' } }, 404);
			else (queue.length > 1 ? queue.shift() : queue[0])?.(response, one);
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {
		address: `http://localhost:${port}`,
		asked,
		behave: (...behaviours) => (queue = behaviours),
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			})
	};
}

export function json(response: ServerResponse, value: unknown, status = 200): void {
	response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

/** A whole answer of the protocol with this text as the model's own. */
const completion = (content: string) => ({
	id: 'chatcmpl-1',
	object: 'chat.completion',
	choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }]
});

/** The model writes this text, or this value as JSON. */
export const says =
	(value: unknown): Behaviour =>
	(response) =>
		json(response, completion(typeof value === 'string' ? value : JSON.stringify(value)));

/** A status with the words that servers put beside it. */
export const refuses =
	(status: number, message: string): Behaviour =>
	(response) =>
		json(response, { error: { message, type: 'error' } }, status);

/** These bytes, whatever they are. */
export const sends =
	(bytes: string | Uint8Array, type = 'application/json'): Behaviour =>
	(response) =>
		void response.writeHead(200, { 'Content-Type': type }).end(bytes);

/** Says nothing at all. */
export const stalls: Behaviour = () => undefined;

/** Begins to answer and breaks the connection. */
export const breaksOff: Behaviour = (response) => {
	const whole = JSON.stringify(completion('{"cards": []}'));
	response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': whole.length });
	response.write(whole.slice(0, whole.length / 2), () => response.destroy());
};

/** Begins to answer and says no more, without breaking the connection. */
export const trailsOff: Behaviour = (response) => {
	response.writeHead(200, { 'Content-Type': 'application/json' });
	response.write('{"choices": [');
};

/** Sends without end. */
export const floods: Behaviour = (response) => {
	response.writeHead(200, { 'Content-Type': 'application/json' });
	const block = ' '.repeat(65_536);
	const more = (): void => {
		while (!response.destroyed && response.write(block));
	};
	response.on('drain', more);
	more();
};

/** Knows no JSON Schema, or no JSON format at all, as older servers do; then answers. */
export const knowsNo =
	(formats: readonly string[], then: Behaviour): Behaviour =>
	(response, asked) => {
		const format = /"response_format":\{"type":"(\w+)"/.exec(asked.body)?.[1];
		if (format !== undefined && formats.includes(format))
			refuses(400, `response_format ${format} is not supported`)(response, asked);
		else then(response, asked);
	};
