import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SimulatedServer } from '../../mocks/simulated-server.ts';
import { SimulatedWebSocket } from '../../mocks/simulated-web-socket.ts';
import { ControlsDriver } from './controls-driver.ts';
import { heardServer, type HeardServer } from './heard-server.ts';
import { defaultServerArgs } from './server-args.ts';

const URL_OF_TEST = 'wss://lab.test/controls';

let server: SimulatedServer;
let heard: HeardServer;
let driver: ControlsDriver;
beforeEach(() => {
  server = new SimulatedServer(URL_OF_TEST);
  heard = heardServer(server);
  driver = new ControlsDriver(heard);
});
afterEach(() => {
  driver.dispose();
  server.dispose();
});

function next(socket: EventTarget, type: string): Promise<Event> {
  return new Promise((resolve) => {
    socket.addEventListener(type, resolve, { once: true });
  });
}

async function openSocket(): Promise<WebSocket> {
  await driver.apply(defaultServerArgs);
  const socket = new SimulatedWebSocket(URL_OF_TEST);
  await next(socket, 'open');
  return socket;
}

describe('Controls drive the server', () => {
  test('connecting holds, open accepts', async () => {
    await driver.apply({ ...defaultServerArgs, serverState: 'connecting' });
    const socket = new SimulatedWebSocket(URL_OF_TEST);
    await server.nextConnection();
    expect(socket.readyState).toBe(0);
    await driver.apply(defaultServerArgs);
    await next(socket, 'open');
  });

  test('error fails what is open, and refuses what comes', async () => {
    const socket = await openSocket();
    await driver.apply({ ...defaultServerArgs, serverState: 'error' });
    await next(socket, 'error');
    await next(new SimulatedWebSocket(URL_OF_TEST), 'error');
  });

  test('closed closes what is open and what comes, with code and reason', async () => {
    const closed = { serverState: 'closed', closeCode: 1012, closeReason: 'soon' } as const;
    const socket = await openSocket();
    await driver.apply({ ...defaultServerArgs, ...closed });
    expect(await next(socket, 'close')).toMatchObject({ code: 1012, reason: 'soon' });
    const later = new SimulatedWebSocket(URL_OF_TEST);
    await next(later, 'open');
    expect(await next(later, 'close')).toMatchObject({ code: 1012, reason: 'soon' });
  });

  test('closed closes a held handshake, once it has accepted it', async () => {
    await driver.apply({ ...defaultServerArgs, serverState: 'connecting' });
    const socket = new SimulatedWebSocket(URL_OF_TEST);
    await server.nextConnection();
    await driver.apply({ ...defaultServerArgs, serverState: 'closed', closeCode: 'none' });
    expect(await next(socket, 'close')).toMatchObject({ code: 1005, wasClean: true });
  });

  test('a message is sent when it changes, not before', async () => {
    const socket = await openSocket();
    await driver.apply({ ...defaultServerArgs, message: 'changed' });
    expect(await next(socket, 'message')).toMatchObject({ data: 'changed' });
  });

  test('a rate sends the message over and over, until it is zero', async () => {
    const socket = await openSocket();
    await driver.apply({ ...defaultServerArgs, messagesPerSecond: 500 });
    await next(socket, 'message');
    await next(socket, 'message');
    await driver.apply(defaultServerArgs);
    await server.send('last');
    let data: unknown;
    while (data !== 'last') data = ((await next(socket, 'message')) as MessageEvent).data;
  });

  test('latency puts the server behind, in the order in which it sends', async () => {
    const socket = await openSocket();
    const heard: unknown[] = [];
    socket.addEventListener('message', (event) => heard.push(event.data));
    await driver.apply({ ...defaultServerArgs, latencyMs: 40 });
    await server.send('late');
    await driver.apply({ ...defaultServerArgs, latencyMs: 0 });
    await server.send('soon');
    expect(heard).toEqual([]);
    await next(socket, 'message');
    await next(socket, 'message');
    expect(heard).toEqual(['late', 'soon']);
  });

  test.for([
    [{ serverState: 'closed', closeCode: 1006 }, /^closeCode: The close code .+ 1006 is none/],
    [
      { serverState: 'closed', closeReason: 'é'.repeat(62) },
      /^closeReason is at most 123 bytes of UTF-8, and this has 124/,
    ],
    [{ closeCode: 999 }, /^closeCode: .+ 999 is none/],
    [{ closeCode: 'soon' }, /^closeCode: .+ 1000–1003, 1007–1014, or 3000–4999. “soon” is not/],
  ] as const)('says in words what cannot be: $1', async ([nonsense, words]) => {
    const socket = await openSocket();
    const [problem, ...others] = await driver.apply({ ...defaultServerArgs, ...nonsense });
    expect(problem).toMatch(words);
    expect(others).toEqual([]);
    expect(socket.readyState).toBe(1);
  });

  test.for<[string, (server: SimulatedServer) => unknown, number]>([
    ['hold', (one) => one.hold(), 0],
    ['refuse', (one) => one.refuse(), 3],
  ])('leaves what a behaviour has decided when it starts: %s', async ([, behave, readyState]) => {
    behave(server);
    expect(await driver.apply(defaultServerArgs)).toEqual([]);
    const socket = new SimulatedWebSocket(URL_OF_TEST);
    await server.nextConnection();
    if (readyState === WebSocket.CLOSED) await next(socket, 'close');
    expect(server.open).toEqual([]);
    expect(socket.readyState).toBe(readyState);
    // What the user chooses then counts.
    await driver.apply({ ...defaultServerArgs, serverState: 'closed' });
    await driver.apply(defaultServerArgs);
    await next(new SimulatedWebSocket(URL_OF_TEST), 'open');
  });

  test.for(['connecting', 'error', 'closed'] as const)(
    'has nothing to complain of when it starts without a connection: %s',
    async (serverState) => {
      expect(await driver.apply({ ...defaultServerArgs, serverState })).toEqual([]);
    },
  );

  test('says that no one hears a message that is changed without a connection', async () => {
    await driver.apply(defaultServerArgs);
    const [problem] = await driver.apply({ ...defaultServerArgs, message: 'hello?' });
    expect(problem).toMatch(
      /^message: The server has no connection for `send`: none has come yet./,
    );
  });

  test('streams to no one without a complaint, until someone comes', async () => {
    await driver.apply({ ...defaultServerArgs, messagesPerSecond: 500 });
    await expect.poll(() => heard.streamed.count).toBeGreaterThan(2);
    await next(new SimulatedWebSocket(URL_OF_TEST), 'message');
  });

  test('ends the stream at zero, and when another one begins', async () => {
    const socket = await openSocket();
    const tick = { ...defaultServerArgs, message: 'tick', messagesPerSecond: 500 };
    await driver.apply(tick);
    await expect.poll(() => heard.streamed.count).toBeGreaterThan(2);
    await driver.apply({ ...tick, messagesPerSecond: 0 });
    const { count } = heard.streamed;
    // As long as five more of it would have taken; on the server itself, which is not counted.
    await server.stream('probe', { perSecond: 500, count: 5 });
    expect(heard.streamed.count).toBe(count);

    await driver.apply(tick);
    await driver.apply({ ...tick, message: 'tock' });
    const sent: unknown[] = [];
    socket.onmessage = ({ data }) => {
      // Some of these are still on their way.
      if (data !== 'probe') sent.push(data);
    };
    await expect.poll(() => sent.length).toBeGreaterThan(5);
    expect(new Set(sent)).toEqual(new Set(['tock']));
  });
});
