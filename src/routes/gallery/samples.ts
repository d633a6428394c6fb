import type { BasicNote, ChoiceNote, ClozeNote, DiagramNote, SequenceNote, Source, TypedNote } from '$lib/domain/note';
import type { DocumentBlock, Drawing, SourceDocument, Statement } from '$lib/domain/pack';

/** A small document on the knee jerk, made up for the gallery. */
const PARAGRAPHS: readonly (string | { readonly locator: string; readonly sentences: readonly string[] })[] = [
	'The reflex arc',
	{
		locator: 'Section 1, paragraph 1',
		sentences: [
			'A tap on the tendon below the kneecap stretches the quadriceps muscle for a few milliseconds.',
			'Muscle spindles, which lie between the fibres of the muscle, answer the stretch with a volley of impulses in group Ia afferent fibres.',
			'The volley reaches the spinal cord at the segments L2 to L4.'
		]
	},
	{
		locator: 'Section 1, paragraph 2',
		sentences: [
			'The afferent fibre excites the motor neuron of the quadriceps through a single synapse.',
			'A branch of the same fibre excites an inhibitory interneuron, which holds back the motor neuron of the hamstrings.',
			'Textbooks of the last century drew the arc in many ways.'
		]
	},
	'What it is used for',
	{
		locator: 'Section 2',
		sentences: [
			'A brisk reflex on both sides is often found in healthy people.',
			'A reflex that is absent on one side suggests, but does not prove, a lesion of the nerve or root.'
		]
	}
];

function setDocument(): SourceDocument {
	const blocks: DocumentBlock[] = [];
	const statements: Statement[] = [];
	let text = '';
	for (const paragraph of PARAGRAPHS) {
		if (text !== '') text += '\n\n';
		const start = text.length;
		if (typeof paragraph === 'string') {
			text += paragraph;
			blocks.push({ kind: 'heading', start, end: text.length });
			continue;
		}
		for (const sentence of paragraph.sentences) {
			if (text.length > start) text += ' ';
			const from = text.length;
			text += sentence;
			const leftOut = sentence.startsWith('Textbooks') ? 'Says nothing about the reflex itself.' : undefined;
			statements.push({ start: from, end: text.length, ...(leftOut ? { leftOut } : {}) });
		}
		blocks.push({ kind: 'paragraph', start, end: text.length, locator: paragraph.locator });
	}
	return {
		id: 'knee',
		title: 'The knee jerk: a short account',
		publisher: 'Example Press',
		published: '2025-06-22',
		evidence: ['news', 'conference-talk'],
		limits: 'Made up for this gallery. Reports a talk that was not peer-reviewed.',
		sha256: '0'.repeat(64),
		text,
		blocks,
		statements
	};
}

export const document = setDocument();
export const documents = new Map([[document.id, document]]);

function source(quote: string): Source {
	const start = document.text.indexOf(quote);
	return { document: document.id, quote, start, end: start + quote.length };
}

const plain = {
	topic: 'arc',
	tags: [],
	sources: [source('excites the motor neuron of the quadriceps through a single synapse')]
};

export const basic: BasicNote = {
	...plain,
	id: 'synapses',
	kind: 'basic',
	front:
		'How many synapses lie between the *afferent* fibre of a muscle spindle and the motor neuron of the same muscle?',
	back: 'One: the arc is **monosynaptic**',
	hint: 'It is the fastest reflex there is.',
	explain:
		'Every synapse costs about half a millisecond, and the answer comes within 20 ms of the tap, most of which is conduction along the nerve.',
	contrast:
		'The withdrawal reflex, which passes through interneurons and is therefore slower: look for *pain* in the question, not *stretch*.',
	asOf: '2025-06',
	sources: [...plain.sources, source('The volley reaches the spinal cord at the segments L2 to L4.')]
};

export const edited: BasicNote = {
	...basic,
	id: 'edited',
	front: 'Who described the knee jerk first?',
	back: 'Erb and Westphal, independently, in 1875',
	sources: [],
	editorNote: {
		statement:
			'Wilhelm Erb and Carl Westphal described the reflex in the same volume, each without the other’s knowledge.',
		citation: 'Example Archive, volume 5',
		url: 'https://example.org/',
		date: '1875'
	}
};

export const cloze: ClozeNote = {
	...plain,
	id: 'cloze',
	kind: 'cloze',
	text: 'A branch of the Ia fibre excites an {{c1::inhibitory interneuron::kind of cell}}, which holds back the motor neuron of the {{c2::hamstrings}}.',
	sources: [source('A branch of the same fibre excites an inhibitory interneuron')]
};

export const typed: TypedNote = {
	...plain,
	id: 'typed',
	kind: 'typed',
	front: 'Which receptor answers the stretch of a muscle?',
	answer: 'muscle spindle',
	accept: ['neuromuscular spindle'],
	sources: [source('Muscle spindles')]
};

export const choice: ChoiceNote = {
	...plain,
	id: 'choice',
	kind: 'choice',
	front: 'What does a reflex that is absent on **one** side suggest?',
	answer: 'A lesion of the nerve or root on that side',
	distractors: [
		{ text: 'Nothing: it is often found in healthy people', why: 'That holds for a *brisk* reflex on *both* sides.' },
		{ text: 'A lesion above the segment', why: 'That frees the reflex: it becomes brisk, not absent.' },
		{ text: 'A stretched tendon', why: 'The tendon passes the stretch on; it does not take part in the arc.' }
	],
	sources: [source('A reflex that is absent on one side suggests, but does not prove, a lesion of the nerve or root.')]
};

export const sequence: SequenceNote = {
	...plain,
	id: 'sequence',
	kind: 'sequence',
	front: 'Put the steps of the knee jerk in order.',
	steps: [
		'The tendon is tapped',
		'The quadriceps is stretched',
		'Spindles fire along Ia fibres, up to the segments L2 to L4',
		'The motor neuron is excited',
		'The leg kicks'
	]
};

export const diagram: DiagramNote = {
	...plain,
	id: 'diagram',
	kind: 'diagram',
	front: 'The arc of the knee jerk',
	drawing: 'arc.svg',
	alt: 'A receptor in the quadriceps sends a fibre into the spinal cord, where it reaches one cell directly and another through a third; each goes to a muscle.',
	labels: [
		{ n: 0, part: 'spindle', answer: 'Muscle spindle', ask: 'Which receptor begins the arc?' },
		{
			n: 1,
			part: 'interneuron',
			answer: 'Inhibitory interneuron',
			ask: 'Which cell stands between the fibre and the neuron it holds back?'
		}
	]
};

function node(tag: string, attributes: string, ...children: (Drawing | string)[]): Drawing {
	const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
	return { tag, attributes: Object.fromEntries(pairs), children };
}

const label = (part: string, kind: string, x: number, y: number, width: number, text: string): Drawing =>
	node(
		'g',
		`data-label="${part}"`,
		node('rect', `class="${kind}" x="${x}" y="${y}" width="${width}" height="34" rx="6"`),
		node('text', `class="middle" x="${x + width / 2}" y="${y + 22}"`, text)
	);

/** Shows every class of the drawing conventions. */
export const drawing: Drawing = node(
	'svg',
	'viewBox="0 0 360 300"',
	node('rect', 'class="panel" x="4" y="64" width="352" height="140" rx="10"'),
	node('text', 'class="small soft" x="14" y="84"', 'Spinal cord, L2 to L4'),
	node('path', 'class="arrow accent thick" d="M62 250V112H112"'),
	node('text', 'class="small soft" x="70" y="228"', 'Ia fibre'),
	node('path', 'class="arrow accent" d="M62 172H112"'),
	node('path', 'class="inhibits second" d="M228 172H250"'),
	node('path', 'class="arrow" d="M300 95V46"'),
	node('path', 'class="arrow soft dashed" d="M300 189V250"'),
	node('path', 'class="line accent" d="M116 112H248"'),
	node('circle', 'class="fill-accent" cx="62" cy="172" r="4"'),
	label('motor', 'box accent', 250, 95, 98, 'Motor n.'),
	label('interneuron', 'box second', 116, 155, 112, 'Interneuron'),
	label('flexor', 'box', 254, 155, 94, 'Motor n.'),
	node('text', 'class="strong end" x="348" y="38"', 'Quadriceps kicks'),
	node('text', 'class="small soft end" x="348" y="270"', 'Hamstrings held back'),
	label('spindle', 'cell accent', 8, 250, 128, 'Muscle spindle'),
	node('rect', 'class="tint-second" x="8" y="8" width="26" height="14" rx="2"'),
	node('text', 'class="small italic second" x="40" y="20"', 'holds back')
);

export const waits = {
	1: { text: '<1 min', words: 'less than a minute' },
	2: { text: '6 min', words: '6 minutes' },
	3: { text: '10 min', words: '10 minutes' },
	4: { text: '2.3 mo', words: '2.3 months' }
} as const;

const DAY = 86_400_000;

/** Twelve weeks to a fixed day, with gaps. */
export const heat = Array.from({ length: 84 }, (_, i) => ({
	date: new Date(Date.UTC(2026, 10, 21) - (83 - i) * DAY).toISOString().slice(0, 10),
	count: (i * 7) % 5 === 0 || i < 20 ? 0 : ((i * 37) % 61) + 3
}));

export const forecast = Array.from({ length: 14 }, (_, i) => ({
	label: String(((20 + i) % 30) + 1),
	name: `Day ${i}`,
	count: i === 5 ? 0 : Math.round(46 / (1 + i * 0.4)) + ((i * 13) % 7)
}));
