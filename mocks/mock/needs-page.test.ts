import { expect, test } from 'vitest';

test('without a page it says what to do', async () => {
  await expect(import('./index.ts')).rejects.toThrow(/needs a page .+ `environment: 'jsdom'`/);
});
