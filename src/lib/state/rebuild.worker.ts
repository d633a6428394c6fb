import { rebuild } from '../storage/rebuild';
import { ReciteDatabase } from '../storage/schema';
import { answer } from './worker-messages';

answer('rebuild-failed', async (onprogress) => rebuild(new ReciteDatabase(), { onprogress }));
