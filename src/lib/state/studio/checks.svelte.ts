import { NO_PROBLEMS, type ProjectProblem, type ProjectProblems } from '../../authoring/problems';
import type { Edition, ProjectState } from '../../authoring/project';
import type { Note } from '../../domain/note';
import type { Workshop } from './workshop';

/** How long nothing must change before the lints are run, in ms. */
const PAUSE = 300;

type Texts = ReadonlyMap<string, Edition>;

/** What the lints say of a project, a moment after each change. They run in a worker, so they never hold up typing. */
export class Checks {
	/** Of the last state that was looked at; empty until then. */
	problems = $state.raw<ProjectProblems>(NO_PROBLEMS);
	/** Whether `problems` are those of an earlier state. */
	running = $state(false);
	/** Set when the lints themselves failed, which says nothing of the deck. */
	failed = $state(false);
	readonly #workshop: Workshop;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#stop: AbortController | null = null;
	#draft: AbortController | null = null;

	constructor(workshop: Workshop) {
		this.#workshop = workshop;
	}

	/** Asks for the lints of a state. One asked for before and not looked at yet is forgotten. */
	look(state: ProjectState, editions: Texts): void {
		this.running = true;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#run(state, editions), PAUSE);
	}

	async #run(state: ProjectState, editions: Texts): Promise<void> {
		this.#stop?.abort();
		const stop = (this.#stop = new AbortController());
		const found = await this.#workshop.check(state, editions, stop.signal).catch(() => null);
		if (stop.signal.aborted) return;
		if (found !== null) this.problems = found;
		this.failed = found === null;
		this.running = false;
	}

	/** The lints of a state at once, whatever else is asked. @throws AppError `lints-failed` */
	async now(state: ProjectState, editions: Texts): Promise<ProjectProblems> {
		return this.#workshop.check(state, editions, new AbortController().signal);
	}

	/**
	 * What the lints would say of one note if it read so. Asking again gives up the answer before.
	 * @returns null if it was given up
	 */
	async ofDraft(state: ProjectState, editions: Texts, note: Note): Promise<readonly ProjectProblem[] | null> {
		this.#draft?.abort();
		const stop = (this.#draft = new AbortController());
		const old = state.notes.get(note.id) ?? { position: Infinity, candidate: null, waived: {} };
		const notes = new Map(state.notes).set(note.id, { ...old, note });
		const found = await this.#workshop.check({ ...state, notes }, editions, stop.signal).catch(() => null);
		return stop.signal.aborted || found === null ? null : (found.notes.get(note.id) ?? []);
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#stop?.abort();
		this.#draft?.abort();
	}
}
