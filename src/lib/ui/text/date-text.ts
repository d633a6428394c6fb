const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2025-06-22` as "22 June 2025", `2025-06` as "June 2025"; a year, "undated" and anything else stay as they are. */
export function dateText(iso: string): string {
	const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso) ?? [];
	const name = MONTHS[Number(month) - 1];
	if (year === undefined || name === undefined) return iso;
	return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
