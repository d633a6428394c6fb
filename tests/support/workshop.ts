import { problemsOf } from '../../src/lib/authoring/problems';
import { AppError } from '../../src/lib/domain/app-error';
import { judged, readDocument, readNewEdition } from '../../src/lib/state/studio/document-work';
import { findCandidates } from '../../src/lib/state/studio/find-candidates';
import type { Workshop } from '../../src/lib/state/studio/workshop';

/** What the workers do, done here: Node has none of the browser's kind. */
export const HERE: Workshop = {
	read: async (blob, name, taken, { onprogress, signal }) => {
		const read = await readDocument({ blob, name, taken }, onprogress);
		if (signal.aborted) throw new AppError('cancelled', 'Cancelled. Nothing has changed.');
		return read;
	},
	readNewer: async (file, { onprogress, signal }) => {
		const read = await readNewEdition(file, onprogress);
		if (signal.aborted) throw new AppError('cancelled', 'Cancelled. Nothing has changed.');
		return read;
	},
	find: async (text, { onprogress, signal }) => {
		await Promise.resolve();
		if (signal.aborted) throw new AppError('cancelled', 'Cancelled. Nothing has changed.');
		return findCandidates(text, onprogress).proposals;
	},
	judge: judged,
	check: async (state, editions) => problemsOf(state, editions)
};
