import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { DATABASE_NAME } from '../../src/lib/storage/schema';
import { FAILURE_TEXT } from '../../src/lib/storage/failure-text';
import { expectWhole, readReviews } from './support/database';
import { openProfile } from './support/profile';
import type { Site } from './support/server';
import { chooseBackup, PLAIN, plainNotes, shelfBackup, shelve } from './support/shelf';
import { answer, grade, gradeButton, nextShown, shownCard, sittingOver, startStudying } from './support/study';
import { expect, test } from './support/test';

const trouble = (page: Page) => page.getByRole('dialog');
const tryAgain = (page: Page) => trouble(page).getByRole('button', { name: 'Try again' });

/**
 * Breaks the page's own IndexedDB on demand: `window.broken` names how. The rest of it is the browser's, so whatever a
 * failing request does to its transaction is real.
 */
type Break = 'full' | 'lost' | 'unreadable' | null;

async function breakable(page: Page): Promise<(how: Break) => Promise<void>> {
	await page.addInitScript(() => {
		const state: { broken: Break } = { broken: null };
		Object.assign(window, { state });
		const { put, add } = IDBObjectStore.prototype;
		const { transaction } = IDBDatabase.prototype;
		const refuse = (): void => {
			if (state.broken === 'full') throw new DOMException('No space left.', 'QuotaExceededError');
		};
		IDBObjectStore.prototype.put = function (...args) {
			refuse();
			return put.apply(this, args);
		};
		IDBObjectStore.prototype.add = function (...args) {
			refuse();
			return add.apply(this, args);
		};
		IDBDatabase.prototype.transaction = function (...args) {
			if (state.broken === 'lost') throw new DOMException('The connection was closed.', 'InvalidStateError');
			if (state.broken === 'unreadable') throw new DOMException('Internal error.', 'UnknownError');
			return transaction.apply(this, args);
		};
	});
	return (how) =>
		page.evaluate((broken) => void Object.assign((window as unknown as { state: object }).state, { broken }), how);
}

async function studying(page: Page, site: Site, cards: number): Promise<void> {
	await shelve(page, site, plainNotes(cards));
	await startStudying(page);
}

for (const [how, failure] of [
	['full', 'quota'],
	['lost', 'connection-lost']
] as const) {
	test(`a grade that cannot be written (${failure}) is kept until it can`, async ({ site, profile: { page } }) => {
		const breakIt = await breakable(page);
		await studying(page, site, 3);
		await answer(page);
		await grade(page, 3);
		await answer(page);
		await breakIt(how);
		await gradeButton(page, 4).click();
		await expect(trouble(page)).toContainText(FAILURE_TEXT[failure].title);
		await expect(trouble(page)).toContainText(FAILURE_TEXT[failure].advice);
		await expect(trouble(page)).toContainText('in this window');
		// Still broken: asked again, nothing lost, no second grade by key behind the dialog.
		await tryAgain(page).click();
		await expect(trouble(page)).toBeVisible();
		await page.keyboard.press('2');
		await breakIt(null);
		expect(await readReviews(page)).toHaveLength(1);
		await tryAgain(page).click();
		await expect(trouble(page)).toBeHidden();
		await expect(shownCard(page)).toContainText('Question 2?');
		await expectWhole(page);
		expect((await readReviews(page)).map(({ rating }) => rating)).toEqual([3, 4]);
		await page.getByRole('button', { name: /^Undo/ }).click();
		await expect(shownCard(page)).toContainText('Question 1?');
	});
}

test('a device that is really full says so, and the grade is written once there is room', async ({
	site,
	profile: { page, context }
}) => {
	await studying(page, site, 200);
	const client = await context.newCDPSession(page);
	const origin = new URL(site.url).origin;
	await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
	let graded = 0;
	for (; graded < 150; graded++) {
		await answer(page);
		await gradeButton(page, 3).click();
		await expect(
			shownCard(page)
				.getByText(`Question ${graded + 1}?`)
				.or(trouble(page))
		).toBeVisible();
		if (await trouble(page).isVisible()) break;
	}
	await expect(trouble(page)).toContainText(FAILURE_TEXT.quota.title);
	await client.send('Storage.overrideQuotaForOrigin', { origin });
	await tryAgain(page).click();
	await expect(shownCard(page)).toContainText(`Question ${graded + 1}?`);
	expect(await readReviews(page)).toHaveLength(graded + 1);
	await expectWhole(page);
});

test('a connection that the browser closed is opened again without a word', async ({ site, profile: { page } }) => {
	await page.addInitScript(() => {
		const connections: IDBDatabase[] = [];
		Object.assign(window, { connections });
		const { transaction } = IDBDatabase.prototype;
		IDBDatabase.prototype.transaction = function (...args) {
			if (!connections.includes(this)) connections.push(this);
			return transaction.apply(this, args);
		};
	});
	await studying(page, site, 3);
	for (const asked of ['Question 1?', 'Question 2?']) {
		await answer(page);
		await page.evaluate(() => {
			for (const db of (window as unknown as { connections: IDBDatabase[] }).connections) db.close();
		});
		await grade(page, 3);
		await expect(shownCard(page)).toContainText(asked);
		await expect(trouble(page)).toBeHidden();
	}
	expect(await readReviews(page)).toHaveLength(2);
	await expectWhole(page);
});

test('without any storage it says why and what to do', async ({ site, profile: { page } }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'indexedDB', { value: undefined });
	});
	for (const path of ['/', '/study']) {
		await page.goto(site.url + path);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(FAILURE_TEXT['no-storage'].title);
		await expect(page.getByText(FAILURE_TEXT['no-storage'].advice)).toBeVisible();
		await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
	}
});

test('an older Recite in the way is told, and this window goes on when it is gone', async ({
	site,
	profile: { page, context }
}) => {
	const older = await context.newPage();
	// Any page of the site will do that the app does not run on.
	await older.goto(`${site.url}/manifest.webmanifest`);
	await older.evaluate(
		(name) =>
			new Promise<void>((done) => {
				const opening = indexedDB.open(name, 1);
				opening.onsuccess = () => {
					Object.assign(window, { held: opening.result });
					done();
				};
			}),
		DATABASE_NAME
	);
	await page.goto(`${site.url}/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(FAILURE_TEXT.blocked.title);
	await older.close();
	await expect(page.getByRole('button', { name: 'Start studying' })).toBeVisible();
});

test('data of a newer Recite are left alone', async ({ site, profile: { page } }) => {
	await shelve(page, site, plainNotes(2));
	await page.goto(`${site.url}/manifest.webmanifest`);
	await page.evaluate(
		(name) =>
			new Promise<void>((done) => {
				const opening = indexedDB.open(name, 9990);
				opening.onupgradeneeded = () => opening.result.createObjectStore('inventions');
				opening.onsuccess = () => {
					opening.result.close();
					done();
				};
			}),
		DATABASE_NAME
	);
	for (const path of ['/', '/study']) {
		await page.goto(site.url + path);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(FAILURE_TEXT['newer-version'].title);
		await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
	}
});

/** Adds a part that cannot be read to the log, and has the rows made anew at the next start. */
async function ruinLog(page: Page): Promise<void> {
	await page.evaluate(
		(name) =>
			new Promise<void>((done, fail) => {
				const opening = indexedDB.open(name);
				opening.onerror = () => fail(opening.error);
				opening.onsuccess = () => {
					const transaction = opening.result.transaction(['segments', 'clock'], 'readwrite');
					transaction.objectStore('segments').add({ id: 'ruined', count: 1, bytes: new Uint8Array(4096).fill(7) });
					const clock = transaction.objectStore('clock');
					const reading = clock.get('clock');
					reading.onsuccess = () => clock.put({ ...reading.result, derived: 0 });
					transaction.oncomplete = () => {
						opening.result.close();
						done();
					};
				};
			}),
		DATABASE_NAME
	);
}

test.describe('a backup', () => {
	/** Grades some cards, so that due days differ, and saves a backup through the page. */
	async function saved(page: Page, site: Site): Promise<Buffer> {
		await shelve(page, site, plainNotes(6), { ...PLAIN, learningSteps: [60_000] });
		await startStudying(page);
		for (const rating of [4, 4, 1] as const) {
			await answer(page);
			await grade(page, rating);
		}
		await page.getByRole('link', { name: 'Leave' }).click();
		await page.getByRole('link', { name: 'Settings' }).click();
		const downloading = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Save a backup' }).click();
		const download = await downloading;
		expect(download.suggestedFilename()).toMatch(/^recite-\d{4}-\d{2}-\d{2}\.recite-backup$/);
		await expect(page.getByText(/^Last saved on/)).toBeVisible();
		return readFile(await download.path());
	}

	const counts = async (page: Page, site: Site): Promise<string[]> => {
		await page.goto(`${site.url}/`);
		await expect(page.getByText(/cards are waiting/)).toBeVisible();
		return page.getByRole('list', { name: 'Cards', exact: true }).allInnerTexts();
	};

	test('brings everything to a fresh browser', async ({ site, profile: { page } }) => {
		const backup = await saved(page, site);
		const before = await counts(page, site);
		const log = await expectWhole(page);
		const elsewhere = await openProfile();
		await elsewhere.page.goto(`${site.url}/`);
		await chooseBackup(elsewhere.page, backup);
		await expect(elsewhere.page.getByText(`Restored: ${log.length} entries of your log.`)).toBeVisible();
		expect(await counts(elsewhere.page, site)).toEqual(before);
		expect(await expectWhole(elsewhere.page)).toEqual(log);
		await elsewhere.close();
	});

	test('of a shipped deck too', async ({ site, profile: { page } }) => {
		await page.goto(`${site.url}/`);
		await page.getByRole('button', { name: 'Start studying' }).click();
		await nextShown(page);
		await answer(page);
		await grade(page, 4);
		await page.goto(`${site.url}/settings`);
		// A page that was only now loaded is seen before it listens.
		await expect(page.getByText(/It takes .* now/)).toBeVisible();
		const downloading = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Save a backup' }).click();
		const backup = await readFile(await (await downloading).path());
		const elsewhere = await openProfile();
		await elsewhere.page.goto(`${site.url}/`);
		await chooseBackup(elsewhere.page, backup);
		await expect(elsewhere.page.getByText('Restored: 2 entries of your log.')).toBeVisible();
		expect(await expectWhole(elsewhere.page)).toEqual(await expectWhole(page));
		await elsewhere.close();
	});

	test('is offered when the database was wiped, and brings back what was there', async ({
		site,
		profile: { page, context }
	}) => {
		const backup = await saved(page, site);
		const before = await counts(page, site);
		const client = await context.newCDPSession(page);
		await client.send('Storage.clearDataForOrigin', {
			origin: new URL(site.url).origin,
			storageTypes: 'indexeddb'
		});
		await page.reload();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your data are gone from this browser');
		await expect(page.getByText(/There were at least 3 reviews here/)).toBeVisible();
		await expect(page.getByText(/Your last backup was saved on/)).toBeVisible();
		await chooseBackup(page, backup);
		await expect(page.getByText(/cards are waiting/)).toBeVisible();
		expect(await counts(page, site)).toEqual(before);
		await expectWhole(page);
	});

	test('mends a log that Recite cannot open with', async ({ site, profile: { page } }) => {
		const backup = await saved(page, site);
		const before = await counts(page, site);
		await page.goto(`${site.url}/manifest.webmanifest`);
		await ruinLog(page);
		await page.goto(`${site.url}/`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(FAILURE_TEXT.damaged.title);
		const downloading = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Save a backup' }).click();
		expect((await readFile(await (await downloading).path())).length).toBeGreaterThan(backup.length);
		await chooseBackup(page, backup);
		await expect(page.getByText(/1 part of the log on this device could not be read/)).toBeVisible();
		expect(await counts(page, site)).toEqual(before);
		await page.goto(`${site.url}/settings`);
		await page.getByRole('button', { name: 'Rebuild', exact: true }).click();
		await expect(page.getByText('Rebuilt from your log.')).toBeVisible();
	});

	test('is not forced on anyone: one can start over', async ({ site, profile: { page, context } }) => {
		await saved(page, site);
		const client = await context.newCDPSession(page);
		await client.send('Storage.clearDataForOrigin', {
			origin: new URL(site.url).origin,
			storageTypes: 'indexeddb'
		});
		await page.goto(`${site.url}/`);
		await page.getByRole('button', { name: 'Start over without it' }).click();
		await expect(page.getByRole('button', { name: 'Start studying' })).toBeVisible();
		await page.reload();
		await expect(page.getByRole('button', { name: 'Start studying' })).toBeVisible();
	});

	test('that is broken is refused in words, and changes nothing', async ({ site, profile: { page } }) => {
		const whole = await shelfBackup(plainNotes(3));
		await page.goto(`${site.url}/`);
		for (const [name, buffer, words] of [
			['letter.txt', Buffer.from('Dear reader'), /not a Recite backup.*ending in \.recite-backup/],
			['empty.recite-backup', Buffer.alloc(0), /not a Recite backup/],
			['head.recite-backup', whole.subarray(0, 60), /not a Recite backup|damaged/]
		] as const) {
			await chooseBackup(page, buffer, name);
			await expect(page.getByRole('status')).toContainText(words);
			await page.getByRole('status').getByRole('button', { name: 'Dismiss' }).click();
		}
		await expect(page.getByRole('button', { name: 'Start studying' })).toBeVisible();
	});

	test('that breaks off gives the log that stands in it, and says what is missing', async ({
		site,
		profile: { page }
	}) => {
		const whole = await shelfBackup(plainNotes(3));
		await page.goto(`${site.url}/`);
		await chooseBackup(page, whole.subarray(0, whole.length / 2), 'half.recite-backup');
		await expect(page.getByText('Restored: 3 entries of your log.')).toBeVisible();
		await expect(page.getByText(/a part of it is missing.*“bread” are not on this device: add it again/)).toBeVisible();
	});
});

test.describe('the learner’s day', () => {
	const START = new Date('2026-03-10T12:00:00Z');

	test.use({ device: { timezoneId: 'UTC' } });

	test('turns at four in the morning, and what is due comes then', async ({ site, profile: { page, context } }) => {
		await context.clock.install({ time: START });
		await shelve(page, site, plainNotes(4), { ...PLAIN, newPerDay: 2, fuzz: false });
		await startStudying(page);
		for (const rating of [1, 1] as const) {
			await answer(page);
			await grade(page, rating);
		}
		await expect(sittingOver(page)).toHaveText('Done for now');
		const today = await context.newPage();
		await today.goto(`${site.url}/`);
		await expect(today.getByText('Done for today.')).toBeVisible();
		await context.clock.fastForward('15:59:00');
		await expect(today.getByText('Done for today.')).toBeVisible();
		await expect(sittingOver(page)).toBeVisible();
		// Without a reload: both pages are left open over night.
		await context.clock.fastForward('02:00');
		await expect(today.getByText('4 cards are waiting.')).toBeVisible();
		await expect(today.getByText('Wednesday, 11 March 2026')).toBeVisible();
		await expect(shownCard(page)).toBeVisible();
		await answer(page);
		await grade(page, 3);
		const days = (await readReviews(page)).map(({ day }) => day);
		expect(days[2]).toBe((days[0] ?? 0) + 1);
		await expectWhole(page);
	});

	test('follows the traveller into another time zone', async ({ site, profile }) => {
		const { page, context, folder } = profile;
		await context.clock.install({ time: START });
		await shelve(page, site, plainNotes(4), { ...PLAIN, newPerDay: 2 });
		await startStudying(page);
		for (const rating of [4, 4] as const) {
			await answer(page);
			await grade(page, rating);
		}
		await context.close();
		// In Kiritimati, fourteen hours ahead, it is two at night of the same learner's day; at 15:00 UTC it is the next.
		for (const [time, shown] of [
			['2026-03-10T13:00:00Z', 'Done for today.'],
			['2026-03-10T15:00:00Z', '2 cards are waiting.']
		] as const) {
			const there = await openProfile({ folder, timezoneId: 'Pacific/Kiritimati' });
			await there.context.clock.install({ time: new Date(time) });
			await there.page.goto(`${site.url}/`);
			await expect(there.page.getByText(shown)).toBeVisible();
			await expectWhole(there.page);
			await there.close();
		}
	});
});

for (const [how, failure] of [
	['unreadable', 'unknown'],
	['lost', 'connection-lost']
] as const) {
	test(`a screen that cannot be read (${failure}) says so and comes back`, async ({ site, profile: { page } }) => {
		const breakIt = await breakable(page);
		await shelve(page, site, plainNotes(3));
		await page.goto(site.url);
		const notice = page.getByRole('alert').filter({ hasText: FAILURE_TEXT[failure].title });
		const again = notice.getByRole('button', { name: 'Try again' });
		const nav = page.getByRole('navigation', { name: 'Main' });
		await nav.getByRole('link', { name: 'Decks' }).click();
		await breakIt(how);
		await page
			.getByRole('main')
			.getByRole('link', { name: /^Bread/ })
			.first()
			.click();
		await expect(notice).toContainText('Nothing of it is lost');
		await expect(notice).toContainText(FAILURE_TEXT[failure].advice);
		// Still broken: asked again, said again.
		await again.click();
		await expect(notice).toBeVisible();
		await breakIt(null);
		await again.click();
		await expect(notice).toBeHidden();
		await expect(page.getByRole('heading', { level: 1, name: 'Bread' })).toBeVisible();
		// Documents, the list of cards, the Studio and Today are each read by a query of their own.
		await page.getByText('Cards', { exact: true }).click();
		await expect(page.getByText('Question 0?').first()).toBeVisible();
		await breakIt(how);
		await page.getByText('Flagged', { exact: true }).click();
		await expect(notice).toBeVisible();
		await nav.getByRole('link', { name: 'Studio' }).click();
		await expect(notice).toBeVisible();
		await nav.getByRole('link', { name: 'Help' }).click();
		await expect(notice).toBeHidden();
		await nav.getByRole('link', { name: 'Today' }).click();
		await expect(notice).toBeVisible();
		await breakIt(null);
		await again.click();
		await expect(notice).toBeHidden();
		await expectWhole(page);
	});
}
