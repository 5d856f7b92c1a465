import { mockChannel } from 'storybook/preview-api';
import { expect, inject, test } from 'vitest';
import { ledger } from '../../../mocks/ledger.ts';
import { SimulatedWebSocket } from '../../../mocks/simulated-web-socket.ts';
import type { SocketServer } from '../../../mocks/socket-server.ts';
import { defaultServerArgs } from '../../story/server-args.ts';
import { Session } from '../../story/session.ts';
import { PanelChannel } from '../model/channel.ts';
import type { Command } from '../model/command.ts';
import { toPlayFunction } from '../model/play-function.ts';
import { NO_RECORDING, record } from '../model/recording.ts';
import { Emitter } from './emitter.ts';

const STORY = 'recorded';
const TEXT = `it's "one"\n`;

const COMMANDS: readonly Command[] = [
  { verb: 'record', isOn: true },
  { verb: 'control', change: { latencyMs: 20 } },
  { verb: 'send', content: { kind: 'text', text: TEXT } },
  { verb: 'stall' },
  { verb: 'send', content: { kind: 'binary', base64: btoa('\x00\xff') } },
  { verb: 'resume' },
  { verb: 'control', change: { messagesPerSecond: 100 } },
  { verb: 'control', change: { messagesPerSecond: 0 } },
  { verb: 'close', code: 4001, reason: 'bye' },
  { verb: 'record', isOn: false },
];

/** Late enough for whoever does not wait to be ahead of it. */
const ANSWER_MS = 20;

/** What a page that answers the first text sees of a connection that is made, and driven to its end. */
async function traceOf(
  transport: 'simulated' | 'live',
  act: (session: Session) => Promise<void>,
): Promise<unknown[]> {
  const session = await Session.open({
    storyId: STORY,
    url: `wss://lab.test/${STORY}`,
    liveServerUrl: inject('liveServerUrl'),
    transport,
  });
  await session.control(defaultServerArgs);
  const trace: unknown[] = [];
  const stop = ledger.subscribe((event, data) => {
    // What a real socket of the page sends, the ledger does not know.
    const content = data instanceof Blob ? data.size : data;
    const told = event.type === 'created' ? { type: event.type } : event;
    trace.push([{ ...told, at: 0, socketId: 0 }, content]);
  });
  const socket = new SimulatedWebSocket(session.server.url);
  socket.addEventListener('message', ({ data }) => {
    if (data === TEXT) setTimeout(() => socket.send('an answer'), ANSWER_MS);
  });
  const closed = new Promise((resolve) => socket.addEventListener('close', resolve));
  await act(session);
  await closed;
  stop();
  session.dispose();
  return trace;
}

/** Drives a story as the panel does, waiting as a user would for what each command does. */
async function drive(session: Session): Promise<string> {
  const channel = new PanelChannel(mockChannel());
  let recording = NO_RECORDING;
  let drivenCount = 0;
  let run = 0;
  channel.on('run', ({ id }) => (run = id));
  channel.on('driven', ({ command, before }) => {
    recording = record(recording, command, before);
    drivenCount += 1;
  });
  let controls = defaultServerArgs;
  const emitter = new Emitter(channel, (_, args) => {
    controls = { ...controls, ...args };
    void session.control(controls);
  });
  emitter.begin(STORY, session);
  channel.emit('watch', { isShown: true });
  await session.server.nextConnection();
  await expect.poll(() => session.server.open).toHaveLength(1);
  for (const [index, command] of COMMANDS.entries()) {
    channel.emit('command', { run, command });
    await expect.poll(() => drivenCount).toBe(index + 1);
    if (command.verb === 'send') await expect.poll(() => session.server.received).toHaveLength(1);
    const isStream = command.verb === 'control' && (command.change.messagesPerSecond ?? 0) > 0;
    if (isStream) await expect.poll(() => session.streamed.count).toBeGreaterThan(2);
  }
  return toPlayFunction(recording.steps);
}

test.for(['simulated', 'live'] as const)(
  'the recorded play function, run by itself, gives the same trace: %s',
  async (transport) => {
    let play = '';
    const driven = await traceOf(transport, async (session) => {
      play = await drive(session);
    });
    expect(play).toContain('server.latencyMs = 20;');
    expect(play).toMatch(
      /await server.stream\('Hello from the server', \{ perSecond: 100, count: \d+ \}\);/,
    );

    const code = `export default { ${play} }`;
    const module = (await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
    )) as { default: { play: (context: { server: SocketServer }) => Promise<void> } };
    const replayed = await traceOf(transport, ({ server }) => module.default.play({ server }));
    expect(replayed).toEqual(driven);
    expect(replayed.length).toBeGreaterThan(COMMANDS.length);
  },
);
