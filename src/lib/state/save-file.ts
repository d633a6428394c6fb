/** A file to be handed out. */
export interface FileToSave {
	readonly name: string;
	readonly type: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Hands a file to the browser as a download. */
export function saveFile({ name, type, bytes }: FileToSave): void {
	saveBlob(name, new Blob([bytes], { type }));
}

/** The same for what need not be in memory. */
export function saveBlob(name: string, blob: Blob): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// Revoked late, because a browser may begin to read only after it has asked where to save.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Hands a file to another app, where the browser can.
 * @returns false where it cannot, or will not with such a file: save it instead
 */
export async function shareFile({ name, type, bytes }: FileToSave, title: string): Promise<boolean> {
	const file = new File([bytes], name, { type });
	if (!canShare(file)) return false;
	try {
		await navigator.share({ files: [file], title });
	} catch (error) {
		// Thought better of it is as good as done.
		return error instanceof DOMException && error.name === 'AbortError';
	}
	return true;
}

/** Whether files can be handed to other apps at all. */
export const canShareFiles = (): boolean => canShare(new File(['{}'], 'a.txt', { type: 'text/plain' }));

function canShare(file: File): boolean {
	// Not in every browser, whatever the types say.
	const share: Partial<Pick<Navigator, 'share' | 'canShare'>> = globalThis.navigator ?? {};
	return share.share !== undefined && share.canShare?.({ files: [file] }) === true;
}
