import type { Casing } from '../words/casing';
import { literal } from '../words/literal-pattern';
import type { JudgedBlock } from '../content/blocks';
import type { Span } from '../../domain/text/sentences';
import { spanOf, type Sentence } from '../grammar/sentence';
import { titleBlock } from './document-title';
import type { Topic } from './references';

const ANY =
	/^(treatment|therapy|drug|medication|medicine|agent|compound|substance|procedure|disease|disorder|condition|illness|infection|syndrome)$/;
const TREATMENT = /^(treatment|therapy|drug|medication|medicine)$/;

/** The topic that an instructor named: every common noun for a drug, a procedure or a disease then means it. */
export const namedTopic = (name: string): Topic => ({ name, kinds: ANY, of: null, from: null });

/**
 * “How Ketamine for Depression Works”: a title of the form *X for Y* names a treatment, if the text then speaks of it.
 * Titles that say less leave “the treatment” unresolved, and its sentences are passed over.
 */
export function titleTopic(text: string, blocks: readonly JudgedBlock[]): Topic | null {
	const title = titleBlock(text, blocks);
	if (title === null) return null;
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
				of: null,
				from: { start: title.start, end: title.end }
			}
		: null;
}

const GROUPS: readonly RegExp[] = [
	/^(disease|disorder|condition|illness|syndrome|infection|cancer|tumou?r)$/,
	/^(drug|medicine|medication|treatment|agent|compound|substance|therapy|antidepressant|anticoagulant|hormone)$/,
	/^(procedure|surgery|operation|technique|treatment|therapy|test)$/,
	/^(process|reaction|method|cycle)$/,
	/^(canal|bridge|machine|device|engine|instrument|building|system|engine|law|act|treaty|war|battle|city|river|organ|gland)$/
];

/** Nouns that a text about one disease, or about one drug, need not say of what. */
const OF_ILLNESS =
	/^(symptoms?|signs?|causes?|factors?|complications?|treatments?|diagnosis|prognosis|onset|outlook|incidence|prevalence|transmission|incubation|mortality|severity|course|recurrence|features|manifestations?|death)$/;
const OF_DRUG =
	/^(effects?|dose|dosage|side|overdose|half-life|bioavailability|absorption|metabolism|onset|tablets|mechanism|action|use|contraindications|interactions)$/;

const ILL_BY_FORM =
	/(palsy|stones?|failure|defects?|neoplasms?|tumou?rs?|dystrophy|stenosis|hernia|injury|arrhythmia|palpitations|infections?|cele|blockage|aneurysm|prolapse|apnea|plasia|sclerosis|uria|cytosis|penia|poisoning|addiction|insomnia|incontinence|obesity|hypertension|deficiency|itis|osis|iasis|emia|aemia|pathy|oma|algia|plegia|phobia|fever|cancer|migraine|stroke|diabetes|hypothyroidism|scabies|measles|malaria|asthma|epilepsy|dystonia|ataxia|anemia|anaemia|lupus|gout)$/;
const OF_WORK = /^(construction|building|opening|completion|design|invention)$/;

/** The document’s subject with the common nouns that stand for it, by its own last word and by what it is said to be. */
export function subjectTopic(name: string, text: string, from: Span | null): Topic | null {
	const last = name.split(' ').pop()?.toLowerCase() ?? '';
	const own = /(?:disease|disorder|syndrome|condition|cancer|illness)s$/.test(last) ? last.slice(0, -1) : last;
	const escaped = literal(name);
	const said = new RegExp(
		`\\b${escaped}(?: \\([^)]*\\))?(?:, [^,.;]{3,60},)? (?:is|was) an? (?:[\\p{L}-]+,? ){0,5}?([\\p{L}]+)(?= (?:that|which|of|in|used|caused|for|from|made|with|found|\\p{L}+ed)\\b|[.,])`,
		'iu'
	)
		.exec(text)?.[1]
		?.toLowerCase();
	const isIll = ILL_BY_FORM.test(own);
	const kinds = GROUPS.filter(
		(group, i) => (isIll && i === 0) || group.test(own) || (said !== undefined && group.test(said))
	);
	const first = kinds[0];
	if (first === undefined) return null;
	const nouns = kinds.map((group) => group.source).join('|');
	// A word for kinds of which the text names several says nothing.
	const isIllness = kinds.some((group) => group === GROUPS[0]);
	const isDrug = kinds.some((group) => group === GROUPS[1]);
	return {
		name,
		kinds: new RegExp(nouns),
		of: isIllness ? OF_ILLNESS : isDrug ? OF_DRUG : kinds.some((group) => group === GROUPS[4]) ? OF_WORK : null,
		from
	};
}

/**
 * What most sentences are about: the one-word subject that comes clearly more often than any other, or null.
 * @param except a subject that is not looked for
 */
export function mainSubject(
	sentences: readonly Sentence[],
	casing: Casing,
	except: string | null = null
): string | null {
	const counts = new Map<string, number>();
	for (const sentence of sentences) {
		const subject = sentence.clauses[0]?.subject;
		if (subject === undefined || subject.to - subject.from !== 1 || sentence.tokens[subject.from]?.class !== 'N')
			continue;
		const { start, end } = spanOf(sentence, subject);
		const name = casing.inside(sentence.text.slice(start, end));
		if (name !== except) counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	const [first, second] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
	return first !== undefined && first[1] >= 3 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null;
}

/** What a label says of “the drug” or of “the recommended dose” it says of its product. */
export const productTopic = (name: string): Topic => ({
	name,
	kinds: /^(drug|medicine|medication|product|tablets?|capsules?)$/,
	of: /^(dose|dosage|effects?|half-life|bioavailability|overdose|frequency|absorption|clearance|pharmacokinetics|tablets)$/,
	from: null
});
