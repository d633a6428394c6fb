import type { Page } from '@playwright/test';
import { TIDES, TIDES_FILES } from '../fixtures/documents/tides';
import { column, pdfOf } from '../fixtures/documents/pdf';
import { readyOffline } from './support/profile';
import { authoredRows, candidate, chooseDocuments, counted, decide } from './support/studio';
import { expect, PHONE, test } from './support/test';

const shownText = (page: Page) => page.locator('[data-from]').first();

test('every format becomes an accepted note without a network', async ({ site, profile: { page } }) => {
	test.setTimeout(120_000);
	await page.goto(`${site.url}/studio`);
	await readyOffline(page);
	await page.reload();
	await site.stop();
	for (const file of TIDES_FILES) {
		await page.goto(`${site.url}/studio`);
		await chooseDocuments(page, [file]);
		await expect(candidate(page), file.name).toBeVisible();
		expect(await counted(page, 'Open'), file.name).toBeGreaterThan(2);
		await decide(page, 'Accept').click();
		await expect.poll(() => counted(page, 'Accepted')).toBe(1);
	}
	await page.goto(`${site.url}/studio`);
	await expect(page.getByRole('link', { name: /1 note · 1 document/ })).toHaveCount(TIDES_FILES.length);
});

test('what is no content is struck through with its reason, and can be restored', async ({
	site,
	profile: { page }
}) => {
	await page.goto(`${site.url}/studio`);
	await chooseDocuments(page, TIDES_FILES.slice(0, 1));
	const dropped = page.locator('del', { hasText: TIDES.noise });
	await expect(dropped).toBeVisible();
	await expect(page.getByText(/^Left out: .+/)).toBeVisible();
	await page.getByRole('button', { name: 'Restore' }).click();
	await expect(dropped).toHaveCount(0);
	await page.getByRole('button', { name: /^Undo: Took a paragraph back in/ }).click();
	await expect(dropped).toBeVisible();
});

test('several documents become one project, and what cannot be read is told', async ({ site, profile: { page } }) => {
	await page.goto(`${site.url}/studio`);
	const [text, markdown] = TIDES_FILES;
	if (!text || !markdown) throw new Error('There are no files to bring.');
	const cut = Buffer.from(pdfOf([column(TIDES.paragraphs.join(' '), 72, 100, 70)]).subarray(0, 60));
	await chooseDocuments(page, [text, { name: 'cut.pdf', mimeType: 'application/pdf', buffer: cut }, markdown]);
	await expect(page.getByText(/cut\.pdf is damaged/)).toBeVisible();
	await expect(page.getByRole('link', { name: /0 notes · 2 documents/ })).toBeVisible();
	await page.getByRole('button', { name: 'To the project' }).click();
	await expect(page).toHaveURL(/\/studio\/[^/]+$/);
});

test('a broken file leaves nothing, and the next one is read', async ({ site, profile: { page } }) => {
	await page.goto(`${site.url}/studio`);
	for (const [name, mimeType, content, says] of [
		['empty.txt', 'text/plain', '', /empty\.txt/],
		['scan.pdf', 'application/pdf', Buffer.from(pdfOf([[], []])), /scan\.pdf has no text layer/],
		['letter.docx', 'application/zip', Buffer.from('PK\x03\x04 and no more'), /letter\.docx/]
	] as const) {
		await chooseDocuments(page, [{ name, mimeType, buffer: Buffer.from(content) }]);
		await expect(page.locator('.failed .message').filter({ hasText: says })).toBeVisible();
		expect(await authoredRows(page), name).toBe(0);
	}
	await chooseDocuments(page, TIDES_FILES.slice(0, 1));
	await expect(candidate(page)).toBeVisible();
});

test('cancelling leaves nothing', async ({ site, profile: { page } }) => {
	await page.goto(`${site.url}/studio`);
	// Long enough to be caught at it.
	const long = Array.from({ length: 1500 }, (_, i) => TIDES.paragraphs.map((text) => `${i}. ${text}`).join('\n\n'));
	const buffer = Buffer.from(long.join('\n\n'));
	await chooseDocuments(page, [...TIDES_FILES.slice(0, 1), { name: 'long.txt', mimeType: 'text/plain', buffer }]);
	await expect(page.getByRole('progressbar', { name: 'long.txt' })).toBeVisible();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByRole('button', { name: 'Choose documents' })).toBeEnabled();
	await expect(page.getByRole('region', { name: 'Import' })).toHaveCount(0);
	expect(await authoredRows(page)).toBe(0);
});

test('a pasted text keeps its headings; a dropped file is read', async ({ site, profile: { page } }) => {
	await page.goto(`${site.url}/studio`);
	await expect(page.getByRole('button', { name: 'Choose documents' })).toBeEnabled();
	await page.evaluate(({ title, paragraphs }) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/html', `<h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`);
		clipboardData.setData('text/plain', [title, ...paragraphs].join('\n'));
		document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	}, TIDES);
	await expect(candidate(page)).toBeVisible();
	await expect(page.getByRole('heading', { level: 2, name: TIDES.title })).toBeVisible();

	await page.goto(`${site.url}/studio`);
	await expect(page.getByRole('button', { name: 'Choose documents' })).toBeEnabled();
	await page.evaluate((text) => {
		const dataTransfer = new DataTransfer();
		dataTransfer.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
		for (const name of ['dragenter', 'dragover', 'drop'])
			document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
	}, TIDES.paragraphs.join('\n\n'));
	await expect(candidate(page)).toBeVisible();
	await expect(shownText(page)).toContainText('The Moon causes the tides');
});

test('a text is pasted into the dialog', async ({ site, profile: { page } }) => {
	await page.goto(`${site.url}/studio`);
	await page.getByRole('button', { name: 'Paste a text' }).click();
	const dialog = page.getByRole('dialog', { name: 'Paste a text' });
	await dialog.getByLabel('Text', { exact: true }).fill(TIDES.paragraphs.join('\n\n'));
	await dialog.getByLabel(/^Title/).fill('On tides');
	await dialog.getByRole('button', { name: 'Find candidates' }).click();
	await expect(candidate(page)).toBeVisible();
});

test('a file opened with Recite is read', async ({ site, profile: { page } }) => {
	// The system hands files over through this queue, which only an installed app gets.
	await page.addInitScript((text) => {
		const getFile = () => Promise.resolve(new File([text], 'opened.txt', { type: 'text/plain' }));
		Object.defineProperty(window, 'launchQueue', {
			value: {
				setConsumer: (consumer: (params: unknown) => void) => setTimeout(() => consumer({ files: [{ getFile }] }), 500)
			}
		});
	}, TIDES.paragraphs.join('\n\n'));
	await page.goto(`${site.url}/studio`);
	await expect(candidate(page)).toBeVisible();
});

test('a project is removed, and put back', async ({ site, profile: { page } }) => {
	await page.goto(`${site.url}/studio`);
	await chooseDocuments(page, TIDES_FILES.slice(0, 1));
	await expect(candidate(page)).toBeVisible();
	await page.goto(`${site.url}/studio`);
	await page.getByRole('button', { name: /^Remove / }).click();
	await expect(page.getByRole('link', { name: /1 document/ })).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('link', { name: /1 document/ })).toBeVisible();
});

test.describe('what another app shares', () => {
	test.use({ device: PHONE });

	/** Posts a form as the system does; from a page without the app's policy, which would not let a form go. */
	async function share(
		page: Page,
		site: string,
		fields: { title?: string; text?: string; url?: string; file?: string }
	): Promise<void> {
		await page.goto(`${site}/manifest.webmanifest`);
		await page.evaluate(
			({ action, fields: { file, ...words } }) => {
				const form = document.createElement('form');
				Object.assign(form, { action, method: 'POST', enctype: 'multipart/form-data' });
				for (const [name, value] of Object.entries(words))
					form.append(Object.assign(document.createElement('input'), { name, value }));
				const chosen = Object.assign(document.createElement('input'), { name: 'files', type: 'file' });
				const transfer = new DataTransfer();
				if (file !== undefined) transfer.items.add(new File([file], 'shared.md', { type: 'text/markdown' }));
				chosen.files = transfer.files;
				form.append(chosen);
				document.documentElement.append(form);
				form.submit();
			},
			{ action: `${site}/studio`, fields }
		);
	}

	test('a text, a file and a bare address, without a network', async ({ site, profile: { page } }) => {
		await page.goto(`${site.url}/studio`);
		await readyOffline(page);
		await site.stop();

		await share(page, site.url, {
			title: 'Tides',
			text: TIDES.paragraphs.join('\n'),
			url: 'https://example.org/tides'
		});
		await expect(candidate(page)).toBeVisible();

		await share(page, site.url, { file: `# Tides\n\n${TIDES.paragraphs.join('\n\n')}` });
		await expect(candidate(page)).toBeVisible();
		await expect(page.getByRole('heading', { level: 2, name: TIDES.title })).toBeVisible();

		await share(page, site.url, { text: 'https://example.org/tides' });
		await expect(page.getByText(/Only the address https:\/\/example\.org\/tides was shared/)).toBeVisible();
		// What has been taken is gone, and a reload does not take it again.
		await expect(page).toHaveURL(/\/studio$/);
		await page.reload();
		await expect(page.getByRole('link', { name: /1 document/ })).toHaveCount(2);
		expect(await page.evaluate(async () => (await (await caches.open('recite-shared:')).keys()).length)).toBe(0);
	});
});
