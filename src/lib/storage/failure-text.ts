import type { Failure } from './failure';

/** Apart from the sorting of errors, because the words are needed only when something has gone wrong. */
interface FailureText {
	readonly title: string;
	readonly advice: string;
}

export const FAILURE_TEXT: Record<Failure, FailureText> = {
	'no-storage': {
		title: 'This window cannot keep anything',
		advice:
			'The browser gives this page no database. That is usual in private windows and where site data are switched off. Open Recite in an ordinary window, or allow site data for this address.'
	},
	quota: {
		title: 'The device is out of space',
		advice:
			'What was written before is safe. What you did last may be in this window only: free some space on the device, then choose “Try again”. Do not close this window before.'
	},
	'connection-lost': {
		title: 'The connection to the database was lost',
		advice:
			'The browser closed it, most often because the page was in the background. What you did last is kept in this window. Choose “Try again”.'
	},
	blocked: {
		title: 'Another window holds an older Recite open',
		advice: 'Close the other Recite windows, or reload them. This one goes on by itself.'
	},
	'newer-version': {
		title: 'A newer Recite has been here',
		advice: 'The data on this device were written by a newer version. Reload to get it. Nothing has been changed.'
	},
	damaged: {
		title: 'Part of the log cannot be read',
		advice:
			'Nothing has been changed. Save a backup: it takes along everything, the damaged part too. Then restore your last good backup; if there is none, restore the one just saved. Recite then goes on without the damaged part, and keeps it. Both are in Settings, and here when Recite cannot open.'
	},
	unknown: {
		title: 'Something went wrong with the database',
		advice:
			'Nothing has been written by halves. Choose “Try again”. If it happens again, save a backup (in Settings, or here when Recite cannot open) and reload.'
	}
};
