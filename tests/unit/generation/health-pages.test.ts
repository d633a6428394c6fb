import { describe, expect, it } from 'vitest';
import { asked } from '../../support/asked';

const has = (text: string, card: string): void => {
	expect(asked(text)).toContain(card);
};

describe('lists on pages for the public', () => {
	it.each([
		[
			'in the line that announces them',
			'Signs of saddle sores include - broken hair - a swollen back - flinching',
			'What are signs of saddle sores? Broken hair, a swollen back, flinching'
		],
		[
			'named by “the following are”',
			'The following are risk factors for hoof rot:\n- wet bedding\n- soft ground\n- long hooves',
			'What are the risk factors for hoof rot? Wet bedding, soft ground, long hooves'
		],
		[
			'named by “the following …” and what they do',
			'The following plants can poison grazing sheep:\n- ragwort\n- yew\n- bracken',
			'Which plants can poison grazing sheep? Ragwort, yew, bracken'
		],
		[
			'counted behind “there are”',
			'There are three types of hoof rasp:\n- the flat rasp\n- the tanged rasp\n- the toothed rasp',
			'What are the three types of hoof rasp? The flat rasp, the tanged rasp, the toothed rasp'
		],
		[
			'of those at risk',
			'People at high risk for silicosis include:\n- stone cutters\n- tunnel workers\n- potters',
			'Who is at high risk for silicosis? Stone cutters, tunnel workers, potters'
		],
		[
			'whose items are explained',
			'Treatment of hoof rot may include the following:\n- Trimming. The horn is cut back to the quick.\n- A foot bath, which is repeated.\n- Zinc ointment.',
			'What may treatment of hoof rot include? Trimming, a foot bath, zinc ointment'
		],
		[
			'behind a preposition without a colon',
			'A farrier treats a cracked hoof with\n- a bar shoe\n- a clip\n- resin',
			'What does a farrier treat a cracked hoof with? A bar shoe, a clip, resin'
		],
		[
			'behind a count and a colon',
			'The bridle consists of three parts: the bit, the headstall, and the reins.',
			'What three parts does the bridle consist of? The bit, the headstall, and the reins'
		]
	])('are asked for: %s', (_, text, card) => {
		has(text, card);
	});

	it('end where a sentence has lost its own line', () => {
		const cards = asked(
			'Signs of saddle sores include the following:\n- broken hair\n- a swollen back\n- The saddle should be checked by somebody who knows the horse.'
		);
		expect(cards).toContain('What are signs of saddle sores? Broken hair, a swollen back');
	});
});

describe('definitions', () => {
	it.each([
		[
			"Ménière's disease is a disorder that affects the inner ear.",
			"What is Ménière's disease? A disorder that affects the inner ear"
		],
		['Laminitis is inflammation of the wall of the hoof.', 'What is laminitis? Inflammation of the wall of the hoof'],
		[
			'The splint bones are two slender bones behind the cannon.',
			'What are the splint bones? Two slender bones behind the cannon'
		],
		[
			'Glanders is a disease that is spread from one horse to another.',
			'What is glanders? A disease that is spread from one horse to another'
		],
		[
			'Strangles are infections caused by germs that live in troughs, buckets, or damp stables.',
			'What are strangles? Infections caused by germs that live in troughs, buckets, or damp stables'
		],
		[
			'Farcy is a skin disease in which the lymph vessels swell or burst into open sores.',
			'What is farcy? A skin disease in which the lymph vessels swell or burst into open sores'
		],
		[
			'Hoof failure means the horn no longer grows fast enough to cover the sole.',
			'What does hoof failure mean? The horn no longer grows fast enough to cover the sole'
		]
	])('are asked for: %s', (sentence, card) => {
		has(sentence, card);
	});

	it('leave out how a term is spoken', () => {
		has(
			'Laminitis (lam-ih-NY-tis) is inflammation of the wall of the hoof.',
			'What is laminitis? Inflammation of the wall of the hoof'
		);
		has(
			'The swelling of the vessel is called phlebitis (fleh-BY-tis).',
			'What is the swelling of the vessel called? Phlebitis'
		);
	});

	it.each([
		'An X-ray is the most common test for finding a navicular cyst.',
		'Surgery is a last resort for treating a bowed tendon.',
		'Colic is a common complication after castration.'
	])('are not made of a rank: %s', (sentence) => {
		expect(asked(sentence).filter((card) => /^What is (?:an X-ray|surgery|colic)\?/i.test(card))).toEqual([]);
	});
});

describe('what is said to the reader of his own body', () => {
	it('is asked of anybody’s', () => {
		has(
			'Haemolysis can prevent your blood from carrying enough oxygen to your muscles.',
			'What can haemolysis prevent? The blood from carrying enough oxygen to the muscles'
		);
	});

	it.each([
		'Your farrier may prescribe a bar shoe for quarter cracks.',
		'Talk to your doctor about the risk of lead in old paint.',
		'You should keep the stirrup irons level with your ankle bone.'
	])('is passed over where it is advice: %s', (sentence) => {
		expect(asked(sentence)).toEqual([]);
	});
});

describe('ages, causes and conditions', () => {
	it.each([
		[
			'Navicular disease typically begins between ages 7 and 14.',
			'When does navicular disease typically begin? Between ages 7 and 14'
		],
		[
			'The severity of laminitis depends on how far the bone has sunk.',
			'What does the severity of laminitis depend on? How far the bone has sunk'
		],
		[
			'Dourine is caused by a mutation in the gene for a protein called equinin.',
			'What is dourine caused by? A mutation in the gene for a protein called equinin'
		],
		[
			'A lack of vitamin E causes the signs and symptoms of equine myopathy.',
			'What causes the signs and symptoms of equine myopathy? A lack of vitamin E'
		],
		[
			'Silicosis is most common among workers in tunnels.',
			'In whom is silicosis most common? Among workers in tunnels'
		],
		[
			'The aim of trimming is to restore the angle, relieve the heel, and expose the rot, if there is any.',
			'What is the aim of trimming? To restore the angle, relieve the heel, and expose the rot'
		],
		[
			'Hoof rot can be prevented by avoiding contact with wet litter and its ammonia.',
			'How can hoof rot be prevented? By avoiding contact with wet litter and its ammonia'
		]
	])('are asked for: %s', (sentence, card) => {
		has(sentence, card);
	});

	it('keeps for the second clause whom the first one was said of', () => {
		expect(
			asked('In mares, the canine teeth do not erupt, and the jaw usually closes two months before birth.').join('\n')
		).not.toMatch(/^When does the jaw/m);
	});
});

describe('how clinics and studies work', () => {
	it.each([
		['who pays', 'The National Institute of Farriery supports research on hoof rot.', /support/],
		['who does it', 'The smear is examined by a laboratory technician with a lens.', /examined by/],
		['who took part', 'Four hundred horses were enrolled at six stables.', /how many/i],
		['one case', 'In 1994, a 12-year-old mare came down with glanders.', /^When did/],
		['an institution’s letters', 'The National Institute of Farriery (NIF) shoes horses.', /NIF/]
	])('is not asked for: %s', (_, sentence, card) => {
		expect(asked(sentence).filter((each) => card.test(each))).toEqual([]);
	});
});

describe('what came of something', () => {
	it.each([
		[
			'Wet litter softens the horn of the hoof, leading to cracks in the wall.',
			'Wet litter softens the horn of the hoof. What does this lead to? Cracks in the wall'
		],
		[
			'By reflecting light, lime wash lowers the temperature of the stable, reducing the loss of water.',
			'By reflecting light, lime wash lowers the temperature of the stable. What does this reduce? The loss of water'
		]
	])('is asked behind the whole statement: %s', (sentence, card) => {
		has(sentence, card);
	});

	it.each([
		['a statement that points elsewhere', 'This softens the horn of the hoof, leading to cracks in the wall.'],
		['a denied one', 'Dry litter does not soften the horn, leading to fewer cracks in the wall.']
	])('is not asked behind %s', (_, sentence) => {
		expect(asked(sentence).filter((card) => /What does this/.test(card))).toEqual([]);
	});

	it('is asked of those that the subject is set against, too', () => {
		has(
			'Unlike standard shoes that cover the toe wall, egg-bar shoes support the heel.',
			'What do standard shoes cover? The toe wall'
		);
	});

	it('names who is meant between dashes', () => {
		has(
			'Mineral supplements—zinc, copper, and selenium—strengthen the horn of the hoof.',
			'Which mineral supplements strengthen the horn of the hoof? Zinc, copper, and selenium'
		);
	});
});

describe('what a text tells and how it is asked', () => {
	it.each([
		[
			'a list behind its number',
			'The pastern gland makes two secretions, a clear serum (S1) and a thick wax (S2).',
			'Which two secretions does the pastern gland make? A clear serum (S1) and a thick wax (S2)'
		],
		[
			'a reason that stands before',
			'Because horn grows slowly, a crack in the hoof wall heals over many months.',
			'Why does a crack in the hoof wall heal over many months? Because horn grows slowly'
		],
		[
			'what happens, with what comes of it in the end',
			'If the gland continues to make wax, the level of lanolin continues to rise, leading to cracks and sores.',
			'If the gland continues to make wax, the level of lanolin continues to rise. What does this lead to? Cracks and sores'
		],
		[
			'what an adjective with an article does, if it stands for a noun',
			'When the level of cortisol is low, the pituitary releases more corticotropin.',
			'What happens when the level of cortisol is low? The pituitary releases more corticotropin'
		],
		[
			'a class by the letters that stand for it',
			'DMARDs include methotrexate, leflunomide, sulfasalazine, and cyclosporine.',
			'What do DMARDs include? Methotrexate, leflunomide, sulfasalazine, and cyclosporine'
		],
		[
			'a label that its line explains',
			'The following tests may be used:\n- CT scan (CAT scan): A procedure that makes a series of detailed pictures of the hoof.\n- Farriery: The trimming of hooves.',
			'What is a CT scan? A procedure that makes a series of detailed pictures of the hoof'
		],
		[
			'a definition with its own “them”',
			'Firing therapy is a hoof treatment that uses hot irons to kill larvae or keep them from growing.',
			'What is firing therapy? A hoof treatment that uses hot irons to kill larvae or keep them from growing'
		],
		[
			'two words that share their second half',
			'Short- and long-acting insulins lower the blood glucose.',
			'What effect do short- and long-acting insulins have on the blood glucose? They lower it'
		],
		[
			'what a numbered directive did',
			'In the European Union, Directive 98/70/EC prohibited the marketing of leaded petrol.',
			'In the European Union, what did Directive 98/70/EC prohibit? The marketing of leaded petrol'
		],
		[
			'all by which something is marked',
			'Stringhalt is characterized by rapid, irregular, and involuntary movements of the hocks.',
			'What is stringhalt characterized by? Rapid, irregular, and involuntary movements of the hocks'
		],
		[
			'what something leads to, with its list',
			'A buildup of copper leads to damage in the liver, brain, and eyes.',
			'What does a buildup of copper lead to? Damage in the liver, brain, and eyes'
		],
		[
			'what two things are',
			'Penicillamine and trientine are copper chelators that increase the loss of copper in urine.',
			'What are penicillamine and trientine? Copper chelators that increase the loss of copper in urine'
		],
		[
			'what results from something',
			'Strangles is a disorder of the lymph nodes resulting from infection with one streptococcus.',
			'What is strangles? A disorder of the lymph nodes resulting from infection with one streptococcus'
		],
		[
			'what something is due to',
			'Fractures of the pastern are often due to falls from a height.',
			'What are fractures of the pastern often due to? Falls from a height'
		]
	])('%s', (_, text, card) => {
		has(text, card);
	});

	it('is no label what names a part of the text', () => {
		expect(asked('Treatment: A course of tablets that kills the worms.').join()).not.toMatch(
			/what is (?:a )?treatment/i
		);
	});

	it('names the illness that an eponym of the title stands for', () => {
		const text = [
			'What I need to know about Marek’s Disease',
			'Mareks disease is a disease that causes tumors along the nerves of fowl. Fowl with Mareks disease lose weight within weeks.',
			'Anti-inflammatory medicines may be given first. These medicines relieve the pain and the diarrhea. Mareks disease spreads in dust from feathers.',
			'A vaccine prevents the weakness of the legs. Many breeders vaccinate chicks on their first day, because Mareks disease kills young birds.',
			'Dust from feathers carries the virus into the lungs, from where it reaches the spleen and then the skin. In Mareks disease, the follicles of feathers shed the virus.'
		].join('\n\n');
		const cards = asked(text);
		expect(cards.length).toBeGreaterThan(0);
		expect(cards.filter((card) => /\bIn s disease|\bthe Marek\b/.test(card))).toEqual([]);
	});

	it.each([
		['a time that “since” begins', 'Since the last ice age, the level of the sea has risen by 120 metres.', /^Why/],
		['an ion as an adjective', 'Parietal cells pump H+ and Cl- into the stomach.', /pump\? H\+ and Cl- into/]
	])('is not misread: %s', (_, text, wrong) => {
		expect(asked(text).filter((card) => wrong.test(card))).toEqual([]);
	});

	it.each([
		['Pancreas: A gland that makes insulin and enzymes.', 'What is pancreas? A gland that makes insulin and enzymes'],
		['England: A country that lies north of France.', 'What is England? A country that lies north of France'],
		[
			'Risk factor: A trait that makes an illness likelier.',
			'What is risk factor? A trait that makes an illness likelier'
		]
	])('the label gives its own number and article: %s', (line, card) => {
		has(`The words are:\n- ${line}\n- Horn: A hard matter of which hooves are made.`, card);
	});
});
