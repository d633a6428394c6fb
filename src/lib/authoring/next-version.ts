import { AppError } from '../domain/app-error';
import { compareVersions } from '../domain/version';
import type { ProjectDeck } from './project';

/** The version after the one published last, the middle number one more; 1.0.0 for the first. */
export function nextVersion({ version }: Pick<ProjectDeck, 'version'>): string {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major === 0 && minor === 0 ? '1.0.0' : `${major}.${minor + 1}.0`;
}

/** @throws AppError `version-unsuitable` for one that is no version, or not after the one published last */
export function expectLater({ version }: Pick<ProjectDeck, 'version'>, wanted: string): void {
	if (/^\d+\.\d+\.\d+$/.test(wanted) && compareVersions(wanted, version) > 0) return;
	const message = `The version must be three numbers with points between, and later than ${version}: ${nextVersion({ version })} for example.`;
	throw new AppError('version-unsuitable', message);
}
