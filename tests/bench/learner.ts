import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openProfile, readyOffline, type Profile } from '../e2e/support/profile';
import { installProbe } from './probe';

/** Opens the browser on a profile's folder, with the probe in every page. */
export async function openLearner(folder: string): Promise<Profile> {
	const profile = await openProfile({ folder });
	// The compiler that runs this file names functions by a helper of its own, which pages lack.
	await profile.context.addInitScript({
		content: `globalThis.__name ??= (named) => named; (${installProbe.toString()})();`
	});
	return profile;
}

/** Takes a backup in through Settings, as a person would. @returns ms from choosing the file to being told it is done */
export async function restore({ page }: Profile, site: string, backup: Buffer): Promise<number> {
	await page.goto(`${site}/settings`);
	await readyOffline(page);
	const input = page.getByLabel('Backup file');
	const start = performance.now();
	await input.setInputFiles({ name: 'bench.recite-backup', mimeType: 'application/zip', buffer: backup });
	const toast = page.getByText(/^Restored: \d+ entries|backup|damaged|wrong/).and(page.locator('.toast *'));
	await toast.first().waitFor({ timeout: 300_000 });
	const took = performance.now() - start;
	const said = await toast.first().innerText();
	if (!said.startsWith('Restored')) throw new Error(`The backup was not restored: ${said}`);
	return took;
}

/** Makes all derived rows anew. @returns ms from pressing the button to being told it is done */
export async function rebuild({ page }: Profile, site: string): Promise<number> {
	await page.goto(`${site}/settings`);
	const button = page.getByRole('button', { name: 'Rebuild', exact: true });
	await button.waitFor();
	const start = performance.now();
	await button.click();
	await page.getByText('Rebuilt from your log.').waitFor({ timeout: 300_000 });
	return performance.now() - start;
}

/** Bytes of the profile's database on the disk. */
export async function storageSize(folder: string): Promise<number> {
	const place = join(folder, 'Default/IndexedDB');
	const files = await readdir(place, { recursive: true, withFileTypes: true });
	const sizes = await Promise.all(
		files.filter((file) => file.isFile()).map(async (file) => (await stat(join(file.parentPath, file.name))).size)
	);
	return sizes.reduce((sum, size) => sum + size, 0);
}
