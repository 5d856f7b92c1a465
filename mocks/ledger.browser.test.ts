import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Ledger, ledger, type LedgerEvent } from './ledger.ts';
import { SimulatedServer } from './simulated-server.ts';
import { SimulatedWebSocket } from './simulated-web-socket.ts';

const MADE = {
  url: 'wss://lab.test/',
  protocols: [],
  transport: 'simulated',
  goal: 'server',
  storyId: undefined,
  stack: '',
} as const;

describe('the ledger', () => {
  let server: SimulatedServer;
  beforeEach(() => {
    server = new SimulatedServer('wss://lab.test/ledger', 'a-story');
  });
  afterEach(() => server.dispose());

  test('records a socket from its making to its end', async () => {
    const { promise: closed, resolve } = Promise.withResolvers<Event>();
    const told: LedgerEvent[] = [];
    const contents: unknown[] = [];
    onTestFinished(
      ledger.subscribe((event, data) => {
        told.push(event);
        if (event.type === 'message') contents.push(data);
      }),
    );
    const socket = new SimulatedWebSocket('wss://lab.test/ledger', ['v1']);
    const record = ledger.sockets.at(-1);
    socket.addEventListener('close', resolve);
    const connection = await server.nextConnection();
    await server.send('häh'); // 4 bytes of UTF-8
    socket.addEventListener('message', () => {
      socket.send(new Uint8Array(7));
    });
    await server.nextMessage();
    await connection.close(1001, 'bye');
    await closed;

    expect(record).toMatchObject({
      url: 'wss://lab.test/ledger',
      protocols: ['v1'],
      transport: 'simulated',
      goal: 'server',
      storyId: 'a-story',
      state: 'closed',
      messagesIn: 1,
      messagesOut: 1,
      bytesIn: 4,
      bytesOut: 7,
    });
    expect(contents).toEqual(['häh', new ArrayBuffer(7)]);
    expect(record?.stack).toContain('ledger.browser.test');
    const [created, ...others] = told.filter(({ socketId }) => socketId === record?.id);
    expect(created).toMatchObject({ type: 'created', socket: record });
    expect(others.map((event) => ('state' in event ? event.state : event.type))).toEqual([
      'open',
      'open',
      'message',
      'message',
      'closing',
      'closed',
      'close',
    ]);
  });

  test('tells each transition once, however often it is recorded', () => {
    const quick = new Ledger();
    const entry = quick.open(MADE);
    const told: LedgerEvent[] = [];
    quick.subscribe((event) => told.push(event));
    for (const state of ['open', 'closing', 'closing', 'closed', 'closed'] as const) {
      entry.record({ type: 'state', state });
    }
    expect(told.map((event) => 'state' in event && event.state)).toEqual([
      'open',
      'closing',
      'closed',
    ]);
  });

  test('forgets sockets that have ended, never one that has not', () => {
    const full = new Ledger();
    const open = full.open(MADE);
    for (let count = 0; count < 3_000; count++) {
      const entry = full.open(MADE);
      entry.record({ type: 'state', state: 'closed' });
      entry.record({ type: 'close', code: 1000, reason: '', wasClean: true });
    }
    expect(full.sockets).toHaveLength(1_000);
    expect(full.sockets[0]).toBe(open.socket);
  });
});
