import { expect, test } from 'vitest';
import { ledger } from '../../../mocks/ledger.ts';
import { SimulatedServer } from '../../../mocks/simulated-server.ts';
import { SimulatedWebSocket } from '../../../mocks/simulated-web-socket.ts';
import type { SocketServer } from '../../../mocks/socket-server.ts';
import type { Command } from '../model/command.ts';
import { NO_RECORDING, record, toPlayFunction } from '../model/recording.ts';
import { Driver } from './driver.ts';

const URL_OF_SERVER = 'wss://lab.test/recording';

const COMMANDS: readonly Command[] = [
  { verb: 'send', content: { kind: 'text', text: `it's "one"\n` } },
  { verb: 'stall' },
  { verb: 'send', content: { kind: 'binary', base64: btoa('\x00\xff') } },
  { verb: 'resume' },
  { verb: 'close', code: 4001, reason: 'bye' },
];

/** What a page sees of a connection that is made, and driven to its end. */
async function traceOf(act: (server: SocketServer) => Promise<void>): Promise<unknown[]> {
  const server = new SimulatedServer(URL_OF_SERVER);
  const trace: unknown[] = [];
  const stop = ledger.subscribe((event, data) => {
    trace.push([{ ...event, at: 0, socketId: 0 }, data]);
  });
  const socket = new SimulatedWebSocket(server.url);
  const closed = new Promise((resolve) => socket.addEventListener('close', resolve));
  await act(server);
  await closed;
  stop();
  server.dispose();
  return trace;
}

test('the recorded play function, run by itself, gives the same trace', async () => {
  let recording = { ...NO_RECORDING, isOn: true };
  const driven = await traceOf(async (server) => {
    await server.nextConnection();
    const driver = new Driver(server);
    for (const command of COMMANDS) {
      recording = record(recording, command, server.connections.length);
      await driver.run(command);
    }
  });

  const code = `export default { ${toPlayFunction(recording.steps)} }`;
  const module = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
  )) as { default: { play: (context: { server: SocketServer }) => Promise<void> } };
  const replayed = await traceOf((server) => module.default.play({ server }));
  expect(replayed).toEqual(driven);
  expect(replayed.length).toBeGreaterThan(COMMANDS.length);
});
