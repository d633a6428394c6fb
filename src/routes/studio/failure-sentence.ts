import { AppError } from '$lib/domain/app-error';
import { failureOf } from '$lib/storage/failure';
import { FAILURE_TEXT } from '$lib/storage/failure-text';

/** What went wrong with a write, in words: of the error where they are meant for people, else of the kind of failure. */
export function failureSentence(error: unknown): string {
	if (error instanceof AppError) return error.message;
	const { title, advice } = FAILURE_TEXT[failureOf(error)];
	return `${title}. ${advice}`;
}
