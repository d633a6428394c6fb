/** Nouns for people of whom something is said: what happens in them is asked for with “whom”. */
export const PERSONS =
	/^(people|persons?|patients?|women|woman|men|man|children|child|infants?|adults?|individuals?|females?|males?|girls|boys|workers|travell?ers|tourists|nationals|hunters|users|smokers|students|minors|parents|subjects)$/;
