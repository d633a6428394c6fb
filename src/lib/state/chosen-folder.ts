import { AppError } from '../domain/app-error';

declare global {
	interface Window {
		/** File System Access API; not in every browser. */
		readonly showDirectoryPicker?: (options?: { mode?: 'read' | 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
	}
}

/** Whether a folder of the device can be written to. */
export const canChooseFolder = (): boolean => typeof window !== 'undefined' && window.showDirectoryPicker !== undefined;

/** Asks for a folder; null if none was chosen. Only within a press of a button. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
	try {
		return (await window.showDirectoryPicker?.({ mode: 'readwrite' })) ?? null;
	} catch (error) {
		if (error instanceof DOMException && error.name === 'AbortError') return null;
		throw new AppError('folder-refused', 'This folder cannot be written to. Choose another one.', { cause: error });
	}
}

/**
 * Writes files into a folder, in the order given. What else is in it stays.
 * @returns files beside these that have their endings and are not among them: what an older version may have left
 * @throws AppError `folder-failed`; the files before the one that failed are written then
 */
export async function writeInto(
	folder: FileSystemDirectoryHandle,
	files: ReadonlyMap<string, string | Uint8Array<ArrayBuffer>>
): Promise<string[]> {
	for (const [path, content] of files) {
		try {
			const names = path.split('/');
			const name = names.pop() ?? path;
			let place = folder;
			for (const each of names) place = await place.getDirectoryHandle(each, { create: true });
			const file = await (await place.getFileHandle(name, { create: true })).createWritable();
			await file.write(content);
			await file.close();
		} catch (cause) {
			const message = `${path} could not be written. Check that the folder is still there and has room, then try again.`;
			throw new AppError('folder-failed', message, { cause });
		}
	}
	return leftIn(folder, files);
}

async function leftIn(folder: FileSystemDirectoryHandle, files: ReadonlyMap<string, unknown>): Promise<string[]> {
	const left: string[] = [];
	const kindOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1) + endingOf(path);
	const kinds = new Set([...files.keys()].map(kindOf));
	const places = new Set([...files.keys()].map((path) => path.split('/').slice(0, -1).join('/')));
	for (const place of places) {
		let handle = folder;
		for (const name of place.split('/').filter((each) => each !== '')) handle = await handle.getDirectoryHandle(name);
		for await (const [name, { kind }] of handle.entries()) {
			const path = place === '' ? name : `${place}/${name}`;
			if (kind === 'file' && kinds.has(kindOf(path)) && !files.has(path)) left.push(path);
		}
	}
	return left.sort();
}

const endingOf = (path: string): string => /\.[^./]*$/.exec(path)?.[0] ?? '';
