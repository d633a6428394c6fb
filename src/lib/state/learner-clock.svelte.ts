import { dayBegins, learnerDay } from '../domain/learner-day';
import type { Moment } from '../storage/log';

/** The one place where the app reads the clock and the time zone. */
export class LearnerClock {
	/** Unix ms, moved on every so often and whenever the page comes back to the front. */
	now = $state(Date.now());
	tz = $state(deviceZone());
	rolloverHour = $state(4);
	readonly today = $derived(learnerDay(this.now, this.tz, this.rolloverHour));
	/** Unix ms at which `today` is over. */
	readonly dayEnds = $derived(dayBegins(this.today + 1, this.tz, this.rolloverHour));

	/** Keeps `now` moving until the returned function is called. */
	start(): () => void {
		const tick = (): void => {
			this.now = Date.now();
			this.tz = deviceZone();
		};
		const onvisible = (): void => {
			if (document.visibilityState === 'visible') tick();
		};
		const timer = setInterval(tick, 15_000);
		document.addEventListener('visibilitychange', onvisible);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', onvisible);
		};
	}

	/** This very moment, for an event. */
	moment(): Moment {
		const at = Date.now();
		return { at, tz: this.tz, day: learnerDay(at, this.tz, this.rolloverHour) };
	}
}

function deviceZone(): string {
	return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
