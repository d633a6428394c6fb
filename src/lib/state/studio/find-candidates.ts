import { canonicalJson } from '../../deck-format/canonical-json';
import type { Edition, Proposals, ReadingOptions } from '../../authoring/project';
import { judgeBlocks } from '../../generation/content/blocks';
import { generate, type Generated } from '../../generation/generate';

/** A text whose candidates are wanted anew. */
export interface TextToRead {
	readonly edition: Edition;
	readonly options: ReadingOptions;
}

export interface WorkProgress {
	readonly stage: 'reading' | 'finding';
	/** Of both stages together, 0 to 1. */
	readonly share: number;
}
export type OnProgress = (progress: WorkProgress) => void;

/** How much of the work is reading; the rest is finding candidates. */
export const READING = 0.4;

/** How much further the work must be before it is told again, because each telling is the page's time. */
const STEP = 0.005;

/** The candidates of an edition under some options. The same text and options give the same candidates. */
export function findCandidates(
	{ edition, options }: TextToRead,
	onprogress: OnProgress = () => {}
): { generated: Generated; proposals: Proposals } {
	const { document, canonical } = edition;
	let told = 0;
	const generated = generate(document, canonical, {
		...inForce(edition, options),
		onprogress: (done, total) => {
			const share = READING + ((1 - READING) * done) / Math.max(1, total);
			if (share < told + STEP && done < total) return;
			told = share;
			onprogress({ stage: 'finding', share });
		}
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
