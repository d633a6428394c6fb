/** How long a sitting took: "a few seconds" below ten, "40 seconds", "6 minutes", "1 hour 5 minutes". */
export function durationText(ms: number): string {
	const seconds = Math.round(ms / 1000);
	if (seconds < 10) return 'a few seconds';
	if (seconds < 60) return plural(seconds, 'second');
	const minutes = Math.round(seconds / 60);
	if (minutes < 60) return plural(minutes, 'minute');
	const rest = minutes % 60;
	const hours = plural((minutes - rest) / 60, 'hour');
	return rest === 0 ? hours : `${hours} ${plural(rest, 'minute')}`;
}

/** "1 card", "2 cards". */
export function plural(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}
