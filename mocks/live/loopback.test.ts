/** A live server is for this machine only. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect as connectTcp, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { LiveServer } from './live-server.ts';
import { fromLoopback, isLoopbackAddress } from './origin.ts';

const ORIGIN = 'http://localhost:6006';

let server: LiveServer;
let url: string;
beforeEach(async () => {
  server = new LiveServer({ allowsOrigin: fromLoopback });
  url = await server.listen();
});
afterEach(() => server.close());

/** Every address under which others could reach this machine. */
const outside = Object.values(networkInterfaces())
  .flatMap((one) => one ?? [])
  .filter(({ internal, family }) => !internal && family === 'IPv4')
  .map(({ address: host }) => host);

test('its ports cannot be reached from outside', async () => {
  const reach = async (host: string) => {
    const socket = connectTcp(Number(new URL(url).port), host);
    const outcome = await once(socket, 'connect').then(
      () => 'connected',
      (error: unknown) => (error as NodeJS.ErrnoException).code,
    );
    socket.destroy();
    return outcome;
  };
  expect(await reach('127.0.0.1')).toBe('connected');
  for (const host of outside) expect(await reach(host)).toBe('ECONNREFUSED');
});

test('where the server that it is part of can be, it lets no one in from there', async () => {
  const parent = createServer();
  const undo = server.attach(parent, '/lab-live');
  parent.listen(0, '0.0.0.0');
  await once(parent, 'listening');
  const { port } = parent.address() as AddressInfo;
  const statusFrom = async (host: string) => {
    const socket = new WebSocket(`ws://${host}:${port}/lab-live/control/a`, { origin: ORIGIN });
    const outcome = await Promise.race([
      once(socket, 'open').then(() => 'open'),
      once(socket, 'unexpected-response').then(
        ([, response]) => (response as { statusCode: number }).statusCode,
      ),
    ]);
    socket.on('error', () => undefined).terminate();
    return outcome;
  };
  for (const host of outside) expect(await statusFrom(host)).toBe(403);
  expect(await statusFrom('127.0.0.1')).toBe('open');
  undo();
  parent.close();
});

test.for<[string | undefined, boolean]>([
  ['127.0.0.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['192.0.2.2', false],
  ['::ffff:192.0.2.2', false],
  ['fe80::1', false],
  ['', false],
  [undefined, false],
])('an address of this machine: %s', ([host, expected]) => {
  expect(isLoopbackAddress(host)).toBe(expected);
});
