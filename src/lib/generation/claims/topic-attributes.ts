import { headOf, isPluralPhrase, type Range } from '../grammar/clause';
import type { Sentence } from '../grammar/sentence';
import { pointsOutside } from './pointing';
import type { Named, Topic } from './references';

/**
 * “The main symptoms” where the document is about one disease: those of the disease, and so named. Null for
 * what is not the topic’s own.
 */
export function ownOfTopic(
	topic: Topic | null,
	sentence: Sentence,
	subject: Range,
	words: (range: Range) => string
): Named | null {
	const { tokens, classes } = sentence;
	const head = tokens[headOf(tokens, subject)]?.lower ?? '';
	if (topic?.of?.test(head) !== true || !/^D?[JNAEG]{0,4}N$/.test(classes.slice(subject.from, subject.to))) return null;
	const said = words(subject);
	if (pointsOutside(sentence, subject) || /^(an?|some|many|no|these|this|each|every|any)\b/i.test(said)) return null;
	if (topic.name.split(' ').some((word) => word.length > 3 && said.toLowerCase().includes(word.toLowerCase())))
		return null;
	return {
		text: `${said} ${head === 'death' ? 'in' : 'of'} ${topic.name}`,
		plural: isPluralPhrase(tokens, subject),
		from: topic.from
	};
}
