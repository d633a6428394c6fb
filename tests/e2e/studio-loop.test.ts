import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { CardRow } from '../../src/lib/storage/schema';
import { TIDES, TIDES_FILES } from '../fixtures/documents/tides';
import { StaticHost } from '../support/outside';
import { expectWhole, readDerived, readReviews } from './support/database';
import { openProfile, readyOffline } from './support/profile';
import { saved, typedAddress } from './support/published';
import type { Site } from './support/server';
import { asks, beginReview, candidate, counted, decide } from './support/studio';
import { answer, grade, nextShown } from './support/study';
import { expect, PHONE, test } from './support/test';

/** A later text of the document, as a file. */
const later = (...paragraphs: readonly string[]) => ({
	name: 'tides-later.txt',
	mimeType: 'text/plain',
	buffer: Buffer.from([TIDES.title, ...paragraphs].join('\n\n'))
});

/** Accepts every candidate that asks about these words, by keys; the others stay as they are. */
async function acceptThose(page: Page, wanted: RegExp): Promise<void> {
	for (let open = await counted(page, 'Open'); open > 0; open--) {
		const isWanted = wanted.test(await asks(page));
		await page.keyboard.press(isWanted ? 'a' : 's');
		await expect.poll(() => counted(page, 'Open')).toBe(open - 1);
	}
}

const projectOf = (review: string): string => review.replace(/\/documents\/.*$/, '');

async function publishHere(page: Page, project: string): Promise<void> {
	await page.goto(`${project}/publish`);
	await page.getByRole('button', { name: 'Put on my shelf' }).click();
	await expect(page.getByRole('heading', { name: /^Version .* is published$/ })).toBeVisible();
}

async function study(page: Page, site: Site, count: number): Promise<void> {
	await page.goto(`${site.url}/study`);
	for (let i = 0; i < count; i++) {
		await nextShown(page);
		await answer(page);
		await grade(page, 4);
	}
}

async function bringNewer(page: Page, project: string, file: ReturnType<typeof later>): Promise<void> {
	await page.goto(`${project}/regenerate?document=tides`);
	await expect(page.getByRole('button', { name: 'Choose the newer file' })).toBeEnabled();
	await page.getByLabel('Newer version').setInputFiles(file);
	await expect(page.getByRole('group', { name: 'Take the new version' })).toBeVisible();
}

async function takeNewer(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Take the new version' }).click();
	await expect(page.getByRole('heading', { name: 'The newer version is in force' })).toBeVisible();
}

const cardsNow = async (page: Page): Promise<ReadonlyMap<string, CardRow>> =>
	new Map((((await readDerived(page)).cards ?? []) as readonly CardRow[]).map((card) => [card.id, card]));

/** What students have of each card, apart from where it stands in the deck. */
const learnt = (cards: ReadonlyMap<string, CardRow>) =>
	new Map([...cards].map(([id, { schedule, reps, lapses }]) => [id, { schedule, reps, lapses }]));

test('every format goes from a file to a graded card without a network', async ({ site, profile: { page } }) => {
	test.setTimeout(240_000);
	await page.goto(`${site.url}/studio`);
	await readyOffline(page);
	await page.reload();
	await site.stop();
	for (const [i, file] of TIDES_FILES.entries()) {
		const review = await beginReview(page, site, [file]);
		await page.keyboard.press('a');
		await expect.poll(() => counted(page, 'Accepted'), file.name).toBe(1);
		await publishHere(page, projectOf(review));
		await page.getByRole('link', { name: 'Study it' }).click();
		await nextShown(page);
		await answer(page);
		await expect(page.getByRole('article', { name: 'Source 1' }), file.name).toContainText('tides');
		await grade(page, 4);
		expect(await readReviews(page), file.name).toHaveLength(i + 1);
	}
	// Each is a deck of its own, though all of them have one title.
	expect((await cardsNow(page)).size).toBe(TIDES_FILES.length);
	await expectWhole(page);
});

test('a document edited twice, and back, leaves every card with its history', async ({ site, profile: { page } }) => {
	test.setTimeout(240_000);
	const project = projectOf(await beginReview(page, site));
	await acceptThose(page, /flood last|mills built|tide tables/i);
	expect(await counted(page, 'Accepted')).toBe(3);
	await publishHere(page, project);
	await study(page, site, 3);
	const studied = learnt(await cardsNow(page));
	expect(studied.size).toBe(3);

	// Moved and reworded, and something said before everything.
	const [first, second, third] = TIDES.paragraphs;
	const reworded = third.replace('publish tide tables once a year', 'once a year publish tide tables');
	await bringNewer(page, project, later('The sea is never still.', reworded, second, first));
	await takeNewer(page);
	await publishHere(page, project);
	expect(learnt(await cardsNow(page))).toEqual(studied);

	// Reworded again, and the rest as it was at first.
	const again = second.replace('are built from oak', 'are made from oak');
	await bringNewer(page, project, later(first, again, reworded));
	await takeNewer(page);
	await publishHere(page, project);
	expect(learnt(await cardsNow(page))).toEqual(studied);

	// Undone as far as the first text: the quotes stand in it where they stood.
	await page.goto(project);
	for (let i = 0; i < 4; i++) {
		const undo = page.getByRole('button', { name: /^Undo: / });
		const label = await undo.getAttribute('aria-label');
		await undo.click();
		await expect(page.getByRole('button', { name: label ?? '', exact: true })).toHaveCount(0);
	}
	await page.goto(`${project}/publish`);
	await expect(page.getByRole('heading', { name: 'Nothing has changed since version 1.0.0' })).toBeVisible();
	expect(await readReviews(page)).toHaveLength(3);
	await expectWhole(page);
});

test('a document edited in the middle of its review: only what is new is called so', async ({
	site,
	profile: { page }
}) => {
	const project = projectOf(await beginReview(page, site));
	const all = await counted(page, 'All');
	await decide(page, 'Accept').click();
	await expect.poll(() => counted(page, 'Accepted')).toBe(1);
	const rejected = await asks(page);
	await decide(page, 'Reject').click();
	await expect.poll(() => counted(page, 'Rejected')).toBe(1);

	const added = 'Sand banks are made from silt and shells.';
	await bringNewer(page, project, later(...TIDES.paragraphs, added));
	const fresh = page.getByRole('region', { name: /^New/ });
	await expect(fresh.getByRole('article').first()).toContainText('Sand banks');
	for (const article of await fresh.getByRole('article').all()) await expect(article).toContainText('Sand banks');
	await expect(fresh).not.toContainText(rejected);
	await takeNewer(page);
	await page.getByRole('link', { name: /^Review \d+ candidates?$/ }).click();
	await expect(candidate(page)).toBeVisible();
	expect(await counted(page, 'Accepted')).toBe(1);
	expect(await counted(page, 'Rejected')).toBe(1);
	expect(await counted(page, 'Open')).toBeGreaterThanOrEqual(all - 2);
});

test('a subscriber who has studied takes a newer version with the history kept', async ({
	site,
	profile: { page }
}) => {
	test.setTimeout(240_000);
	const host = await StaticHost.start();
	const project = projectOf(await beginReview(page, site));
	await acceptThose(page, /flood last|tide tables/i);
	const publish = async (): Promise<void> => {
		await page.goto(`${project}/publish`);
		const { bytes } = await saved(page, () => page.getByRole('button', { name: 'Save the files' }).click());
		await expect(page.getByRole('heading', { name: /is published$/ })).toBeVisible();
		host.put(new Map(Object.entries(unzipSync(bytes))));
	};
	await publish();
	const student = await openProfile(PHONE);
	try {
		const { page: phone } = student;
		await phone.goto(`${site.url}/decks`);
		await phone.getByLabel('From an address').fill(typedAddress(host));
		await phone.getByRole('button', { name: 'Look', exact: true }).tap();
		await phone.getByRole('region', { name: 'tides' }).getByRole('button', { name: 'Put on my shelf' }).tap();
		await expect(phone.getByRole('heading', { level: 1, name: 'tides' })).toBeVisible();
		await study(phone, site, 2);
		const studied = learnt(await cardsNow(phone));
		expect(studied.size).toBe(2);

		const [first, second, third] = TIDES.paragraphs;
		const reworded = third.replace('publish tide tables once a year', 'once a year publish tide tables');
		await bringNewer(page, project, later(reworded, second, first));
		await takeNewer(page);
		await publish();

		await phone.goto(`${site.url}/decks/tides`);
		await phone.getByRole('button', { name: 'Look for a newer version' }).tap();
		await phone.getByRole('button', { name: 'Take the new version' }).tap();
		await expect(phone.getByText('is now version 1.1.0. What you have learnt is kept.')).toBeVisible();
		expect(learnt(await cardsNow(phone))).toEqual(studied);
		// Of use without a network: the address is asked only when somebody asks.
		await readyOffline(phone);
		await host.stop();
		await phone.context().setOffline(true);
		await phone.reload();
		await expect(phone.getByRole('heading', { level: 1, name: 'tides' })).toBeVisible();
		await phone.getByRole('button', { name: 'Look for a newer version' }).tap();
		await expect(phone.getByText(/network|reach|online|offline/i).first()).toBeVisible();
		await expectWhole(phone);
		expect(student.watch).toEqual({ foreign: [], refused: [], errors: [] });
	} finally {
		await student.close();
		await host.stop().catch(() => {});
	}
});

test('a candidate edited while the document changes in another window keeps its quote', async ({ site, profile }) => {
	const { page, context } = profile;
	const project = projectOf(await beginReview(page, site));
	await decide(page, 'Edit').click();
	await page.getByRole('textbox', { name: 'Question', exact: true }).fill('Typed with care?');
	const other = await context.newPage();
	await bringNewer(other, project, later('The sea is never still.', ...TIDES.paragraphs));
	await takeNewer(other);
	await other.close();
	// The form knows the places of the older text only; its quote is found again in the newer one.
	await page.bringToFront();
	await page.getByRole('button', { name: 'Save and accept' }).click();
	await expect.poll(() => counted(page, 'Accepted')).toBe(1);
	await publishHere(page, project);
	await study(page, site, 1);
	await expectWhole(page);
});
