/** What a page can have done with its sockets, on the wire. */
import { EventEmitter, once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket, type RawData } from 'ws';
import { ControlReader, type Report } from './control-protocol.ts';
import { LiveServer } from './live-server.ts';
import { fromLoopback } from './origin.ts';
import { Room } from './room.ts';

const ORIGIN = 'http://localhost:6006';
const LATENCY_MS = 60;

let server: LiveServer;
let control: WebSocket;
let address: string;
let calls = 0;
let reports: Report[];

beforeEach(async () => {
  server = new LiveServer({ allowsOrigin: fromLoopback });
  control = new WebSocket(new URL('control/room', await server.listen()), { origin: ORIGIN });
  const heard: Report[] = [];
  reports = heard;
  const reader = new ControlReader<Report, RawData>((report) => heard.push(report));
  control.on('message', (data) => reader.frame(data));
  await expect.poll(() => heard[0]?.report).toBe('listening');
  address = (heard[0] as Extract<Report, { report: 'listening' }>).url;
});
afterEach(() => server.close());

/** Gives an order for the newest connection. */
function order(verb: string, more: object = {}, payload?: string): void {
  const connection = reports.flatMap((report) =>
    report.report === 'connection' ? [report.connection] : [],
  );
  const header = { call: ++calls, connection: connection.at(-1), latencyMs: 0, verb, ...more };
  control.send(JSON.stringify({ ...header, hasPayload: payload !== undefined }));
  if (payload !== undefined) control.send(payload);
}

/** A socket of the page, whose handshake the server holds; its events, with the times since it was made. */
async function knock(): Promise<{ socket: WebSocket; events: [what: string, atMs: number][] }> {
  const connections = () => reports.filter(({ report }) => report === 'connection').length;
  const before = connections();
  const socket = new WebSocket(address, { origin: ORIGIN });
  const startedAt = performance.now();
  const events: [string, number][] = [];
  const note = (what: string) => events.push([what, performance.now() - startedAt]);
  socket.on('open', () => note('open'));
  socket.on('message', (data) => note((data as Buffer).toString()));
  socket.on('close', (code) => note(String(code)));
  socket.on('error', () => note('error'));
  await expect.poll(connections).toBe(before + 1);
  return { socket, events };
}

/** Resolves when every order so far has been carried out or taken: the pong comes behind the answers. */
async function allTaken(): Promise<void> {
  control.ping();
  await once(control, 'pong');
}

const ACCEPT = { protocol: '', extensions: '' };

test('silent before the answer: the handshake waits, and then all comes in order', async () => {
  const { events } = await knock();
  order('stall');
  order('accept', ACCEPT);
  order('send', {}, 'behind it');
  await allTaken();
  const other = await knock();
  order('accept', ACCEPT);
  await expect.poll(() => other.events.length).toBe(1);
  // What was said to the silent one had as long as this other took to open.
  expect(events).toEqual([]);
  const [first] = reports.flatMap((one) => (one.report === 'connection' ? [one.connection] : []));
  order('resume', { connection: first });
  await expect.poll(() => events.map(([what]) => what)).toEqual(['open', 'behind it']);
});

test('latency: each thing comes that much later, and none overtakes another', async () => {
  const { events } = await knock();
  const askedAt = performance.now();
  order('accept', { ...ACCEPT, latencyMs: LATENCY_MS });
  order('send', { latencyMs: 0 }, 'no latency');
  order('send', { latencyMs: LATENCY_MS }, 'latency');
  order('close', { code: 1001, reason: '', latencyMs: 0 });
  await allTaken();
  expect(events).toEqual([]);
  await expect
    .poll(() => events.map(([what]) => what))
    .toEqual(['open', 'no latency', 'latency', '1001']);
  expect(performance.now() - askedAt).toBeGreaterThanOrEqual(LATENCY_MS);
});

test('a cut cable has no latency, and loses what is on its way', async () => {
  const { events } = await knock();
  order('accept', ACCEPT);
  order('send', { latencyMs: 600_000 }, 'lost');
  order('drop');
  await expect.poll(() => events.map(([what]) => what)).toEqual(['open', '1006']);
});

test.for([0, LATENCY_MS])(
  'a verb that cannot be carried out is reported, and ends nothing: latency %i',
  async (latencyMs) => {
    const { events } = await knock();
    order('accept', ACCEPT);
    await expect.poll(() => events.length).toBe(1);
    // One handshake has one answer.
    order('accept', { ...ACCEPT, latencyMs });
    const call = calls;
    await expect
      .poll(() => reports.find((one) => one.report === 'failed' && one.call === call))
      .toMatchObject({ error: expect.stringContaining('handleUpgrade') as string });
    const done = reports.filter((one) => one.report === 'done' && one.call === call);
    expect(done).toHaveLength(latencyMs > 0 ? 1 : 0);
    order('send', {}, 'still there');
    await expect.poll(() => events.map(([what]) => what)).toEqual(['open', 'still there']);
  },
);

test.for([-1, 'soon', 1e99])('a latency of %j is refused', async (latencyMs) => {
  await knock();
  order('send', { latencyMs }, 'text');
  const call = calls;
  await expect
    .poll(() => reports.find((one) => 'call' in one && one.call === call))
    .toMatchObject({ report: 'failed', error: expect.stringContaining('A latency is') as string });
});

test('a handshake that overtakes the end of its page is cut', () => {
  const gone = Object.assign(new EventEmitter(), { OPEN: 1, readyState: 3 });
  const socket = new PassThrough();
  const request = { headers: {}, rawHeaders: [] } as unknown as IncomingMessage;
  new Room(gone as unknown as WebSocket).connect(request, socket, () => undefined);
  expect(socket.destroyed).toBe(true);
});

test('orders that make no sense end nothing', async () => {
  const value = fc.oneof(
    fc.constantFrom(null, -1, 0, 302, 1000, 1006, 4000, 1e99, '', '\r\n', 'x'.repeat(200), {}, []),
    fc.jsonValue(),
  );
  const verb = fc.constantFrom(
    ...['accept', 'refuse', 'send', 'ping', 'close', 'answerClose'],
    ...['fail', 'stall', 'resume', 'toString', '__proto__'],
  );
  const nonsense = fc.dictionary(
    fc.constantFrom(
      'protocol',
      'extensions',
      'status',
      'code',
      'reason',
      'latencyMs',
      'connection',
    ),
    value,
  );
  const orders = fc.sample(fc.tuple(verb, nonsense, fc.option(fc.string(), { nil: undefined })), {
    numRuns: 500,
    seed: 1,
  });
  for (const [index, [what, more, payload]] of orders.entries()) {
    if (index % 20 === 0) await knock();
    order(what, more, payload);
  }
  await allTaken();
  const answered = reports.filter(({ report }) => report === 'done' || report === 'failed');
  expect(answered.length).toBeGreaterThanOrEqual(orders.length);
  const { events } = await knock();
  order('accept', ACCEPT);
  await expect.poll(() => events.map(([what]) => what)).toEqual(['open']);
});
