/** Nouns for people of whom something is said: what happens in them is asked for with “whom”. */
export const PERSONS =
	/^(people|persons?|patients?|women|woman|men|man|children|child|infants?|adults?|individuals?|females?|males?|girls|boys|workers|travell?ers|tourists|nationals|hunters|users|smokers|students|minors|parents|participants|subjects)$/;

/** Nouns for a person by trade, rank or kin, in the singular, as the alternatives of a pattern. */
export const ROLES =
	'king|queen|emperor|president|minister|general|engineer|chemist|physicist|biologist|economist|physician|doctor|surgeon|scientist|inventor|explorer|diplomat|merchant|writer|poet|philosopher|mathematician|astronomer|psychologist|historian|judge|lawyer|monk|priest|pope|bishop|farmer|soldier|officer|nurse|activist|nobleman|teacher|senator|secretary|leader|sailor|warrior|daughter|son|brother|sister|wife|husband|mother|father|heir|founder|member|ruler|missionary|chieftain|chief|governor|ambassador|slave|prisoner|planter|colleague|follower|native';

/** The heads of phrases for people, in either number: to the roles come words that are seldom said to be what one is. */
const PEOPLE = new RegExp(
	`^(?:${ROLES}|citizen|troop|rebel|settler|colonist|immigrant|migrant|peasant|noble|official|worker|laborer|labourer|refugee|voter|trader|artisan|scholar|artist|midwife|missionaries|conqueror|knight|vassal|secretaries|protester|striker|ancestor|descendant|believer|convert|survivor|victim|consumer|employee|employer|anatomist|wives|cousin|successor|ally|allies|enemy|enemies|friend|resident|inhabitant|tribesmen|horsemen|businessmen|militiamen|congressmen|servicemen|policemen)s?$`
);

/** Titles that stand before a name. */
const TITLE =
	/^(?:President|King|Queen|Emperor|Empress|Prince|Princess|Pope|Saint|General|Admiral|Captain|Colonel|Lord|Lady|Sir|Dr|Professor|Senator|Secretary|Chancellor|Tsar|Czar|Sultan|Caliph|Khan|Duke|Count|Archduke)$/;

/** Whether a noun phrase is for people: by its noun, by a title before a name, or as the name of a people. */
export const isOfPersons = (words: string, head: string): boolean =>
	PERSONS.test(head.toLowerCase()) ||
	PEOPLE.test(head.toLowerCase()) ||
	TITLE.test(words.split(' ')[0] ?? '') ||
	/^\p{Lu}\p{Ll}+(?:ans|ers|ites|ards)$/u.test(head);
