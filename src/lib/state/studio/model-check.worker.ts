import '../no-network';
import { judgeAnswer } from '../../generation/model/judge';
import type { Batch } from '../../generation/model/batches';
import type { ModelMaterial } from '../../generation/model/material';
import { answer } from '../worker-messages';

/** What the worker is told. */
export interface CheckOrder {
	readonly written: string;
	readonly batch: Batch;
	readonly material: ModelMaterial;
	readonly model: string;
}

/** Told what a model wrote, says what of it can be taken. */
onmessage = ({ data: { written, batch, material, model } }: MessageEvent<CheckOrder>) =>
	answer('model-check-failed', () => Promise.resolve(judgeAnswer(written, batch, material, model)));
