import { afterEach, beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest';
import { putOnTime, realTime, type Time } from '../clock.ts';
import { RemoteServer } from '../live/remote-server.ts';
import { NativeWebSocket } from '../network.ts';
import { SimulatedServer } from '../simulated-server.ts';
import { SimulatedWebSocket } from '../simulated-web-socket.ts';
import type { Behaviour } from '../behaviour.ts';
import type { SocketServer } from '../socket-server.ts';
import { asksForToken } from './asks-for-token.ts';
import { endsTokenAfter } from './ends-token-after.ts';

const TRANSPORTS = {
  simulated: {
    open: async (): Promise<SocketServer> => new SimulatedServer('wss://lab.test/token'),
    Socket: SimulatedWebSocket,
  },
  live: {
    open: (): Promise<SocketServer> => RemoteServer.open(inject('liveServerUrl'), 'token'),
    Socket: NativeWebSocket,
  },
};
const HOUR_MS = 3_600_000;
const LOGGED_IN = '{"type":"logged-in"}';
const login = (token: string) => JSON.stringify({ type: 'login', token });

describe.each(Object.keys(TRANSPORTS) as (keyof typeof TRANSPORTS)[])('%s', (transport) => {
  const { open, Socket } = TRANSPORTS[transport];
  let server: SocketServer;
  let undo = () => {};
  beforeEach(async () => {
    server = await open();
  });
  afterEach(() => {
    undo();
    server.dispose();
  });

  /** An open socket at a server that behaves so, and what it has heard: messages, and its end. */
  async function connect(behaviour: Behaviour) {
    undo = behaviour(server);
    const socket = new Socket(server.url);
    const heard: string[] = [];
    socket.addEventListener('message', ({ data }) => heard.push(String(data)));
    socket.addEventListener('close', ({ code, reason }) => heard.push(`${code} ${reason}`));
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    return { socket, heard };
  }

  test('accepts a token, and another one later', async () => {
    const { socket, heard } = await connect(asksForToken());
    socket.send(login('one'));
    await expect.poll(() => heard).toEqual([LOGGED_IN]);
    socket.send('after a login, anything goes');
    socket.send(login('two'));
    await expect.poll(() => heard).toEqual([LOGGED_IN, LOGGED_IN]);
    expect(server.open).toHaveLength(1);
  });

  test('refuses a token that it does not accept', async () => {
    const { socket, heard } = await connect(asksForToken({ accepts: (token) => token === 'new' }));
    socket.send(login('old'));
    await expect.poll(() => heard).toEqual(['4401 token not accepted']);
  });

  test.each(['not JSON', '{"type":"login"}', 'null', '{"type":"chat","token":"one"}'])(
    'wants a login first, and not %s',
    async (message) => {
      const { socket, heard } = await connect(asksForToken());
      socket.send(message);
      await expect.poll(() => heard).toEqual(['4401 log in first']);
    },
  );

  test('says when a token ends, and ends the connection then', async () => {
    const { socket, heard } = await connect(endsTokenAfter(50));
    socket.send(login('one'));
    await expect
      .poll(() => heard)
      .toEqual([LOGGED_IN, '{"type":"token-expires","inMs":50}', '4401 token expired']);
  });

  test('counts from the last login: a renewal keeps the connection', async () => {
    const timers: { callback: () => void; isCancelled: boolean }[] = [];
    const after: Time['after'] = (ms, callback) => {
      if (ms !== HOUR_MS) return realTime.after(ms, callback);
      const timer = { callback, isCancelled: false };
      timers.push(timer);
      return () => {
        timer.isCancelled = true;
      };
    };
    onTestFinished(putOnTime({ ...realTime, after }));
    const { socket, heard } = await connect(endsTokenAfter(HOUR_MS));
    socket.send(login('one'));
    socket.send(login('two'));
    await expect.poll(() => heard).toHaveLength(4);
    expect(timers.map(({ isCancelled }) => isCancelled)).toEqual([true, false]);
    timers[1]?.callback();
    await expect.poll(() => heard.at(-1)).toBe('4401 token expired');
  });
});
