import type { Page } from '@playwright/test';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFolder } from '../../src/cli/deck-folder';
import { documentId, generateDrafts } from '../../src/cli/generate-drafts';
import { canonicalJson } from '../../src/lib/deck-format/canonical-json';
import { checkDeck } from '../../src/lib/deck-format/check-deck';
import type { Generated } from '../../src/lib/generation/generate';
import { DATABASE_NAME, type EditionRow, type ProposalsRow } from '../../src/lib/storage/schema';
import { docxOf } from '../fixtures/documents/docx';
import { TIDES, TIDES_FILES } from '../fixtures/documents/tides';
import { chooseDocuments } from './support/studio';
import { expect, test } from './support/test';

type File = (typeof TIDES_FILES)[number];

const WRITTEN = ['cholera.txt', 'nephron-textbook.md', 'exemplin-label.txt', 'streptomycin-abstract.txt', 'karst.txt'];
const BUILT = /\.(?:html|pdf)$/;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function documents(): Promise<File[]> {
	const written = WRITTEN.map(async (name) => ({
		name,
		mimeType: name.endsWith('.md') ? 'text/markdown' : 'text/plain',
		buffer: await readFile(join('tests/gold/documents', name))
	}));
	// Each under a name of its own, because the name becomes the document's id; and with a text of its own, because the
	// Studio takes no text twice.
	const built = TIDES_FILES.filter(({ name }) => BUILT.test(name)).map((file) => ({
		...file,
		name: file.name.replace(/\.(.+)$/, '-as-$1.$1')
	}));
	const paragraphs = TIDES.paragraphs.toReversed().map((text) => ({ text }));
	const buffer = Buffer.from(docxOf([{ text: TIDES.title, style: 'Title' }, ...paragraphs], { title: TIDES.title }));
	return [...(await Promise.all(written)), ...built, { name: 'tides-as-docx.docx', mimeType: WORD, buffer }];
}

/** What the command line makes of them, by id: with places in the text, and as a draft deck read back. */
async function byCommand(files: readonly File[]) {
	const folder = await mkdtemp(join(tmpdir(), 'recite-drafts-'));
	try {
		const paths = files.map(({ name }) => join(folder, name));
		await Promise.all(files.map(({ buffer }, i) => writeFile(paths[i] ?? '', buffer)));
		const said: string[] = [];
		await generateDrafts({ files: paths, out: join(folder, 'out'), json: true, doubtful: false }, (line) =>
			said.push(line)
		);
		const all = JSON.parse(said.join('\n')) as { readonly documents: readonly Generated[] };
		return await Promise.all(
			all.documents.map(async (generated) => {
				const { draft } = await checkDeck(await readFolder(join(folder, 'out', generated.document)));
				return { generated, drafted: (draft?.pack.notes ?? []).map(({ id }) => id) };
			})
		);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

interface Read {
	readonly editions: readonly EditionRow[];
	readonly proposals: readonly ProposalsRow[];
}

/** What the Studio made of them, read past the app. */
async function byStudio(page: Page, address: string, files: readonly File[]): Promise<Read> {
	await page.goto(`${address}/studio`);
	await chooseDocuments(page, files);
	// Where the Studio goes when all of them are read.
	await page.waitForURL(/\/studio\/\w+$/, { timeout: 90_000 });
	const project = new URL(page.url()).pathname.split('/').at(-1);
	return page.evaluate(
		async ({ name, project }) => {
			const settled = <T>(request: IDBRequest<T>): Promise<T> =>
				new Promise((done, fail) => {
					request.onsuccess = () => done(request.result);
					request.onerror = () => fail(request.error);
				});
			const db = await settled(indexedDB.open(name));
			try {
				const stores = db.transaction(['editions', 'proposals'], 'readonly');
				const [editions, proposals] = await Promise.all([
					settled<EditionRow[]>(stores.objectStore('editions').getAll()),
					settled<ProposalsRow[]>(stores.objectStore('proposals').getAll())
				]);
				return {
					editions: editions.filter((each) => each.project === project),
					proposals: proposals.filter((each) => each.project === project)
				};
			} finally {
				db.close();
			}
		},
		{ name: DATABASE_NAME, project }
	);
}

test('the Studio and the command line make the same of a document, whatever was read before it', async ({
	site,
	profile: { page }
}) => {
	test.setTimeout(240_000);
	const files = await documents();
	const expected = await byCommand(files);
	const workers: string[] = [];
	page.on('worker', (worker) => workers.push(worker.url()));
	for (const order of [files, files.toReversed()]) {
		workers.length = 0;
		const { editions, proposals } = await byStudio(page, site.url, order);
		expect(editions).toHaveLength(files.length);
		expect(workers.filter((url) => url.includes('document.worker'))).toHaveLength(1);
		for (const { name } of files) {
			const id = documentId(name);
			const { generated, drafted } = expected.find((each) => each.generated.document === id) ?? {};
			expect(generated?.candidates.length, name).toBeGreaterThan(0);
			const edition = editions.find(({ document }) => document === id);
			const found = proposals.find(({ document }) => document === id);
			expect(edition?.canonical.text, name).toBe(generated?.text);
			expect(found?.profile, name).toBe(generated?.profile);
			// Notes with their sources, claims with their keys, scores: all of it, to the last field.
			expect(canonicalJson(found?.candidates), name).toBe(canonicalJson(generated?.candidates));
			expect(
				found?.candidates.map(({ note }) => note.id),
				name
			).toEqual(drafted);
		}
	}
});
