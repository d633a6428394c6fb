import changelog from '/CHANGELOG.md?raw';

export interface Release {
	readonly version: string;
	readonly changes: readonly string[];
}

/** The releases of the changelog, newest first: a heading `## version`, then a list. */
export function readReleases(markdown: string): Release[] {
	return markdown
		.split(/^## /m)
		.slice(1)
		.map((part) => {
			const [version = '', ...lines] = part.split('\n');
			const changes = lines
				.join('\n')
				.split(/^- /m)
				.slice(1)
				.map((item) => item.replace(/\s+/g, ' ').trim());
			return { version: version.trim(), changes };
		});
}

export const RELEASES = readReleases(changelog);
