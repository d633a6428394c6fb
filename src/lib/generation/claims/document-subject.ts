import type { Span } from '../../domain/text/sentences';
import type { JudgedBlock } from '../content/blocks';
import type { Sentence } from '../grammar/sentence';
import type { GenerationOptions } from '../options';
import type { Profile } from '../profile';
import type { Casing } from '../words/casing';
import { literal } from '../words/literal-pattern';
import { titleSpan, titleSubject } from './document-title';
import { productOf, type Product } from './product-name';
import type { Topic } from './references';
import { mainSubject, namedTopic, productTopic, subjectTopic, titleTopic } from './topic';

/** What a document is about, so that its cards can say so. */
export interface DocumentSubject {
	/** As it stands inside a sentence; null where it cannot be told. */
	readonly about: string | null;
	/** The letters that stand for it in the text. */
	readonly short: string | null;
	/** Where the document says so. */
	readonly from: Span | null;
	/** Whether nobody says so and it is only what most sentences speak of. */
	readonly isGuessed: boolean;
	/** With the common nouns that stand for it. */
	readonly topic: Topic | null;
	/** Of a drug label. */
	readonly product: Product | null;
	readonly kind: 'illness' | 'drug' | 'place' | 'process' | 'thing';
}

/** The subject that an instructor named, or that the label, the title or the sentences give. */
export function documentSubject(
	text: string,
	blocks: readonly JudgedBlock[],
	sentences: readonly Sentence[],
	casing: Casing,
	profile: Profile,
	options: GenerationOptions
): DocumentSubject {
	const product = profile === 'label' ? productOf(text) : null;
	if (options.subject !== undefined) {
		const topic = namedTopic(options.subject);
		return {
			about: options.subject,
			short: shortOf(options.subject, text),
			from: null,
			isGuessed: false,
			topic,
			product,
			kind: kindOf(options.subject, topic, text)
		};
	}
	if (product !== null) {
		return {
			about: product.name,
			short: null,
			from: null,
			isGuessed: false,
			topic: productTopic(product.name),
			product,
			kind: 'drug'
		};
	}
	const treatment = profile === 'label' ? null : titleTopic(text, blocks);
	const named = titleSubject(text, blocks);
	const about = treatment?.name ?? (named === null ? null : casing.inside(named)) ?? mainSubject(sentences, casing);
	const from = about === null ? null : titleSpan(text, blocks, about);
	const topic = treatment ?? (about === null ? null : subjectTopic(about, text, from));
	return {
		about,
		short: shortOf(about ?? '', text),
		from,
		isGuessed: treatment === null && named === null,
		topic,
		product,
		kind: kindOf(about ?? '', topic, text)
	};
}

function kindOf(about: string, topic: Topic | null, text: string): DocumentSubject['kind'] {
	if (topic?.kinds.test('disease') === true && topic.kinds.test('illness')) return 'illness';
	if (topic?.kinds.test('drug') === true) return 'drug';
	if (/(?:tion|sis|ing|ment|scopy|graphy|tomy|plasty|process|cycle)$/.test(about)) return 'process';
	if (/^\p{Lu}\p{Ll}+$/u.test(about) && new RegExp(`\\bin ${about}\\b`).test(text)) return 'place';
	return 'thing';
}

/** “deep brain stimulation (DBS)” */
function shortOf(about: string, text: string): string | null {
	if (about === '') return null;
	const words = literal(about.replace(/^the /, ''));
	return new RegExp(`${words}s? \\((\\p{Lu}[\\p{Lu}\\d-]{1,7})s?\\)`, 'iu').exec(text)?.[1] ?? null;
}
