import { posix } from 'node:path';
import ts from 'typescript';

/** The table of ARCHITECTURE.md: what each layer may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
	domain: [],
	'deck-format': ['domain'],
	generation: ['domain', 'deck-format'],
	authoring: ['domain', 'deck-format', 'generation'],
	anki: ['domain', 'deck-format'],
	storage: ['domain', 'authoring'],
	sync: ['domain', 'storage'],
	state: ['domain', 'deck-format', 'generation', 'authoring', 'anki', 'storage', 'sync'],
	ui: ['domain', 'authoring', 'state'],
	routes: ['domain', 'deck-format', 'generation', 'authoring', 'anki', 'storage', 'sync', 'state', 'ui'],
	cli: ['domain', 'deck-format', 'generation', 'authoring', 'anki']
};

const BELOW_STATE = new Set(['domain', 'deck-format', 'generation', 'authoring', 'anki', 'storage', 'sync']);

/** Packages that one place alone may import. */
const SOLE_IMPORTERS: Readonly<Record<string, (path: string) => boolean>> = {
	'ts-fsrs': (path) => path === 'src/lib/domain/schedule.ts',
	dexie: (path) => path.startsWith('src/lib/storage/')
};

export interface SourceFile {
	/** From the project's root, with forward slashes. */
	readonly path: string;
	readonly text: string;
}

export interface Import {
	readonly from: string;
	readonly line: number;
	/** Gone after compilation, so it cannot make a cycle at run time. */
	readonly typeOnly: boolean;
}

export interface Violation {
	readonly path: string;
	readonly line: number;
	readonly message: string;
}

/** Every module a file imports, in whichever form. Of a component, those of its script blocks. */
export function importsOf({ path, text }: SourceFile): Import[] {
	const source = ts.createSourceFile(path, path.endsWith('.svelte') ? scriptsOf(text) : text, ts.ScriptTarget.Latest);
	const found: Import[] = [];
	const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
		if (!specifier || !ts.isStringLiteralLike(specifier)) return;
		const line = source.getLineAndCharacterOfPosition(specifier.getStart(source)).line + 1;
		found.push({ from: specifier.text, line, typeOnly });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node.importClause));
		else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
		else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
		else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
			add(node.arguments[0], false);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
	return clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

/** The script blocks with everything else blanked out, so that line numbers stay. */
function scriptsOf(component: string): string {
	let out = '';
	let end = 0;
	for (const match of component.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)) {
		const start = match.index + match[0].indexOf('>') + 1;
		const script = match[1] ?? '';
		out += component.slice(end, start).replace(/[^\n]/g, ' ') + script;
		end = start + script.length;
	}
	return out;
}

/** All breaches of the table, and all cycles, among the given files. */
export function violations(files: readonly SourceFile[]): Violation[] {
	const found: Violation[] = [];
	const paths = new Set(files.map(({ path }) => path));
	const edges = new Map<string, string[]>();
	for (const file of files) {
		const layer = layerOf(file.path);
		if (layer === null) continue;
		if (!(layer in MAY_IMPORT)) {
			found.push({ path: file.path, line: 1, message: `src/lib/${layer} is not in the table of layers` });
			continue;
		}
		for (const { from, line, typeOnly } of importsOf(file)) {
			const message = fault(file.path, layer, from);
			if (message) found.push({ path: file.path, line, message });
			const target = fileOf(targetOf(file.path, from), paths);
			if (target && !typeOnly) edges.set(file.path, [...(edges.get(file.path) ?? []), target]);
		}
	}
	const fileCycle = cycle(edges);
	if (fileCycle) {
		found.push({
			path: fileCycle[0] ?? '',
			line: 1,
			message: `files import one another in a cycle: ${fileCycle.join(' → ')}`
		});
	}
	const folderCycle = fileCycle ? null : cycle(betweenFolders(edges));
	if (folderCycle) {
		found.push({
			path: folderCycle[0] ?? '',
			line: 1,
			message: `folders import one another: ${folderCycle.join(' → ')}`
		});
	}
	return found;
}

/** What is wrong with one import, if anything. */
function fault(path: string, layer: string, from: string): string | null {
	if (BELOW_STATE.has(layer) && /^\$/.test(from)) return `imports ${from}; below state/ imports are relative`;
	const target = targetOf(path, from);
	if (target === null) return packageFault(path, layer, from);
	if (!target.startsWith('src/')) return /package\.json$/.test(target) ? null : `imports ${from}, which is outside src`;
	const targetLayer = layerOf(target);
	if (targetLayer === null || targetLayer === layer || MAY_IMPORT[layer]?.includes(targetLayer)) return null;
	return `${layer} may not import ${targetLayer} (${from})`;
}

function packageFault(path: string, layer: string, from: string): string | null {
	if (/^\$/.test(from)) return null;
	const name = from.split('/', from.startsWith('@') ? 2 : 1).join('/');
	const sole = SOLE_IMPORTERS[name];
	if (sole) {
		if (sole(path)) return null;
		return `imports ${name}, which only ${name === 'dexie' ? 'src/lib/storage/' : 'src/lib/domain/schedule.ts'} may`;
	}
	if (from.startsWith('node:') && layer !== 'cli') return `imports ${from}; only cli may use node: modules`;
	if (layer === 'domain') return `imports ${from}; domain takes no package but ts-fsrs`;
	return null;
}

/** Path from the project's root, without resolving the extension; null for a package. */
function targetOf(path: string, from: string): string | null {
	const plain = from.split('?', 1)[0] ?? from;
	if (plain.startsWith('.')) return posix.normalize(posix.join(posix.dirname(path), plain));
	if (plain === '$lib' || plain.startsWith('$lib/')) return `src/lib${plain.slice(4)}`;
	return null;
}

function layerOf(path: string): string | null {
	const [, top, layer = ''] = path.split('/');
	if (top === 'lib') return layer;
	return top === 'routes' || top === 'cli' ? top : null;
}

function fileOf(target: string | null, paths: ReadonlySet<string>): string | null {
	if (target === null) return null;
	return [target, `${target}.ts`, `${target}.js`, `${target}/index.ts`].find((path) => paths.has(path)) ?? null;
}

/** A folder and what lies inside it may use one another. */
const nested = (a: string, b: string) => `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);

function betweenFolders(edges: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
	const folders = new Map<string, string[]>();
	for (const [path, targets] of edges) {
		const folder = posix.dirname(path);
		if (!folder.startsWith('src/lib/')) continue;
		const others = targets.map((target) => posix.dirname(target)).filter((other) => !nested(folder, other));
		folders.set(folder, [...(folders.get(folder) ?? []), ...others]);
	}
	return folders;
}

/** Some cycle of a directed graph, its first node repeated at the end; null if there is none. */
function cycle(edges: ReadonlyMap<string, readonly string[]>): string[] | null {
	const done = new Set<string>();
	const trail: string[] = [];
	const search = (node: string): string[] | null => {
		const seenAt = trail.indexOf(node);
		if (seenAt >= 0) return [...trail.slice(seenAt), node];
		if (done.has(node)) return null;
		trail.push(node);
		for (const next of edges.get(node) ?? []) {
			const found = search(next);
			if (found) return found;
		}
		trail.pop();
		done.add(node);
		return null;
	};
	for (const node of edges.keys()) {
		const found = search(node);
		if (found) return found;
	}
	return null;
}
