import { AppError } from '../../domain/app-error';
import { testModel, type TestResult } from './model-test';
import {
	baseAddress,
	forgetKey,
	isOpenToAll,
	readKey,
	readModelSettings,
	writeKey,
	writeModelSettings,
	type ModelSettings
} from './model-settings';

/** Which model is asked and with what key, as the person sets them; kept on this device as soon as they are entered. */
export class ModelDesk {
	settings = $state.raw<ModelSettings>(readModelSettings());
	key = $state(readKey());
	/** Of the last test; null before the first and after every change. */
	result = $state.raw<TestResult | null>(null);
	testing = $state(false);
	/** What the server has, as far as it was asked. */
	models = $state.raw<readonly string[]>([]);
	/** What is wrong with the address; null if nothing is, or if there is none yet. */
	readonly addressProblem = $derived(this.settings.address.trim() === '' ? null : problemOf(this.settings.address));
	/** Where the requests go; null while the address cannot be used. */
	readonly base = $derived(
		this.settings.address.trim() === '' || this.addressProblem !== null ? null : baseAddress(this.settings.address)
	);
	/** Whether text and key could be read on their way. */
	readonly isOpen = $derived(this.base !== null && isOpenToAll(this.base));
	readonly ready = $derived(this.base !== null && this.settings.model.trim() !== '');
	#stop: AbortController | null = null;

	setAddress(address: string): void {
		this.models = [];
		this.#set({ ...this.settings, address });
	}

	setModel(model: string): void {
		this.#set({ ...this.settings, model: model.trim() });
	}

	setKey(key: string): void {
		this.key = key.trim();
		writeKey(this.key);
		this.result = null;
	}

	forgetKey(): void {
		this.key = '';
		forgetKey();
		this.result = null;
	}

	async test(): Promise<void> {
		this.#stop?.abort();
		const stop = new AbortController();
		this.#stop = stop;
		this.testing = true;
		this.result = null;
		const result = await testModel(this.settings, this.key, stop.signal);
		if (this.#stop !== stop) return;
		this.testing = false;
		this.result = result;
		if (result.models.length > 0) this.models = result.models;
	}

	/** To be called when the panel goes. */
	close(): void {
		this.#stop?.abort();
		this.#stop = null;
	}

	#set(settings: ModelSettings): void {
		this.settings = settings;
		this.result = null;
		writeModelSettings(settings);
	}
}

function problemOf(address: string): string | null {
	try {
		baseAddress(address);
		return null;
	} catch (error) {
		return error instanceof AppError ? error.message : String(error);
	}
}
