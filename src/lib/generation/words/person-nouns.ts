/** Nouns for people of whom something is said: what happens in them is asked for with “whom”. */
export const PERSONS =
	/^(people|persons?|patients?|women|woman|men|man|children|child|infants?|adults?|individuals?|females?|males?|girls|boys|workers|travell?ers|tourists|nationals|hunters|users|smokers|students|minors|parents|subjects)$/;

/** Nouns for people by what they do or are, in either number. */
const ROLES =
	/^(?:citizen|soldier|troop|rebel|settler|colonist|immigrant|migrant|slave|peasant|noble|nobleman|king|queen|emperor|president|general|leader|officer|official|worker|laborer|labourer|farmer|planter|teacher|refugee|prisoner|voter|sailor|merchant|trader|artisan|priest|monk|bishop|pope|scholar|scientist|artist|writer|poet|lawyer|judge|physician|doctor|nurse|midwife|engineer|explorer|missionary|missionaries|conqueror|warrior|knight|vassal|chieftain|chief|ruler|governor|senator|minister|secretary|secretaries|ambassador|diplomat|activist|protester|striker|member|ancestor|descendant|follower|believer|convert|survivor|victim|consumer|employee|employer|founder|inventor|philosopher|historian|psychologist|surgeon|anatomist|chemist|physicist|biologist|economist|mathematician|astronomer|son|daughter|wife|wives|husband|brother|sister|father|mother|cousin|heir|successor|ally|allies|enemy|enemies|friend|colleague|resident|inhabitant|native|tribesmen|horsemen|businessmen|militiamen|congressmen|servicemen|policemen)s?$/;
const TITLE =
	/^(?:President|King|Queen|Emperor|Empress|Prince|Princess|Pope|Saint|General|Admiral|Captain|Colonel|Lord|Lady|Sir|Dr|Professor|Senator|Secretary|Chancellor|Tsar|Czar|Sultan|Caliph|Khan|Duke|Count|Archduke)$/;

/** Whether a noun phrase is for people: by its noun, by a title before a name, or as the name of a people. */
export const isOfPersons = (words: string, head: string): boolean =>
	PERSONS.test(head.toLowerCase()) ||
	ROLES.test(head.toLowerCase()) ||
	TITLE.test(words.split(' ')[0] ?? '') ||
	/^\p{Lu}\p{Ll}+(?:ans|ers|ites|ards)$/u.test(head);
