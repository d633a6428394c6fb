import { AppError } from '../../domain/app-error';
import { ANSWER_SCHEMA, type Prompt } from '../../generation/model/prompt';
import type { OutsideRequest, OutsideResponse } from '../outside/request';
import { baseAddress, type ModelSettings } from './model-settings';

/** How a server is asked for JSON; servers differ in what they know. */
export const FORMATS = ['schema', 'object', 'text'] as const;
export type AnswerFormat = (typeof FORMATS)[number];

/** What a server has turned out to accept. */
export interface Manner {
	readonly format: AnswerFormat;
	/** Some models take no temperature but their own. */
	readonly temperature: boolean;
}

export const FIRST_MANNER: Manner = { format: 'schema', temperature: true };

const MOST_BYTES = 4_000_000;
/** A model on a person's own computer can take minutes for an answer. */
const ANSWER_MS = 300_000;
const LIST_MS = 20_000;

/** The request for a batch: exactly the prompt that was shown, and how to answer. */
export function chatRequest(
	settings: ModelSettings,
	key: string,
	{ system, user }: Prompt,
	{ format, temperature }: Manner
): OutsideRequest {
	const responseFormat =
		format === 'schema'
			? { type: 'json_schema', json_schema: { name: 'cards', strict: true, schema: ANSWER_SCHEMA } }
			: { type: 'json_object' };
	const body = {
		model: settings.model,
		messages: [
			{ role: 'system', content: system },
			{ role: 'user', content: user }
		],
		...(temperature ? { temperature: 0 } : {}),
		...(format === 'text' ? {} : { response_format: responseFormat }),
		stream: false
	};
	return {
		url: `${baseAddress(settings.address)}/chat/completions`,
		method: 'POST',
		headers: { 'Content-Type': 'application/json', ...authorisation(key) },
		body: JSON.stringify(body),
		maxBytes: MOST_BYTES,
		timeoutMs: ANSWER_MS
	};
}

/** Asks which models there are; nothing of a document goes along. */
export function listRequest({ address }: ModelSettings, key: string): OutsideRequest {
	return {
		url: `${baseAddress(address)}/models`,
		headers: authorisation(key),
		maxBytes: MOST_BYTES,
		timeoutMs: LIST_MS
	};
}

const authorisation = (key: string): Record<string, string> => (key === '' ? {} : { Authorization: `Bearer ${key}` });

/** What to try next when a server has answered 400 or 422; null when all has been tried. */
export function nextManner({ format, temperature }: Manner, said: string): Manner | null {
	if (temperature && /temperature/i.test(said)) return { format, temperature: false };
	const next = FORMATS[FORMATS.indexOf(format) + 1];
	if (next !== undefined) return { format: next, temperature };
	return temperature ? { format, temperature: false } : null;
}

/**
 * The text that the model wrote.
 * @throws AppError `model-junk` if the answer is not of the protocol, `model-declined`
 */
export function answerText(response: OutsideResponse): string {
	const value = jsonOf(response);
	const error = field(value, 'error');
	if (error !== undefined && error !== null && field(value, 'choices') === undefined) {
		throw new AppError('model-declined', `The server reports an error: ${errorWords(value)}`);
	}
	const choices = field(value, 'choices');
	const message = field(Array.isArray(choices) ? choices[0] : undefined, 'message');
	const content = field(message, 'content');
	const text = Array.isArray(content)
		? content.map((part: unknown) => stringOf(field(part, 'text'))).join('')
		: stringOf(content);
	if (text.trim() !== '') return text;
	const refusal = stringOf(field(message, 'refusal'));
	if (refusal !== '') throw new AppError('model-declined', `The model declined: ${shortened(refusal)}`);
	throw new AppError(
		'model-junk',
		'The server’s answer holds no text of a model. Check the address and the model’s name.'
	);
}

/** Names of the models that a server has, as it lists them; null if it does not say. */
export function modelsOf(response: OutsideResponse): string[] | null {
	const value = jsonOf(response);
	const list = field(value, 'data') ?? field(value, 'models');
	if (!Array.isArray(list)) return null;
	const names = list.map((each: unknown) => stringOf(field(each, 'id')) || stringOf(field(each, 'name')));
	return names.filter((name) => name !== '' && name.length <= 200).slice(0, 500);
}

/** What a server says went wrong, as plain text and short; it comes from outside. */
export function saidBy({ bytes }: OutsideResponse): string {
	const text = new TextDecoder().decode(bytes.slice(0, 20_000));
	try {
		return errorWords(JSON.parse(text));
	} catch {
		// A page of HTML says nothing worth showing.
		return /^\s*</.test(text) ? '' : shortened(text);
	}
}

function errorWords(value: unknown): string {
	const error = field(value, 'error') ?? value;
	return shortened(
		stringOf(error) ||
			stringOf(field(error, 'message')) ||
			stringOf(field(value, 'message')) ||
			stringOf(field(value, 'detail'))
	);
}

/** @throws AppError `model-junk` */
function jsonOf({ bytes }: OutsideResponse): unknown {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new AppError('model-junk', 'The server’s answer is no text. Check the address.');
	}
	try {
		return JSON.parse(text);
	} catch {
		const message = /^\s*</.test(text)
			? 'The server answers with a web page, not as a language model. Check the address; it often ends in /v1.'
			: 'The server’s answer is not whole or not JSON. Try again, or check the address.';
		throw new AppError('model-junk', message);
	}
}

function field(value: unknown, name: string): unknown {
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
	return (value as Readonly<Record<string, unknown>>)[name];
}

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const MOST_SAID = 240;

function shortened(text: string): string {
	const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
	return line.length > MOST_SAID ? `${line.slice(0, MOST_SAID - 1)}…` : line;
}
