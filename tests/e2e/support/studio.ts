import type { Locator, Page } from '@playwright/test';
import { TIDES_FILES } from '../../fixtures/documents/tides';
import { AUTHORED, DATABASE_NAME } from '../../../src/lib/storage/schema';
import type { Site } from './server';
import { expect } from './test';

/** The card of the candidate that is being decided on. */
export const candidate = (page: Page): Locator => page.getByRole('article', { name: /^Candidate \d+ of \d+$/ });

/** What a candidate asks, as text. */
export const asks = (page: Page): Promise<string> => candidate(page).locator('.front').first().innerText();

/** How many candidates are in one state, as the filters say. */
export async function counted(
	page: Page,
	state: 'Open' | 'Accepted' | 'Rejected' | 'Skipped' | 'All'
): Promise<number> {
	const button = page.getByRole('group', { name: 'Go through' }).getByRole('button', { name: new RegExp(`${state}$`) });
	return Number.parseInt(await button.innerText(), 10);
}

/** The button, and not the filter of nearly the same name. */
export const decide = (page: Page, name: 'Accept' | 'Reject' | 'Skip' | 'Edit'): Locator =>
	page.getByRole('group', { name: 'Decide' }).getByRole('button', { name, exact: true });

type Chosen = (typeof TIDES_FILES)[number];

/** Chooses documents in the Studio, as a person would in the browser's dialog. */
export async function chooseDocuments(page: Page, files: readonly Chosen[]): Promise<void> {
	// Before the database is open there is nothing to bring documents to.
	await expect(page.getByRole('button', { name: 'Choose documents' })).toBeEnabled();
	await page.getByLabel('Documents', { exact: true }).setInputFiles([...files]);
}

/** Brings a text into the Studio, up to its first candidate. @returns the address of the review */
export async function beginReview(page: Page, site: Site, [file] = TIDES_FILES): Promise<string> {
	await page.goto(`${site.url}/studio`);
	if (file !== undefined) await chooseDocuments(page, [file]);
	await expect(candidate(page)).toBeVisible();
	return page.url();
}

/** How many rows the tables of projects hold, read past the app. */
export async function authoredRows(page: Page): Promise<number> {
	return page.evaluate(
		async ({ database, names }) => {
			const settled = <T>(request: IDBRequest<T>): Promise<T> =>
				new Promise((done, fail) => {
					request.onsuccess = () => done(request.result);
					request.onerror = () => fail(request.error);
				});
			const db = await settled(indexedDB.open(database));
			try {
				const stores = db.transaction(names, 'readonly');
				const counts = await Promise.all(names.map((name) => settled(stores.objectStore(name).count())));
				return counts.reduce((sum, count) => sum + count, 0);
			} finally {
				db.close();
			}
		},
		{ database: DATABASE_NAME, names: [...AUTHORED] }
	);
}
