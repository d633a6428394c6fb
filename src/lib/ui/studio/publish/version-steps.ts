import { compareVersions } from '../../../domain/version';

/** A version that might come next, with what it says to students. */
export interface VersionStep {
	readonly version: string;
	readonly says: string;
}

/** The versions that might follow the one given out last; the first one alone for a deck that was never published. */
export function versionSteps(version: string): readonly VersionStep[] {
	const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
	if (major === 0 && minor === 0 && patch === 0) return [{ version: '1.0.0', says: 'the first' }];
	return [
		{ version: `${major}.${minor}.${patch + 1}`, says: 'mended' },
		{ version: `${major}.${minor + 1}.0`, says: 'other or more notes' },
		{ version: `${major + 1}.0.0`, says: 'a new edition' }
	];
}

/** What is wrong with a version that was typed; null if nothing is. */
export function versionProblem(wanted: string, given: string): string | null {
	if (!/^\d{1,9}\.\d{1,9}\.\d{1,9}$/.test(wanted)) return 'Write three numbers with points between, such as 1.2.0.';
	return compareVersions(wanted, given) > 0 ? null : `It must be later than ${given}, published last.`;
}
