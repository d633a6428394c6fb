/**
 * Orders versions such as `1.10.0` by their numbers; a part that is missing counts as 0.
 * @returns below 0 when `a` is older than `b`, 0 when neither is, above 0 when it is newer
 */
export function compareVersions(a: string, b: string): number {
	const [left, right] = [parts(a), parts(b)];
	for (let i = 0; i < Math.max(left.length, right.length); i++) {
		const difference = (left[i] ?? 0) - (right[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** What is not a number counts as 0, so that a version nobody understands is never taken for a newer one. */
const parts = (version: string): number[] => version.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : 0));
