import type { Page } from '@playwright/test';
import { TIDES, TIDES_FILES } from '../fixtures/documents/tides';
import { AXE_DEVICE, check } from './support/axe';
import { tabTo } from './support/hands';
import { asks, beginReview, candidate, chooseDocuments, counted, decide } from './support/studio';
import { DESKTOP, expect, PHONE, test } from './support/test';

const said = (page: Page) => page.locator('.review > [aria-live]');

/** Selects words of a sentence, as a drag would, and waits for what can be done with them. */
async function select(page: Page, sentence: string, words: string): Promise<void> {
	await page.locator('[data-sentence]', { hasText: sentence }).evaluate((element, words) => {
		const node = element.querySelector('[data-at]')?.firstChild;
		const start = node?.textContent?.indexOf(words) ?? -1;
		if (!node || start < 0) throw new Error(`“${words}” is not there.`);
		getSelection()?.setBaseAndExtent(node, start, node, start + words.length);
	}, words);
	await expect(page.getByRole('toolbar').getByRole('button', { name: /Basic/ })).toBeVisible();
}

test.describe('by keyboard alone', () => {
	test.use({ device: DESKTOP });

	test('candidates are decided one after another, undone and done again', async ({ site, profile: { page } }) => {
		await page.goto(`${site.url}/studio`);
		const choose = page.getByRole('button', { name: 'Choose documents' });
		await expect(choose).toBeEnabled();
		const chooser = page.waitForEvent('filechooser');
		await tabTo(page, choose);
		await page.keyboard.press('Enter');
		await (await chooser).setFiles(TIDES_FILES.slice(0, 1));
		await expect(candidate(page)).toBeVisible();
		const all = await counted(page, 'All');
		const first = await asks(page);

		await page.keyboard.press('a');
		await expect(said(page)).toContainText(`Accepted. 1 of ${all} decided. Next:`);
		const second = await asks(page);
		expect(second).not.toBe(first);
		await page.keyboard.press('r');
		await expect(said(page)).toContainText('Rejected. 2 of');
		await page.keyboard.press('s');
		await expect(said(page)).toContainText('Skipped. 3 of');
		expect([await counted(page, 'Accepted'), await counted(page, 'Rejected'), await counted(page, 'Skipped')]).toEqual([
			1, 1, 1
		]);

		await page.keyboard.press('z');
		await expect(said(page)).toContainText('Undone');
		await page.keyboard.press('z');
		await expect.poll(() => counted(page, 'Rejected')).toBe(0);
		// Undo leads back to the candidate it concerns.
		expect(await asks(page)).toBe(second);
		await page.keyboard.press('Shift+Z');
		await expect.poll(() => counted(page, 'Rejected')).toBe(1);

		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('e');
		const field = page.getByLabel('Question', { exact: true });
		await expect(field).toBeFocused();
		await field.fill('What is asked in other words?');
		await page.keyboard.press('Control+Enter');
		await expect(said(page)).toContainText('Saved and accepted.');
		expect(await counted(page, 'Accepted')).toBe(2);
		// The focus is on the card that came next, not lost with the form.
		await expect(candidate(page)).toBeFocused();
	});

	test('a sentence is found with keys, words of it selected, and a card made of them', async ({
		site,
		profile: { page }
	}) => {
		await beginReview(page, site);
		await page.keyboard.press('t');
		await expect(page.locator('[data-sentence]:focus')).toBeVisible();
		await page.keyboard.press('ArrowDown');
		await expect(page.locator('[data-sentence]:focus')).toContainText('The flood lasts six hours');
		for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key);
		expect(await page.evaluate(() => String(getSelection()))).toBe('flood lasts');
		await expect(page.getByRole('toolbar', { name: 'Make a card of what is selected' })).toBeVisible();
		await page.keyboard.press('3');
		const field = page.getByLabel('Sentence', { exact: true });
		await expect(field).toHaveValue('The {{c1::flood lasts}} six hours on most coasts.');
		// The keys that hide words are those of the editor.
		await field.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(24, 33));
		expect(await page.evaluate(() => String(getSelection()))).toBe('six hours');
		await page.keyboard.press('Control+Shift+C');
		await expect(field).toHaveValue('The {{c1::flood lasts}} {{c2::six hours}} on most coasts.');
		await page.keyboard.press('Escape');
		await expect(candidate(page)).toBeFocused();
	});

	test('to the last one, and what comes then', async ({ site, profile: { page } }) => {
		await beginReview(page, site);
		const all = await counted(page, 'All');
		for (let i = 0; i < all; i++) {
			await page.keyboard.press(i === 0 ? 's' : 'r');
			await expect.poll(() => counted(page, 'Open')).toBe(all - i - 1);
		}
		await expect(page.getByRole('heading', { name: 'Every candidate is decided' })).toBeVisible();
		await page.getByRole('button', { name: 'Go over the skipped (1)' }).click();
		await expect(candidate(page)).toBeVisible();
	});
});

test('who leaves comes back to the same place, with what was being written', async ({ site, profile: { page } }) => {
	const address = await beginReview(page, site);
	await decide(page, 'Reject').click();
	await expect.poll(() => counted(page, 'Rejected')).toBe(1);
	await page.keyboard.press('ArrowRight');
	const there = await asks(page);
	await page.goto(`${site.url}/decks`);
	await page.goto(address);
	await expect(candidate(page)).toBeVisible();
	expect(await asks(page)).toBe(there);
	expect(await counted(page, 'Rejected')).toBe(1);

	await decide(page, 'Edit').click();
	await page.getByLabel('Answer', { exact: true }).fill('Half written');
	await page.reload();
	await expect(page.getByLabel('Answer', { exact: true })).toHaveValue('Half written');
	await page.getByRole('button', { name: 'Cancel' }).click();
	await page.reload();
	await expect(candidate(page)).toBeVisible();
});

test('from the project one comes to a sentence: to its candidate, or to a card of it', async ({
	site,
	profile: { page }
}) => {
	const filler = Array.from({ length: 30 }, (_, i) => `Nobody at the harbour was sure of point ${i}.`);
	const BARE = 'The harbour master was not quite sure of any of it.';
	const buffer = Buffer.from([TIDES.title, ...TIDES.paragraphs, ...filler, BARE].join('\n\n'));
	const address = await beginReview(page, site, [{ name: 'tides.txt', mimeType: 'text/plain', buffer }]);
	const first = await asks(page);
	const project = address.replace(/\/documents\/.*/, '');
	const to = async (sentence: string): Promise<void> => {
		await page.goto(project);
		await page.getByText(/sentences without a card/).click();
		await page.getByRole('link', { name: sentence }).click();
		await expect(page).toHaveURL(/\/documents\/[^?]*$/);
	};
	const bare = page.locator('[data-sentence]', { hasText: BARE });
	await to(BARE);
	await expect(bare).toBeInViewport();
	expect(await page.evaluate(() => String(getSelection()))).toBe(BARE);
	const making = page.getByRole('toolbar', { name: 'Make a card of what is selected' });
	await expect(making).toBeInViewport();
	await page.keyboard.press('1');
	await expect(page.getByRole('heading', { name: 'New note' })).toBeVisible();
	await page.keyboard.press('Escape');

	await to('Salt marshes protect the coast by breaking the waves.');
	await expect(page.locator('[data-sentence]', { hasText: 'Salt marshes' }).locator('.quote').first()).toBeInViewport();
	expect(await asks(page)).not.toBe(first);
	await expect(making).toHaveCount(0);
});

test('what was typed stays when it cannot be written, and is written at the next try', async ({
	site,
	profile: { page }
}) => {
	await beginReview(page, site);
	await decide(page, 'Edit').click();
	await page.getByLabel('Question', { exact: true }).fill('Typed with care?');
	await page.evaluate(() => {
		const { put, add } = IDBObjectStore.prototype;
		const full = (): never => {
			throw new DOMException('The disk is full.', 'QuotaExceededError');
		};
		Object.assign(IDBObjectStore.prototype, { put: full, add: full });
		Object.assign(window, { mend: () => Object.assign(IDBObjectStore.prototype, { put, add }) });
	});
	await page.getByRole('button', { name: 'Save and accept' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await expect(page.getByLabel('Question', { exact: true })).toHaveValue('Typed with care?');
	expect(await counted(page, 'Accepted')).toBe(0);
	await page.evaluate(() => (window as unknown as { mend(): void }).mend());
	await page.getByRole('button', { name: 'Save and accept' }).click();
	await expect.poll(() => counted(page, 'Accepted')).toBe(1);
});

test('a kind is changed, a candidate split or merged', async ({ site, profile: { page } }) => {
	await beginReview(page, site);
	await page.keyboard.press('k');
	await page.getByRole('radio', { name: 'Typed' }).check({ force: true });
	await page.getByRole('button', { name: 'Save and accept' }).click();
	await expect.poll(() => counted(page, 'Accepted')).toBe(1);

	await page.keyboard.press('m');
	await expect(page.getByRole('heading', { name: 'Merge 2' })).toBeVisible();
	await page.keyboard.press('Control+Enter');
	await expect.poll(() => counted(page, 'Accepted')).toBe(3);

	await page.keyboard.press('k');
	await page.getByRole('radio', { name: 'Both ways' }).check({ force: true });
	await page.getByRole('button', { name: 'Save and accept' }).click();
	await expect.poll(() => counted(page, 'Accepted')).toBe(4);

	// A reversed note asks two things, and so can be split.
	await page
		.getByRole('group', { name: 'Go through' })
		.getByRole('button', { name: /Accepted$/ })
		.click();
	for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
	await page.keyboard.press('x');
	await expect(page.getByRole('heading', { name: 'Split in 2' })).toBeVisible();
	await page.keyboard.press('Control+Enter');
	await expect(
		page
			.getByText(/Accepted, as 2 notes/)
			.or(candidate(page))
			.first()
	).toBeVisible();
});

test('what is selected becomes a note with its source', async ({ site, profile: { page } }) => {
	await beginReview(page, site);
	await select(page, 'Salt marshes protect', 'protect the coast');
	await page.getByRole('toolbar').getByRole('button', { name: /Basic/ }).click();
	await expect(page.getByLabel('Answer', { exact: true })).toHaveValue('protect the coast');
	await page.getByLabel('Question', { exact: true }).fill('What do salt marshes do?');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Note added to the deck.')).toBeVisible();
	await page.keyboard.press('c');
	await expect(page.locator('.sentence.carried')).toHaveText(/^Salt marshes protect the coast by breaking the waves\./);
});

test('a paragraph left out takes its candidates with it; a sentence is left out with a reason', async ({
	site,
	profile: { page }
}) => {
	await beginReview(page, site);
	const all = await counted(page, 'All');
	await page.keyboard.press('d');
	await expect(page.getByText('Left out: struck out by hand')).toBeVisible();
	await expect.poll(() => counted(page, 'All')).toBeLessThan(all);
	await page.keyboard.press('z');
	await expect.poll(() => counted(page, 'All')).toBe(all);

	await page.keyboard.press('c');
	await select(page, 'A tidal bore forms', 'A tidal bore');
	await page.keyboard.press('0');
	await page.getByRole('dialog').getByLabel('Why not').fill('said in the other text');
	await page.getByRole('button', { name: 'Leave it out' }).click();
	await expect(page.getByText('said in the other text')).toBeVisible();
});

test('candidates are found anew with other options, and decisions stay', async ({ site, profile: { page } }) => {
	await beginReview(page, site);
	await decide(page, 'Accept').click();
	await expect.poll(() => counted(page, 'Accepted')).toBe(1);
	const all = await counted(page, 'All');
	await page.getByRole('button', { name: 'How candidates are found' }).click();
	await page.getByRole('dialog').getByLabel('Barred words').fill('mills');
	await page.getByRole('dialog').getByRole('button', { name: 'Find candidates' }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect.poll(() => counted(page, 'All')).toBeLessThan(all);
	expect(await counted(page, 'Accepted')).toBe(1);
});

test('doubtful candidates come when they are asked for, and go again', async ({ site, profile: { page } }) => {
	await beginReview(page, site);
	const all = await counted(page, 'All');
	for (let open = all; open > 0; open--) {
		await decide(page, 'Reject').click();
		await expect.poll(() => counted(page, 'Open')).toBe(open - 1);
	}
	const more = page.getByRole('button', { name: 'Look for doubtful ones too' });
	const toggle = page.getByRole('dialog').getByRole('switch', { name: 'Doubtful ones too' });
	const find = page.getByRole('dialog').getByRole('button', { name: 'Find candidates' });
	await more.click();
	await toggle.click();
	await find.click();
	await expect.poll(() => counted(page, 'All')).toBeGreaterThan(all);
	expect(await counted(page, 'Rejected')).toBe(all);
	await expect(more).toHaveCount(0);
	await page.getByRole('button', { name: 'How candidates are found' }).click();
	await expect(toggle).toBeChecked();
	await toggle.click();
	await find.click();
	await expect.poll(() => counted(page, 'All')).toBe(all);
	expect(await counted(page, 'Rejected')).toBe(all);
	await expect(more).toBeVisible();
});

test.describe('on a phone', () => {
	test.use({ device: PHONE });

	test('nothing scrolls sideways, and what decides is large enough for a thumb', async ({
		site,
		profile: { page }
	}) => {
		await beginReview(page, site);
		const overflows = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(await overflows()).toBe(0);
		for (const name of ['Accept', 'Reject', 'Skip', 'Edit'] as const) {
			const box = await decide(page, name).boundingBox();
			expect(box?.height, name).toBeGreaterThanOrEqual(48);
			expect(box?.width, name).toBeGreaterThanOrEqual(48);
		}
		await decide(page, 'Accept').tap();
		await expect.poll(() => counted(page, 'Accepted')).toBe(1);
		await decide(page, 'Edit').tap();
		await expect(page.getByLabel('Question', { exact: true })).toBeVisible();
		expect(await overflows()).toBe(0);
	});
});

test.describe('axe finds nothing', () => {
	test.use({ device: AXE_DEVICE });

	test('in the Studio and in the review', async ({ site, profile: { page } }) => {
		test.setTimeout(300_000);
		await page.goto(`${site.url}/studio`);
		await expect(page.getByRole('button', { name: 'Choose documents' })).toBeEnabled();
		await check(page, 'Studio, empty');
		await chooseDocuments(page, [{ name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') }]);
		await expect(page.locator('.failed .message')).toBeVisible();
		await check(page, 'Studio, a file that cannot be read');
		await page.getByRole('button', { name: 'Paste a text' }).click();
		await check(page, 'Studio, pasting');
		await beginReview(page, site);
		await check(page, 'review');
		await page.keyboard.press('a');
		await page.keyboard.press('c');
		await expect(page.locator('.sentence.bare').first()).toBeVisible();
		await check(page, 'review, sentences without a card');
		await page.keyboard.press('e');
		await expect(page.getByRole('button', { name: 'Save and accept' })).toBeVisible();
		await check(page, 'review, editing');
		await page.keyboard.press('Escape');
		await page.keyboard.press('g');
		await expect(page.getByRole('dialog')).toBeVisible();
		await check(page, 'review, options');
		await page.goto(`${site.url}/studio`);
		await expect(page.getByRole('link', { name: /1 document/ })).toBeVisible();
		await check(page, 'Studio, with a project');
	});
});

/** More than can be recalled, in words of the sentence that it rests on: “Barnacles are eaten by whelks.” */
const LONG =
	'Whelks. By the whelks the barnacles are eaten, and the barnacles are eaten by the whelks, and eaten are the barnacles by the whelks, and by the whelks are barnacles eaten, and whelks are the eaten barnacles’ whelks, and the whelks.';

test('what keeps a note from being published is said while it is reviewed, and mended there or in the list', async ({
	site,
	profile: { page }
}) => {
	await beginReview(page, site);
	const mend = page.getByRole('link', { name: /need(s)? mending before publishing/ });
	const reword = async (question: string | null, answer: string): Promise<void> => {
		await decide(page, 'Edit').click();
		if (question !== null) await page.getByLabel('Question', { exact: true }).fill(question);
		await page.getByLabel('Answer', { exact: true }).fill(answer);
		await page.keyboard.press('Control+Enter');
	};
	// Of two candidates that rest on one sentence, the second says the same as the first is made to say: that is told
	// before it is accepted.
	for (let step = 0; step < 8 && !(await asks(page)).includes('rotation of the Earth'); step++)
		await page.keyboard.press('ArrowRight');
	await expect.poll(() => asks(page)).toContain('rotation of the Earth');
	await page.keyboard.press('ArrowRight');
	const [question, back] = [await asks(page), await candidate(page).locator('.back').first().innerText()];
	await page.keyboard.press('ArrowLeft');
	await reword(question, back);
	await expect(candidate(page)).toContainText(question);
	await expect(candidate(page)).toContainText('To mend before publishing');
	await expect(candidate(page)).toContainText('This is the same card as');
	await expect(mend).toBeHidden();
	await page.keyboard.press('r');

	// An answer that is too long is accepted all the same, and counted.
	await expect(candidate(page)).not.toContainText('To mend before publishing');
	await reword(null, LONG);
	await expect(mend).toHaveText('1 note needs mending before publishing');
	await page
		.getByRole('group', { name: 'Go through' })
		.getByRole('button', { name: /Accepted$/ })
		.click();
	await page.keyboard.press('ArrowRight');
	await expect(candidate(page)).toContainText('are not recalled but recited');
	const shorten = 'Move all but the first sentence to “Why”';
	await candidate(page).getByRole('button', { name: shorten }).first().click();
	await expect(mend).toBeHidden();
	await expect(candidate(page)).not.toContainText('To mend before publishing');
	await page.keyboard.press('z');

	// The same in the list of notes.
	await mend.click();
	const row = page.getByRole('row').filter({ hasText: 'are not recalled but recited' });
	await expect(row).toBeVisible();
	await row.getByRole('button', { name: shorten }).click();
	await expect(page.getByText(`Mended: ${shorten}.`)).toBeVisible();
	await expect(row).toBeHidden();
	await expect(page.getByText('No note is like that')).toBeVisible();
});
