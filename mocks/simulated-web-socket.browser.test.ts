import { afterEach, beforeEach, expect, test } from 'vitest';
import { SimulatedServer } from './simulated-server.ts';
import { SimulatedWebSocket } from './simulated-web-socket.ts';

let server: SimulatedServer;
beforeEach(() => {
  server = new SimulatedServer('wss://lab.test/socket');
});
afterEach(() => {
  server.dispose();
});

test('opens, talks, closes', async () => {
  const trace: unknown[] = [];
  const socket = new SimulatedWebSocket('wss://lab.test/socket');
  for (const type of ['open', 'message', 'error', 'close'] as const) {
    socket.addEventListener(type, (event) =>
      trace.push([
        type,
        socket.readyState,
        (event as MessageEvent).data ?? (event as CloseEvent).code,
      ]),
    );
  }
  const connection = await server.nextConnection();
  await connection.send('hello');
  await connection.close(1001, 'bye');
  await new Promise((r) => {
    socket.onclose = r;
  });
  expect(trace).toEqual([
    ['open', 1, undefined],
    ['message', 1, 'hello'],
    ['close', 3, 1001],
  ]);
});
