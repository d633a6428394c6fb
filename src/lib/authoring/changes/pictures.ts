import type { Drawing } from '../../domain/pack';
import type { Change, ProjectPicture, ProjectState } from '../project';
import { changing } from './changing';

/** Names a picture whose bytes are among the media. */
export function addPicture(state: ProjectState, file: string, picture: ProjectPicture): Change {
	return changing(state, `Added the picture “${file}”`, (now) => {
		now.pictures.set(file, picture);
	});
}

/** Adds a drawing, or puts another in its place; null removes it. */
export function putDrawing(state: ProjectState, name: string, drawing: Drawing | null): Change {
	const label = drawing === null ? 'Removed' : state.drawings.has(name) ? 'Changed' : 'Added';
	return changing(state, `${label} the drawing “${name}”`, (now) => {
		if (drawing === null) now.drawings.delete(name);
		else now.drawings.set(name, drawing);
	});
}
