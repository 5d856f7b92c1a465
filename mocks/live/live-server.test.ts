import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { checkRequest, headerValues } from '../../src/protocol/handshake.ts';
import type { RequestHead } from '../../src/protocol/handshake.ts';
import type { Report } from './control-protocol.ts';
import { LiveServer } from './live-server.ts';
import { fromLoopback, fromSameOrigin, type OriginRule } from './origin.ts';
import { knock } from './testing.ts';

const ORIGIN = 'http://localhost:6006';

let host: LiveServer;
let url: string;

beforeEach(async () => {
  host = new LiveServer({ allowsOrigin: fromLoopback, maxSockets: 3, maxMessageBytes: 100 });
  url = await host.listen();
});

afterEach(() => host.close());

/** As a page of this origin, or as no page. */
function knockAs(origin: string | undefined, path: string, base = url): Promise<string | number> {
  return knock(new URL(path, base), origin === undefined ? {} : { origin });
}

interface Page {
  readonly control: WebSocket;
  /** Where its sockets go. */
  readonly address: string;
  readonly reports: readonly string[];
}

/** A page that accepts every handshake it is told of, and keeps the reports. */
async function openPage(room: string): Promise<Page> {
  const control = new WebSocket(new URL(`control/${room}`, url), { origin: ORIGIN });
  const listening = Promise.withResolvers<string>();
  const reports: string[] = [];
  control.on('message', (data) => {
    const report = JSON.parse((data as Buffer).toString()) as Report;
    if (report.report === 'listening') {
      listening.resolve(report.url);
      return;
    }
    reports.push(report.report);
    if (report.report !== 'connection') return;
    const { connection } = report;
    control.send(
      JSON.stringify({ call: 1, connection, latencyMs: 0, verb: 'accept', protocol: '' }),
    );
  });
  return { control, reports, address: await listening.promise };
}

/** Resolves when every report so far has come: the answer to a ping comes behind them. */
async function allReports({ control }: Page): Promise<void> {
  control.ping();
  await once(control, 'pong');
}

async function openSocket({ address }: Page): Promise<WebSocket> {
  const socket = new WebSocket(address, { origin: ORIGIN });
  await once(socket, 'open');
  return socket;
}

describe('who is let in', () => {
  test('only a page of an origin that is allowed, and never one without', async () => {
    expect(await knockAs(ORIGIN, 'control/a')).toBe('open');
    expect(await knockAs('http://evil.test', 'control/b')).toBe(403);
    expect(await knockAs('null', 'control/c')).toBe(403);
    expect(await knockAs(undefined, 'control/d')).toBe(403);
  });

  test('no second page in the place of the first, and no one elsewhere', async () => {
    await openPage('a');
    expect(await knockAs(ORIGIN, 'control/a')).toBe(409);
    expect(await knockAs(ORIGIN, 'elsewhere/a')).toBe(404);
    expect(await knockAs(ORIGIN, 'control/a/b')).toBe(404);
  });

  test('a room opens to the page that has opened it, at its own path', async () => {
    const { address } = await openPage('a');
    expect(await knockAs('http://localhost:1234', '/a', address)).toBe(403);
    expect(await knockAs(ORIGIN, '/b', address)).toBe(404);
    expect(await knockAs(ORIGIN, '/a', address)).toBe('open');
  });

  test('no more sockets than the limit', async () => {
    const page = await openPage('a');
    await openSocket(page);
    await openSocket(page);
    expect(await knockAs(ORIGIN, '/a', page.address)).toBe(503);
    expect(await knockAs(ORIGIN, 'control/b')).toBe(503);
  });

  test('a message over the limit closes its connection with 1009', async () => {
    const socket = await openSocket(await openPage('a'));
    socket.send('x'.repeat(101));
    expect(await once(socket, 'close')).toEqual([1009, expect.anything()]);
  });
});

test.for<[string, string, string | undefined, OriginRule, boolean]>([
  ['the same', 'http://localhost:6006', 'localhost:6006', fromSameOrigin, true],
  ['another port', 'http://localhost:6007', 'localhost:6006', fromSameOrigin, false],
  ['a name that resolves to us', 'http://evil.test:6006', 'evil.test:6006', fromSameOrigin, false],
  ['no host', 'http://localhost:6006', undefined, fromSameOrigin, false],
  ['IPv6', 'http://[::1]:6006', '[::1]:6006', fromSameOrigin, true],
  ['any port of ours', 'http://127.0.0.1:1234', 'localhost:6006', fromLoopback, true],
  ['no address', 'null', 'localhost:6006', fromLoopback, false],
])('origin: %s', ([, origin, hostHeader, rule, expected]) => {
  expect(rule(origin, hostHeader)).toBe(expected);
});

test('one page does not see the sockets of another', async () => {
  const a = await openPage('a');
  const b = await openPage('b');
  await openSocket(a);
  await allReports(a);
  await allReports(b);
  expect(a.reports).toEqual(['connection', 'done']);
  expect(b.reports).toEqual([]);
});

test('a page is told the request that its socket has sent, and no secret of it', async () => {
  const { address, control } = await openPage('a');
  const told = once(control, 'message') as Promise<[Buffer]>;
  const headers = { Cookie: 'session=1', 'X-Spelled-So': 'yes' };
  await once(new WebSocket(address, { origin: ORIGIN, headers }), 'open');
  const [report] = await told;
  const { requestHead } = JSON.parse(report.toString()) as { requestHead: RequestHead };
  expect(checkRequest(requestHead, { origins: [ORIGIN] })).toEqual([]);
  expect(requestHead).toMatchObject({ method: 'GET', target: '/a', httpVersion: '1.1' });
  expect(requestHead.headers).toContainEqual(['X-Spelled-So', 'yes']);
  expect(headerValues(requestHead, 'Cookie')).toEqual(['(hidden)']);
});

test('when the page goes, its sockets are cut, and its address with them', async () => {
  const page = await openPage('a');
  const socket = await openSocket(page);
  page.control.terminate();
  expect(await once(socket, 'close')).toEqual([1006, expect.anything()]);
  expect(await knockAs(ORIGIN, '/a', page.address)).toBe('error');
  expect(await knockAs(ORIGIN, 'control/a')).toBe('open');
});

test('what is no JSON ends the control channel', async () => {
  const { control } = await openPage('a');
  control.send('nonsense');
  expect(await once(control, 'close')).toEqual([1007, expect.anything()]);
});

describe('attached to another server', () => {
  let parent: Server;
  let base: string;

  beforeEach(async () => {
    parent = createServer();
    parent.on('upgrade', (request, socket) => {
      if (request.url?.startsWith('/own')) socket.end('HTTP/1.1 418 Mine\r\n\r\n');
    });
    host.attach(parent, '/lab-socket');
    parent.listen(0, '127.0.0.1');
    await once(parent, 'listening');
    base = `ws://127.0.0.1:${(parent.address() as AddressInfo).port}/`;
  });

  afterEach(() => parent.close());

  test('answers under its path only', async () => {
    expect(await knockAs(ORIGIN, 'lab-socket/control/a', base)).toBe('open');
    expect(await knockAs(ORIGIN, 'own', base)).toBe(418);
  });

  test('listens no more once it is closed', async () => {
    host.close();
    parent.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 410 Gone\r\n\r\n'));
    expect(await knockAs(ORIGIN, 'lab-socket/control/a', base)).toBe(410);
  });
});
