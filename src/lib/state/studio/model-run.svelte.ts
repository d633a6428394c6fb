import type { ProposedNote } from '../../authoring/project';
import { AppError } from '../../domain/app-error';
import { batchesOf, type Batch } from '../../generation/model/batches';
import type { Judged } from '../../generation/model/judge';
import { sentencesFor, type ModelMaterial } from '../../generation/model/material';
import { promptFor, type Prompt } from '../../generation/model/prompt';
import { countedReasons, type Refusal } from '../../generation/model/refusal';
import type { Candidate } from '../../generation/cards/candidate';
import { fetchOutside } from '../outside/outside';
import type { OutsideRequest, OutsideResponse } from '../outside/request';
import type { AnswerToJudge } from './document-work';
import { endsRun, passes, statusFailure } from './model-failure';
import { answerText, chatRequest, FIRST_MANNER, nextManner, saidBy, type Manner } from './model-protocol';
import type { ModelSettings } from './model-settings';
import { WORKERS } from './workshop';

export type { ModelMaterial };

/** What the run needs of the world; given so that tests can have their own. */
export interface ModelWorld {
	readonly ask: (request: OutsideRequest, signal: AbortSignal) => Promise<OutsideResponse>;
	readonly check: (order: AnswerToJudge, signal: AbortSignal) => Promise<Judged>;
	/** Ends early, without an error, when the signal says so. */
	readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** A request whose answer could not be used, in words. */
export interface FailedRequest {
	/** Place among the requests, from 1. */
	readonly request: number;
	readonly message: string;
}

/** What a start needs. */
export interface ModelOrder {
	readonly settings: ModelSettings;
	/** Empty for servers that want none. */
	readonly key: string;
	/** What was proposed already; those of this run need not be among them. */
	readonly candidates: readonly Candidate[];
	/** Called with what each answer brought, to be kept at once. */
	readonly onfound: (found: readonly ProposedNote[]) => unknown;
}

/** Waits before another try, ms; a server may ask for more. */
const WAITS = [1000, 4000, 15_000];
const LONGEST_WAIT = 60_000;
/** So many requests in a row without a usable answer, and nothing better is to be hoped for. */
const MOST_FAILURES = 3;

/**
 * One document put to a language model, request by request. Made without sending anything: `requests` is what will be
 * sent, to be shown; only `start` sends it.
 */
export class ModelRun {
	/** Exactly what will be sent, in order. */
	readonly requests: readonly Prompt[];
	running = $state(false);
	/** Answered requests, those that failed for good included. */
	done = $state(0);
	/** In words: “Waiting 4 s before another try.” */
	note = $state<string | null>(null);
	accepted = $state.raw<readonly ProposedNote[]>([]);
	refused = $state.raw<readonly Refusal[]>([]);
	failed = $state.raw<readonly FailedRequest[]>([]);
	/** Why it stopped before its end. */
	problem = $state<string | null>(null);
	/** Whether every request was sent and answered or given up. */
	readonly finished = $derived.by(() => !this.running && this.done > 0 && this.done >= this.requests.length);
	readonly #material: ModelMaterial;
	readonly #batches: readonly Batch[];
	readonly #world: ModelWorld;
	#manner: Manner = FIRST_MANNER;
	#stop: AbortController | null = null;

	constructor(material: ModelMaterial, world: ModelWorld = BROWSER) {
		this.#material = material;
		this.#batches = batchesOf(sentencesFor(material));
		this.requests = this.#batches.map((batch) => promptFor(batch, material));
		this.#world = world;
	}

	/** Why candidates were refused, the most frequent reason first. */
	readonly reasons = $derived(countedReasons(this.refused));

	/** UTF-16 units of all that is sent, the instructions of each request included. */
	get characters(): number {
		return this.requests.reduce((sum, { system, user }) => sum + system.length + user.length, 0);
	}

	/** Whether another run would send the same, so that this one, with what it has found, can stay. */
	asksTheSame(other: ModelRun): boolean {
		return (
			this.requests.length === other.requests.length &&
			this.requests.every(({ user }, i) => user === other.requests[i]?.user)
		);
	}

	/**
	 * Sends what is left to send; all of it anew after a run has come to its end. Candidates are handed over as each
	 * answer has been checked, so that a run that is stopped keeps what it had; started again, it goes on from there.
	 */
	async start(order: ModelOrder): Promise<void> {
		if (this.running) return;
		if (this.finished) this.#forget();
		const stop = new AbortController();
		this.#stop = stop;
		this.running = true;
		this.problem = null;
		let inARow = 0;
		try {
			while (this.done < this.requests.length && !stop.signal.aborted) {
				try {
					const found = await this.#take(this.done, order, stop.signal);
					if (found.length > 0) await order.onfound(found);
					inARow = 0;
				} catch (error) {
					if (stop.signal.aborted) break;
					const { code, message } = asAppError(error);
					if (endsRun(code)) throw error;
					this.failed = [...this.failed, { request: this.done + 1, message }];
					inARow++;
				}
				this.done++;
				if (inARow >= MOST_FAILURES && this.done < this.requests.length) {
					throw new AppError(
						'model-hopeless',
						`${this.failed[this.failed.length - 1]?.message ?? ''} That was the third request in a row, so Recite has stopped.`
					);
				}
			}
		} catch (error) {
			this.problem = asAppError(error).message;
		} finally {
			this.running = false;
			this.note = null;
			this.#stop = null;
		}
	}

	/** Ends the request under way; what was found stays. */
	cancel(): void {
		this.#stop?.abort();
	}

	#forget(): void {
		this.done = 0;
		this.accepted = [];
		this.refused = [];
		this.failed = [];
	}

	async #take(at: number, order: ModelOrder, signal: AbortSignal): Promise<readonly ProposedNote[]> {
		const { settings, key } = order;
		const prompt = this.requests[at];
		const batch = this.#batches[at];
		if (prompt === undefined || batch === undefined) return [];
		const written = answerText(await this.#ask(prompt, settings, key, signal));
		const candidates = [...order.candidates, ...this.accepted];
		const judged = await this.#world.check(
			{ written, batch, material: { ...this.#material, candidates }, model: settings.model },
			signal
		);
		if (signal.aborted) return [];
		if (!judged.readable) {
			throw new AppError('model-form', 'The model did not answer in the form asked for. A larger model may do better.');
		}
		this.accepted = [...this.accepted, ...judged.accepted];
		this.refused = [...this.refused, ...judged.refused];
		return judged.accepted;
	}

	/** One answer of status 200, with as many tries as make sense. */
	async #ask(prompt: Prompt, settings: ModelSettings, key: string, signal: AbortSignal): Promise<OutsideResponse> {
		for (let tries = 0; ;) {
			this.note = null;
			const asked = await this.#once(chatRequest(settings, key, prompt, this.#manner), tries, signal);
			const wait = WAITS[tries];
			if (asked !== null) {
				const { status } = asked;
				if (status >= 200 && status < 300) return asked;
				const next = status === 400 || status === 422 ? nextManner(this.#manner, saidBy(asked)) : null;
				if (next !== null) {
					this.#manner = next;
					continue;
				}
				if (!passes(status) || wait === undefined) throw statusFailure(asked, settings.model, key);
			}
			const wanted = Number(asked?.headers['retry-after']) * 1000;
			const ms = Math.min(LONGEST_WAIT, Math.max(wait ?? 0, Number.isFinite(wanted) ? wanted : 0));
			this.note = `The server is busy. Waiting ${Math.round(ms / 1000)} s before another try.`;
			await this.#world.wait(ms, signal);
			if (signal.aborted) throw new AppError('cancelled', 'Cancelled.');
			tries++;
		}
	}

	/** Null if the connection broke off and another try may help. */
	async #once(request: OutsideRequest, tries: number, signal: AbortSignal): Promise<OutsideResponse | null> {
		try {
			return await this.#world.ask(request, signal);
		} catch (error) {
			const isPassing = error instanceof AppError && error.code === 'outside-cut-off';
			if (isPassing && tries < 1 && !signal.aborted) return null;
			throw error;
		}
	}
}

const asAppError = (error: unknown): AppError =>
	error instanceof AppError
		? error
		: new AppError('model-failed', error instanceof Error ? error.message : String(error));

const BROWSER: ModelWorld = {
	ask: fetchOutside,
	check: (order, signal) => WORKERS.judge(order, signal),
	wait: (ms, signal) =>
		new Promise((done) => {
			const timer = setTimeout(done, ms);
			signal.addEventListener('abort', () => {
				clearTimeout(timer);
				done();
			});
		})
};
