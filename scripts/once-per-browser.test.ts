import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { oncePerBrowser } from './once-per-browser.ts';

test('makes it again for a browser that has changed, for another one, and for a broken file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'once-per-browser-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  onTestFinished(() => void vi.unstubAllEnvs());
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  await writeFile(first, '');
  await writeFile(second, '');
  const file = join(folder, 'cache', 'kept.json');
  let count = 0;
  const make = () => oncePerBrowser(file, async () => ++count);

  vi.stubEnv('BROWSER_PATH', first);
  expect([await make(), await make()]).toEqual(['1', '1']);
  await utimes(first, 1, 1);
  expect([await make(), await make()]).toEqual(['2', '2']);
  vi.stubEnv('BROWSER_PATH', second);
  expect([await make(), await make()]).toEqual(['3', '3']);
  // Gone, so whichever browser this machine has.
  await rm(second);
  vi.stubEnv('BROWSER_PATH', undefined);
  expect(await make()).toBe('4');
  vi.stubEnv('BROWSER_PATH', first);
  expect([await make(), await make()]).toEqual(['5', '5']);
  await writeFile(file, '{');
  expect([await make(), await make()]).toEqual(['6', '6']);
});
