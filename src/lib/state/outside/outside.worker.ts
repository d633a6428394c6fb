import { answer } from '../worker-messages';
import { reach } from './reach';
import type { OutsideRequest } from './request';

/** Told a request, does it. */
onmessage = ({ data }: MessageEvent<OutsideRequest>) => answer('outside-unreachable', () => reach(data));
