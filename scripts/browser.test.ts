import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser } from './browser.ts';

afterEach(() => vi.unstubAllEnvs());

test('BROWSER_PATH names the browser', async () => {
  vi.stubEnv('BROWSER_PATH', process.execPath);
  await expect(findBrowser()).resolves.toBe(process.execPath);
});

test('a BROWSER_PATH without a file is answered in one sentence that names it', async () => {
  vi.stubEnv('BROWSER_PATH', '/no/such/browser');
  await expect(findBrowser()).rejects.toThrow(
    /^BROWSER_PATH names \/no\/such\/browser, and there is no such file\./,
  );
});
