import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { RemoteServer } from './live/remote-server.ts';
import { ServerGroup } from './server-group.ts';
import { SimulatedServer } from './simulated-server.ts';
import { SimulatedWebSocket } from './simulated-web-socket.ts';

const PRICES = 'wss://api.test/prices/*';
const CHAT = 'wss://*.test/chat';

const TRANSPORTS = {
  simulated: async (address: string) => new SimulatedServer(address, 'a--story'),
  live: (address: string) => RemoteServer.openAt(inject('liveServerUrl'), 'a--story', address),
};

describe.for(Object.entries(TRANSPORTS))('servers by name, %s', ([, open]) => {
  let group: ServerGroup;
  let sockets: WebSocket[];
  beforeEach(async () => {
    sockets = [];
    group = new ServerGroup({ prices: await open(PRICES), chat: await open(CHAT) });
  });
  afterEach(() => {
    for (const socket of sockets) socket.close();
    group.dispose();
  });

  function connect(url: string, protocols?: string[]) {
    const socket = new SimulatedWebSocket(url, protocols);
    const seen: unknown[] = [];
    socket.onopen = () => seen.push('open');
    socket.onmessage = ({ data }) => seen.push(data);
    socket.onclose = ({ code }) => seen.push(code);
    sockets.push(socket);
    return { socket, seen };
  }

  test('each has its own sockets, and all of them together', async () => {
    const price = connect('wss://api.test/prices/eur?x=1', ['v1']);
    const { prices, chat } = group.servers;
    await expect.poll(() => price.seen).toEqual(['open']);
    const talk = connect('wss://eu.test/chat');
    await expect.poll(() => talk.seen).toEqual(['open']);

    await prices?.send('101');
    await chat?.send('hello');
    await group.send('both');
    await expect.poll(() => price.seen).toEqual(['open', '101', 'both']);
    await expect.poll(() => talk.seen).toEqual(['open', 'hello', 'both']);

    talk.socket.send('from chat');
    price.socket.send('from prices');
    await expect.poll(() => group.received.toSorted()).toEqual(['from chat', 'from prices']);
    expect(prices?.received).toEqual(['from prices']);
    expect(await group.nextConnection()).toMatchObject({
      url: 'wss://api.test/prices/eur?x=1',
      protocols: ['v1'],
    });
    expect(await chat?.nextConnection()).toMatchObject({ url: 'wss://eu.test/chat' });
    expect([price.socket.url, price.socket.protocol]).toEqual([
      'wss://api.test/prices/eur?x=1',
      'v1',
    ]);

    await prices?.close(4000);
    await expect.poll(() => price.seen.at(-1)).toBe(4000);
    expect(group.open).toHaveLength(1);
  });

  test('each decides about its own handshakes, and the group about all', async () => {
    await group.servers['prices']?.refuse();
    expect(group.policy).toBe('refuse');
    const refused = connect('wss://api.test/prices/eur');
    const open = connect('wss://api.test/chat');
    await expect.poll(() => [refused.seen, open.seen]).toEqual([[1006], ['open']]);

    // The policy of the group is the one that differs, whichever server has it.
    await group.accept();
    await group.servers['chat']?.hold();
    expect(group.policy).toBe('hold');

    await group.hold();
    expect([group.servers['prices']?.policy, group.servers['chat']?.policy]).toEqual([
      'hold',
      'hold',
    ]);
    const held = connect('wss://api.test/prices/usd');
    await expect.poll(() => group.connections.at(-1)?.url).toBe('wss://api.test/prices/usd');
    await group.accept();
    await expect.poll(() => held.seen).toEqual(['open']);
    expect(group.policy).toBe('accept');
  });

  test('the error of a verb that no one can hear names all its addresses', async () => {
    await expect(group.send('to no one')).rejects.toThrow(
      `The server is at ${PRICES} and ${CHAT}.`,
    );
  });

  test('a handshake that one server holds keeps none waiting at another of the same host', async () => {
    await group.servers['prices']?.hold();
    const held = connect('wss://api.test/prices/eur');
    await group.nextConnection();
    const open = connect('wss://api.test/chat');
    await expect.poll(() => open.seen).toEqual(['open']);
    expect(held.socket.readyState).toBe(WebSocket.CONNECTING);
  });

  test('latency is set for all, or for one', () => {
    const before: number[] = [];
    group.onChange(() => before.push(group.latencyMs));
    group.latencyMs = 20;
    expect(group.servers['chat']?.latencyMs).toBe(20);
    if (group.servers['chat']) group.servers['chat'].latencyMs = 5;
    expect(group.latencyMs).toBe(20);
    expect(before.length).toBeGreaterThan(0);
  });
});
