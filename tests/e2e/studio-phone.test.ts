import { TIDES, TIDES_FILES } from '../fixtures/documents/tides';
import { beginReview, candidate, chooseDocuments } from './support/studio';
import { expect, PHONE, test } from './support/test';

test.use({ device: PHONE });

/** A paragraph that no candidate rests on. */
const BARE = 'Nobody at the harbour was quite sure of any of it.';
const FILE = {
	name: 'tides.txt',
	mimeType: 'text/plain',
	buffer: Buffer.from([TIDES.title, TIDES.paragraphs[0], BARE, ...TIDES.paragraphs.slice(1)].join('\n\n'))
};

test('a paragraph without a candidate is left out by a press on it', async ({ site, profile: { page } }) => {
	await beginReview(page, site, [FILE]);
	const paragraph = page.locator('[data-from]', { hasText: BARE });
	const dropped = page.locator('del', { hasText: BARE });
	await expect(page.getByRole('button', { name: 'Leave this paragraph out' })).toHaveCount(0);
	await paragraph.locator('[data-sentence]').tap();
	await page.getByRole('button', { name: 'Leave this paragraph out' }).tap();
	await expect(dropped).toBeVisible();
	await page.getByRole('button', { name: 'Undo: Left a paragraph out' }).tap();
	await expect(dropped).toHaveCount(0);
});

test('a paragraph is left out by selecting words of it', async ({ site, profile: { page } }) => {
	await beginReview(page, site, [FILE]);
	await page.locator('[data-sentence]', { hasText: BARE }).evaluate((sentence) => {
		const words = sentence.querySelector('[data-at]')?.firstChild;
		if (words) getSelection()?.setBaseAndExtent(words, 0, words, 6);
	});
	await page.getByRole('button', { name: 'Leave the paragraph out' }).tap();
	await expect(page.locator('del', { hasText: BARE })).toBeVisible();
	await expect(candidate(page)).toBeVisible();
});

test('with letters twice as large nothing stands beyond the edge', async ({ site, profile: { page } }) => {
	await beginReview(page, site);
	await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
	await expect(page.getByRole('group', { name: 'Decide' })).toBeVisible();
	const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(beyond).toBeLessThanOrEqual(0);
	for (const button of await page.getByRole('group', { name: 'Decide' }).getByRole('button').all()) {
		const [shown, needed] = await button.evaluate(
			({ clientWidth, scrollWidth }) => [clientWidth, scrollWidth] as const
		);
		expect(needed).toBeLessThanOrEqual(shown);
	}
});

test('who has gone elsewhere while a document is read stays there, and is told', async ({
	site,
	profile: { page }
}) => {
	await page.goto(`${site.url}/studio`);
	await chooseDocuments(page, TIDES_FILES.slice(0, 1));
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Decks' }).tap();
	await expect(page.getByText('“tides.txt” has been read.')).toBeVisible();
	await expect(page).toHaveURL(/\/decks$/);
	await page.getByRole('button', { name: 'Open', exact: true }).tap();
	await expect(candidate(page)).toBeVisible();
});
