/**
 * Draws the brand mark (lines of a text, and the footnote figure beside the first) and renders it with Chromium to the
 * sizes that platforms ask for: `npx tsx scripts/render-icons.ts [path of Chromium]`. Run by hand when the mark changes;
 * its results are kept in the repository.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const PAGE = '#fffcf5';
const INK = '#241e17';
const RUBRIC = '#a3271b';

/** On a grid of 512. `shrink` keeps the mark inside the circle that a platform may cut out. */
function markSvg({ radius, shrink }: { radius: number; shrink: number }): string {
	const shift = 256 * (1 - shrink);
	return [
		'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">',
		`<rect width="512" height="512" rx="${radius}" fill="${PAGE}"/>`,
		`<g transform="translate(${shift} ${shift}) scale(${shrink})">`,
		`<path d="M104 210H290M104 300H408M104 390H330" stroke="${INK}" stroke-width="34" stroke-linecap="round"/>`,
		`<path d="M331 120L392 80H412V216H370V135L340 153Z" fill="${RUBRIC}"/>`,
		'</g></svg>\n'
	].join('');
}

/** At 16 pixels two lines are all that is seen; its ground is clear in the light and in the dark. */
const FAVICON = [
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
	`<rect width="32" height="32" rx="7" fill="${PAGE}"/>`,
	`<path d="M6 15H17M6 23.5H26" stroke="${INK}" stroke-width="3.2" stroke-linecap="round"/>`,
	`<path d="M20.5 8L24.5 5H26.5V16H23V9.5L21 10.8Z" fill="${RUBRIC}"/>`,
	'</svg>\n'
].join('');

const icons = join(import.meta.dirname, '..', 'static', 'icons');
const plain = markSvg({ radius: 104, shrink: 1 });
const maskable = markSvg({ radius: 0, shrink: 0.82 });
const square = markSvg({ radius: 0, shrink: 0.92 });

mkdirSync(icons, { recursive: true });
writeFileSync(join(icons, 'icon.svg'), plain);
writeFileSync(join(icons, 'maskable.svg'), maskable);
writeFileSync(join(icons, '..', 'favicon.svg'), FAVICON);

const browser = await chromium.launch({
	executablePath: process.argv[2] ?? '/usr/bin/chromium',
	args: ['--no-sandbox']
});
const renders = [
	{ name: 'icon-192.png', size: 192, svg: plain },
	{ name: 'icon-512.png', size: 512, svg: plain },
	{ name: 'maskable-512.png', size: 512, svg: maskable },
	// iOS cuts its own corners.
	{ name: 'apple-touch-icon.png', size: 180, svg: square }
];
for (const { name, size, svg } of renders) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
	await page.screenshot({ path: join(icons, name), omitBackground: true });
	await page.close();
	console.log(`Rendered ${name}.`);
}
await browser.close();
