import { AppError } from '../../domain/app-error';
import type { Evidence } from '../../domain/pack';
import { canonicalJson } from '../../deck-format/canonical-json';
import { sha256Hex } from '../../deck-format/pack-id';
import { editionOfText } from '../../authoring/editions';
import { freshId } from '../../authoring/note-draft';
import type { Edition, Proposals, ReadingOptions } from '../../authoring/project';
import { judgeBlocks } from '../../generation/content/blocks';
import { generate, type Generated } from '../../generation/generate';
import { readInput } from '../../generation/input/read-input';
import type { Profile } from '../../generation/profile';

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

/** A text whose candidates are wanted anew. */
export interface TextToRead {
	readonly edition: Edition;
	readonly options: ReadingOptions;
}

export type DocumentTask = ({ readonly is: 'file' } & FileToRead) | ({ readonly is: 'text' } & TextToRead);

export interface ReadDocument {
	readonly edition: Edition;
	readonly proposals: Proposals;
	readonly title: string;
	readonly evidence: readonly Evidence[];
	/** What the document expands, letters to words. */
	readonly acronyms: Readonly<Record<string, string>>;
}

export interface WorkProgress {
	readonly stage: 'reading' | 'finding';
	/** Of both stages together, 0 to 1. */
	readonly share: number;
}
type OnProgress = (progress: WorkProgress) => void;

/**
 * A file as an edition with its candidates. Runs in a worker; `document.worker.ts` is no more than the door to it.
 * @throws AppError with what is wrong with the file
 */
export async function readDocument({ blob, name, taken }: FileToRead, onprogress: OnProgress): Promise<ReadDocument> {
	if (globalThis.crypto?.subtle === undefined) {
		throw new AppError('insecure', 'Documents can be read only where Recite is opened over https. Open it there.');
	}
	onprogress({ stage: 'reading', share: 0 });
	const bytes = new Uint8Array(await blob.arrayBuffer());
	const sha256 = await sha256Hex(bytes);
	const canonical = await readInput(name, bytes);
	const document = freshId(name.replace(/\.[^.]*$/, ''), 'document', (id) => taken.includes(id));
	const edition = await editionOfText({
		document,
		file: { name, type: blob.type, bytes: blob.size, sha256, stored: true },
		canonical,
		drops: judgeBlocks(canonical).map(({ drop }) => drop)
	});
	onprogress({ stage: 'finding', share: 0.4 });
	const { generated, proposals } = findCandidates({ edition, options: {} }, onprogress);
	const { title, acronyms, profile } = generated;
	onprogress({ stage: 'finding', share: 1 });
	return {
		edition,
		proposals,
		acronyms,
		evidence: [EVIDENCE[profile]],
		title: title === document ? titled(name) : title
	};
}

/** The candidates of an edition under some options. The same text and options give the same candidates. */
export function findCandidates(
	{ edition, options }: TextToRead,
	onprogress: OnProgress = () => {}
): { generated: Generated; proposals: Proposals } {
	const { document, canonical } = edition;
	const generated = generate(document, canonical, {
		...inForce(edition, options),
		onprogress: (done, total) => onprogress({ stage: 'finding', share: 0.4 + (0.6 * done) / Math.max(1, total) })
	});
	const { profile, candidates } = generated;
	return {
		generated,
		proposals: { document, edition: edition.id, options: canonicalJson(options), profile, candidates }
	};
}

/** The rules may have changed since the text was read; what counts is how its blocks were judged then. */
function inForce({ canonical, drops }: Edition, options: ReadingOptions): ReadingOptions {
	const restored = new Set(options.restored);
	const struck = new Set(options.struck);
	const now = judgeBlocks(canonical);
	for (const [i, drop] of drops.entries()) {
		if (drop === null && now[i]?.drop !== null && !struck.has(i)) restored.add(i);
		if (drop !== null && now[i]?.drop === null && !restored.has(i)) struck.add(i);
	}
	return { ...options, restored: [...restored], struck: [...struck] };
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
