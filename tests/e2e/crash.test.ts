import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { CardId } from '../../src/lib/domain/ids';
import { seededFraction } from '../../src/lib/domain/seeded';
import { expectWhole } from './support/database';
import { openProfile } from './support/profile';
import { plainNotes, shelve } from './support/shelf';
import { gradeButton, nextShown, question } from './support/study';
import { expect, test } from './support/test';

/** Grades in fifty sittings of at most a few cards each, all of which end with the browser's process killed. */
const KILLS = 50;
/** In as many profiles, so that they run side by side. */
const PROFILES = 2;
const SEED = process.env.RECITE_SEED ?? String(Date.now());

interface Graded {
	readonly card: CardId;
	readonly rating: number;
}

const cardOf = (question: string): CardId => `bread:n-${/\d+/.exec(question)?.[0] ?? '?'}#0` as CardId;

/**
 * Grades card after card until the browser is gone. `confirmed` holds the grades whose next card has shown, `tried` the
 * one that was on its way.
 */
async function gradeUntilKilled(
	page: Page,
	chance: () => number,
	ongrade: (count: number) => void,
	confirmed: Graded[]
): Promise<Graded | null> {
	let tried: Graded | null = null;
	try {
		for (let count = 1; ; count++) {
			const card = cardOf(await question(page));
			await page.keyboard.press('Space');
			await expect(gradeButton(page, 3)).toBeVisible();
			const graded = { card, rating: 1 + Math.floor(chance() * 4) };
			tried = graded;
			ongrade(count);
			await page.keyboard.press(String(graded.rating));
			await nextShown(page);
			confirmed.push(graded);
			tried = null;
		}
	} catch (error) {
		if (!page.isClosed() && page.context().pages().includes(page)) throw error;
		return tried;
	}
}

// What is lost once is lost: no second try.
test.describe.configure({ retries: 0 });

for (let part = 1; part <= PROFILES; part++) {
	test(`killed at random moments, nothing is lost or left half done (${part} of ${PROFILES})`, async ({ site }) => {
		test.setTimeout(600_000);
		const seed = `${SEED}/${part}`;
		test.info().annotations.push({ type: 'seed', description: SEED });
		let drawn = 0;
		const chance = (): number => seededFraction(`${seed}/${drawn++}`);
		const folder = await mkdtemp(join(tmpdir(), 'recite-crash-'));
		let expected: Graded[] = [];
		let caught = 0;

		let profile = await openProfile({ folder });
		await shelve(profile.page, site, plainNotes(400));
		for (let round = 0; round <= KILLS / PROFILES; round++) {
			const { page } = profile;
			await page.goto(`${site.url}/study`);
			await nextShown(page);
			const where = `RECITE_SEED=${SEED}, restart ${round}`;
			const log = await expectWhole(page);
			const held = log.flatMap((event) =>
				event.kind === 'review' ? [{ card: event.card, rating: event.rating }] : []
			);
			// The grade that was on its way may be there or not; whoever was killed with it cannot tell.
			expect(held.slice(0, expected.length), where).toEqual(expected);
			expect(held.length - expected.length, where).toBeLessThanOrEqual(caught);
			expected = held;
			if (round === KILLS / PROFILES) break;

			const lastGrade = 1 + Math.floor(chance() * 4);
			const delay = chance() * 40;
			const confirmed: Graded[] = [];
			let studying: Promise<Graded | null> | undefined;
			await new Promise<void>((strike) => {
				const ongrade = (count: number) => count === lastGrade && strike();
				studying = gradeUntilKilled(page, chance, ongrade, confirmed);
				void studying.finally(strike);
			});
			await sleep(delay);
			await profile.kill();
			caught = (await studying) === null ? 0 : 1;
			expected = [...expected, ...confirmed];
			profile = await openProfile({ folder });
		}
		expect(expected.length).toBeGreaterThan(KILLS / PROFILES);
		expect(profile.watch.errors).toEqual([]);
		await profile.close();
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	});
}
