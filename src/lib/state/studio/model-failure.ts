import { AppError } from '../../domain/app-error';
import type { OutsideResponse } from '../outside/request';
import { saidBy } from './model-protocol';

/**
 * What an answer's status means for the person, in plain words. The key is taken out of what the server says, should it
 * repeat it.
 */
export function statusFailure(response: OutsideResponse, model: string, key: string): AppError {
	const { status } = response;
	const words = saidBy(response);
	const own = key === '' ? words : words.replaceAll(key, '…');
	const said = own === '' ? '' : ` It says: “${own}”`;
	if (status === 401 || status === 403) {
		const reason = key === '' ? 'It wants a key.' : 'It does not accept this key.';
		return new AppError('model-key', `The server refused the request. ${reason}${said}`);
	}
	if (status === 404) {
		return new AppError('model-missing', `The server knows no model “${model}”, or nothing is at this address.${said}`);
	}
	if (status === 402) return new AppError('model-quota', `The server wants to be paid first.${said}`);
	if (status === 429) {
		return new AppError('model-busy', `The server takes no more requests for now, or a quota is used up.${said}`);
	}
	if (status === 413) return new AppError('model-refused', `The text is too long for this server.${said}`);
	if (status >= 500)
		return new AppError('model-down', `The server has trouble of its own (${status}). Try later.${said}`);
	return new AppError('model-refused', `The server refused the request (${status}).${said}`);
}

/** Worth another try after a while, without anybody doing anything. */
export const passes = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/** Which failures will come again with every request, so that asking on is pointless. */
export const endsRun = (code: string): boolean =>
	/^(?:outside-(?:address|header|unreachable|redirected)|model-(?:address|key|missing|quota|busy|refused|down))$/.test(
		code
	);
