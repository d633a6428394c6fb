import { ReciteDatabase } from '../../storage/schema';
import { answer } from '../worker-messages';
import type { BackupProgress } from './backup-form';
import { makeBackup } from './make-backup';

/** Told when it is (Unix ms), answers with the backup. */
onmessage = ({ data }: MessageEvent<number>) =>
	answer<Blob, BackupProgress>('backup-failed', async (onprogress) => {
		const backup = await makeBackup(new ReciteDatabase(), data, { onprogress });
		// This worker ends with its answer; a blob that can be read to its end does not need it any more.
		await backup.slice(-1).arrayBuffer();
		return backup;
	});
