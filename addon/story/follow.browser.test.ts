import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { SimulatedWebSocket } from '../../mocks/simulated-web-socket.ts';
import { defaultServerArgs, type ServerArgs } from './server-args.ts';
import type { Transport } from './open-server.ts';
import { Session } from './session.ts';

const STORY = 'followed';

/** What the Controls say, and what they have been told. */
let args: ServerArgs;
let told: Partial<ServerArgs>[];
let session: Session;
/** Whether Storybook renders nothing for now. */
let isSlow: boolean;

/** Begins the story as Storybook does, with its arguments as they are by now. */
async function begin(transport: Transport = 'simulated'): Promise<void> {
  session = await Session.open({
    storyId: STORY,
    url: `wss://lab.test/${STORY}`,
    liveServerUrl: inject('liveServerUrl'),
    transport,
    onFollow: (change) => {
      told.push(change);
      if (told.length > 50)
        throw new Error('The Controls and the server follow each other in a loop.');
      if (isSlow) return;
      args = { ...args, ...change };
      // Storybook renders the story again.
      void session.control(args);
    },
  });
  await session.control(args);
}

async function choose(change: Partial<ServerArgs>): Promise<void> {
  args = { ...args, ...change };
  await session.control(args);
}

const next = (socket: EventTarget, type: string) =>
  new Promise((resolve) => socket.addEventListener(type, resolve, { once: true }));

async function connect(): Promise<WebSocket> {
  const socket = new SimulatedWebSocket(session.server.url);
  await next(socket, 'open');
  await session.server.nextConnection();
  return socket;
}

/** A frame later, all that follows has been told. */
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

beforeEach(() => {
  args = defaultServerArgs;
  told = [];
  isSlow = false;
});
afterEach(() => session.dispose());

describe.for(['simulated', 'live'] as const)('the Control follows: %s', (transport) => {
  test.for<[string, ServerArgs['serverState'], (socket: WebSocket) => unknown]>([
    ['the page closes', 'closed', (socket) => socket.close()],
    ['the server closes', 'closed', () => session.server.close(4321, 'bye')],
    ['the server drops', 'closed', () => session.server.drop()],
    ['the server fails', 'error', () => session.server.fail()],
  ])('%s', async ([, state, end]) => {
    await begin(transport);
    session.letControlsFollow();
    const socket = await connect();
    const closed = next(socket, 'close');
    await end(socket);
    await closed;
    await expect.poll(() => args.serverState).toBe(state);
    // And back: the server still accepts.
    await connect();
    await expect.poll(() => args.serverState).toBe('open');
    expect(args.startState).toBeUndefined();
  });

  test('what the server does with handshakes', async () => {
    await begin(transport);
    session.letControlsFollow();
    await session.server.hold();
    await expect.poll(() => args.serverState).toBe('connecting');
    await session.server.refuse();
    await expect.poll(() => args.serverState).toBe('error');
    await session.server.accept();
    await expect.poll(() => args.serverState).toBe('open');
  });
});

describe('the Control', () => {
  test('is told once of each change, and tells the server nothing of it', async () => {
    await begin();
    session.letControlsFollow();
    const closed = next(await connect(), 'close');
    await expect.poll(() => args.serverState).toBe('open');
    told.length = 0;
    await session.server.drop();
    await closed;
    for (let frames = 0; frames < 5; frames++) await nextFrame();
    expect(told).toEqual([{ serverState: 'closed', startState: 'open' }]);
    // The server was not told to close what comes.
    expect(session.server.policy).toBe('accept');
  });

  test('that follows when things have moved on is no choice', async () => {
    await begin();
    session.letControlsFollow();
    isSlow = true;
    await session.server.hold();
    await expect.poll(() => told.at(-1)?.serverState).toBe('connecting');
    await session.server.accept();
    isSlow = false;
    await choose(told[0] ?? {});
    expect(session.server.policy).toBe('accept');
    await expect.poll(() => args).toMatchObject({ serverState: 'open', startState: undefined });
    await connect();
  });

  test('waits until the play function has ended', async () => {
    await begin();
    await connect();
    await session.server.fail();
    await session.server.nextClose();
    await nextFrame();
    await nextFrame();
    expect(told).toEqual([]);
    session.letControlsFollow();
    expect(args).toMatchObject({ serverState: 'error', startState: 'open' });
  });

  test('that only follows is no choice when the story begins again', async () => {
    args = { ...args, serverState: 'connecting' };
    await begin();
    session.letControlsFollow();
    await session.server.accept();
    await connect();
    await session.server.refuse();
    await session.server.drop();
    await expect.poll(() => args.serverState).toBe('error');
    session.dispose();
    await begin();
    expect(session.server.policy).toBe('hold');
    session.letControlsFollow();
    expect(args).toMatchObject({ serverState: 'connecting', startState: undefined });
  });

  test('stays where the user puts it, until something else happens', async () => {
    await begin();
    session.letControlsFollow();
    await connect();
    await session.server.drop();
    await expect.poll(() => args.serverState).toBe('closed');
    await choose({ serverState: 'open' });
    await nextFrame();
    await nextFrame();
    expect(args).toMatchObject({ serverState: 'open', startState: undefined });
    // As it is with `closed`, for each connection that comes.
    await choose({ serverState: 'closed' });
    told.length = 0;
    for (let times = 0; times < 2; times++) {
      const closed = next(await connect(), 'close');
      await closed;
    }
    await nextFrame();
    await nextFrame();
    expect(told).toEqual([]);
    // Until another driver accepts.
    await session.server.accept();
    await connect();
    await expect.poll(() => args).toMatchObject({ serverState: 'open', startState: 'closed' });
  });

  test('leaves what a behaviour does to be seen, and chooses nothing by it', async () => {
    await begin();
    await session.server.hold();
    session.letControlsFollow();
    expect(args).toMatchObject({ serverState: 'connecting', startState: 'open' });
    await choose({ message: 'another' }).catch(() => undefined);
    expect(session.server.policy).toBe('hold');
  });
});
