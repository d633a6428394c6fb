import type { Casing } from '../words/casing';
import type { JudgedBlock } from '../content/blocks';
import { spanOf, type Sentence } from '../grammar/sentence';
import type { Topic } from './references';

const ANY =
	/^(treatment|therapy|drug|medication|medicine|agent|compound|substance|procedure|disease|disorder|condition|illness|infection|syndrome)$/;
const TREATMENT = /^(treatment|therapy|drug|medication|medicine)$/;

/** The topic that an instructor named: every common noun for a drug, a procedure or a disease then means it. */
export const namedTopic = (name: string): Topic => ({ name, kinds: ANY, from: null });

/**
 * “How Ketamine for Depression Works”: a title of the form *X for Y* names a treatment, if the text then speaks of it.
 * Titles that say less leave “the treatment” unresolved, and its sentences are passed over.
 */
export function titleTopic(text: string, blocks: readonly JudgedBlock[]): Topic | null {
	const title = blocks.find((block) => block.drop === null && block.kind === 'heading');
	if (title === undefined || title.start > 1500) return null;
	const words = text.slice(title.start, title.end);
	const name =
		/\b((?:\p{Lu}[\p{L}-]+ ){0,2}\p{Lu}[\p{L}-]{4,}) for (?:Treatment-Resistant |Chronic |Major |Severe )?\p{Lu}[\p{L}-]+/u
			.exec(words)?.[1]
			?.replace(/^(?:How|Why|What|Does|Is|Can|Using|The|New|Understanding)\s/, '');
	if (
		name === undefined ||
		/^(Guide|Tips|Treatments?|Therap(?:y|ies)|Hope|Options?|Medications?|Help|Care|Support|Reasons?|Ways?|Implications?)$/i.test(
			name.split(' ').pop() ?? ''
		)
	)
		return null;
	const body = text.slice(title.end).toLowerCase();
	const mentions = body.split(name.toLowerCase()).length - 1;
	return mentions >= 1 && /\b(?:this|the) (?:\w+ )?(?:treatment|therapy)\b/.test(body)
		? {
				name: name.split(' ').length === 1 ? name.toLowerCase() : name,
				kinds: TREATMENT,
				from: { start: title.start, end: title.end }
			}
		: null;
}

/** What most sentences are about: the one-word subject that comes clearly more often than any other, or null. */
export function mainSubject(sentences: readonly Sentence[], casing: Casing): string | null {
	const counts = new Map<string, number>();
	for (const sentence of sentences) {
		const subject = sentence.clauses[0]?.subject;
		if (subject === undefined || subject.to - subject.from !== 1 || sentence.tokens[subject.from]?.class !== 'N')
			continue;
		const { start, end } = spanOf(sentence, subject);
		const name = casing.inside(sentence.text.slice(start, end));
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	const [first, second] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
	return first !== undefined && first[1] >= 3 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null;
}
