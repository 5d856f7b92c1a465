import { afterEach, expect, inject, test } from 'vitest';
import { real, simulated } from './contract/subjects.ts';
import type { SocketServer } from './socket-server.ts';

const subjects = { simulated, live: real(inject('liveServerUrl')) };
let server: SocketServer;
afterEach(() => server.dispose());

/** What a watcher who never asks by itself knows of the server. */
function watch(): string[] {
  const seen: string[] = [];
  server.onChange(() => {
    const { policy, latencyMs, connections } = server;
    const states = connections.map(({ state, isStalled }) =>
      isStalled ? `${state}, silent` : state,
    );
    const line = [policy, latencyMs, ...states].join(' · ');
    if (line !== seen.at(-1)) seen.push(line);
  });
  return seen;
}

test.for(['simulated', 'live'] as const)('a server says when it changes: %s', async (transport) => {
  const subject = subjects[transport];
  server = await subject.open('changes');
  const seen = watch();
  await server.hold();
  const socket = new subject.WebSocket(server.url);
  await server.nextConnection();
  await server.accept();
  server.latencyMs = 5;
  server.latencyMs = 5;
  await server.stall();
  await server.resume();
  await server.close(1000);
  await server.nextClose();
  await server.refuse();
  expect(seen).toEqual([
    'hold · 0',
    'hold · 0 · connecting',
    'accept · 0 · connecting',
    'accept · 0 · open',
    'accept · 5 · open',
    'accept · 5 · open, silent',
    'accept · 5 · open',
    'accept · 5 · closing',
    'accept · 5 · closed',
    'refuse · 5 · closed',
  ]);
  expect(socket.readyState).toBeGreaterThanOrEqual(WebSocket.CLOSING);
});

test('says nothing once the undo is called, nor where nothing changes', async () => {
  server = await simulated.open('quiet');
  let count = 0;
  const undo = server.onChange(() => (count += 1));
  server.latencyMs = 0;
  expect(count).toBe(0);
  server.latencyMs = 1;
  expect(count).toBe(1);
  undo();
  await server.hold();
  expect(count).toBe(1);
});
