import type { Page } from '@playwright/test';
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
	await told(page, 'Restored');
	return performance.now() - start;
}

/** Waits for the app to say how something went. */
async function told(page: Page, good: string): Promise<void> {
	const toast = page.locator('.toast');
	await toast.first().waitFor({ timeout: 300_000 });
	const said = (await toast.allInnerTexts()).join(' ').trim();
	if (!said.includes(good)) throw new Error(`The app says: ${said}`);
}

/** Makes all derived rows anew. @returns ms from pressing the button to being told it is done */
export async function rebuild({ page }: Profile, site: string): Promise<number> {
	await page.goto(`${site}/settings`);
	const button = page.getByRole('button', { name: 'Rebuild', exact: true });
	await button.waitFor();
	const start = performance.now();
	await button.click();
	await told(page, 'Rebuilt');
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
