/** What several servers of one story are told is recorded for each, and plays the same by itself. */
import { mockChannel } from 'storybook/preview-api';
import { expect, inject, test } from 'vitest';
import { SimulatedWebSocket } from '../../../mocks/simulated-web-socket.ts';
import { Session } from '../../story/session.ts';
import { PanelChannel } from '../model/channel.ts';
import { Emitter } from './emitter.ts';

const STORY = 'recorded-several';

/** Late enough for whoever does not wait to be ahead of it. */
const ANSWER_MS = 20;

type Named = Session['server'] & Session['server']['servers'];

/** What a page hears that has a socket at each server, and answers what comes from `chat`. */
async function heardWhile(
  transport: Session['transport'],
  act: (server: Named) => Promise<void>,
): Promise<unknown> {
  const session = await Session.open({
    storyId: STORY,
    addresses: { prices: 'wss://prices.test/*', chat: 'wss://chat.test/*' },
    liveServerUrl: inject('liveServerUrl'),
    transport,
  });
  const connect = (url: string, onMessage: (socket: WebSocket) => void) => {
    const socket = new SimulatedWebSocket(url);
    const heard: unknown[] = [];
    socket.addEventListener('message', ({ data }) => {
      heard.push(data);
      onMessage(socket);
    });
    const closed = new Promise<void>((resolve) => {
      socket.addEventListener('close', ({ code }) => {
        heard.push(code);
        resolve();
      });
    });
    return { heard, closed };
  };
  const prices = connect('wss://prices.test/eur', () => undefined);
  const chat = connect('wss://chat.test/lobby', (socket) => {
    setTimeout(() => socket.send('an answer'), ANSWER_MS);
  });
  try {
    await act(session.server as Named);
    await Promise.all([prices.closed, chat.closed]);
  } finally {
    session.dispose();
  }
  return { prices: prices.heard, chat: chat.heard };
}

test.for(['simulated', 'live'] as const)('on %s servers', async (transport) => {
  let code = '';
  const driven = await heardWhile(transport, async (server) => {
    const channel = new PanelChannel(mockChannel());
    const emitter = new Emitter(channel);
    let run = 0;
    channel.on('run', ({ id }) => (run = id));
    channel.on('recording', (recording) => (code = recording.code));
    channel.emit('watch', { isShown: true });
    emitter.begin(STORY, Session.of(STORY));
    await expect.poll(() => server.open).toHaveLength(2);
    channel.emit('command', { run, command: { verb: 'record', isOn: true } });
    const content = { kind: 'text', text: 'hello' } as const;
    channel.emit('command', { run, command: { verb: 'send', content, server: 'chat' } });
    await expect.poll(() => server['chat']?.received).toEqual(['an answer']);
    await server['prices']?.stream('tick', { perSecond: 200, count: 3 });
    channel.emit('command', { run, command: { verb: 'drop', server: 'prices' } });
    await expect.poll(() => server.open).toHaveLength(1);
    channel.emit('command', {
      run,
      command: { verb: 'close', code: 4001, reason: 'bye', server: 'chat' },
    });
    await expect
      .poll(() => server.connections.map(({ state }) => state))
      .toEqual(['closed', 'closed']);
    channel.emit('command', { run, command: { verb: 'record', isOn: false } });
    await expect.poll(() => code).toContain('server.chat.nextClose()');
  });
  expect(code).toBe(`play: async ({ server }) => {
  await server.prices.nextConnection();
  await server.chat.nextConnection();
  await server.chat.send('hello');
  await server.chat.nextMessage();
  await server.prices.stream('tick', { perSecond: 200, count: 3 });
  await server.prices.drop();
  await server.prices.nextClose();
  await server.chat.close(4001, 'bye');
  await server.chat.nextClose();
},`);
  const module = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(`export default { ${code} }`)}`
  )) as { default: { play: (context: { server: Named }) => Promise<void> } };
  const replayed = await heardWhile(transport, (server) => module.default.play({ server }));
  expect(replayed).toEqual(driven);
  expect(driven).toEqual({ prices: ['tick', 'tick', 'tick', 1006], chat: ['hello', 4001] });
});
