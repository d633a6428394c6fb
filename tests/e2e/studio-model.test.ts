import type { Page } from '@playwright/test';
import { TIDES } from '../fixtures/documents/tides';
import { refuses, says, startModelServer, type ModelServer } from '../support/model-server';
import { beginReview, candidate, counted } from './support/studio';
import { DESKTOP, expect, test as base } from './support/test';

const test = base.extend<{ model: ModelServer }>({
	model: async ({}, use) => {
		const server = await startModelServer(['small', 'large']);
		await use(server);
		await server.close();
	}
});
test.use({ device: DESKTOP });

/** States two things, so that the rules' own candidates leave one of them to the model. */
const QUOTE =
	'Fishermen of the northern islands set their nets at slack water, and women of the same villages gather mussels from the rocks two hours later.';
const FILE = {
	name: 'tides.txt',
	mimeType: 'text/plain',
	buffer: Buffer.from([TIDES.title, ...TIDES.paragraphs, QUOTE].join('\n\n'))
};
const card = (question: string, answer: string, quote: string, sentences: readonly number[]) => ({
	sentences,
	quote,
	kind: 'basic',
	type: 'fact',
	question,
	answer
});

async function openPanel(page: Page, { address }: ModelServer) {
	await page.keyboard.press('g');
	await page.getByRole('button', { name: 'Ask a language model' }).click();
	const dialog = page.getByRole('dialog', { name: 'Ask a language model' });
	await dialog.getByLabel('Address').fill(address);
	await dialog.getByLabel('Model').fill('small');
	return dialog;
}

/** The number by which a sentence goes out, as the request itself says. */
function numberOf(body: string, sentence: string): number {
	const escaped = sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const found = new RegExp(`\\[(\\d+)\\] ${escaped}`).exec(body);
	if (found?.[1] === undefined) throw new Error(`“${sentence}” was not sent.`);
	return Number(found[1]);
}

test('a model is tested, asked and held to the text: what it makes up is refused', async ({
	site,
	profile: { page },
	model
}) => {
	await beginReview(page, site, [FILE]);
	const before = await counted(page, 'All');
	const dialog = await openPanel(page, model);
	await dialog.getByRole('button', { name: 'Test' }).click();
	await expect(dialog.getByText('The server answers and has “small”.')).toBeVisible();
	expect(model.asked.map(({ path }) => path)).toEqual(['/v1/models']);

	// What will be sent is what is sent.
	await dialog.getByText(/^What will be sent: 1 request/).click();
	const shown = await dialog.getByRole('region', { name: 'What will be sent' }).locator('pre').allInnerTexts();
	model.behave((response, asked) => {
		const id = numberOf(asked.body, QUOTE);
		says({
			cards: [
				card('What do women of the same villages gather from the rocks two hours later?', 'mussels', QUOTE, [id]),
				// Not in the text; a figure changed; a sentence that is not there.
				card('What do women of the same villages gather at slack water?', 'plankton', QUOTE, [id]),
				card(
					'How long does the flood last on most coasts?',
					'nine hours',
					'The flood lasts nine hours on most coasts.',
					[1]
				),
				card('Who discovered the tides?', 'Newton', 'Newton discovered the tides.', [999])
			]
		})(response, asked);
	});
	await dialog.getByRole('button', { name: 'Send this text' }).click();
	await expect(dialog.getByRole('status').filter({ hasText: 'accepted' })).toHaveText(
		/1 card accepted to be reviewed, 3 refused\.\s+All requests are through\./
	);
	const sent: unknown = JSON.parse(model.asked.at(-1)?.body ?? '{}');
	expect(sent).toMatchObject({ model: 'small', messages: shown.map((content) => ({ content })) });

	await dialog.getByRole('button', { name: 'Close' }).click();
	await expect.poll(() => counted(page, 'All')).toBe(before + 1);
	await page.reload();
	await expect(candidate(page)).toBeVisible();
	expect(await counted(page, 'All')).toBe(before + 1);
	for (const madeUp of ['plankton', 'nine hours', 'Newton']) await expect(page.getByText(madeUp)).toHaveCount(0);
	await page.locator('[data-sentence]', { hasText: QUOTE }).getByRole('button').last().dispatchEvent('click');
	await expect(candidate(page)).toContainText('Proposed by small');
});

test('a server that refuses the key is told in words, and the key is in no address', async ({
	site,
	profile: { page },
	model
}) => {
	await beginReview(page, site);
	const dialog = await openPanel(page, model);
	await dialog.getByLabel('Key').fill('sk-secret');
	model.behave(refuses(401, 'Incorrect API key provided: sk-secret'));
	await dialog.getByRole('button', { name: 'Send this text' }).click();
	await expect(dialog.getByRole('alert')).toContainText('Stopped.');
	await expect(dialog.getByRole('alert')).not.toContainText('sk-secret');
	expect(model.asked.every(({ path }) => !path.includes('sk-secret'))).toBe(true);
	await dialog.getByRole('button', { name: 'Close' }).click();
	await expect(candidate(page)).toBeVisible();
});
