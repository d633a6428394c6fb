import type { Page } from '@playwright/test';
import { edition, reciteFile } from './support/published';
import { plainNotes } from './support/shelf';
import { expect, test } from './support/test';

/** The system hands files over through this queue, which only an installed app gets. */
async function launch(page: Page, files: readonly { readonly name: string; readonly bytes: Buffer }[]): Promise<void> {
	await page.addInitScript(
		(given) => {
			const handles = given.map(({ name, bytes }) => ({
				getFile: () => Promise.resolve(new File([Uint8Array.from(bytes)], name))
			}));
			Object.defineProperty(window, 'launchQueue', {
				value: {
					setConsumer: (consumer: (params: unknown) => void) => setTimeout(() => consumer({ files: handles }), 500)
				}
			});
		},
		files.map(({ name, bytes }) => ({ name, bytes: [...bytes] }))
	);
}

test('a deck’s file opened with Recite is offered for study, and to its author beside that', async ({
	site,
	profile: { page }
}) => {
	const manifest: unknown = await (await fetch(`${site.url}/manifest.webmanifest`)).json();
	expect(manifest).toMatchObject({
		file_handlers: expect.arrayContaining([
			expect.objectContaining({ action: './decks', accept: { 'application/x-recite-deck': ['.recite'] } })
		]) as unknown
	});
	const { pack } = await edition(1, plainNotes(2));
	await launch(page, [
		{ name: 'bread.recite', bytes: await reciteFile(pack) },
		{ name: 'torn.recite', bytes: Buffer.from('torn') }
	]);
	await page.goto(`${site.url}/decks`);
	const offer = page.getByRole('region', { name: 'Bread' });
	await expect(offer).toContainText('Version 1.0.0');
	await expect(offer.getByRole('button', { name: 'Put on my shelf' })).toBeVisible();
	await expect(page.getByText('This file is not a deck.')).toHaveCount(0);
	await offer.getByRole('button', { name: 'Not now' }).click();
	await expect(page.getByRole('status').getByText('This file is not a deck.')).toBeVisible();

	await page.reload();
	await offer.getByRole('button', { name: 'Edit in Studio' }).click();
	await expect(page).toHaveURL(/\/studio\/[^/]+$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bread');

	await page.goto(`${site.url}/decks`);
	await offer.getByRole('button', { name: 'Put on my shelf' }).click();
	await expect(page).toHaveURL(/\/decks\/bread$/);
});
