/**
 * A fraction from 0 to below 1 that depends on the text alone: chance that comes out the same on every replay and every
 * device. FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) with the finalizer of MurmurHash3, because FNV alone leaves
 * texts that differ in the last character close together.
 */
export function seededFraction(seed: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < seed.length; i++) {
		hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
