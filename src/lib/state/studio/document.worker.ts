import '../no-network';
import { AppError } from '../../domain/app-error';
import { answer } from '../worker-messages';
import { findCandidates, type WorkProgress } from './find-candidates';
import type { DocumentTask, NewEdition, ReadDocument } from './document-work';
import type { Proposals } from '../../authoring/project';
import type { Judged } from '../../generation/model/judge';

type Result = ReadDocument | NewEdition | Proposals | Judged;

/**
 * Told a file, reads it and finds its candidates; told a text, finds its candidates; told what a model wrote, judges it.
 * One worker for the three, because each would bring the whole grammar with it, which is in this file. Whatever else a
 * piece of work needs is loaded for it: reading, regenerating, judging.
 */
onmessage = ({ data }: MessageEvent<DocumentTask>) =>
	answer<Result, WorkProgress>('unreadable', (onprogress) => done(data, onprogress).catch(inWords));

async function done(task: DocumentTask, onprogress: (progress: WorkProgress) => void): Promise<Result> {
	if (task.is === 'text') return findCandidates(task, onprogress).proposals;
	const { judged, readDocument, readNewEdition } = await import('./document-work');
	if (task.is === 'file') return readDocument(task, onprogress);
	if (task.is === 'newer') return readNewEdition(task, onprogress);
	return judged(task);
}

/** Whatever else goes wrong with a file is said in words that help. */
function inWords(cause: unknown): never {
	if (cause instanceof AppError) throw cause;
	const message = 'This document could not be read. Save it again in its own program, or as plain text, and try that.';
	throw new AppError('unreadable', message, { cause });
}
