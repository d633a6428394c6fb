/** What the library calls the failures of its own. */
const OWN =
	/^(XRefEntry|XRefParse|ParserEOF|MissingData|InvalidPDF|UnknownError|Format|AbortException|ResponseException)/;

const isOwn = (reason: unknown): boolean => reason instanceof Error && OWN.test(reason.name);

/**
 * Does work with the library. It fetches pages ahead and forgets the fetches that fail; they fail again when the page is
 * read, and are told then. Node would end the program for what was forgotten.
 */
export async function withoutStrays<T>(work: () => Promise<T>): Promise<T> {
	const inNode = (reason: unknown): void => {
		if (!isOwn(reason)) throw reason;
	};
	const inBrowser = (event: PromiseRejectionEvent): void => {
		if (isOwn(event.reason)) event.preventDefault();
	};
	const isNode = typeof process !== 'undefined' && typeof process.on === 'function';
	if (isNode) process.on('unhandledRejection', inNode);
	else globalThis.addEventListener('unhandledrejection', inBrowser);
	try {
		return await work();
	} finally {
		// They come up once everything that waits has run.
		await new Promise((resolve) => setTimeout(resolve, 0));
		if (isNode) process.off('unhandledRejection', inNode);
		else globalThis.removeEventListener('unhandledrejection', inBrowser);
	}
}
