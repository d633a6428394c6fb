import type { Sentence } from '../grammar/sentence';
import { ROLES } from '../words/person-nouns';

/**
 * A phrase of which the last word says that somebody is a person. To the roles come words that mean a person only where
 * something is said of somebody: “a count” is one, “the count” of something is none.
 */
const PERSON_NOUN = new RegExp(
	`^(?:the |an? )?(?:[\\p{L}-]+ ){0,4}(?:${ROLES}|empress|architect|painter|composer|author|psychiatrist|neurologist|pharmacologist|botanist|geologist|captain|admiral|patient|claimant|defendant|clergyman|researcher|politician|statesman|goldsmith|professor|actor|singer|musician|philanthropist|theologian|anthropologist|sociologist|zoologist|naturalist|geneticist|virologist|entrepreneur|industrialist|printer|sculptor|playwright|novelist|journalist|athlete|pilot|astronaut|navigator|prince|princess|duke|duchess|count|countess|baron|student|pupil|winner|champion|player|director|designer|thinker|reformer|educator|veteran|shah|sultan|caliph|tsar|czar|khan|prophet|preacher|rabbi|revolutionary|dictator|candidate|mayor|spy|banker|businessman|businesswoman|man|woman|boy|girl|person|critic|advocate|pioneer|commander|hero|heroine|editor|[a-z]+(?:holder|keeper|smith|wright|ologist|ographer))$`,
	'iu'
);

/** “Who” for one of whom it is said that he or she is a person: “an English clergyman who …”. */
export const whoOrWhat = (meaning: string): 'Who' | 'What' =>
	/^(?:an?|the) /i.test(meaning) &&
	PERSON_NOUN.test(
		meaning.replace(/,.*$| (?:of|at|from|in|who|whose|and|to|for|during|under|with|\p{L}+ing|\p{L}+ed)\b.*$/u, '')
	)
		? 'Who'
		: 'What';

/** Verbs whose subject is a person or a body of persons. */
const DONE_BY_PERSONS =
	/^(invent|discover|propose|devise|argue|coin|write|publish|paint|compose|design|demonstrate|patent|describe|found|conceive|conclude|believe|win|receive|obtain|marry|die|observe|notice|predict|formulate|isolate|synthesi[sz]e|introduce|name|teach|study|claim|lead|command|rule|govern|conquer|persuade|convince|order|explore|sail|nationali[sz]e|born|build|scale|perform|report|identify|show|sign|arrange|develop|create|test|use|perfect)$/;

/** Verbs in the past of which only persons are the subjects, whatever their name looks like. */
const DONE_BY_A_PERSON =
	/^(invent|discover|propose|devise|argue|coin|write|publish|paint|compose|design|patent|found|conclude|believe|marry|isolate|perfect|build|persuade|sail|translate|postulate)$/;

/** The one word that opens a sentence and is a person’s name by what it did: “Telford built …”; null if none does. */
export function personName({ tokens, clauses, text, statement }: Sentence): string | null {
	const [clause] = clauses;
	const first = tokens[0];
	if (clause === undefined || first === undefined || clause.subject.from !== 0 || clause.subject.to !== 1) return null;
	const did =
		clause.verb.voice === 'active' && clause.verb.tense === 'past' && DONE_BY_A_PERSON.test(clause.verb.lemma);
	return did &&
		first.class === 'N' &&
		!first.plural &&
		/^\p{Lu}\p{Ll}{2,}$/u.test(text.slice(statement.start, first.end))
		? first.text
		: null;
}

/** “Otto Hahn was a German chemist”, “Debye was born in 1884”: a name of which the sentence says that it is a person’s. */
export function isSaidPerson({ clauses, tokens, text }: Sentence, name: string): boolean {
	const [clause] = clauses;
	if (clause === undefined || !/^\p{Lu}\p{Ll}/u.test(name) || clause.subject.to <= clause.subject.from) return false;
	if (tokens[clause.verb.main]?.lower === 'born') return true;
	if (clause.verb.voice !== 'copula' || clause.complement.to <= clause.complement.from) return false;
	const said = text.slice(tokens[clause.complement.from]?.start ?? 0, tokens[clause.complement.to - 1]?.end ?? 0);
	return whoOrWhat(said.replace(/ and .*$/u, '')) === 'Who';
}

/** Whether a name, said in this sentence, is that of a person. */
export function isPerson(name: string, { tokens, clauses, text }: Sentence): boolean {
	if (PERSON_NOUN.test(name)) return true;
	const bare = name.replace(/^(?:Sir|Dr\.?|Lord|King|Queen|Saint|Pope|Emperor) /, '');
	if (
		!/^(?:\p{Lu}(?:\.|[\p{L}’'-]+) ?){1,4}$|^(?:\p{Lu}[\p{L}.’'-]+ )+(?:de|von|van|der|of|da|al)(?: \p{Lu}[\p{L}’'-]+)+$/u.test(
			bare
		)
	)
		return false;
	const clause = clauses[0];
	if (clause === undefined || !text.includes(name)) return false;
	const aside = clause.aside;
	if (aside !== null) {
		const said = text.slice(tokens[aside.from]?.start ?? 0, tokens[aside.to - 1]?.end ?? 0);
		if (PERSON_NOUN.test(said.replace(/ (?:of|at|from|in|who|and)\b.*$/, ''))) return true;
	}
	const isSubject = tokens[clause.subject.from]?.text === name.split(' ')[0];
	return (
		isSubject &&
		clause.verb.voice === 'active' &&
		clause.verb.tense === 'past' &&
		DONE_BY_PERSONS.test(clause.verb.lemma) &&
		!/[A-Z]{2}/.test(name)
	);
}
