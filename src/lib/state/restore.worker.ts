import { ReciteDatabase } from '../storage/schema';
import { restoreFile } from './restore-file';
import { answer } from './worker-messages';

/** Told a file, puts it back. */
onmessage = ({ data }: MessageEvent<Blob>) =>
	answer('restore-failed', async (onprogress) =>
		restoreFile(new ReciteDatabase(), new Uint8Array(await data.arrayBuffer()), { onprogress })
	);
