import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { serve } from '../../../scripts/serve.mjs';

const root = resolve(import.meta.dirname, '../../..');

/** The app as `npm run build` leaves it. */
export const BUILT = process.env.RECITE_SITE ?? join(root, 'build');

/** A running server for a built app; its address stays the same while it is stopped or serves another build. */
export interface Site {
	/** Without a slash at the end; the base path is in it. */
	readonly url: string;
	/** No server any more: offline, for a browser that had been here. */
	stop(): Promise<void>;
	/** Serves again, another build if one is named. */
	start(folder?: string): Promise<void>;
}

/** Serves a built app on a free port. */
export async function startSite(folder = BUILT, base = ''): Promise<Site> {
	let current = folder;
	let running: Awaited<ReturnType<typeof serve>> | null = await serve({ folder, base, port: 0 });
	const { port } = running;
	const stop = async () => {
		await running?.close();
		running = null;
	};
	return {
		url: `http://localhost:${port}${base}`,
		stop,
		async start(next = current) {
			await stop();
			current = next;
			running = await serve({ folder: next, base, port });
		}
	};
}

/**
 * Builds the app once more, apart from `build/`.
 * @param name folder below `.cache/e2e/`
 * @param env for instance `{ RECITE_VERSION: 'next' }` or `{ BASE_PATH: '/repo' }`
 * @returns the folder to serve
 */
export async function buildSite(name: string, env: Readonly<Record<string, string>>): Promise<string> {
	const out = `.cache/e2e/${name}`;
	const output: string[] = [];
	const status = await new Promise<number | null>((done, fail) => {
		const child = spawn('npm', ['exec', '--no', '--', 'vite', 'build', '--logLevel', 'warn'], {
			cwd: root,
			env: { ...process.env, ...env, NODE_ENV: 'production', RECITE_OUT: out },
			shell: process.platform === 'win32'
		});
		child.stdout.on('data', (data) => output.push(String(data)));
		child.stderr.on('data', (data) => output.push(String(data)));
		child.on('error', fail).on('close', done);
	});
	if (status !== 0) throw new Error(`The build "${name}" failed:\n${output.join('')}`);
	return join(root, out, 'site');
}
