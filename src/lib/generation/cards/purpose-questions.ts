import { isNounPhrase } from '../grammar/phrase-patterns';
import type { Asked, Context } from './asked';
import { asking, build, holdsPersons, isClear } from './object-answers';

/** “allows oxygen to bind”: what it allows it to do. */
export function whatToDo(context: Context): Asked | null {
	const { sentence, clause, wording } = context;
	const { complement, verb } = clause;
	const { classes } = sentence;
	if (
		!/^(help|allow|enable|permit|cause|force|require|oblige|compel|encourage|lead|prompt|stimulate|advise|instruct|order|signal|trigger|induce|entitle|empower)$/.test(
			verb.lemma
		)
	)
		return null;
	const at = classes.slice(complement.from, complement.to).search(/T[0B]/);
	if (at < 1) return null;
	const who = { from: complement.from, to: complement.from + at };
	const done = { from: who.to, to: complement.to };
	if (!isNounPhrase(classes.slice(who.from, who.to)) || !isClear(sentence, who) || !isClear(sentence, done))
		return null;
	// “requires a transplant to prevent blindness”: what it is for, and not what it does.
	const isMeans = /^(?:require|encourage|order|induce)$/.test(verb.lemma) && !holdsPersons(sentence, who);
	if (isMeans || verb.negated) return null;
	if (done.to - done.from < 2 || who.to - who.from > 7 || classes.charAt(done.from + 1) === 'B') return null;
	return build(
		context,
		`What ${asking(context)} ${wording.words(who)} to do`,
		done,
		'object',
		'mechanism',
		0.78,
		'to-do'
	);
}

/** “uses electrical stimulation to regulate signals”: what it uses, for that. */
export function usedFor(context: Context): Asked | null {
	const { sentence, clause, wording } = context;
	const { classes } = sentence;
	const { complement, verb } = clause;
	if (!/^(use|employ|utili[sz]e|apply|add|release|secrete|inject|send)$/.test(verb.lemma) || verb.negated) return null;
	const at = classes.slice(complement.from, complement.to).search(/T0/);
	if (at < 1) return null;
	const means = { from: complement.from, to: complement.from + at };
	const purpose = { from: means.to, to: complement.to };
	if (!isNounPhrase(classes.slice(means.from, means.to)) || !isClear(sentence, means) || !isClear(sentence, purpose))
		return null;
	if (purpose.to - purpose.from < 3 || purpose.to - purpose.from > 12) return null;
	const question = `What ${asking(context)} ${wording.words(purpose)}`;
	return build(context, question, means, 'method', 'mechanism', 0.78, 'used-for');
}

/** “approved dalfampridine to improve walking”: what was approved, for that. */
export function approvedFor(context: Context): Asked[] {
	const { sentence, clause, wording } = context;
	const { complement } = clause;
	const { tokens, classes } = sentence;
	for (let at = complement.from + 1; at < complement.to - 1; at++) {
		const isPurpose =
			(classes.charAt(at) === 'T' && classes.charAt(at + 1) === '0') ||
			tokens[at]?.lower === 'for' ||
			tokens[at]?.lower === 'as';
		if (!isPurpose) continue;
		const product = { from: complement.from, to: at };
		const purpose = { from: at, to: complement.to };
		if (
			!isNounPhrase(classes.slice(product.from, product.to)) ||
			!isClear(sentence, product) ||
			!isClear(sentence, purpose) ||
			holdsPersons(sentence, product) ||
			product.to - product.from > 8
		)
			return [];
		return [
			build(
				context,
				`What ${asking(context)} ${wording.words(purpose)}`,
				product,
				'product',
				'regulatory',
				0.8,
				'approved-for'
			)
		];
	}
	return [];
}

/** “received state approval as a stain for microscopy” → as what. */
export function approvalReceived(context: Context): Asked | null {
	const { sentence, clause, wording } = context;
	const { complement, verb } = clause;
	const { tokens, classes } = sentence;
	if (!/^(?:receive|gain|win|obtain|get)$/.test(verb.lemma) || verb.negated) return null;
	const at = tokens.findIndex(
		({ lower }, i) => i > complement.from && i < complement.to - 1 && (lower === 'as' || lower === 'for')
	);
	const approval = { from: complement.from, to: at };
	if (
		at === -1 ||
		!/^(?:approval|authori[sz]ation|clearance|designation|licen[cs]e)$/.test(tokens[at - 1]?.lower ?? '')
	)
		return null;
	const use = { from: at + 1, to: complement.to };
	if (!isNounPhrase(classes.slice(use.from, use.to)) || !isClear(sentence, use)) return null;
	const asks = `What ${asking(context)} ${wording.words(approval)} ${tokens[at]?.lower ?? 'for'}`;
	return build(context, asks, use, 'indication', 'regulatory', 0.8, 'approved-for');
}
