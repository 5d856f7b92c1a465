import { expect, onTestFinished, test } from 'vitest';
import { ledger } from '../../mocks/ledger.ts';
import { SimulatedWebSocket } from '../../mocks/simulated-web-socket.ts';
import { Session } from './session.ts';
import type { SessionOptions } from './session-state.ts';

async function open(storyId: string, options: Partial<SessionOptions> = {}): Promise<Session> {
  const session = await Session.open({
    storyId,
    addresses: 'wss://api.test/*',
    liveServerUrl: undefined,
    transport: 'simulated',
    ...options,
  });
  onTestFinished(() => session.dispose());
  return session;
}

test('two stories at one address on one page: the second one says so', async () => {
  const first = await open('a--one');
  const second = await open('a--two');
  expect(first.state.problems).toEqual([]);
  expect(second.state.problems).toEqual([
    expect.stringContaining('The story a--one on this page has a server at wss://api.test/* too'),
  ]);
});

test('what a left story’s socket is, until the next story begins', async () => {
  const first = await open('a--one');
  const url = 'wss://api.test/live';
  const made = () => {
    new SimulatedWebSocket(url);
    return ledger.sockets.at(-1);
  };
  expect(made()).toMatchObject({ goal: 'server', storyId: 'a--one' });
  first.dispose();
  expect(made()).toMatchObject({ goal: 'left', storyId: 'a--one' });
  await open('a--two', { addresses: { other: 'wss://other.test/*', api: 'wss://api.test/live' } });
  expect(made()).toMatchObject({ goal: 'server', storyId: 'a--two' });
});

test('a wrong address fails the story, with what to write', async () => {
  await expect(open('a--three', { addresses: 'api.test' })).rejects.toThrow(
    "'api.test' is not the address of a WebSocket server",
  );
  // And may be corrected.
  await expect(open('a--three')).resolves.toBeDefined();
});
