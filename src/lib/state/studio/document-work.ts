import { AppError } from '../../domain/app-error';
import type { Evidence } from '../../domain/pack';
import { sha256Hex } from '../../deck-format/pack-id';
import { carriedCandidates, inText } from '../../authoring/carried-candidates';
import { carriedOptions } from '../../authoring/carried-options';
import { editionOfText } from '../../authoring/editions';
import { freshId } from '../../authoring/note-draft';
import type { Edition, ProjectState, ProposedNote, Proposals } from '../../authoring/project';
import { planRegeneration, type Plan } from '../../authoring/regenerate';
import { judgeBlocks } from '../../generation/content/blocks';
import { checkSize } from '../../generation/input/limits';
import { readInput } from '../../generation/input/read-input';
import type { Judged } from '../../generation/model/judge';
import type { Batch } from '../../generation/model/batches';
import type { ModelMaterial } from '../../generation/model/material';
import type { Profile } from '../../generation/profile';
import { findCandidates, READING, type OnProgress, type TextToRead } from './find-candidates';
import { expectSecure } from './secure';

/** What a document can be made from: a file, or what was pasted. */
export type ImportSource =
	| { readonly is: 'file'; readonly file: File }
	| { readonly is: 'text'; readonly text: string; readonly name?: string }
	| { readonly is: 'html'; readonly html: string; readonly name?: string };

/** A file to be read, as it is handed to the worker. */
export interface FileToRead {
	readonly blob: Blob;
	/** Its ending tells the format. */
	readonly name: string;
	/** Ids that other documents of the project have. */
	readonly taken: readonly string[];
}

/** A newer file of a document that is in the deck. */
export interface NewerFile {
	readonly blob: Blob;
	readonly name: string;
	readonly state: ProjectState;
	/** The edition in force, and what was proposed from it. */
	readonly before: Edition;
	readonly candidates: readonly ProposedNote[];
}

/** What a language model wrote, to be held to the text. */
export interface AnswerToJudge {
	readonly written: string;
	readonly batch: Batch;
	readonly material: ModelMaterial;
	/** Name of the model. */
	readonly model: string;
}

export type DocumentTask =
	| ({ readonly is: 'file' } & FileToRead)
	| ({ readonly is: 'newer' } & NewerFile)
	| ({ readonly is: 'text' } & TextToRead)
	| ({ readonly is: 'answer' } & AnswerToJudge);

export interface NewEdition {
	readonly edition: Edition;
	readonly proposals: Proposals;
	readonly plan: Plan;
}

export interface ReadDocument {
	readonly edition: Edition;
	readonly proposals: Proposals;
	readonly title: string;
	readonly evidence: readonly Evidence[];
	/** What the document expands, letters to words. */
	readonly acronyms: Readonly<Record<string, string>>;
}

/**
 * A file as an edition with its candidates. Runs in a worker; `document.worker.ts` is the door to it.
 * @throws AppError with what is wrong with the file
 */
export async function readDocument({ blob, name, taken }: FileToRead, onprogress: OnProgress): Promise<ReadDocument> {
	const document = freshId(name.replace(/\.[^.]*$/, ''), 'document', (id) => taken.includes(id));
	const edition = await readEdition(blob, name, document, onprogress);
	const { generated, proposals } = findCandidates({ edition, options: {} }, onprogress);
	const { title, acronyms, profile } = generated;
	return {
		edition,
		proposals,
		acronyms,
		evidence: [EVIDENCE[profile]],
		title: edition.canonical.title ?? (title === document ? titled(name) : title)
	};
}

/**
 * A newer file of a document, with its candidates and what would become of the notes.
 * @throws AppError `document-unchanged`, or with what is wrong with the file
 */
export async function readNewEdition(
	{ blob, name, state, before, candidates }: NewerFile,
	onprogress: OnProgress
): Promise<NewEdition> {
	const edition = await readEdition(blob, name, before.document, onprogress);
	const document = state.documents.get(before.document);
	if (document === undefined) throw new AppError('document-missing', 'This document is not there any more.');
	if (edition.canonical.text === before.canonical.text) {
		throw new AppError(
			'document-unchanged',
			`${name} says the same, word for word, as “${document.title}” does already.`
		);
	}
	const options = carriedOptions(state, document, before, edition);
	const found = findCandidates({ edition, options }, onprogress).proposals;
	const bought = carriedCandidates(candidates, before.canonical, edition.canonical);
	const proposals = { ...found, candidates: inText([...found.candidates, ...bought]) };
	const plan = planRegeneration({
		state,
		document: document.id,
		before: { canonical: before.canonical, candidates },
		after: { edition: edition.id, canonical: edition.canonical, options, candidates: proposals.candidates }
	});
	return { edition, proposals, plan };
}

/** What of a model's answer can be taken. */
export async function judged({ written, batch, material, model }: AnswerToJudge): Promise<Judged> {
	const { judgeAnswer } = await import('../../generation/model/judge');
	return judgeAnswer(written, batch, material, model);
}

async function readEdition(blob: Blob, name: string, document: string, onprogress: OnProgress): Promise<Edition> {
	expectSecure('Documents cannot be read');
	// Before its bytes are taken into memory.
	checkSize(name, blob.size);
	onprogress({ stage: 'reading', share: 0 });
	const bytes = new Uint8Array(await blob.arrayBuffer());
	const sha256 = await sha256Hex(bytes);
	const canonical = await readInput(name, bytes, {
		onprogress: (share) => onprogress({ stage: 'reading', share: READING * share })
	});
	onprogress({ stage: 'finding', share: READING });
	return editionOfText({
		document,
		file: { name, type: blob.type, bytes: blob.size, sha256, stored: true },
		canonical,
		drops: judgeBlocks(canonical).map(({ drop }) => drop)
	});
}

const EVIDENCE: Readonly<Record<Profile, Evidence>> = {
	prose: 'web-page',
	abstract: 'abstract',
	label: 'label',
	textbook: 'textbook'
};

/** A file's name as words. */
const titled = (name: string): string =>
	name
		.replace(/\.[^.]*$/, '')
		.replace(/[_\s]+/g, ' ')
		.trim() || name;
