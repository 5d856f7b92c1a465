/** What becomes of a pattern that does not clean up, once its story is left. */
import { useEffect } from 'react';
import { expect, test } from 'vitest';
import preview from '#.storybook/preview';
import { ledger } from '../mocks/ledger.ts';

function Leaky({ url }: { url: string }) {
  useEffect(() => {
    new WebSocket(url);
  }, [url]);
  return null;
}

const leaky = preview
  .meta({
    title: 'leaky',
    component: Leaky,
    args: { url: 'wss://lab.test' },
    parameters: { server: { leavesBehind: 'That is what is tested here.' } },
  })
  .story();
const next = preview.meta({ title: 'next', render: () => <p>the next story</p> }).story();

const socket = () => ledger.sockets.find(({ storyId }) => storyId?.startsWith('leaky-'));

test('its socket is closed before the next story begins', async () => {
  await leaky.run();
  await expect.poll(() => socket()?.state).toBe('open');
  await next.run();
  expect(socket()?.state).toBe('closed');
});
