import { pointsElsewhere } from '../claims/pointing';
import type { TimeExpression } from '../grammar/time-expressions';
import type { Range } from '../grammar/clause';
import { nounPhraseEnd } from '../grammar/phrase-patterns';
import { rangeOf, spanOf } from '../grammar/sentence';
import { relationOf } from '../words/verb-lexicon';
import { slot, type Asked, type Context } from './asked';

const ASKS: Readonly<Record<TimeExpression['kind'], string>> = {
	date: 'When',
	onset: 'How soon',
	duration: 'For how long',
	frequency: 'How often',
	time: 'When',
	period: 'When'
};

/** Verbs that say enough without an object. */
const ALONE =
	/^(bear|die|open|close|fail|work|collapse|act|dissolve|spread|resolve|disappear|marry|retire|return|heal|recover|dry|cool|melt|freeze|boil|move|divide|feed|grow|bite|come|go|vote|act|decide|resign|meet|vanish|abdicate|germinate|surrender|mature|hatch|flower)$/;

/** “In 2019, esketamine received FDA approval …” → when; “… within hours” → how soon; “… for two years” → how long. */
export function timeQuestions({ sentence, clause, wording, subject }: Context): Asked[] {
	const { verb, complement, front } = clause;
	if (clause.matrix !== null || verb.negated) return [];
	const found: Asked[] = [];
	for (const time of sentence.times) {
		if (
			/\bfrom\b[^,.;]*\bto $|\b(?:from|anywhere|between) $/.test(
				sentence.text.slice(sentence.statement.start, time.start)
			)
		)
			continue;
		const range = rangeOf(sentence, time);
		const words = sentence.text.slice(time.start, time.end);
		if (range.to <= range.from || /^(lasting|last|lasts|lasted|over|up to|persist)/i.test(words)) continue;
		const isFront = front !== null && range.from === front.from && range.to === front.to;
		const isLast = range.to === complement.to && range.from >= complement.from && front === null;
		const isAfterAside =
			front === null && isBehindDashes(sentence.classes, complement.to, range.from) && range.to >= clause.sentenceEnd;
		const behind = isWithin(sentence, clause, range) ? { from: range.to, to: complement.to } : null;
		if (!isFront && !isLast && !isAfterAside && behind === null) continue;
		const body = { from: complement.from, to: isLast || behind !== null ? range.from : complement.to };
		if (verb.voice === 'copula' && /^A*Q/.test(sentence.classes.slice(body.from, body.to))) continue;
		const bodySpan = spanOf(sentence, body);
		if (
			sentence.times.some(
				(other) =>
					other !== time &&
					other.kind === time.kind &&
					other.start < bodySpan.end &&
					other.start >= bodySpan.start &&
					body.to > body.from
			)
		)
			continue;
		if (body.to > body.from && pointsElsewhere(sentence, body)) continue;
		if (isFront && /^(after|before|during|since)/i.test(words) && time.kind !== 'date') continue;
		if (/^(recently|today)$/i.test(words)) continue;
		if (/[CPTO,]$|^A*C|CA*[30BMHK]/.test(sentence.classes.slice(body.from, body.to))) continue;
		const parts = [body, behind]
			.map((part) => (part === null ? '' : wording.words(part)))
			.filter((part) => part !== '');
		const rest = parts.length > 0 ? ` ${parts.join(' ')}` : '';
		if (verb.voice === 'copula' && rest === '') continue;
		if (
			verb.voice === 'active' &&
			verb.end === verb.main + 1 &&
			rest === '' &&
			!/^(place|change)$/.test(relationOf(verb.lemma)) &&
			!ALONE.test(verb.lemma)
		)
			continue;
		const isRule =
			/\b(approv\w+|authoris\w+|authoriz\w+|licen[sc]\w+|withdr\w+|suspend\w*)\b/i.test(
				`${sentence.text.slice(sentence.statement.start, sentence.statement.end)}`
			) && time.kind === 'date';
		found.push({
			question: `${/^since\b/i.test(words) ? 'Since when' : ASKS[time.kind]} ${wording.inverted(verb, subject.text, subject.plural)}${rest}?`,
			answer: { start: time.start, end: time.end },
			type: isRule ? 'regulatory' : 'timeline',
			slots: [slot('event', spanOf(sentence, clause.subject)), slot('time', time)],
			worth: 0.86,
			pattern: `time-${time.kind}`
		});
	}
	return found;
}

/** “was sold on 2 February 1923 at a filling station”: a time with one more phrase behind it. */
function isWithin(sentence: Context['sentence'], { complement, front }: Context['clause'], range: Range): boolean {
	const { classes } = sentence;
	if (front !== null || range.from < complement.from || range.to >= complement.to) return false;
	const opens = classes.charAt(range.to);
	const end = nounPhraseEnd(classes, range.to + 1);
	if (opens !== 'P' || end === null || !/^(?:,N)?$/.test(classes.slice(end, complement.to))) return false;
	return !pointsElsewhere(sentence, { from: range.to, to: complement.to });
}

/** “… dendritic spines — small protrusions — within hours”: what is between the dashes is left out. */
const isBehindDashes = (classes: string, from: number, to: number): boolean =>
	/^-[^.;-]+-$/.test(classes.slice(from, to));

/** “relieves the itch, with effects lasting two to three weeks” → how long they last. */
export function lastingQuestions({ sentence, clause, subject, wording }: Context): Asked[] {
	const { tokens, classes, times } = sentence;
	const at = tokens.findIndex(({ lower }, i) => i > clause.verb.end && lower === 'lasting');
	const first = tokens[at + 1]?.start;
	if (at === -1 || first === undefined || clause.role !== 'main') return [];
	const withAt = classes.slice(0, at).search(/P[JN]*N$/);
	const time = times.find(({ start, end }) => start <= first && end > first);
	if (tokens[withAt]?.lower !== 'with' || time === undefined) return [];
	const what = { from: withAt + 1, to: at };
	const head = tokens[at - 1];
	if (
		head === undefined ||
		!/^(?:effects?|benefits?|relief|improvements?|responses?|actions?|symptoms|remissions?|protection|immunity)$/.test(
			head.lower
		)
	)
		return [];
	const answer = { start: first, end: time.end };
	const help = clause.verb.tense === 'past' ? 'did' : head.plural ? 'do' : 'does';
	return [
		{
			question: `How long ${help} the ${wording.words(what)} of ${subject.text} last?`,
			answer,
			type: 'timeline',
			slots: [
				slot('event', spanOf(sentence, what)),
				slot('agent', spanOf(sentence, clause.subject)),
				slot('time', answer)
			],
			worth: 0.8,
			pattern: 'time-duration'
		}
	];
}
