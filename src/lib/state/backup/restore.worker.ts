import { AppError } from '../../domain/app-error';
import { failureOf } from '../../storage/failure';
import { ReciteDatabase } from '../../storage/schema';
import { answer } from '../worker-messages';
import { restoreFile } from './restore-file';

/** Told a file, puts it back. */
onmessage = ({ data }: MessageEvent<Blob>) =>
	answer('restore-failed', async (onprogress) => {
		try {
			return await restoreFile(new ReciteDatabase(), data, { onprogress });
		} catch (cause) {
			if (failureOf(cause) !== 'quota') throw cause;
			const message = 'The device is out of space. Nothing has been restored; free some space and try again.';
			throw new AppError('quota', message, { cause });
		}
	});
