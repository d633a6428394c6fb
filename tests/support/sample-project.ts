import { editionOfText } from '../../src/lib/authoring/editions';
import { newDocument } from '../../src/lib/authoring/imported';
import { emptyProject } from '../../src/lib/authoring/new-project';
import type { Edition, ProjectState, Proposals } from '../../src/lib/authoring/project';
import { canonicalJson } from '../../src/lib/deck-format/canonical-json';
import { canonicalDocument } from '../../src/lib/generation/canonical';
import { generate } from '../../src/lib/generation/generate';
import { readPlainText } from '../../src/lib/generation/input/plain-text';

/** Written for these tests; free to use. */
export const TEXT = `How bread rises

Bread rises because yeast makes carbon dioxide in the dough. Gluten is a protein that holds the gas inside the dough. The first rise takes one to two hours at room temperature.

Salt slows the yeast down. Sugar, honey and malt feed the yeast.

Baking

The crust browns above 140 degrees. Steam in the oven delays the crust for ten minutes.`;

export interface SampleProject {
	readonly state: ProjectState;
	readonly edition: Edition;
	readonly proposals: Proposals;
}

/** A project with one document, read and with its candidates found, and no note yet. */
export async function sampleProject(text: string = TEXT, document = 'bread'): Promise<SampleProject> {
	const canonical = canonicalDocument(readPlainText(text));
	const edition = await editionOfText({
		document,
		file: { name: `${document}.txt`, type: 'text/plain', bytes: text.length, sha256: '1'.repeat(64), stored: true },
		canonical,
		drops: canonical.blocks.map(() => null)
	});
	const generated = generate(document, canonical);
	const { profile, candidates } = generated;
	const proposals = { document, edition: edition.id, options: canonicalJson({}), profile, candidates };
	const state = emptyProject('Bread');
	const added = newDocument(edition, 'How bread rises', ['textbook']);
	return { state: { ...state, documents: new Map([[document, added]]) }, edition, proposals };
}
