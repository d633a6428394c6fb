import type { EventBody } from '../domain/event';
import type { ReciteDatabase } from '../storage/schema';
import type { LearnerClock } from './learner-clock.svelte';
import { storedSettings } from '../storage/reading';
import type { FailedReads } from './failed-reads.svelte';
import { Live } from './live.svelte';

/** Settings that belong to the learner and travel with the log. What belongs to the device is in `device.svelte.ts`. */
export interface SettingValues {
	/** Hour at which the learner's day begins, 0 to 23. */
	readonly rolloverHour: number;
	/** Grade by swiping a revealed card. */
	readonly swipe: boolean;
	/** Show the next interval on the grade buttons. */
	readonly showIntervals: boolean;
}

export const DEFAULT_SETTINGS: SettingValues = { rolloverHour: 4, swipe: true, showIntervals: true };

type Put = (body: Extract<EventBody, { kind: 'setting.put' }>) => Promise<void>;

export class Settings {
	readonly #rows: Live<SettingValues>;
	readonly #put: Put;
	readonly #read: () => Promise<SettingValues>;
	#loaded = DEFAULT_SETTINGS;

	constructor(db: ReciteDatabase, clock: LearnerClock, failedReads: FailedReads, put: Put) {
		this.#put = put;
		this.#read = async () => {
			const values = sound(await storedSettings(db));
			clock.rolloverHour = values.rolloverHour;
			return values;
		};
		this.#rows = new Live(this.#read, failedReads);
	}

	/** To be awaited before anything asks which day it is. */
	async load(): Promise<void> {
		this.#loaded = await this.#read();
	}

	/** The defaults until the stored ones are read; what was read on opening where they cannot be read again. */
	get values(): SettingValues {
		return this.#rows.current ?? this.#loaded;
	}

	async set<Name extends keyof SettingValues>(name: Name, value: SettingValues[Name]): Promise<void> {
		await this.#put({ kind: 'setting.put', name, value });
	}
}

/** Stored values that make no sense (a log from elsewhere can hold anything) give way to the defaults. */
function sound(stored: Record<string, unknown>): SettingValues {
	const { rolloverHour, swipe, showIntervals } = stored;
	return {
		rolloverHour:
			typeof rolloverHour === 'number' && Number.isInteger(rolloverHour) && rolloverHour >= 0 && rolloverHour < 24
				? rolloverHour
				: DEFAULT_SETTINGS.rolloverHour,
		swipe: typeof swipe === 'boolean' ? swipe : DEFAULT_SETTINGS.swipe,
		showIntervals: typeof showIntervals === 'boolean' ? showIntervals : DEFAULT_SETTINGS.showIntervals
	};
}
