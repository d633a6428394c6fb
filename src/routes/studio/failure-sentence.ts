import { AppError } from '$lib/domain/app-error';
import { failureOf, type Failure } from '$lib/storage/failure';
import { FAILURE_TEXT } from '$lib/storage/failure-text';

/** What to do where a change of a project was not written: a button for it is there in forms alone. */
const ADVICE: Partial<Record<Failure, string>> = {
	quota: 'Nothing was changed. Free some space on the device, and do it once more.',
	'connection-lost':
		'The browser closed it, most often because the page was in the background. Nothing was changed: do it once more.',
	unknown: 'Nothing was changed. Do it once more; if it happens again, save a backup in Settings and reload.'
};

/** What went wrong with a write, in words: of the error where they are meant for people, else of the kind of failure. */
export function failureSentence(error: unknown): string {
	if (error instanceof AppError) return error.message;
	const failure = failureOf(error);
	const { title, advice } = FAILURE_TEXT[failure];
	return `${title}. ${ADVICE[failure] ?? advice}`;
}
