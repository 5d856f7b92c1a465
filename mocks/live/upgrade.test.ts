import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { guarded, refuse, type UpgradeListener } from './upgrade.ts';

const REQUEST = 'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';

const server = createServer();
beforeEach(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.removeAllListeners('upgrade').close());

/** Asks for an upgrade, and keeps its own half of the connection open for good. */
async function ask(listener: UpgradeListener): Promise<string> {
  server.on('upgrade', listener);
  const { port } = server.address() as AddressInfo;
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let answer = '';
  socket.on('data', (data) => (answer += String(data)));
  socket.write(REQUEST);
  await once(socket, 'end');
  return answer;
}

const connections = () =>
  new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count)));

test('who is refused is told why, and does not stay connected', async () => {
  expect(await ask((_request, socket) => refuse(socket, '403 Forbidden'))).toMatch(
    /^HTTP\/1\.1 403 Forbidden\r\n/,
  );
  await expect.poll(connections).toBe(0);
});

test('a listener that throws costs its own socket only', async () => {
  const throws = () => {
    throw new TypeError('Invalid URL');
  };
  expect(await ask(guarded(throws))).toBe('');
  await expect.poll(connections).toBe(0);
});
