/** What a build has captured for itself, as there is no server that could be asked later. */
import { readFile } from 'node:fs/promises';
import { expect, openAlone, test } from './lab.ts';

test('a built lab shows the handshake of the browser that was there', async ({ page }) => {
  await openAlone(page, 'story', 'protocol-handshake--step-by-step');
  await page.getByRole('radio', { name: /^2/ }).check();
  const key = page.getByRole('textbox', { name: 'Sec-WebSocket-Key' });
  await expect(key).toHaveValue(/^.{22}==$/);
  // Made again for each handshake, so the one in the repository is another (RFC 6455 §4.1).
  const inRepository = await readFile('stories/protocol/handshake/capture.json', 'utf8');
  expect(inRepository).not.toContain(await key.inputValue());
});
