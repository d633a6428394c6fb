/** Signs before the items of a list; fonts of signs have theirs in the private area. */
const BULLET =
	/^\s*(?:[•‣◦▪▫■□●○◆◇►▶➢➤✓✔·⁃∙*\u{e000}-\u{f8ff}]|[-–—](?=\s)|o(?=\s+\p{Lu})|(\(?\d{1,2}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)]))\s*(?=\S)/u;

export const isBullet = (text: string): boolean => {
	const found = BULLET.exec(text);
	return found !== null && (found[1] === undefined || /^\s/.test(text.slice(found[0].trimEnd().length)));
};

/** An item without its sign, and whether the sign was a number or letter. */
export function splitBullet(text: string): { readonly rest: string; readonly ordered: boolean } {
	const found = BULLET.exec(text);
	return found === null || !isBullet(text)
		? { rest: text, ordered: false }
		: { rest: text.slice(found[0].length), ordered: found[1] !== undefined };
}
