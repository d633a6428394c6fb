import { AppError } from '../../domain/app-error';
import { TOPIC_COLOURS, type Topic, type TopicColour } from '../../domain/pack';
import { freshId } from '../note-draft';
import type { Change, ProjectDeck, ProjectState } from '../project';
import { changing } from './changing';

/** Adds a topic at the end, in a colour that no other has as long as there is one. */
export function addTopic(state: ProjectState, title: string, description = '', colour?: TopicColour): Change {
	return changing(state, `Added the topic “${title}”`, (now) => {
		const { topics } = now.deck;
		const id = freshId(title, 'topic', (each) => topics.some((topic) => topic.id === each));
		const topic: Topic = { id, title, description: description || title, colour: colour ?? freeColour(topics) };
		now.deck = { ...now.deck, topics: [...topics, topic] };
	});
}

export function freeColour(topics: readonly Topic[]): TopicColour {
	const count = (colour: TopicColour): number => topics.filter((topic) => topic.colour === colour).length;
	return [...TOPIC_COLOURS].sort((a, b) => count(a) - count(b))[0] ?? 'slate';
}

/** Renames or recolours a topic. Its id stays, because the subdeck that students have goes by it. */
export function editTopic(state: ProjectState, id: string, fields: Partial<Omit<Topic, 'id'>>): Change {
	const found = topicOf(state.deck, id);
	return changing(state, `Changed the topic “${fields.title ?? found.title}”`, (now) => {
		const topics = now.deck.topics.map((topic) => (topic.id === id ? { ...topic, ...fields } : topic));
		now.deck = { ...now.deck, topics };
	});
}

/**
 * Removes a topic; its notes go to another one.
 * @throws AppError `topic-missing` if either is not there, or they are the same
 */
export function removeTopic(state: ProjectState, id: string, into: string): Change {
	const found = topicOf(state.deck, id);
	if (id === into) throw new AppError('topic-missing', 'Choose another topic for the notes of this one.');
	topicOf(state.deck, into);
	return changing(state, `Removed the topic “${found.title}”`, (now) => {
		for (const [note, each] of now.notes) {
			if (each.note.topic === id) now.notes.set(note, { ...each, note: { ...each.note, topic: into } });
		}
		now.deck = { ...now.deck, topics: now.deck.topics.filter((topic) => topic.id !== id) };
	});
}

/** Puts topics in this order; those not named come last, in their order. */
export function orderTopics(state: ProjectState, ids: readonly string[]): Change {
	return changing(state, 'Reordered the topics', (now) => {
		const place = ({ id }: Topic): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);
		now.deck = { ...now.deck, topics: [...now.deck.topics].sort((a, b) => place(a) - place(b)) };
	});
}

function topicOf({ topics }: ProjectDeck, id: string): Topic {
	const found = topics.find((topic) => topic.id === id);
	if (found === undefined) throw new AppError('topic-missing', 'This topic is not there any more. Choose another one.');
	return found;
}
