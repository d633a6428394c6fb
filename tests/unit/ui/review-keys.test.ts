import { describe, expect, it } from 'vitest';
import { REVIEW_KEYS, reviewAction } from '../../../src/lib/ui/studio/review/review-keys';

const pressed = (key: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent =>
	({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, target: null, ...more }) as KeyboardEvent;

describe('the keys of the review', () => {
	it('stand for one thing each', () => {
		const keys = REVIEW_KEYS.flatMap(({ keys }) => keys);
		expect(new Set(keys).size).toBe(keys.length);
	});

	it('are the same with caps lock on', () => {
		expect(reviewAction(pressed('A'))).toBe('accept');
	});

	it('leave the browser its own', () => {
		expect(reviewAction(pressed('r', { ctrlKey: true }))).toBeNull();
		expect(reviewAction(pressed('a', { metaKey: true }))).toBeNull();
		expect(reviewAction(pressed('ArrowLeft', { altKey: true }))).toBeNull();
	});

	it('undo and redo in every usual way', () => {
		expect(reviewAction(pressed('z'))).toBe('undo');
		expect(reviewAction(pressed('z', { ctrlKey: true }))).toBe('undo');
		expect(reviewAction(pressed('Z', { shiftKey: true }))).toBe('redo');
		expect(reviewAction(pressed('Z', { shiftKey: true, metaKey: true }))).toBe('redo');
		expect(reviewAction(pressed('y', { ctrlKey: true }))).toBe('redo');
	});

	it('mean nothing with Shift where they are not listed so', () => {
		expect(reviewAction(pressed('A', { shiftKey: true }))).toBeNull();
	});
});
