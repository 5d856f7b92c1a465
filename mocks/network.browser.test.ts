import { ws } from 'msw/ws';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { installSimulatedWebSocket } from './install.ts';
import { ledger } from './ledger.ts';
import { includeMswHandlers } from './msw/link.ts';
import { addLink, findLink, NativeWebSocket } from './network.ts';
import { SimulatedServer } from './simulated-server.ts';
import { SimulatedWebSocket } from './simulated-web-socket.ts';

function until(target: EventTarget, type: string): Promise<Event> {
  return new Promise((resolve) => {
    target.addEventListener(type, resolve, { once: true });
  });
}

const undos: (() => void)[] = [];
afterEach(() => {
  for (const undo of undos.splice(0).reverse()) undo();
});

describe('the simulated network', () => {
  test('gives a URL that nothing simulates to the browser itself', async () => {
    const uninstall = installSimulatedWebSocket();
    undos.push(uninstall);
    const socketsBefore = ledger.sockets.length;
    // Port 9 is "discard": Chromium refuses it without asking the network.
    const socket = new WebSocket('ws://127.0.0.1:9/');
    // Only a socket of the browser's own has what its getters read.
    expect(Reflect.get(NativeWebSocket.prototype, 'url', socket)).toBe('ws://127.0.0.1:9/');
    expect(Object.getPrototypeOf(socket)).toBe(WebSocket.prototype);
    expect(socket).toBeInstanceOf(WebSocket);
    expect(((await until(socket, 'close')) as CloseEvent).code).toBe(1006);
    expect(ledger.sockets).toHaveLength(socketsBefore + 1);
    expect(ledger.sockets.at(-1)).toMatchObject({ transport: 'browser', state: 'closed' });
  });

  test('gives the page its own WebSocket back', () => {
    const uninstall = installSimulatedWebSocket();
    expect(WebSocket).toBe(SimulatedWebSocket);
    uninstall();
    expect(WebSocket).toBe(NativeWebSocket);
  });

  test('runs the handlers that `ws.link` makes', async () => {
    const heard: unknown[] = [];
    const link = ws.link('wss://chat.test/:room').addEventListener('connection', (connection) => {
      const { client, params } = connection;
      client.addEventListener('message', ({ data }) => {
        heard.push(data, params['room']);
        if (typeof data === 'string') client.send(`you said ${data}`);
        client.close(1001, 'enough');
      });
    });
    includeMswHandlers(() => [link]);
    undos.push(() => includeMswHandlers(() => []));

    const socket = new SimulatedWebSocket('wss://chat.test/lobby');
    await until(socket, 'open');
    socket.send('hello');
    expect(((await until(socket, 'message')) as MessageEvent).data).toBe('you said hello');
    expect(await until(socket, 'close')).toMatchObject({ code: 1001, reason: 'enough' });
    expect(heard).toEqual(['hello', 'lobby']);
  });

  test('refuses the handshake when a handler throws, and reports what it threw', async () => {
    const thrown = new Error('a mistake in a handler');
    const report = vi.spyOn(globalThis, 'reportError').mockImplementation(() => undefined);
    undos.push(() => report.mockRestore());
    undos.push(
      addLink({
        address: { test: () => true, fit: () => 0 },
        goal: 'server',
        connect: () => Promise.reject(thrown),
      }),
    );
    const socket = new SimulatedWebSocket('wss://lab.test/broken');
    await until(socket, 'error');
    expect(report).toHaveBeenCalledWith(thrown);
  });

  test('keeps two servers apart, and forgets the one that is disposed of', async () => {
    const one = new SimulatedServer('wss://lab.test/one');
    const two = new SimulatedServer('wss://lab.test/two');
    undos.push(() => two.dispose());
    const socket = new SimulatedWebSocket('wss://lab.test/one');
    const other = new SimulatedWebSocket('wss://lab.test/two');
    await Promise.all([until(socket, 'open'), until(other, 'open')]);
    expect([one.connections.length, two.connections.length]).toEqual([1, 1]);

    one.dispose();
    expect([socket.readyState, other.readyState]).toEqual([3, 1]);
    expect(findLink('wss://lab.test/one')).toBeUndefined();
  });

  test.for([
    ['wss://lab.test/a?room=1', 'wss://lab.test/a?room=2', 'wss://lab.test/a?room=2&token=x'],
    ['wss://lab.test/a', 'wss://lab.test/a/b', 'wss://lab.test/a/b/c'],
    ['wss://lab.test/a/b', 'wss://lab.test/a/b?room=1', 'wss://lab.test/a/b?room=1'],
  ])('takes a socket to the server that fits best: not %s, but %s', async ([one, two, url]) => {
    for (const [first, second] of [
      [one, two],
      [two, one],
    ]) {
      const servers = [new SimulatedServer(first ?? ''), new SimulatedServer(second ?? '')];
      const meant = servers.find((server) => server.url === two);
      const socket = new SimulatedWebSocket(url ?? '');
      await until(socket, 'open');
      expect(meant?.connections).toHaveLength(1);
      for (const server of servers) server.dispose();
    }
  });

  test('ends each socket of a server that is disposed of, also where none has reached it yet', async () => {
    const server = new SimulatedServer('wss://lab.test/held');
    await server.hold();
    const held = new SimulatedWebSocket('wss://lab.test/held');
    // One handshake at a time with an address: it waits for the first to be answered.
    const waiting = new SimulatedWebSocket('wss://lab.test/held');
    await server.nextConnection();
    server.dispose();
    expect(held.readyState).toBe(WebSocket.CLOSED);
    await expect.poll(() => waiting.readyState).toBe(WebSocket.CLOSED);
  });
});
