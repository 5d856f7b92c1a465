import { mockChannel } from 'storybook/preview-api';
import { describe, expect, inject, test } from 'vitest';
import { ledger } from '../../../mocks/ledger.ts';
import { SimulatedWebSocket } from '../../../mocks/simulated-web-socket.ts';
import type { SocketServer } from '../../../mocks/socket-server.ts';
import { defaultServerArgs, type ServerArgs } from '../../story/server-args.ts';
import { Session } from '../../story/session.ts';
import { PanelChannel } from '../model/channel.ts';
import type { Command } from '../model/command.ts';
import { Emitter } from './emitter.ts';

const STORY = 'recorded';
const TEXT = `it's "one"\n`;

/** Late enough for whoever does not wait to be ahead of it. */
const ANSWER_MS = 20;

type Transport = Session['transport'];

/** The panel beside a story, with what it has posted last. */
class Panel {
  code = '';
  isOn = false;
  readonly #channel = new PanelChannel(mockChannel());
  readonly #emitter = new Emitter(this.#channel);
  #run = 0;

  constructor(session: Session) {
    this.#channel.on('run', ({ id }) => (this.#run = id));
    this.#channel.on('recording', ({ isOn, code }) => Object.assign(this, { isOn, code }));
    this.begin(session);
    this.#channel.emit('watch', { isShown: true });
  }

  begin(session: Session): void {
    this.#emitter.begin(STORY, session);
  }

  command(command: Command): void {
    this.#channel.emit('command', { run: this.#run, command });
  }

  async record(isOn: boolean): Promise<void> {
    this.command({ verb: 'record', isOn });
    await expect.poll(() => this.isOn).toBe(isOn);
  }
}

async function openSession(transport: Transport): Promise<Session> {
  const session = await Session.open({
    storyId: STORY,
    url: `wss://lab.test/${STORY}`,
    liveServerUrl: inject('liveServerUrl'),
    transport,
  });
  await session.control(defaultServerArgs);
  return session;
}

/** What a page that answers the first text sees of a connection that is made, and driven to its end. */
async function traceOf(
  transport: Transport,
  act: (session: Session) => Promise<void>,
): Promise<unknown[]> {
  const session = await openSession(transport);
  const trace: unknown[] = [];
  const stop = ledger.subscribe((event, data) => {
    // What a real socket of the page sends, the ledger does not know.
    const content = data instanceof Blob ? data.size : data;
    const told = event.type === 'created' ? { type: event.type } : event;
    trace.push([{ ...told, at: 0, socketId: 0 }, content]);
  });
  const socket = new SimulatedWebSocket(session.server.url);
  let hasAnswered = false;
  socket.addEventListener('message', ({ data }) => {
    if (data !== TEXT || hasAnswered) return;
    hasAnswered = true;
    setTimeout(() => socket.send('an answer'), ANSWER_MS);
  });
  const closed = new Promise((resolve) => socket.addEventListener('close', resolve));
  await act(session);
  await closed;
  stop();
  session.dispose();
  return trace;
}

/** Runs the text of a play function, as a story file would. */
async function play(code: string, server: SocketServer): Promise<void> {
  const module = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(`export default { ${code} }`)}`
  )) as { default: { play: (context: { server: SocketServer }) => Promise<void> } };
  await module.default.play({ server });
}

const answered = (session: Session) => expect.poll(() => session.server.received).toHaveLength(1);
const streamed = (session: Session) =>
  expect.poll(() => session.server.streamed.count).toBeGreaterThan(2);

/** Everyone who drives a story's server: each says the same, in its own way. */
const DRIVERS: Readonly<Record<string, (session: Session, panel: Panel) => Promise<void>>> = {
  'the panel': async (session, panel) => {
    panel.command({ verb: 'send', content: { kind: 'text', text: TEXT } });
    await answered(session);
    panel.command({ verb: 'stall' });
    panel.command({ verb: 'send', content: { kind: 'binary', base64: btoa('\x00\xff') } });
    panel.command({ verb: 'resume' });
    panel.command({ verb: 'close', code: 4001, reason: 'bye' });
  },
  Controls: async (session) => {
    let args: ServerArgs = defaultServerArgs;
    const control = (change: Partial<ServerArgs>) => {
      args = { ...args, ...change };
      return session.control(args);
    };
    await control({ latencyMs: 20 });
    await control({ message: TEXT });
    await answered(session);
    await control({ messagesPerSecond: 100 });
    await streamed(session);
    await control({ messagesPerSecond: 0 });
    await control({ serverState: 'closed', closeCode: '4001', closeReason: 'bye' });
  },
  'a play function, or a page': async (session) => {
    const { server } = session;
    await server.send(new Blob(['\x00\xff']));
    await server.send(TEXT);
    await answered(session);
    await server.stream('tick', { perSecond: 200, count: 3 });
    await server.fail();
  },
  'whoever holds one connection': async (session) => {
    const connection = await session.server.nextConnection();
    await connection.send(TEXT);
    await answered(session);
    await session.server.connections[0]?.close(4001, 'bye');
  },
};

describe.for(['simulated', 'live'] as const)('on a %s server', (transport) => {
  test.for(Object.entries(DRIVERS))(
    'the recorded play function gives the same trace by itself: %s',
    async ([name, drive]) => {
      let code = '';
      const driven = await traceOf(transport, async (session) => {
        const panel = new Panel(session);
        await expect.poll(() => session.server.open).toHaveLength(1);
        await panel.record(true);
        await drive(session, panel);
        await expect.poll(() => session.server.open).toHaveLength(0);
        await panel.record(false);
        ({ code } = panel);
      });
      const replayed = await traceOf(transport, ({ server }) => play(code, server));
      expect(replayed).toEqual(driven);
      expect(code.includes('server.latencyMs = 20;')).toBe(name === 'Controls');
      // Made, two changes of state, open, something sent, close.
      expect(replayed.length).toBeGreaterThan(5);
    },
  );
});

test('writes down no verb that could not be done', async () => {
  const session = await openSession('simulated');
  const panel = new Panel(session);
  await panel.record(true);
  await expect(session.server.drop()).rejects.toThrow('no connection');
  await expect(session.server.close(1006)).rejects.toThrow('1006');
  await session.server.hold();
  await expect.poll(() => panel.code).toBe(`play: async ({ server }) => {
  await server.hold();
},`);
  session.dispose();
});

test('writes a behaviour by its name, and not what it does by itself', async () => {
  const session = await openSession('simulated');
  const panel = new Panel(session);
  await panel.record(true);
  panel.command({ verb: 'behave', behaviour: 'acceptsAndEchoes()' });
  await expect.poll(() => panel.code).toContain('acceptsAndEchoes()(server)');
  const socket = new SimulatedWebSocket(session.server.url);
  const echo = new Promise((resolve) => socket.addEventListener('message', resolve));
  socket.addEventListener('open', () => socket.send('echo me'));
  await echo;
  await session.server.drop();
  await expect.poll(() => panel.code)
    .toBe(`// import { acceptsAndEchoes } from 'react-websocket-lab';
play: async ({ server }) => {
  const undo1 = acceptsAndEchoes()(server);
  await server.nextConnection();
  await server.nextMessage();
  await server.drop();
},`);
  session.dispose();
});

test('goes on, from the beginning, when its story is run again', async () => {
  const first = await openSession('simulated');
  const panel = new Panel(first);
  await panel.record(true);
  await first.server.hold();
  await expect.poll(() => panel.code).toContain('hold');
  first.dispose();

  const second = await openSession('simulated');
  panel.begin(second);
  await second.server.refuse();
  await expect.poll(() => panel.code).toBe(`play: async ({ server }) => {
  await server.refuse();
},`);
  expect(panel.isOn).toBe(true);
  second.dispose();
});
