import { AppError } from '../../domain/app-error';

/**
 * To be called before work that names things by their hash: over plain http browsers lend no Web Crypto for it.
 * @param refused what cannot be done: “Decks cannot be published”
 * @throws AppError `insecure`
 */
export function expectSecure(refused: string): void {
	if (globalThis.crypto?.subtle !== undefined) return;
	throw new AppError(
		'insecure',
		`${refused} here, because Recite was opened over plain http. Open it at an address that begins with https://.`
	);
}
