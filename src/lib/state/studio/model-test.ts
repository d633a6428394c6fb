import { AppError } from '../../domain/app-error';
import { fetchOutside } from '../outside/outside';
import { statusFailure } from './model-failure';
import { listRequest, modelsOf } from './model-protocol';
import type { ModelSettings } from './model-settings';
import type { ModelWorld } from './model-run.svelte';

/** What the test found, in words, and the models to choose from. */
export interface TestResult {
	readonly works: boolean;
	readonly message: string;
	readonly models: readonly string[];
}

/** Asks the server which models it has. Sends the key, and nothing of any document. */
export async function testModel(
	settings: ModelSettings,
	key: string,
	signal: AbortSignal,
	ask: ModelWorld['ask'] = fetchOutside
): Promise<TestResult> {
	try {
		const response = await ask(listRequest(settings, key), signal);
		if (response.status === 404 || response.status === 405) {
			return told(
				true,
				'The server answers, but does not say which models it has. Whether this one is there will show.'
			);
		}
		if (response.status < 200 || response.status >= 300) throw statusFailure(response, settings.model, key);
		const models = modelsOf(response);
		if (models === null)
			return told(false, 'The server answers, but not as a language model. Check the address; it often ends in /v1.');
		if (models.length === 0) return told(false, 'The server answers, but has no model yet. Install or load one there.');
		if (settings.model === '')
			return told(true, `The server answers. Choose one of its ${models.length} models.`, models);
		return models.includes(settings.model)
			? told(true, `The server answers and has “${settings.model}”.`, models)
			: told(false, `The server answers, but has no model “${settings.model}”. It has ${some(models)}.`, models);
	} catch (error) {
		if (error instanceof AppError) return told(false, error.message);
		return told(false, error instanceof Error ? error.message : String(error));
	}
}

const told = (works: boolean, message: string, models: readonly string[] = []): TestResult => ({
	works,
	message,
	models
});

function some(models: readonly string[]): string {
	const shown = models
		.slice(0, 5)
		.map((name) => `“${name}”`)
		.join(', ');
	return models.length > 5 ? `${shown} and ${models.length - 5} more` : shown;
}
