/** The longest side a picture is kept at, in pixels: sharp on a phone, and on a desk at the width of a card. */
const LONGEST = 1600;
/** Up to this a drawing of a suitable size is kept byte for byte. */
const LIGHT = 600_000;
const QUALITY = 0.85;

export interface PreparedPicture {
	readonly blob: Blob;
	readonly name: string;
	/** In pixels. */
	readonly width: number;
	readonly height: number;
	/** Made smaller than it was given. */
	readonly reduced: boolean;
}

/**
 * A picture as a deck should hold it: not larger than needed. Photographs are always written anew, so that they lose what a
 * camera notes beside them, such as where they were taken.
 * @throws Error in plain words if it is no picture that the browser can show
 */
export async function preparePicture(file: Blob, name: string): Promise<PreparedPicture> {
	if (file.type === 'image/svg+xml') return { blob: file, name, width: 0, height: 0, reduced: false };
	const bitmap = await createImageBitmap(file).catch(() => null);
	if (bitmap === null) {
		throw new Error('This file is no picture that can be shown. Choose a PNG, JPEG, GIF or WebP file.');
	}
	try {
		const { width, height } = bitmap;
		const isFine = file.type === 'image/png' && Math.max(width, height) <= LONGEST && file.size <= LIGHT;
		if (isFine || file.type === 'image/gif') return { blob: file, name, width, height, reduced: false };
		const scale = Math.min(1, LONGEST / Math.max(width, height));
		const canvas = document.createElement('canvas');
		canvas.width = Math.max(1, Math.round(width * scale));
		canvas.height = Math.max(1, Math.round(height * scale));
		canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
		// Drawings of few colours are smaller and sharper as PNG; photographs as JPEG.
		const asPng = /^image\/(png|webp)$/.test(file.type) ? await encoded(canvas, 'image/png') : null;
		const asJpeg = await encoded(canvas, 'image/jpeg');
		const blob = asPng !== null && (asJpeg === null || asPng.size < 1.5 * asJpeg.size) ? asPng : asJpeg;
		if (blob === null) throw new Error('The picture could not be made smaller. Choose a smaller one.');
		return { blob, name, width: canvas.width, height: canvas.height, reduced: scale < 1 || blob.size < file.size };
	} finally {
		bitmap.close();
	}
}

const encoded = (canvas: HTMLCanvasElement, type: string): Promise<Blob | null> =>
	new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY));

/** The pictures among what was pasted or dropped; none of text that a word processor adds a picture of itself to. */
export function picturesOf(data: DataTransfer | null): File[] {
	if (data?.getData('text/plain')) return [];
	return [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));
}
