import type { ProjectProblems } from '../../authoring/problems';
import type { Edition, ProjectState, Proposals } from '../../authoring/project';
import { AppError } from '../../domain/app-error';
import { runWorker } from '../run-worker';
import type { Judged } from '../../generation/model/judge';
import type {
	AnswerToJudge,
	DocumentTask,
	ImportSource,
	NewEdition,
	NewerFile,
	ReadDocument,
	TextToRead,
	WorkProgress
} from './document-work';
import documentUrl from './document.worker.ts?worker&url';
import problemsUrl from './problems.worker.ts?worker&url';

/** Work too long for the page: done by workers, to be stopped by a signal. */
export interface Workshop {
	/** @throws AppError `cancelled`, or what is wrong with the file */
	read(blob: Blob, name: string, taken: readonly string[], run: Run): Promise<ReadDocument>;
	/** @throws AppError `cancelled`, `document-unchanged`, or what is wrong with the file */
	readNewer(file: NewerFile, run: Run): Promise<NewEdition>;
	/** @throws AppError `cancelled` */
	find(text: TextToRead, run: Run): Promise<Proposals>;
	/** What of a language model's answer can be taken. @throws AppError `cancelled` */
	judge(answer: AnswerToJudge, signal: AbortSignal): Promise<Judged>;
	/** @throws AppError `cancelled` */
	check(state: ProjectState, editions: ReadonlyMap<string, Edition>, signal: AbortSignal): Promise<ProjectProblems>;
}

export interface Run {
	readonly onprogress: (progress: WorkProgress) => void;
	readonly signal: AbortSignal;
}

/** The workshop of the app: a worker for each piece of work. */
export const WORKERS: Workshop = {
	read: async (blob, name, taken, { onprogress, signal }) => {
		const input: DocumentTask = { is: 'file', blob, name, taken };
		return runWorker<ReadDocument, WorkProgress>(documentUrl, { input, onprogress, signal });
	},
	readNewer: async (file, { onprogress, signal }) => {
		const input: DocumentTask = { is: 'newer', ...file };
		return runWorker<NewEdition, WorkProgress>(documentUrl, { input, onprogress, signal });
	},
	find: async (text, { onprogress, signal }) => {
		const input: DocumentTask = { is: 'text', ...text };
		return runWorker<Proposals, WorkProgress>(documentUrl, { input, onprogress, signal });
	},
	judge: async (answer, signal) => {
		const input: DocumentTask = { is: 'answer', ...answer };
		return runWorker<Judged>(documentUrl, { input, onprogress: () => undefined, signal });
	},
	check: async (state, editions, signal) => {
		const input = { state, editions };
		return runWorker<ProjectProblems>(problemsUrl, { input, onprogress: () => undefined, signal });
	}
};

/** What was chosen, dropped or pasted, as a file with a name. */
export function fileOf(source: ImportSource): { readonly blob: Blob; readonly name: string } {
	if (source.is === 'file') return { blob: source.file, name: source.file.name };
	const isHtml = source.is === 'html';
	const words = isHtml ? source.html : source.text;
	if (words.trim() === '') throw new AppError('empty', 'There is nothing to read. Paste some text first.');
	const name = source.name?.trim() || 'Pasted text';
	const type = isHtml ? 'text/html' : 'text/plain';
	return { blob: new Blob([words], { type }), name: `${name}.${isHtml ? 'html' : 'txt'}` };
}
