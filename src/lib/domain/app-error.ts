/**
 * What is thrown when something other than a person's input is wrong. `code` is for programs and stays the same;
 * `message` is for people and says what to do.
 */
export class AppError extends Error {
	readonly code: string;

	constructor(code: string, message: string, options?: { cause?: unknown }) {
		super(message, options);
		this.name = 'AppError';
		this.code = code;
	}
}
