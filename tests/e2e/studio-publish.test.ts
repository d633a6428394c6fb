import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import type { CardRow } from '../../src/lib/storage/schema';
import { TIDES, TIDES_FILES } from '../fixtures/documents/tides';
import { StaticHost } from '../support/outside';
import { AXE_DEVICE, check } from './support/axe';
import { expectWhole, readCard, readDerived, readReviews } from './support/database';
import { openProfile, readyOffline } from './support/profile';
import { edition, publishAt, reciteFile, saved, subscriberBackup, typedAddress } from './support/published';
import type { Site } from './support/server';
import { chooseBackup, plainNotes, shelve } from './support/shelf';
import { asks, beginReview, candidate, counted, decide } from './support/studio';
import { answer, grade, nextShown, question, shownCard } from './support/study';
import { expect, PHONE, test as base } from './support/test';

/** A web host that students' browsers ask. */
const test = base.extend<{ host: StaticHost }>({
	host: async ({}, use) => {
		const host = await StaticHost.start();
		await use(host);
		await host.stop();
	}
});

/** The same text a year later: one figure is another, one sentence reads otherwise, one is gone, one is new. */
const NEWER = [
	TIDES.title,
	TIDES.paragraphs[0].replace('six hours', 'seven hours'),
	TIDES.paragraphs[1]
		.replace('Tidal mills are built from oak and slate.', 'Tidal mills are built from slate and oak.')
		.replace(/ Barnacles.*$/, ''),
	`${TIDES.paragraphs[2]} Sand banks shelter seals during the ebb.`
].join('\n\n');
const newerFile = { name: 'tides-2.txt', mimeType: 'text/plain', buffer: Buffer.from(NEWER) };

/** Accepts what asks about these words, and rejects the rest. @returns the project's address */
async function acceptOnly(page: Page, site: Site, wanted: RegExp): Promise<string> {
	const review = await beginReview(page, site);
	while ((await candidate(page).count()) > 0) {
		const open = await counted(page, 'Open');
		await decide(page, wanted.test(await asks(page)) ? 'Accept' : 'Reject').click();
		await expect.poll(() => counted(page, 'Open')).toBe(open - 1);
		if (open === 1) break;
	}
	return review.replace(/\/documents\/.*$/, '');
}

const publishHere = async (page: Page, project: string): Promise<void> => {
	await page.goto(`${project}/publish`);
	await page.getByRole('button', { name: 'Put on my shelf' }).click();
	await expect(page.getByRole('heading', { name: /^Version .* is published$/ })).toBeVisible();
};

/** Grades every card that comes up once. @returns what was asked */
async function studyAll(page: Page, site: Site, count: number): Promise<string[]> {
	await page.goto(`${site.url}/study`);
	const asked: string[] = [];
	for (let i = 0; i < count; i++) {
		await nextShown(page);
		asked.push(await question(page));
		await answer(page);
		await grade(page, 4);
	}
	return asked;
}

const cardsNow = async (page: Page): Promise<readonly CardRow[]> =>
	((await readDerived(page)).cards ?? []) as readonly CardRow[];

test('from a file to a studied card, without a network', async ({ site, profile: { page } }) => {
	test.setTimeout(120_000);
	await page.goto(`${site.url}/studio`);
	await readyOffline(page);
	await page.reload();
	await site.stop();
	const project = await acceptOnly(page, site, /flood last/);
	await publishHere(page, project);
	await page.getByRole('link', { name: 'Study it' }).click();
	await nextShown(page);
	await expect(shownCard(page)).toContainText('flood');
	await answer(page);
	await expect(page.getByRole('article', { name: 'Source 1' })).toContainText('The flood lasts six hours');
	await grade(page, 3);
	expect(await readReviews(page)).toHaveLength(1);
	await expectWhole(page);
});

test('an edited document: kept notes keep their history, a changed fact begins anew', async ({
	site,
	profile: { page }
}) => {
	test.setTimeout(180_000);
	const project = await acceptOnly(page, site, /flood last|mills built|barnacles|tide tables/i);
	await publishHere(page, project);
	const before = await cardsNow(page);
	expect(before).toHaveLength(4);
	await studyAll(page, site, 4);
	const studied = new Map((await cardsNow(page)).map((card) => [card.id, card]));

	await page.goto(`${project}/regenerate?document=tides`);
	await expect(page.getByRole('button', { name: 'Choose the newer file' })).toBeEnabled();
	await page.getByLabel('Newer version').setInputFiles(newerFile);
	const fact = page.getByRole('article', { name: /^Reworded/ }).filter({ hasText: 'seven hours' });
	await expect(fact.getByRole('list', { name: 'Facts that changed' })).toContainText('six hours');
	const gone = page.getByRole('article', { name: /^Gone/ });
	await expect(gone.getByRole('button', { name: /^Keep/ })).toBeDisabled();
	await expect(page.getByText('stands on the same words as before')).toBeVisible();

	// By keys alone: the changed fact, then the one that is gone.
	await expect(fact).toBeFocused();
	await page.keyboard.press('f');
	await expect(gone).toBeFocused();
	await page.keyboard.press('r');
	await page.keyboard.press('z');
	await expect(page.getByRole('group', { name: 'Take the new version' })).toContainText('1 to decide');
	await page.keyboard.press('g');
	await expect(gone).toBeFocused();
	await page.keyboard.press('r');
	await expect(page.getByText('Everything is decided.')).toBeVisible();
	// Leaving asks, and nothing is written yet.
	await page.getByRole('link', { name: 'Help' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
	await page.getByRole('button', { name: 'Take the new version' }).click();
	await expect(page.getByText('1 begun anew, because the fact changed')).toBeVisible();

	await page.getByRole('link', { name: 'Publish' }).click();
	const changes = page.getByRole('region', { name: 'What students will see change' });
	await expect(changes).toContainText('1 new note, 1 changed, 2 removed');
	await page.getByLabel('What is new').fill('The flood takes longer.');
	await page.getByRole('button', { name: 'Put on my shelf' }).click();
	await expect(page.getByRole('heading', { name: 'Version 1.1.0 is published' })).toBeVisible();

	const after = await cardsNow(page);
	const kept = after.filter(({ id }) => studied.has(id));
	expect(kept).toHaveLength(2);
	for (const card of kept) expect(card).toMatchObject({ reps: 1, schedule: studied.get(card.id)?.schedule });
	const [fresh] = after.filter(({ id }) => !studied.has(id));
	expect(after).toHaveLength(3);
	expect(fresh).toMatchObject({ reps: 0, schedule: { phase: 'new' } });
	expect(await readReviews(page)).toHaveLength(4);
	await expectWhole(page);
	await studyAll(page, site, 1);
	await expect(page.getByText(/Done for now|Nothing/).first()).toBeVisible();
});

test('a newer version that cannot be read, or says the same, changes nothing', async ({ site, profile: { page } }) => {
	const project = await acceptOnly(page, site, /flood last/);
	await page.goto(`${project}/regenerate?document=tides`);
	await expect(page.getByRole('button', { name: 'Choose the newer file' })).toBeEnabled();
	await page.getByLabel('Newer version').setInputFiles([...TIDES_FILES.slice(0, 1)]);
	await expect(page.getByRole('alert')).toContainText('word for word');
	await page
		.getByLabel('Newer version')
		.setInputFiles({ name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) });
	await expect(page.getByRole('alert')).toContainText('empty.txt');
	await page.goto(`${project}/regenerate?document=nothing`);
	await expect(page.getByText('This document is not in the project')).toBeVisible();
});

test('an author’s files at an address reach a student, and so does the next version', async ({
	site,
	host,
	profile: { page }
}) => {
	test.setTimeout(180_000);
	const project = await acceptOnly(page, site, /flood last|tide tables/);
	const publish = async (name: RegExp): Promise<void> => {
		await page.goto(`${project}/publish`);
		const { bytes } = await saved(page, () => page.getByRole('button', { name: 'Save the files' }).click());
		await expect(page.getByRole('heading', { name })).toBeVisible();
		host.put(new Map(Object.entries(unzipSync(bytes))));
	};
	await publish(/^Version 1\.0\.0 is published$/);
	// The same version as a file, without being published again.
	const file = await saved(page, () => page.getByRole('button', { name: 'Save the .recite file' }).click());
	expect(file.name).toBe('tides-1.0.0.recite');
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Nothing has changed since version 1.0.0' })).toBeVisible();

	const student = await openProfile(PHONE);
	try {
		const { page: phone } = student;
		await phone.goto(`${site.url}/decks`);
		await phone.getByLabel('From an address').fill(typedAddress(host));
		await phone.getByRole('button', { name: 'Look', exact: true }).tap();
		await expect(phone.getByText(/Version 1\.0\.0.*2 notes · 1 document/)).toBeVisible();
		expect(await cardsNow(phone)).toHaveLength(0);
		await phone.getByRole('region', { name: 'tides' }).getByRole('button', { name: 'Put on my shelf' }).tap();
		await expect(phone.getByRole('heading', { level: 1, name: 'tides' })).toBeVisible();

		// The same fact for the author, said otherwise: the card is worded anew and stays the same card.
		await page.goto(`${project}/regenerate?document=tides`);
		await expect(page.getByRole('button', { name: 'Choose the newer file' })).toBeEnabled();
		await page.getByLabel('Newer version').setInputFiles(newerFile);
		await page.getByRole('button', { name: /^Take new wording/ }).click();
		await page.getByRole('button', { name: 'Take the new version' }).click();
		await expect(page.getByText('1 worded anew, with their history')).toBeVisible();
		await publish(/^Version 1\.1\.0 is published$/);

		await phone.getByRole('button', { name: 'Look for a newer version' }).tap();
		const offer = phone.getByRole('region', { name: 'A newer “tides”' });
		await expect(offer).toContainText('1 changed note');
		await expect(offer.locator('ins').first()).toContainText(/seven/i);
		await phone.getByRole('button', { name: 'Take the new version' }).tap();
		await expect(phone.getByText('tides is now version 1.1.0. What you have learnt is kept.')).toBeVisible();
		await expectWhole(phone);
		expect(student.watch).toEqual({ foreign: [], refused: [], errors: [] });
	} finally {
		await student.close();
	}
});

test('a deck is written into a folder, and what an older version left there is told', async ({
	site,
	profile: { page }
}) => {
	// A folder of the browser's own stands for one that a person would choose in its dialog.
	await page.addInitScript(() =>
		Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() })
	);
	const project = await acceptOnly(page, site, /flood last/);
	await page.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		const deck = await root.getDirectoryHandle('tides', { create: true });
		for (const name of ['old-topic.yaml', 'README.md']) {
			const file = await (await deck.getFileHandle(name, { create: true })).createWritable();
			await file.close();
		}
	});
	await page.goto(`${project}/publish`);
	await page.getByRole('button', { name: 'Into a folder' }).first().click();
	await expect(page.getByRole('heading', { name: 'Version 1.0.0 is published' })).toBeVisible();
	await expect(page.getByText('what this version has no more: old-topic.yaml.')).toBeVisible();
	await page.getByRole('button', { name: 'Into a folder' }).last().click();
	await expect(page.getByText('Done', { exact: true })).toHaveCount(2);
	const names = await page.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		const found: string[] = [];
		const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
			for await (const [name, handle] of folder.entries()) {
				if (handle.kind === 'file') found.push(path + name);
				else await walk(handle as FileSystemDirectoryHandle, `${path}${name}/`);
			}
		};
		await walk(root, '');
		return found.sort();
	});
	expect(names).toEqual([
		'feed.json',
		expect.stringMatching(/^packs\/[0-9a-f]{64}\.json$/),
		'tides/README.md',
		'tides/cards.yaml',
		'tides/deck.yaml',
		'tides/documents/tides.md',
		'tides/old-topic.yaml'
	]);
});

test('what is wrong stands in the way, with a link to where it is mended', async ({ site, profile: { page } }) => {
	const project = await acceptOnly(page, site, /flood last/);
	// The sentence that the note rests on is struck out.
	await page.goto(`${project}/documents/tides`);
	await page
		.getByRole('group', { name: 'Go through' })
		.getByRole('button', { name: /Accepted$/ })
		.click();
	await expect(candidate(page)).toBeVisible();
	await page.keyboard.press('d');
	await expect(page.getByRole('button', { name: /^Undo: Left a paragraph out/ })).toBeEnabled();
	await page.goto(`${project}/publish`);
	const checks = page.getByRole('region', { name: 'Checks' });
	await expect(checks).toContainText('to mend before publishing');
	await expect(page.getByRole('button', { name: 'Put on my shelf' })).toBeDisabled();
	await checks
		.getByRole('link', { name: /flood last/ })
		.first()
		.click();
	await expect(page).toHaveURL(/\/notes\?note=/);
});

test('a subscriber updates with history and own words kept, and back', async ({ site, host, profile: { page } }) => {
	test.setTimeout(120_000);
	const notes = plainNotes(3);
	const [first, second] = notes;
	if (first === undefined || second === undefined) throw new Error('There are no notes.');
	const one = await edition(1, notes);
	await publishAt(host, one);
	const address = `${typedAddress(host)}feed.json`;
	const mine = { note: second.id, fields: { back: 'In my own words' } };
	await page.goto(`${site.url}/`);
	await chooseBackup(page, await subscriberBackup(one, address, mine));
	await expect(page.getByRole('link', { name: 'Start studying' })).toBeVisible();
	await studyAll(page, site, 2);
	const [review] = await readReviews(page);
	if (review === undefined) throw new Error('Nothing was reviewed.');
	const studied = await readCard(page, review.card);

	host.asked.length = 0;
	await page.goto(`${site.url}/decks`);
	await expect.poll(() => host.asked).toEqual(['feed.json']);
	// Once a day, and not at every visit; and never in Study.
	await page.goto(`${site.url}/study`);
	await page.goto(`${site.url}/decks`);
	await expect(page.getByRole('heading', { name: 'Add a deck' })).toBeVisible();
	expect(host.asked).toEqual(['feed.json']);

	const reworded = notes.map((note) => ({
		...note,
		...(note.kind === 'basic' ? { front: `${note.front} Anew?` } : {})
	}));
	await publishAt(host, await edition(2, reworded.slice(0, 2)));
	await page.goto(`${site.url}/decks/bread`);
	await page.getByRole('button', { name: 'Look for a newer version' }).click();
	const offer = page.getByRole('region', { name: 'A newer “Bread”' });
	await expect(offer).toContainText('2 changed notes, 1 removed');
	await expect(offer).toContainText('What 2.0.0 brings.');
	await expect(offer).toContainText('your own words stay');
	await offer.getByRole('button', { name: 'Not now' }).click();
	await expect(offer).toHaveCount(0);
	await page.getByRole('button', { name: 'Look for a newer version' }).click();
	await offer.getByRole('button', { name: 'Take the new version' }).click();
	await expect(page.getByText('Bread is now version 2.0.0. What you have learnt is kept.')).toBeVisible();
	expect(await readCard(page, review.card)).toEqual(studied);
	const rows = (await readDerived(page)).notes as readonly { id: string; note: { front?: string; back?: string } }[];
	expect(rows.find(({ id }) => id === `bread:${second.id}`)?.note).toMatchObject({
		front: 'Question 1? Anew?',
		back: 'In my own words'
	});
	expect(rows).toHaveLength(2);
	await expectWhole(page);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('Back to version 1.0.0.')).toBeVisible();
	expect(await readCard(page, review.card)).toEqual(studied);

	await page.getByRole('button', { name: 'Forget the address' }).click();
	await expect(page.getByText('It has no address')).toBeVisible();
	await expectWhole(page);
});

test('files and addresses that are no deck are told, and leave nothing', async ({ site, host, profile: { page } }) => {
	const { pack } = await edition(1, plainNotes(2));
	const whole = await reciteFile(pack);
	await page.goto(`${site.url}/decks`);
	await expect(page.getByRole('button', { name: 'Choose a file' })).toBeEnabled();
	const choose = (name: string, buffer: Buffer) =>
		page.getByLabel('Deck file').setInputFiles({ name, mimeType: 'application/zip', buffer });
	for (const [name, bytes] of [
		['letter.recite', Buffer.from('Dear student')],
		['cut.recite', whole.subarray(0, whole.length - 40)],
		['empty.zip', Buffer.alloc(0)]
	] as const) {
		await choose(name, bytes);
		await expect(page.getByRole('alert'), name).toContainText(/[a-z]{3,} .*\./);
		await expect(page.getByRole('button', { name: 'Choose a file' })).toBeEnabled();
	}
	await page.getByLabel('From an address').fill('not an address at all');
	await page.getByRole('button', { name: 'Look', exact: true }).click();
	await expect(page.getByText('This is not an address of a deck.')).toBeVisible();
	await page.getByLabel('From an address').fill(`${typedAddress(host)}nothing-here`);
	await page.getByRole('button', { name: 'Look', exact: true }).click();
	await expect(page.getByText('There is no deck at this address (404).')).toBeVisible();
	host.files.set('feed.json', '<!doctype html><title>A page</title>');
	await page.getByLabel('From an address').fill(typedAddress(host));
	await page.getByRole('button', { name: 'Look', exact: true }).click();
	await expect(page.getByText('There is no deck at this address. Check it')).toBeVisible();
	expect(await cardsNow(page)).toHaveLength(0);

	await choose('bread.recite', whole);
	const offer = page.getByRole('region', { name: 'Bread' });
	await expect(offer).toContainText('Version 1.0.0 · Nobody · CC0-1.0 · 2 notes · 1 document');
	expect(await cardsNow(page)).toHaveLength(0);
	await offer.getByRole('button', { name: 'Put on my shelf' }).click();
	await expect(page).toHaveURL(/\/decks\/bread$/);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('This deck is not on your shelf')).toBeVisible();
});

test('corrections go from a student to the author and into the deck', async ({ site, profile: { page } }) => {
	test.setTimeout(120_000);
	const notes = plainNotes(3);
	const one = await edition(1, notes);
	const mine = { note: 'n-1', fields: { back: 'A better answer' } };
	await page.goto(`${site.url}/`);
	await chooseBackup(page, await subscriberBackup(one, null, mine));
	await page.getByRole('link', { name: 'Start studying' }).click();
	await nextShown(page);
	await page.getByRole('button', { name: 'More' }).click();
	await page.getByRole('button', { name: /^Flag with a note/ }).click();
	await page.getByRole('dialog').getByLabel('Note').fill('Is this so?');
	await page.getByRole('dialog').getByRole('button', { name: 'Flag', exact: true }).click();

	await page.goto(`${site.url}/decks/bread`);
	await page.getByRole('button', { name: 'Send corrections' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText(
		'1 card that you flagged, with your words, and 1 note that you have worded otherwise'
	);
	const file = await saved(page, () => dialog.getByRole('button', { name: 'Save the file' }).click());
	expect(file.name).toBe('bread-1.0.0.recite-corrections');

	await page.getByRole('button', { name: 'Edit in the Studio' }).click();
	await expect(page).toHaveURL(/\/studio\/[^/]+$/);
	await page.getByRole('link', { name: 'Open corrections' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Corrections' })).toBeVisible();
	const choose = (name: string, text: string) =>
		page
			.getByLabel('Corrections file')
			.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
	await choose('letter.txt', 'Dear author');
	await expect(page.getByRole('alert')).toContainText('This file holds no corrections.');
	const text = strFromU8(file.bytes);
	await choose('other.recite-corrections', text.replace('"deck":"bread"', '"deck":"cake"'));
	await expect(page.getByRole('alert')).toContainText('These corrections are about the deck “cake”');
	await choose(file.name, text);
	// What is open waits while the author is elsewhere, and the project says so.
	await page.getByRole('link', { name: 'Bread' }).click();
	await expect(page.getByText('2 corrections to look at.')).toBeVisible();
	await page.getByRole('link', { name: 'To the corrections' }).click();
	const flag = page.getByRole('article', { name: 'Flag' });
	await expect(flag).toContainText('“Is this so?”');
	await expect(flag.getByRole('blockquote')).toContainText('Bread rises.');
	const wording = page.getByRole('article', { name: 'Wording' });
	await expect(wording.locator('del')).toContainText('Answer 1');
	await expect(wording.locator('ins')).toContainText('A better answer');
	await wording.getByRole('button', { name: 'Take it over' }).click();
	await expect(wording).toContainText('Taken over');
	await wording.getByRole('button', { name: 'Undo' }).click();
	await expect(wording.getByRole('button', { name: 'Take it over' })).toBeVisible();
	await wording.getByRole('button', { name: 'Take it over' }).click();
	await flag.getByRole('button', { name: 'Dismiss' }).click();
	await expect(page.getByText('Everything is decided.')).toBeVisible();
	await page.getByRole('link', { name: 'Publish' }).click();
	await expect(page.getByText('Since version 1.0.0: 1 changed note.')).toBeVisible();
});

test.describe('for a screen reader', () => {
	test.use({ device: AXE_DEVICE });

	test('publishing and a newer version', async ({ site, profile: { page } }) => {
		test.setTimeout(300_000);
		const project = await acceptOnly(page, site, /flood last|mills built|barnacles|tide tables/i);
		await page.goto(`${project}/publish`);
		await expect(page.getByRole('button', { name: 'Put on my shelf' })).toBeEnabled();
		await page.getByText('How to put it there').click();
		await check(page, 'publishing');
		await page.getByRole('button', { name: 'Put on my shelf' }).click();
		await expect(page.getByRole('heading', { name: /is published$/ })).toBeVisible();
		await check(page, 'published');
		await page.goto(`${project}/regenerate?document=tides`);
		await expect(page.getByRole('button', { name: 'Choose the newer file' })).toBeEnabled();
		await check(page, 'choosing a newer version');
		await page.getByLabel('Newer version').setInputFiles(newerFile);
		await expect(page.getByRole('article').first()).toBeVisible();
		await check(page, 'what a newer version changes');
		await page.keyboard.press('e');
		await check(page, 'writing the new wording');
		await page.keyboard.press('Escape');
		await page.keyboard.press('q');
		await check(page, 'choosing the sentence');
	});

	test('a deck from outside, and corrections', async ({ site, host, profile: { page } }) => {
		test.setTimeout(300_000);
		await shelve(page, site, plainNotes(3));
		await publishAt(host, await edition(2, plainNotes(2)));
		await page.goto(`${site.url}/decks`);
		await page.getByLabel('From an address').fill(typedAddress(host));
		await page.getByRole('button', { name: 'Look', exact: true }).click();
		await expect(page.getByRole('region', { name: 'A newer “Bread”' })).toBeVisible();
		await check(page, 'a newer deck');
		await page.goto(`${site.url}/decks/bread`);
		await page.getByRole('button', { name: 'Edit in the Studio' }).click();
		await expect(page).toHaveURL(/\/studio\/[^/]+$/);
		await page.goto(`${page.url()}/corrections`);
		const corrections = {
			format: 'recite-corrections',
			version: 1,
			deck: 'bread',
			pack: '0'.repeat(64),
			deckVersion: '1.0.0',
			items: [
				{ is: 'flag', note: 'n-0', ordinal: 0, words: 'Odd' },
				{ is: 'edit', note: 'n-1', before: { back: 'Other' }, after: { back: 'Better' } }
			]
		};
		await page.getByLabel('Corrections file').setInputFiles({
			name: 'a.recite-corrections',
			mimeType: 'application/json',
			buffer: Buffer.from(JSON.stringify(corrections))
		});
		await expect(page.getByRole('article', { name: 'Wording' })).toBeVisible();
		await check(page, 'corrections');
	});
});

test('a version that has gone out keeps its number, though its publication is undone', async ({
	site,
	profile: { page }
}) => {
	const project = await acceptOnly(page, site, /flood last|mills built/i);
	await publishHere(page, project);
	await page.goto(project);
	await page.getByRole('button', { name: /^Undo/ }).click();
	await expect(page.getByText('Undone: Published version 1.0.0.')).toBeVisible();
	await page.goto(`${project}/publish`);
	const version = page.getByLabel('Version', { exact: true });
	await expect(version).toHaveValue('1.0.1');
	await expect(page.getByText('Version 1.0.0 has gone out, though its publication was undone here.')).toBeVisible();
	await version.fill('1.0.0');
	await expect(page.getByText('It must be later than 1.0.0')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Put on my shelf' })).toBeDisabled();
	await version.fill('1.0.1');
	await page.getByRole('button', { name: 'Put on my shelf' }).click();
	await expect(page.getByRole('heading', { name: 'Version 1.0.1 is published' })).toBeVisible();
	await expectWhole(page);
});
