import { AppError } from '$lib/domain/app-error';
import type { Desk } from '$lib/state/studio/desk.svelte';
import type { ImportSource } from '$lib/state/studio/document-work';
import { Regeneration } from '$lib/state/studio/regeneration.svelte';
import { failureSentence } from '../../failure-sentence';
import { PlanView } from './plan-view.svelte';

/** A newer version of a document on its way into the deck: brought, compared, decided about, taken. */
export class NewerVersion {
	readonly regeneration: Regeneration;
	readonly view: PlanView;
	/** What could not be read or written, in plain words. */
	problem = $state<string | null>(null);
	/** The deck has changed since the plan was made. */
	isOutdated = $state(false);
	isTaking = $state(false);
	/** What became of the notes, a line each; null until the version is in force. */
	taken = $state.raw<readonly string[] | null>(null);
	#source: ImportSource | null = null;
	readonly #desk: Desk;

	constructor(desk: Desk, document: string) {
		this.#desk = desk;
		this.regeneration = new Regeneration(desk, document);
		this.view = new PlanView(this.regeneration);
	}

	/** @returns whether there is a plan now */
	async read(source: ImportSource): Promise<boolean> {
		this.#source = source;
		this.problem = null;
		this.isOutdated = false;
		this.taken = null;
		try {
			await this.regeneration.read(source);
			this.view.begin();
			return true;
		} catch (error) {
			if (!(error instanceof AppError && error.code === 'cancelled')) this.problem = failureSentence(error);
			return false;
		}
	}

	/** Compares the same file with the deck as it is now. @returns whether there is a plan now */
	readAgain(): Promise<boolean> {
		return this.#source === null ? Promise.resolve(false) : this.read(this.#source);
	}

	/** Writes what was decided. What went wrong is in `problem` then. */
	async take(): Promise<void> {
		const counts = this.#counts();
		this.isTaking = true;
		this.problem = null;
		try {
			await this.regeneration.apply();
			this.taken = counts;
		} catch (error) {
			this.problem = failureSentence(error);
			this.isOutdated = error instanceof AppError && error.code === 'plan-outdated';
		} finally {
			this.isTaking = false;
		}
	}

	/** @throws what went wrong with the write */
	async undo(): Promise<void> {
		await this.#desk.undo();
		this.taken = null;
	}

	#counts(): readonly string[] {
		const { open, reworded, same, fresh } = this.view.parts;
		const all = [...open, ...reworded, ...same, ...fresh];
		const many = (is: string): number => all.filter((item) => this.regeneration.decisionOf(item)?.is === is).length;
		return [
			[many('keep'), 'kept as they were'],
			[many('take'), 'worded anew, with their history'],
			[many('changed'), 'begun anew, because the fact changed'],
			[many('remove'), 'removed'],
			[many('add'), 'added'],
			[many('later'), 'new candidates wait for you']
		].flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]));
	}
}
