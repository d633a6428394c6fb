import { AppError } from '../domain/app-error';
import type { PackId } from '../domain/ids';
import { compareVersions } from '../domain/version';
import type { ProjectDeck } from './project';

/**
 * The versions of a deck that have gone out, or were about to, each with the pack that bore it; null where only the number
 * is known. Undoing a publication does not call back what students hold, so a number stays with its content for ever.
 */
export type TakenVersions = Readonly<Record<string, PackId | null>>;

type Deck = Pick<ProjectDeck, 'version'>;

/** The latest version that has gone out: the one in force, or a later one whose publication was undone. */
export function lastGiven({ version }: Deck, taken: TakenVersions = {}): string {
	return Object.keys(taken).reduce((last, each) => (compareVersions(each, last) > 0 ? each : last), version);
}

/**
 * The version that comes next: 1.0.0 for the first, else the middle number one more. After a publication that was undone
 * the last number one more, because the same is being published again, mended.
 */
export function nextVersion(deck: Deck, taken: TakenVersions = {}): string {
	const given = lastGiven(deck, taken);
	const [major = 0, minor = 0, patch = 0] = given.split('.').map(Number);
	if (compareVersions(given, '0.0.0') === 0) return '1.0.0';
	return compareVersions(given, deck.version) > 0 ? `${major}.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`;
}

/** @throws AppError `version-unsuitable` for one that is no version, or not after the one in force */
export function expectLater(deck: Deck, wanted: string): void {
	if (/^\d+\.\d+\.\d+$/.test(wanted) && compareVersions(wanted, deck.version) > 0) return;
	const message = `The version must be three numbers with points between, and later than ${deck.version}: ${nextVersion(deck)} for example.`;
	throw new AppError('version-unsuitable', message);
}

/**
 * A version may go out if it is later than all that did, or did so with this very content.
 * @throws AppError `version-taken`
 */
export function expectFree(deck: Deck, taken: TakenVersions, wanted: string, pack: PackId): void {
	if (taken[wanted] === pack || compareVersions(wanted, lastGiven({ version: '0.0.0' }, taken)) > 0) return;
	const message =
		wanted in taken
			? `Version ${wanted} of this deck has gone out with other content, and students may hold it. Publish this as ${nextVersion(deck, taken)}.`
			: `Version ${lastGiven(deck, taken)} of this deck has gone out already, and ${wanted} is older. Publish this as ${nextVersion(deck, taken)}.`;
	throw new AppError('version-taken', message);
}
