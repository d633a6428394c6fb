import type { ProjectProblems } from '../../authoring/problems';
import type { Edition, ProjectState, Proposals } from '../../authoring/project';
import { AppError } from '../../domain/app-error';
import { KeptWorker } from '../kept-worker';
import { runWorker } from '../run-worker';
import type { Judged } from '../../generation/model/judge';
import type { AnswerToJudge, DocumentTask, ImportSource, NewEdition, NewerFile, ReadDocument } from './document-work';
import type { TextToRead, WorkProgress } from './find-candidates';
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

/** Grammar and vocabulary are long in loading, so that files read one after another share a worker. */
const documents = new KeptWorker(documentUrl);

/** Beyond so many bytes a document leaves more memory behind than a fresh worker costs. */
const HEAVY = 1_000_000;

/** The workshop of the app: workers do all of it. */
export const WORKERS: Workshop = {
	read: async (blob, name, taken, run) =>
		inDocuments<ReadDocument>({ is: 'file', blob, name, taken }, run, blob.size > HEAVY),
	readNewer: async (file, run) => inDocuments<NewEdition>({ is: 'newer', ...file }, run, file.blob.size > HEAVY),
	find: async (text, run) =>
		inDocuments<Proposals>({ is: 'text', ...text }, run, text.edition.canonical.text.length > HEAVY),
	judge: async (answer, signal) =>
		inDocuments<Judged>({ is: 'answer', ...answer }, { onprogress: () => undefined, signal }),
	check: async (state, editions, signal) => {
		const input = { state, editions };
		return runWorker<ProjectProblems>(problemsUrl, { input, onprogress: () => undefined, signal });
	}
};

const inDocuments = <Result>(input: DocumentTask, { onprogress, signal }: Run, isHeavy = false): Promise<Result> =>
	documents.run<Result, WorkProgress>({ input, onprogress, signal, isHeavy });

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
