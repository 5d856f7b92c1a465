import { afterEach, expect, test } from 'vitest';
import { Address } from './address.ts';
import { ledger } from './ledger.ts';
import { SimulatedServer } from './simulated-server.ts';
import { SimulatedWebSocket } from './simulated-web-socket.ts';
import { describeSockets } from './whereabouts.ts';

const OWN = 'wss://lab.test/mine';

const servers: SimulatedServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.dispose();
});

test('says where each socket of the page went', () => {
  servers.push(
    new SimulatedServer(OWN),
    new SimulatedServer('wss://lab.test/theirs', 'another--story'),
    new SimulatedServer('wss://lab.test/no-story'),
  );
  const before = ledger.socketCount;
  new SimulatedWebSocket(`${OWN}?token=1`);
  new SimulatedWebSocket('wss://lab.test/theirs');
  new SimulatedWebSocket('wss://lab.test/no-story');
  // Port 9 is "discard": Chromium refuses it without asking the network.
  new SimulatedWebSocket('ws://127.0.0.1:9/');
  expect(describeSockets([new Address(OWN)], before).split('\n')).toEqual([
    `The server is at ${OWN}. The page has made these sockets:`,
    `- ${OWN}?token=1 went here; it is connecting`,
    '- wss://lab.test/theirs went to the server of the story another--story; it is connecting',
    '- wss://lab.test/no-story went to a server of no story; it is connecting',
    '- ws://127.0.0.1:9/ went to the network, because no server here answers that URL; it is connecting',
    'A server answers a URL that its address matches. `*` in an address stands for any characters.',
  ]);
});

test('says that there was none, and lists no more than ten', () => {
  servers.push(new SimulatedServer(OWN));
  const before = ledger.socketCount;
  expect(describeSockets([new Address(OWN)], before)).toBe(
    `The page has made no socket. The server is at ${OWN}.`,
  );
  for (let count = 0; count < 13; count++) new SimulatedWebSocket(`${OWN}/${count}`);
  const lines = describeSockets([new Address(OWN)], before).split('\n');
  expect(lines).toHaveLength(12);
  expect(lines.at(-1)).toBe('- and 3 more');
});

test('says once what holds for many, with their number', () => {
  servers.push(new SimulatedServer(OWN));
  const before = ledger.socketCount;
  for (let count = 0; count < 13; count++) new SimulatedWebSocket('ws://127.0.0.1:9/');
  new SimulatedWebSocket(OWN);
  for (let count = 0; count < 2; count++) new SimulatedWebSocket('ws://127.0.0.1:9/other');
  const goal = 'went to the network, because no server here answers that URL; it is connecting';
  expect(
    describeSockets([new Address(OWN)], before)
      .split('\n')
      .slice(1, -1),
  ).toEqual([
    `- ws://127.0.0.1:9/ ${goal} (13 times)`,
    `- ${OWN} went here; it is connecting`,
    `- ws://127.0.0.1:9/other ${goal} (2 times)`,
  ]);
});

test('a connection that does not come names the socket that went elsewhere', async () => {
  const server = new SimulatedServer(OWN);
  servers.push(server, new SimulatedServer('wss://lab.test/theirs', 'another--story'));
  new SimulatedWebSocket('wss://lab.test/theirs');
  await expect(server.nextConnection()).rejects.toThrow(
    /^Waited 10000 ms for a connection, and none came: .+\n- wss:\/\/lab\.test\/theirs went to the server of the story another--story; it is open$/,
  );
});
