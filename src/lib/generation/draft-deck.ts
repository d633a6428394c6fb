import type { Note } from '../domain/note';
import type { Generated } from './generate';
import type { Profile } from './profile';
import type { Evidence } from '../domain/pack';

const EVIDENCE: Readonly<Record<Profile, Evidence>> = {
	prose: 'web-page',
	abstract: 'abstract',
	label: 'label',
	textbook: 'textbook'
};

/**
 * The candidates as the files of a deck folder (path to content), for an author to go through. The document's text is
 * its kept sentences; one that stands there twice is written once, so that every quote is found at one place.
 * @param sha256 of the original file, in hexadecimal
 */
export function draftDeck(generated: Generated, sha256: string): Map<string, string> {
	const { document, title, candidates, acronyms } = generated;
	const files = new Map<string, string>();
	files.set(
		'deck.yaml',
		[
			`id: ${document}`,
			`title: ${quoted(title)}`,
			'version: 0.1.0',
			`description: ${quoted(`Proposed from “${title}”. To be gone through before it is used.`)}`,
			'authors: [Draft]',
			'licence: Unknown',
			'language: en',
			'topics:',
			`  - { id: draft, title: ${quoted(title)}, description: Candidates in the order of the text, colour: slate }`,
			...(Object.keys(acronyms).length === 0
				? []
				: [
						'acronyms:',
						...Object.entries(acronyms).map(([letters, meaning]) => `  ${quoted(letters)}: ${quoted(meaning)}`)
					]),
			''
		].join('\n')
	);
	files.set(`documents/${document}.md`, documentFile(generated, sha256));
	const notes = candidates.map(({ note }) => noteLines(note).join('\n'));
	files.set('draft.yaml', notes.length === 0 ? '[]\n' : `${notes.join('\n\n')}\n`);
	return files;
}

function documentFile({ title, profile, text, blocks, statements }: Generated, sha256: string): string {
	const lines = [
		'---',
		`title: ${quoted(title)}`,
		'publisher: Unknown',
		'published: undated',
		`evidence: [${EVIDENCE[profile]}]`,
		'limits: A draft made by rules from the text as it stands; not yet read by anyone.',
		`sha256: ${sha256}`,
		'---'
	];
	const written = new Set<string>();
	for (const [index, block] of blocks.entries()) {
		if (block.drop !== null) continue;
		if (block.kind === 'heading') {
			lines.push('', `## ${text.slice(block.start, block.end)}`);
			continue;
		}
		const own = statements
			.filter((statement) => statement.block === index)
			.map(({ start, end }) => text.slice(start, end));
		const fresh = own.filter((sentence) => !written.has(sentence));
		for (const sentence of fresh) written.add(sentence);
		if (fresh.length > 0) lines.push('', `@ Block ${index + 1}`, guarded(fresh.join(' ')));
	}
	return `${lines.join('\n')}\n`;
}

/** A paragraph must not begin like a list, a locator or a heading. */
const guarded = (paragraph: string): string => paragraph.replace(/^(?:[-*+>|@#]+|\d+[.)])\s+/, '');

function noteLines(note: Note): string[] {
	const lines = [`- id: ${note.id}`, `  kind: ${note.kind}`];
	if (note.kind === 'basic') lines.push(`  front: ${quoted(note.front)}`, `  back: ${quoted(note.back)}`);
	if (note.kind === 'cloze') lines.push(`  text: ${quoted(note.text)}`);
	if (note.kind === 'choice') {
		lines.push(`  front: ${quoted(note.front)}`, `  answer: ${quoted(note.answer)}`, '  distractors:');
		for (const { text, why } of note.distractors) lines.push(`    - { text: ${quoted(text)}, why: ${quoted(why)} }`);
	}
	if (note.kind === 'sequence')
		lines.push(`  front: ${quoted(note.front)}`, '  steps:', ...note.steps.map((step) => `    - ${quoted(step)}`));
	lines.push('  source:');
	for (const { document, quote } of note.sources)
		lines.push(`    - document: ${document}`, `      quote: ${quoted(quote)}`);
	if (note.tags.length > 0) lines.push(`  tags: [${note.tags.join(', ')}]`);
	return lines;
}

/** A YAML string in double quotes, which are those of JSON. */
const quoted = (text: string): string => JSON.stringify(text);
