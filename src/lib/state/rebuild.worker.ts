import { AppError } from '../domain/app-error';
import { rebuild, type Progress } from '../storage/rebuild';
import { ReciteDatabase } from '../storage/schema';

export type RebuildMessage =
	| { readonly kind: 'progress'; readonly progress: Progress }
	| { readonly kind: 'done' }
	| { readonly kind: 'failed'; readonly code: string; readonly message: string };

const post = (message: RebuildMessage): void => postMessage(message);

rebuild(new ReciteDatabase(), { onprogress: (progress) => post({ kind: 'progress', progress }) }).then(
	() => post({ kind: 'done' }),
	(error: unknown) => {
		const code = error instanceof AppError ? error.code : 'rebuild-failed';
		post({ kind: 'failed', code, message: error instanceof Error ? error.message : String(error) });
	}
);
