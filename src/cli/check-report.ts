import { shareOf, type Coverage } from '../lib/deck-format/coverage';
import type { Checked } from '../lib/deck-format/check-deck';
import type { Problem } from '../lib/deck-format/problem';

/** `file:line:column  severity  message (rule)`, so that an editor can jump to it. */
export function problemLine(folder: string, { file, line, column, severity, message, rule, note }: Problem): string {
	const about = note === undefined ? '' : `${note}: `;
	return `${folder}/${file}:${line}:${column}  ${severity}  ${about}${message} (${rule})`;
}

/** How far each document is covered, with every statement that is not. */
export function coverageLines(folder: string, { coverage, draft }: Checked): string[] {
	if (draft === null || coverage.length === 0) return [];
	const width = Math.max(...coverage.map((each) => each.document.length));
	const lines = coverage.flatMap((each) => [
		`  ${each.document.padEnd(width)}  ${percent(shareOf(each)).padStart(6)}  ${counts(each)}`,
		...each.uncovered.map((statement) => {
			const { file, line, column } = draft.placeInDocument(each.document, statement.start);
			const text = draft.pack.documents.find((document) => document.id === each.document)?.text ?? '';
			return `    ${folder}/${file}:${line}:${column}  no card: ${text.slice(statement.start, statement.end)}`;
		})
	]);
	return ['Statements covered:', ...lines];
}

const counts = ({ statements, quoted, leftOut }: Coverage): string =>
	`${quoted} of ${statements} quoted, ${leftOut} left out with a reason`;

export const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;

export const countOf = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`;
