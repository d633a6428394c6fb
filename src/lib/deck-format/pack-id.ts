import type { PackId } from '../domain/ids';
import type { Pack } from '../domain/pack';
import { canonicalJson } from './canonical-json';

/** SHA-256 in lower-case hexadecimal digits. Web Crypto, so that Node and browsers run the same lines. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', bytes);
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The pack's name: the SHA-256 of the UTF-8 bytes of its canonical JSON. */
export async function packId(pack: Pack): Promise<PackId> {
	return (await sha256Hex(new TextEncoder().encode(canonicalJson(pack)))) as PackId;
}
