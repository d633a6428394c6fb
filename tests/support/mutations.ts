import { seededFraction } from '../../src/lib/domain/seeded';

/** A whole number from 0 to below `below`, the same for the same seed and step. */
export type Dice = (below: number) => number;

export function dice(seed: string): Dice {
	let step = 0;
	return (below) => Math.floor(seededFraction(`${seed}/${step++}`) * below);
}

/** A sample with a few faults of the sorts that files have: bytes changed, lost, doubled, swapped, put in or cut off. */
export function mutated(sample: Uint8Array, roll: Dice, tokens: readonly string[] = []): Uint8Array {
	let bytes = [...sample];
	for (let faults = 1 + roll(6); faults > 0; faults--) {
		const at = roll(bytes.length + 1);
		const length = 1 + roll(roll(4) === 0 ? 200 : 8);
		const kind = roll(8);
		if (kind === 0) bytes[at] = roll(256);
		else if (kind === 1) bytes.splice(at, length);
		else if (kind === 2) bytes.splice(at, 0, ...bytes.slice(at, at + length));
		else if (kind === 3) bytes.splice(at, 0, ...Array.from({ length }, () => roll(256)));
		else if (kind === 4) bytes.splice(roll(bytes.length + 1), 0, ...bytes.splice(at, length));
		else if (kind === 5 && roll(3) === 0) bytes = bytes.slice(0, at);
		else if (kind === 6)
			for (let i = at; i < Math.min(bytes.length, at + length); i++) bytes[i] = (bytes[i] ?? 0) ^ (1 << roll(8));
		else {
			const token = tokens[roll(tokens.length)] ?? String(roll(1e9));
			bytes.splice(at, roll(token.length + 1), ...new TextEncoder().encode(token));
		}
	}
	return Uint8Array.from(bytes);
}

export const randomBytes = (roll: Dice): Uint8Array => Uint8Array.from({ length: roll(600) }, () => roll(256));
