import { canonicalDocument } from '../../src/lib/generation/canonical';
import { generate } from '../../src/lib/generation/generate';
import { readPlainText } from '../../src/lib/generation/input/plain-text';

/** What is asked of a text, doubtful or not: question and answer in one line, or the sentence with its gap. */
export const asked = (text: string): string[] =>
	generate('doc', canonicalDocument(readPlainText(text)), { doubtful: true }).candidates.flatMap(({ note }) => {
		if (note.kind === 'basic') return [`${note.front} ${note.back}`];
		if (note.kind === 'choice') return [`${note.front} ${note.answer}`];
		return note.kind === 'cloze' ? [note.text] : [];
	});
