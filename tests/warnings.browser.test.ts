/** The mistakes that the lab sees by itself. The stories of the pitfalls and of all patterns have them on screen. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SimulatedWebSocket } from '../mocks/simulated-web-socket.ts';
import { Session } from '../addon/story/session.ts';
import { findToken } from '../addon/story/warnings/token-in-url.ts';

const STORY = 'warned';

let session: Session;

async function open(clock: 'real' | 'paused'): Promise<void> {
  session = await Session.open({
    storyId: STORY,
    url: `wss://lab.test/${STORY}`,
    liveServerUrl: undefined,
    transport: 'simulated',
    clock,
  });
}

beforeEach(() => open('real'));
afterEach(() => session.dispose());

const kinds = () => session.warnings.map(({ kind }) => kind);
const next = (socket: EventTarget, type: string) =>
  new Promise((resolve) => socket.addEventListener(type, resolve, { once: true }));

async function connect(): Promise<WebSocket> {
  const socket = new SimulatedWebSocket(session.server.url);
  await next(socket, 'open');
  return socket;
}

/** As `connect`, by another line of code. */
async function connectElsewhere(): Promise<WebSocket> {
  const socket = new SimulatedWebSocket(session.server.url);
  await next(socket, 'open');
  return socket;
}

/** What React calls so when it runs the effects of StrictMode again. */
function doubleInvokeEffectsOnFiber<T>(run: () => T): T {
  return run();
}

describe('a message after the end', () => {
  test('on a socket that closes, and on one that has closed', async () => {
    const socket = await connect();
    socket.send('in time');
    expect(kinds()).toEqual([]);
    socket.close();
    socket.send('too late');
    expect(kinds()).toEqual(['discarded']);
    expect(session.warnings[0]?.text).toMatch(
      /^WebSocket is already in CLOSING or CLOSED state\. /,
    );
  });

  test('when it has closed', async () => {
    const socket = await connect();
    socket.close();
    await next(socket, 'close');
    expect(kinds()).toEqual([]);
    socket.send('too late');
    expect(kinds()).toEqual(['discarded']);
  });
});

describe('two open sockets of one line', () => {
  test('the second comes while the first is open', async () => {
    await connect();
    expect(kinds()).toEqual([]);
    await connect();
    expect(kinds()).toEqual(['open twice']);
  });

  test('not of two lines, and not where the first was closed', async () => {
    const first = await connect();
    await connectElsewhere();
    first.close();
    await connect();
    expect(kinds()).toEqual([]);
  });

  test('not where several components come together, each with its own', async () => {
    await Promise.all([connect(), connect(), connect()]);
    expect(kinds()).toEqual([]);
    await connect();
    expect(kinds()).toEqual(['open twice']);
  });

  test('StrictMode’s second run is no second component', async () => {
    await Promise.all([connect(), doubleInvokeEffectsOnFiber(connect)]);
    expect(kinds()).toEqual(['open twice']);
  });
});

describe('a loop of attempts', () => {
  beforeEach(() => {
    session.dispose();
    return open('paused');
  });

  async function attempt(waitMs: number): Promise<void> {
    await session.instruments.clock.advance(waitMs);
    const socket = await connect();
    await session.server.nextConnection();
    const closed = next(socket, 'close');
    await session.server.close(1013);
    await closed;
  }

  test('six attempts with the same wait, and not five', async () => {
    for (let count = 1; count <= 5; count++) await attempt(1_000);
    expect(kinds()).toEqual([]);
    await attempt(1_000);
    expect(kinds()).toEqual(['loop']);
  });

  test('not with waits that grow', async () => {
    for (const waitMs of [1_000, 1_000, 1_000, 1_000, 1_000, 2_000, 2_000, 2_000]) {
      await attempt(waitMs);
    }
    expect(kinds()).toEqual([]);
  });

  test('not where a message has come in between', async () => {
    for (let count = 1; count <= 8; count++) {
      await attempt(1_000);
      if (count % 3 !== 0) continue;
      const socket = await connect();
      await session.server.send('proof');
      await next(socket, 'message');
      const closed = next(socket, 'close');
      await session.server.close(1013);
      await closed;
    }
    expect(kinds()).toEqual([]);
  });
});

test.for([
  ['wss://a.test/?token=abcdefgh12', 'token'],
  ['wss://a.test/?access_token=abcdefgh12', 'access_token'],
  ['wss://a.test/?t=eyJhbGciOi.eyJzdWIi.c2lnbg', 't'],
  ['wss://a.test/?API-Key=0123456789', 'API-Key'],
  ['wss://a.test/?room=general-discussion', undefined],
  ['wss://a.test/?auth=1', undefined],
  ['wss://a.test/token/abcdefgh12', undefined],
] as const)('what looks like a token in %s: %s', ([url, name]) => {
  expect(findToken(url)).toBe(name);
});
