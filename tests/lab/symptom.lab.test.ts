/** From what a developer sees to what to do: two clicks and a search, on the page for it or in the sidebar. */
import { describe, inject } from 'vitest';
import { expect, preview, test } from './lab.ts';

/** What is typed, and the pattern that does it right. */
const SYMPTOMS = [
  ['opens twice', 'A socket in an effect'],
  ['closed before the connection is established', 'A socket in an effect'],
  ['stale state in onmessage', 'A socket as a hook'],
  ['reconnects on every render', 'A socket as a hook'],
  ['only the last message', 'Every message, once'],
  ['messages out of order', 'Text and bytes in order'],
  ['1006', 'The four events'],
  ['backoff does not grow', 'Reset the back-off by proof'],
  ['reconnects after logout', 'Do what the close code says'],
  ['readyState stays 2', 'Find a dead line by asking'],
  ['access token in the server logs', 'A fresh token for each attempt'],
  ['Still in CONNECTING state', 'An outbox with a limit'],
  ['await never returns', 'Ask, and get the reply'],
  ['page freezes when many messages come', 'Once a frame'],
  ['users stay online after they close the tab', 'Who is here, who types'],
] as const;

test('two clicks and a search, for each of fifteen symptoms', async ({ page }) => {
  const frame = preview(page);
  for (const [words, pattern] of SYMPTOMS) {
    await page.goto(inject('storybookUrl'));
    await page.getByRole('button', { name: 'Find your symptom' }).click();
    await frame.getByRole('searchbox', { name: 'What do you see?' }).fill(words);
    const answers = frame.getByRole('list', { name: 'Answers' }).getByRole('listitem');
    // Among the first three answers.
    const link = frame.locator('ol li:nth-child(-n+3)').getByRole('link', { name: pattern });
    await expect(answers.first()).toBeVisible();
    await link.first().click();
    await expect(frame.locator('.lesson h1')).toHaveText(pattern);
  }
});

describe('Storybook’s own search finds a symptom by its words', () => {
  test.for([
    'opens twice',
    'only the last message',
    'closed before the connection is established',
    'Still in CONNECTING state',
    '1006',
    'ERR_CONNECTION_REFUSED',
    'window is not defined',
    'WebSocket is not defined',
    'Unexpected response code',
    'mixed content',
  ])('%s', async (words, { page }) => {
    await page.goto(inject('storybookUrl'));
    await page.locator('#storybook-explorer-searchfield').fill(words);
    const found = page
      .getByRole('option')
      .filter({ hasText: 'All symptoms' })
      .filter({ hasText: words })
      .first();
    await found.click();
    // Two pages may answer one symptom.
    const headings = preview(page).getByRole('heading', { name: words, level: 3 });
    await expect
      .poll(() =>
        headings.evaluateAll((all) =>
          all.some((heading) => {
            const { top } = heading.getBoundingClientRect();
            return top >= 0 && top < innerHeight;
          }),
        ),
      )
      .toBe(true);
  });
});
