import { describe, expect, it } from 'vitest';
import { canonicalDocument } from '../../../src/lib/generation/canonical';
import { judgeBlocks } from '../../../src/lib/generation/content/blocks';
import { readPlainText } from '../../../src/lib/generation/input/plain-text';

/** Pages as they come out of a browser by copying; lines that begin with `~` are no content. */
const PAGES: Readonly<Record<string, string>> = {
	'of law': `
~Skip to main content
~Home | Practice areas | Our people | Contact
~HomeLawContractsConsideration
~0161 496 0112
~By Dana Whitlock, Senior Editor | Reviewed by P. Oduya | 14 May 2023
~5 min read
~Share on Facebook
Consideration in the law of contract
A promise is enforceable in English law only if it is made by deed or supported by consideration. Consideration is the price that one party pays for the promise of the other.
~Save 20% on our Contract Law Toolkit today! Use code PROMISE at checkout.
Past consideration
Past consideration is no consideration: a benefit conferred before the promise was made does not support it. In Roscorla v Thomas (1842), a warranty given after the sale of a horse was held to be unenforceable.
~Related articles
~Five famous lawsuits that changed the world
~What to wear to court
~Is your landlord breaking the law?
The rule has an exception where the act was done at the promisor’s request and both sides understood that it would be paid for. The claimant must pay a court fee of £455 before a claim of £10,000 is issued.
Sufficiency
Consideration must be sufficient but need not be adequate. Three chocolate wrappers were good consideration in Chappell v Nestlé.
The main exceptions are:
- promises made by deed
- promissory estoppel
- variation of a contract for a practical benefit
~Need help with a contract dispute? Call our friendly team on 0161 496 0112 for a free consultation.
~This article is for general information only and does not constitute legal advice.
~About the author
~Dana Whitlock is a freelance writer based in Leeds who covers law and business.
~Tags: contract, consideration, common law
~3 Comments
~Leave a reply
~Your email address will not be published. Required fields are marked *
~© 2023 Whitlock Legal Media. All rights reserved.
~Privacy policy · Terms of use · Cookies
`,
	'of cooking': `
~We use cookies to improve your experience. By continuing to browse, you agree to our use of cookies.
~Accept all
~Home > Baking > Bread
How sourdough rises
~Published: 3 March 2024 · Updated: 9 June 2024 by Marla · This post may contain affiliate links
~Jump to recipe
~A freshly baked loaf on a rack. Photo: Ines Baker
Sourdough rises because wild yeast ferments the sugars of the flour and gives off carbon dioxide. Lactic acid bacteria live beside the yeast and make the dough sour.
~Advertisment
~Story continues below
The starter is fed with equal weights of flour and water every 12 hours at room temperature. At 4 °C it needs to be fed only once a week.
~READ ALSO: The Ten Best Stand Mixers of the Year
Gluten
Gluten forms when the proteins gliadin and glutenin meet water. Kneading lines the strands up, and the dough becomes elastic.
~Shop our favourite proofing baskets – from $19.99, free shipping this week only
Salt tightens the gluten and slows fermentation. Most bakers use about 2% of the weight of the flour.
~You may also like
~- The Secret Life of CroissantsButter is the soul of a croissant, and cold hands are its best friend. Few bakers… Read more: The Secret Life of Croissants
~- Why Your Pie Crust ShrinksNobody likes a pie that pulls away from its tin. The reason lies in… Read more: Why Your Pie Crust Shrinks
Steam in the first ten minutes of baking keeps the crust soft, so that the loaf can spring. The crust browns at about 150 °C by the Maillard reaction.
~Did you make this recipe? Tag @marlabakes on Instagram and leave a rating below!
~★★★★★ 4.8 from 212 votes
~Pin it
~Subscribe to our newsletter for a new recipe every Friday.
~Sourdough rises because wild yeast ferments the sugars of the flour and gives off…
`,
	'of astronomy': `
~Tuesday, 4 February 2025
~NewsSpacePlanets
~BREAKING
Why Venus is hotter than Mercury
~(Image credit: Orbital Picture Library)
~an artist's impression of a cloudy planet in orange light
LEEDS — Venus is the hottest planet of the Solar System, with a mean surface temperature of about 464 °C. Its atmosphere consists of 96.5% carbon dioxide, which traps the heat of the Sun
~Watching the skies: A beginner's guide to binoculars and small telescopes
and keeps the night side as hot as the day side. Mercury has almost no atmosphere, so its night side cools to −180 °C.
~Sign up for the Orbital newsletter
~Get the latest space news delivered to your inbox every week.
~Thank you for signing up!
The clouds of Venus consist of sulphuric acid. They reflect about 75% of the sunlight that reaches them.
The spacecraft Venera 13 survived for 127 minutes on the surface in 1982. Images by the Magellan orbiter showed that volcanoes cover much of the planet.
~MORE: Watch the live stream of the next launch
~Most popular
~1
~2
~3
The pressure at the surface is 92 times that of the Earth. A day on Venus lasts 243 Earth days, longer than its year of 225 Earth days.
~Follow Orbital on X and like our page on Facebook.
~References
~1. Ann Other, B. Nobody. Clouds of Venus. J. Planet. Sci. 12, 33 (2019). doi:10.1234/abc
~2. Taylor F, Grin D. The hot planet. Press of the North; 2018.
~Latest
~Recent comments
`,
	'of a hospital': `
~Find a doctor
~Book an appointment
~Patients & visitors
~Careers
~Tel: (555) 010-4477
Having your gallbladder removed
The gallbladder stores bile that the liver makes. It lies below the liver on the right side of the abdomen.
Gallstones form when cholesterol in the bile hardens. They cause pain after fatty meals, and may block the bile duct.
~Schedule your visit today with one of our award-winning surgeons!
How it is done
Cholecystectomy is the removal of the gallbladder under general anaesthesia. Surgeons at centres like Brightwater Clinic in Fairview make four small cuts, and the operation takes about an hour.
Risks include
- bleeding
- infection of the wound
- injury to the bile duct in about 0.4% of operations
~Patient stories: “Brightwater gave me my life back!”
Most people go home on the same day. Bile then flows straight from the liver into the small intestine, and digestion goes on as before.
~Call 555-010-4477 or visit our website to learn more.
~In an emergency, dial 911.
~Last reviewed: 2 May 2022
~Was this page helpful? Yes No
~Related links
~Liver clinic
~Diet after surgery
~Parking and transport
~Gallstones form when cholesterol in the bile hardens. They cause pain after fatty meals, and may block the bile duct.
`
};

const cases = Object.entries(PAGES).map(([name, page]) => {
	const lines = page.trim().split('\n');
	const marked = lines.map((line) => ({ text: line.replace(/^~/, ''), isContent: !line.startsWith('~') }));
	const document = canonicalDocument(readPlainText(marked.map(({ text }) => text).join('\n\n')));
	const blocks = judgeBlocks(document).map((block) => ({
		...block,
		text: document.text.slice(block.start, block.end)
	}));
	const bare = (text: string): string => text.replace(/^[-\s\d.]+/, '').replace(/\s+/g, ' ');
	let from = 0;
	const judged = marked.map(({ text, isContent }) => {
		const at = blocks.findIndex((block, i) => i >= from && bare(block.text) === bare(text));
		if (at !== -1) from = at + 1;
		return { text, isContent, rule: at === -1 ? 'absent' : (blocks[at]?.drop?.rule ?? null) };
	});
	return { name, judged, blocks };
});

describe.each(cases)('a page $name', ({ judged, blocks }) => {
	it('loses nothing of its content', () => {
		expect(judged.filter(({ isContent, rule }) => isContent && rule !== null)).toEqual([]);
	});

	it('keeps none of what surrounds it', () => {
		expect(judged.filter(({ isContent, rule }) => !isContent && rule === null).map(({ text }) => text)).toEqual([]);
	});

	it('says of each drop why', () => {
		for (const { drop, text } of blocks) if (drop !== null) expect(drop.because.length, text).toBeGreaterThan(5);
	});
});
