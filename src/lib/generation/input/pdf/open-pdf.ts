import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '../../../domain/app-error';
import { encrypted } from '../signature';

export type Pdf = PDFDocumentProxy;

/**
 * Opens a PDF in this thread: nothing is fetched, evaluated or drawn. Node and browsers run the same build of the library,
 * because two builds could read two texts.
 * @throws AppError `encrypted` or `unreadable`
 */
export async function openPdf(name: string, bytes: Uint8Array): Promise<Pdf> {
	const { getDocument } = await library();
	const task = getDocument({
		// The library takes the buffer for itself.
		data: new Uint8Array(bytes),
		verbosity: 0,
		isEvalSupported: false,
		useWorkerFetch: false,
		useWasm: false,
		useSystemFonts: false,
		disableFontFace: true,
		isOffscreenCanvasSupported: false,
		isImageDecoderSupported: false,
		enableXfa: false,
		stopAtErrors: false,
		maxImageSize: 0
	});
	try {
		return await task.promise;
	} catch (cause) {
		await task.destroy();
		if (cause instanceof Error && cause.name === 'PasswordException') throw encrypted(name);
		throw damagedPdf(name, cause);
	}
}

export const damagedPdf = (name: string, cause?: unknown): AppError =>
	new AppError(
		'unreadable',
		`${name} is damaged and cannot be read as a PDF. Download it again, or print it to a new PDF, and give that.`,
		{ cause }
	);

async function library() {
	// The library makes one of these when it is loaded, for drawing; Node has none, and nothing is drawn here.
	if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: class {} });
	await loadWorkerModule();
	return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/**
 * The half of the library that reads files. Where there is no window it takes itself to be in a worker of its own, and
 * would take every message of ours for one of its, so it is shown one while it loads.
 */
async function loadWorkerModule(): Promise<void> {
	const isWorker = !('window' in globalThis);
	if (isWorker) Object.defineProperty(globalThis, 'window', { value: globalThis, configurable: true });
	try {
		await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
	} finally {
		if (isWorker) Reflect.deleteProperty(globalThis, 'window');
	}
}
