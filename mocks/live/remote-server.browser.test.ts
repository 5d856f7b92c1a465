import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { NativeWebSocket } from '../network.ts';
import type { Wire } from '../wire.ts';
import { RemoteServer } from './remote-server.ts';

let server: RemoteServer;
beforeEach(async () => {
  server = await RemoteServer.open(inject('liveServerUrl'), 'remote', '?room=1');
});
afterEach(() => server.dispose());

test('keeps the query of the story', () => {
  expect(new URL(server.url).search).toBe('?room=1');
});

test('a verb that fails when its latency has passed is an error of the page', async () => {
  const report = vi.spyOn(globalThis, 'reportError').mockImplementation(() => undefined);
  const socket = new NativeWebSocket(server.url);
  await server.nextConnection();
  await expect.poll(() => socket.readyState).toBe(WebSocket.OPEN);
  server.latencyMs = 30;
  const wire = server.connections[0]?.wire as Wire;
  // A connection knows better; this is the wire alone.
  await wire.accept({ protocol: '', extensions: '' });
  await expect.poll(() => report.mock.calls).toHaveLength(1);
  expect(String(report.mock.calls[0]?.[0])).toContain('handleUpgrade');
  report.mockRestore();
  server.latencyMs = 0;
  await expect(wire.accept({ protocol: '', extensions: '' })).rejects.toThrow('handleUpgrade');
});
