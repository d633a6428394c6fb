import type { TopicColour } from '../../domain/pack';

/** A printer's ornament for each topic colour, on a grid of 16, so that colour is never alone. */
export const TOPIC_SIGNS: Readonly<Record<TopicColour, string>> = {
	/* lozenge */
	rubric: 'M8 1l6 7-6 7-6-7z',
	/* sun: ring of rays */
	ochre: 'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM7 0h2v3H7zM7 13h2v3H7zM0 7h3v2H0zM13 7h3v2h-3z',
	/* leaf */
	moss: 'M14 2c0 8-3.5 12-9.5 12L3 15.5 1.7 14.2 3.2 12.6C1.5 6 6 2 14 2z',
	/* drop */
	teal: 'M8 0.5c3 4 5 6.5 5 9.5a5 5 0 0 1-10 0c0-3 2-5.5 5-9.5z',
	/* hexagon */
	indigo: 'M4.5 2h7L15 8l-3.5 6h-7L1 8z',
	/* four petals */
	plum: 'M8 7.2a3.1 3.1 0 1 1 .8.8 3.1 3.1 0 1 1-.8.8 3.1 3.1 0 1 1-.8-.8 3.1 3.1 0 1 1 .8-.8z',
	/* two bars */
	slate: 'M1.5 2.5h13v4.5h-13zM1.5 9.5h13V14h-13z',
	/* hill */
	umber: 'M8 2l7.5 12H.5z'
};
