import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
	baseAddress,
	forgetKey,
	isOpenToAll,
	NO_MODEL,
	readKey,
	readModelSettings,
	writeKey,
	writeModelSettings
} from '../../../src/lib/state/studio/model-settings';
import { backupBytes } from '../../support/backup';
import { freshDatabase } from '../../support/database';

const kept = new Map<string, string>();
beforeEach(() => {
	kept.clear();
	vi.stubGlobal('localStorage', {
		getItem: (name: string) => kept.get(name) ?? null,
		setItem: (name: string, value: string) => kept.set(name, value),
		removeItem: (name: string) => kept.delete(name)
	});
});
afterEach(() => vi.unstubAllGlobals());

describe('the address of a model’s server', () => {
	it.each([
		['http://localhost:11434', 'http://localhost:11434/v1'],
		['localhost:11434', 'http://localhost:11434/v1'],
		['127.0.0.1:8080/', 'http://127.0.0.1:8080/v1'],
		['192.168.1.20:1234/v1', 'http://192.168.1.20:1234/v1'],
		['workshop.local:8080', 'http://workshop.local:8080/v1'],
		['example.org', 'https://example.org/v1'],
		[' https://example.org/api/v1/ ', 'https://example.org/api/v1'],
		['https://example.org/v1/chat/completions', 'https://example.org/v1'],
		['https://example.org/v1/models?x=1#top', 'https://example.org/v1']
	])('%s is taken as people write it', (typed, base) => {
		expect(baseAddress(typed)).toBe(base);
	});

	it.each(['', ' ', 'ftp://example.org', 'https://', 'http://name:word@example.org', 'not an address'])(
		'“%s” is none, and that is said',
		(typed) => {
			expect(() => baseAddress(typed)).toThrow(/[Aa]ddress/);
		}
	);

	it('is open to all where it is neither encrypted nor on this computer', () => {
		expect(isOpenToAll('http://192.168.1.20/v1')).toBe(true);
		expect(isOpenToAll('http://localhost:11434/v1')).toBe(false);
		expect(isOpenToAll('https://example.org/v1')).toBe(false);
	});
});

describe('settings and key', () => {
	it('are kept apart, and the key can be forgotten', () => {
		expect(readModelSettings()).toEqual(NO_MODEL);
		writeModelSettings({ address: 'localhost:11434', model: 'small' });
		writeKey(' sk-secret ');
		expect(readModelSettings()).toEqual({ address: 'localhost:11434', model: 'small' });
		expect(readKey()).toBe('sk-secret');
		expect([...kept.values()].filter((value) => value.includes('sk-secret'))).toHaveLength(1);
		forgetKey();
		expect([...kept.values()].join()).not.toContain('sk-secret');
	});

	it('are in no backup', async () => {
		writeModelSettings({ address: 'localhost:11434', model: 'small' });
		writeKey('sk-secret');
		const files = Object.values(unzipSync(await backupBytes(freshDatabase(), 0)));
		expect(files.length).toBeGreaterThan(0);
		for (const file of files) expect(strFromU8(file)).not.toMatch(/sk-secret|11434/);
	});

	it('that are damaged or shut off are as if there were none', () => {
		kept.set('recite.model', '{"address": 3');
		expect(readModelSettings()).toEqual(NO_MODEL);
		vi.stubGlobal('localStorage', undefined);
		expect(readModelSettings()).toEqual(NO_MODEL);
		expect(readKey()).toBe('');
		expect(() => writeKey('k')).not.toThrow();
	});
});
