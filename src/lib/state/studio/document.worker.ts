import { answer } from '../worker-messages';
import { findCandidates, readDocument, type DocumentTask, type ReadDocument, type WorkProgress } from './document-work';
import type { Proposals } from '../../authoring/project';

/** Told a file, reads it and finds its candidates; told a text, finds its candidates. */
onmessage = ({ data }: MessageEvent<DocumentTask>) =>
	answer<ReadDocument | Proposals, WorkProgress>('unreadable', async (onprogress) =>
		data.is === 'file' ? readDocument(data, onprogress) : findCandidates(data, onprogress).proposals
	);
