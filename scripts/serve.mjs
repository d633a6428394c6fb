/**
 * A small server for the built app: `npm run serve -- [--host] [--port 4173] [--base /path] [--folder build]`.
 * Any static host will do as well; this one exists so that `npm start` and the tests need nothing else.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { onStop } from './install.mjs';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** @type {Record<string, string>} */
const TYPES = {
	'.css': 'text/css; charset=utf-8',
	'.gif': 'image/gif',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.jpg': 'image/jpeg',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.map': 'application/json; charset=utf-8',
	'.md': 'text/markdown; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.png': 'image/png',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.webp': 'image/webp',
	'.woff2': 'font/woff2',
	'.xml': 'application/xml; charset=utf-8'
};

const COMPRESSIBLE = /^(text\/|image\/svg|application\/(json|manifest|wasm|xml))/;

/** What the policy in the pages' own meta element cannot say. */
const SECURITY_HEADERS = {
	'Content-Security-Policy': "frame-ancestors 'none'",
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY'
};

/** Page for paths without a file; the app's own router takes it from there. */
const FALLBACK = '404.html';

/**
 * Serves a folder of built files.
 * @param {{ folder: string, base?: string, host?: string, port?: number, tries?: number }} options `port: 0` takes any
 *   free one; with `tries` above 1, the next ports are tried when one is taken.
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve({ folder, base = '', host = '127.0.0.1', port = 4173, tries = 1 }) {
	const root = resolve(folder);
	if (!existsSync(join(root, FALLBACK))) {
		throw new Error(`There is no built app in ${folder}. Run \`npm run build\` first.`);
	}
	/** @type {Map<string, Promise<Buffer>>} Compressed bodies by path, time and coding. */
	const compressed = new Map();

	/** @param {string} path @returns {Promise<{ file: string, size: number, mtimeMs: number } | null>} */
	async function lookUp(path) {
		const file = resolve(root, `.${path}`);
		if (file !== root && !file.startsWith(root + sep)) return null;
		const candidates = path.endsWith('/') ? [join(file, 'index.html'), `${file}.html`] : [file, `${file}.html`];
		for (const candidate of candidates) {
			const found = await stat(candidate).catch(() => null);
			if (found?.isFile()) return { file: candidate, size: found.size, mtimeMs: found.mtimeMs };
		}
		return null;
	}

	/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
	async function answer(request, response) {
		for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { Allow: 'GET, HEAD' }).end();
			return;
		}
		const path = decodePath(request.url ?? '/');
		if (path === null) {
			response.writeHead(400, { 'Content-Type': 'text/plain' }).end('This address cannot be read.\n');
			return;
		}
		if (path === base && base !== '') {
			response.writeHead(308, { Location: `${base}/` }).end();
			return;
		}
		if (!path.startsWith(`${base}/`)) {
			response.writeHead(404, { 'Content-Type': 'text/plain' }).end(`The app is at ${base}/\n`);
			return;
		}
		const local = path.slice(base.length);
		const asset = await lookUp(local);
		// A missing script must not be answered with a page: the browser would keep it.
		const wantsPage = extname(local) === '' || (request.headers.accept ?? '').includes('text/html');
		const found = asset ?? (wantsPage ? await lookUp(`/${FALLBACK}`) : null);
		if (!found) {
			response.writeHead(404, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-cache' }).end('Not found.\n');
			return;
		}
		await send(request, response, found, local);
	}

	/**
	 * @param {import('node:http').IncomingMessage} request
	 * @param {import('node:http').ServerResponse} response
	 * @param {{ file: string, size: number, mtimeMs: number }} found
	 * @param {string} path
	 */
	async function send(request, response, { file, size, mtimeMs }, path) {
		const type = TYPES[extname(file)] ?? 'application/octet-stream';
		const tag = `"${createHash('sha1').update(`${file}:${size}:${mtimeMs}`).digest('base64url').slice(0, 16)}"`;
		response.setHeader('Content-Type', type);
		response.setHeader('ETag', tag);
		response.setHeader(
			'Cache-Control',
			path.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache'
		);
		const compressible = COMPRESSIBLE.test(type) && size > 512;
		if (compressible) response.setHeader('Vary', 'Accept-Encoding');
		if (request.headers['if-none-match'] === tag) {
			response.writeHead(304).end();
			return;
		}
		const coding = compressible ? codingFor(request.headers['accept-encoding']) : null;
		if (coding) {
			const body = await compress(file, mtimeMs, coding);
			response.writeHead(200, { 'Content-Encoding': coding, 'Content-Length': body.length });
			response.end(request.method === 'HEAD' ? undefined : body);
			return;
		}
		response.writeHead(200, { 'Content-Length': size });
		if (request.method === 'HEAD') response.end();
		else
			createReadStream(file)
				.on('error', () => response.destroy())
				.pipe(response);
	}

	/** @param {string} file @param {number} mtimeMs @param {'br' | 'gzip'} coding */
	function compress(file, mtimeMs, coding) {
		const key = `${coding}:${mtimeMs}:${file}`;
		const known = compressed.get(key);
		if (known) return known;
		const made = readFile(file).then((body) =>
			coding === 'br'
				? brotli(body, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } })
				: gzip(body, { level: 9 })
		);
		compressed.set(key, made);
		made.catch(() => compressed.delete(key));
		return made;
	}

	const server = createServer((request, response) => {
		answer(request, response).catch(() => {
			if (!response.headersSent) response.writeHead(500);
			response.end();
		});
	});
	const taken = await listen(server, host, port, tries);
	const shown = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host;
	return {
		url: `http://${shown}:${taken}${base}/`,
		port: taken,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			})
	};
}

/** @param {string} url @returns {string | null} null if it is malformed */
function decodePath(url) {
	try {
		const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
		return path.includes('\0') || path.includes('\\') ? null : path;
	} catch {
		return null;
	}
}

/** @param {string | string[] | undefined} accepted @returns {'br' | 'gzip' | null} */
function codingFor(accepted) {
	const codings = String(accepted ?? '')
		.split(/\s*,\s*/)
		.filter((coding) => !/;\s*q=0(\.0*)?$/.test(coding));
	const names = codings.map((coding) => coding.split(';', 1)[0]);
	return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : null;
}

/**
 * @param {import('node:http').Server} server
 * @param {string} host
 * @param {number} port
 * @param {number} tries
 * @returns {Promise<number>} the port taken
 */
function listen(server, host, port, tries) {
	return new Promise((done, fail) => {
		server.once('error', (error) => {
			if ('code' in error && error.code === 'EADDRINUSE' && tries > 1) {
				listen(server, host, port + 1, tries - 1).then(done, fail);
			} else fail(error);
		});
		server.listen(port, host, () => {
			server.removeAllListeners('error');
			const address = server.address();
			done(typeof address === 'object' && address ? address.port : port);
		});
	});
}

/** Addresses under which other devices in the network reach this computer. */
export function networkAddresses() {
	return Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.filter(({ family, internal }) => family === 'IPv4' && !internal)
		.map(({ address }) => address);
}

/**
 * Reads the command line and environment, serves, prints the address, and stops on Ctrl+C.
 * @param {readonly string[]} args
 */
export async function serveFromCommandLine(args) {
	/** @param {string} name */
	const option = (name) => {
		const inline = args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
		const next = args[args.indexOf(name) + 1];
		return inline ?? (args.includes(name) && next && !next.startsWith('-') ? next : undefined);
	};
	const host = option('--host') ?? (args.includes('--host') ? '0.0.0.0' : (process.env.HOST ?? '127.0.0.1'));
	const asked = option('--port') ?? process.env.PORT;
	const base = option('--base') ?? process.env.BASE_PATH ?? '';
	const folder = option('--folder') ?? join(import.meta.dirname, '../build');
	const port = Number(asked ?? 4173);
	if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`"${asked}" is not a port number.`);
	const server = await serve({ folder, base, host, port, tries: 50 });
	if (server.port !== port && port !== 0) console.log(`Port ${port} is taken.`);
	console.log(`\nRecite is at ${server.url}`);
	if (host === '0.0.0.0' || host === '::') {
		for (const address of networkAddresses()) console.log(`In this network:  http://${address}:${server.port}${base}/`);
		console.log(
			'Over plain http a phone shows the app but cannot keep it for offline use; see README, "Try it on a phone".'
		);
	}
	console.log('Ctrl+C stops it.');
	onStop(() => void server.close().then(() => process.exit(0)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	serveFromCommandLine(process.argv.slice(2)).catch((error) => {
		console.error(error instanceof Error ? error.message : String(error));
		process.exit(1);
	});
}
