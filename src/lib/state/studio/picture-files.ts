import { AppError } from '../../domain/app-error';
import { addPicture } from '../../authoring/changes/pictures';
import { slug } from '../../authoring/note-draft';
import { readMedia } from '../../deck-format/media-files';
import { Report } from '../../deck-format/problem';
import type { Desk } from './desk.svelte';
import { expectSecure } from './secure';

/** Larger pictures would make a deck too heavy for a phone; in bytes. */
const LARGEST = 5_000_000;
const ENDINGS: Readonly<Record<string, string>> = {
	'image/png': 'png',
	'image/jpeg': 'jpg',
	'image/gif': 'gif',
	'image/webp': 'webp',
	'image/svg+xml': 'svg'
};

/**
 * Puts a picture among the deck's. The same picture again gives the same name again.
 * @returns the name by which notes show it
 * @throws AppError `picture-unsuitable` for a file of no kind that decks can hold, or one that is too large
 */
export async function storePicture(desk: Desk, picture: Blob, name: string): Promise<string> {
	expectSecure('Pictures cannot be added');
	if (picture.size > LARGEST) {
		throw new AppError(
			'picture-unsuitable',
			`The picture is larger than ${LARGEST / 1_000_000} MB. Make it smaller first.`
		);
	}
	const ending = ENDINGS[picture.type] ?? name.slice(name.lastIndexOf('.') + 1).toLowerCase();
	const stem = slug(name.replace(/\.[^.]*$/, ''), 40) || 'picture';
	const report = new Report();
	const bytes = new Uint8Array(await picture.arrayBuffer());
	const found = await readMedia(
		name,
		`${stem}.${ending}`,
		ending === 'svg' ? new TextDecoder().decode(bytes) : bytes,
		report
	);
	if (found === null) {
		const why = report.problems[0]?.message ?? 'Choose a PNG, JPEG, GIF, WebP or SVG file.';
		throw new AppError('picture-unsuitable', `This picture cannot be used. ${why}`);
	}
	let file = '';
	const media = new Map([[found.sha256, new Blob([bytes], { type: found.type })]]);
	await desk.commit(
		(state) => {
			const same = [...state.pictures].find(([, each]) => each.sha256 === found.sha256);
			file = same?.[0] ?? freeName(stem, ending, (each) => state.pictures.has(each));
			return addPicture(state, file, found);
		},
		{ media }
	);
	return file;
}

function freeName(stem: string, ending: string, isTaken: (name: string) => boolean): string {
	for (let turn = 1; ; turn++) {
		const name = `${stem}${turn === 1 ? '' : `-${turn}`}.${ending}`;
		if (!isTaken(name)) return name;
	}
}
