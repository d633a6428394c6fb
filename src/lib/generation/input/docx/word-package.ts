import { zipSync, type Zippable } from 'fflate';
import { AppError } from '../../../domain/app-error';
import { encrypted, foreignPackage, refusal } from '../signature';
import { zipEntries, zipPart } from '../zip-parts';

/** A Word document’s text, even a thousand pages of it, unpacks to less. */
const MAX_PART = 60_000_000;
const MAX_ALL = 100_000_000;

/** The parts that say what the text is; pictures, fonts, macros and embedded files stay packed. */
const WANTED =
	/^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(_rels\/)?(document\d*|styles\d*|numbering\d*|footnotes\d*|endnotes\d*)\.xml(\.rels)?)$/;

export interface WordPackage {
	/** The wanted parts as a zip that unpacks to what was counted. */
	readonly zip: Uint8Array;
	readonly title: string | null;
	readonly pictures: number;
	readonly runningHeads: number;
	readonly formulas: number;
}

/**
 * Takes from a Word document what its text needs, within bounds.
 * @throws AppError `encrypted`, `wrong-format` for other packages, `too-large`, `unreadable`
 */
export function openWordPackage(name: string, bytes: Uint8Array): WordPackage {
	const entries = zipEntries(name, bytes);
	const names = new Set(entries.keys());
	const main = [...names].find((part) => /^word\/document\d*\.xml$/.test(part));
	if (main === undefined) {
		const mimetype = entries.get('mimetype');
		const declared = mimetype === undefined ? '' : new TextDecoder().decode(zipPart(name, bytes, mimetype, 1000));
		const foreign = foreignPackage(names, declared);
		if (foreign !== null) throw refusal(name, foreign);
	}
	const parts: Zippable = {};
	const texts = new Map<string, string>();
	let all = 0;
	for (const [path, entry] of entries) {
		if (!WANTED.test(path)) continue;
		if (entry.isEncrypted) throw encrypted(name);
		const part = zipPart(name, bytes, entry, Math.min(MAX_PART, MAX_ALL - all));
		all += part.length;
		const text = new TextDecoder().decode(part);
		if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
			throw new AppError(
				'unreadable',
				`${name} holds what no Word document holds. Save it anew as .docx, and give that.`
			);
		}
		texts.set(path, text);
		parts[path] = [part, { level: 0 }];
	}
	const body = texts.get(main ?? '') ?? '';
	return {
		zip: zipSync(parts),
		title: titleIn(texts.get('docProps/core.xml') ?? ''),
		pictures: [...names].filter((path) => /^word\/media\//.test(path)).length,
		runningHeads: [...names].filter((path) => /^word\/(header|footer)\d*\.xml$/.test(path)).length,
		formulas: body.match(/<m:oMath[\s>]/g)?.length ?? 0
	};
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function titleIn(core: string): string | null {
	const written = /<dc:title[^>]*>([^<]{1,500})<\/dc:title>/.exec(core)?.[1] ?? '';
	const title = written.replace(/&(\w+);/g, (all, entity: string) => ENTITIES[entity] ?? all).trim();
	return title === '' || /^(document\d*|untitled|.*\.(docx?|dotx?|rtf))$/i.test(title) ? null : title;
}
