/** A recording as a server, on both transports, on a time that stands still until it is moved. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeAt, harOf, socketEntry } from '../../src/protocol/har/testing.ts';
import { SUBJECTS, stopTime } from '../protocol-servers/testing.ts';
import type { SocketServer } from '../socket-server.ts';
import { replays, type Replay } from './replays.ts';

describe.for(SUBJECTS)('$name', (subject) => {
  let server: SocketServer;
  let time: ReturnType<typeof stopTime>;
  let undo: () => void;
  beforeEach(async () => {
    time = stopTime();
    undo = () => undefined;
    server = await subject.open(`replay-${Math.random().toString(36).slice(2)}`);
  });
  afterEach(() => {
    undo();
    server.dispose();
    time.undo();
  });

  function replay(...entries: readonly unknown[]): Replay {
    const replayed = replays(harOf(...entries));
    undo = replayed(server);
    return replayed;
  }

  /** A page's socket, with what it has seen; made when its server knows of it. */
  async function connect(path = '', protocols: string[] = []) {
    const socket = new subject.WebSocket(server.url + path, protocols);
    socket.binaryType = 'arraybuffer';
    const seen: unknown[] = [];
    socket.onopen = () => seen.push('open');
    socket.onerror = () => seen.push('error');
    socket.onmessage = ({ data }) =>
      seen.push(data instanceof ArrayBuffer ? [...new Uint8Array(data)] : data);
    socket.onclose = ({ code, reason, wasClean }) => seen.push([code, reason, wasClean]);
    const connection = await server.nextConnection();
    return { socket, seen, connection };
  }

  test('sends what was sent, at its time, and ends as it ended', async () => {
    const replayed = replay(
      socketEntry(
        [
          ['receive', 100, 'one'],
          ['send', 150, 'hello'],
          ['receive', 200, 'AQL/', 2],
        ],
        { wait: 50, close: closeAt(1_000, 4001, { reason: 'bye' }) },
      ),
    );
    const { socket, seen } = await connect();
    time.advance(49);
    expect(socket.readyState).toBe(WebSocket.CONNECTING);
    time.advance(1);
    await expect.poll(() => seen).toEqual(['open']);
    expect(replayed.sentCount).toBe(0);
    time.advance(50);
    await expect.poll(() => seen).toEqual(['open', 'one']);
    expect(replayed.sentCount).toBe(1);
    socket.send('hello');
    await server.nextMessage();
    time.advance(100);
    await expect.poll(() => seen).toEqual(['open', 'one', [1, 2, 255]]);
    time.advance(799);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    time.advance(1);
    await expect.poll(() => seen.at(-1)).toEqual([4001, 'bye', true]);
    time.advance(1);
    expect(replayed.durationMs).toBe(1_001);
    expect(replayed.differences).toEqual([]);
  });

  test.for([
    ['a handshake that failed', { status: 404, wait: 30 }, ['error', [1006, '', false]]],
    [
      'one of which the page was not told why',
      { status: 0, wait: 30 },
      ['error', [1006, '', false]],
    ],
    ['a cut cable', { close: closeAt(30, 1006, { wasClean: false }) }, ['open', [1006, '', false]]],
    [
      'a violation of the protocol',
      { close: closeAt(30, 1006, { wasClean: false, hasFailed: true }) },
      ['open', 'error', [1006, '', false]],
    ],
    [
      'a close that was never finished',
      { close: closeAt(30, 1000, { wasClean: false }) },
      ['open', [1006, '', false]],
    ],
    ['a close without a code', { close: closeAt(30, 1005) }, ['open', [1005, '', true]]],
    ['a code that no server may send', { close: closeAt(30, 1015) }, ['open', [1006, '', false]]],
  ] as const)('%s', async ([, options, expected]) => {
    replay(socketEntry([], options));
    const { seen } = await connect();
    time.advance(29);
    const hasOpened = expected[0] === 'open';
    await expect.poll(() => seen).toEqual(hasOpened ? ['open'] : []);
    time.advance(1);
    await expect.poll(() => seen).toEqual(expected);
  });

  test('what the page sends otherwise is listed', async () => {
    const replayed = replay(
      socketEntry([
        ['send', 10, 'same'],
        ['send', 20, 'recorded'],
        ['send', 25, 'AQID', 2],
        ['send', 30, 'cut he', 1, 6],
        ['send', 40, 'never sent'],
        ['receive', 100, 'end'],
      ]),
    );
    const { socket, seen } = await connect();
    await expect.poll(() => seen).toEqual(['open']);
    socket.send('same');
    socket.send('something else');
    socket.send(new Uint8Array([1, 2, 3]));
    socket.send('cut here, and longer');
    for (let message = 0; message < 4; message += 1) await server.nextMessage();
    const other = {
      what: 'another message',
      socket: 1,
      message: 2,
      recorded: 'recorded',
      sent: 'something else',
    };
    expect(replayed.differences).toEqual([other]);
    time.advance(100);
    expect(replayed.differences).toEqual([other]);
    // Once everything that is recorded has had its time.
    time.advance(1);
    const missing = { what: 'no message', socket: 1, message: 5, recorded: 'never sent' };
    expect(replayed.differences).toEqual([other, missing]);
    socket.send(new Uint8Array([9]));
    socket.send('one more');
    for (let message = 0; message < 2; message += 1) await server.nextMessage();
    expect(replayed.differences).toEqual([
      other,
      { ...missing, what: 'another message', sent: 'binary, base64 CQ==' },
      { what: 'one message more', socket: 1, message: 6, sent: 'one more' },
    ]);
  });

  test('a page that closes while there is more to come is a difference', async () => {
    const replayed = replay(
      socketEntry([
        ['receive', 100, 'too late'],
        ['send', 110, 'nor this'],
      ]),
    );
    const { socket, seen } = await connect();
    await expect.poll(() => seen).toEqual(['open']);
    socket.close();
    await server.nextClose();
    time.advance(replayed.durationMs);
    expect(replayed.differences).toEqual([{ what: 'an early end', socket: 1 }]);
  });

  test('several sockets: each at its own time, by the end of its URL, else in order', async () => {
    const replayed = replay(
      socketEntry([['receive', 10, 'first']], { url: 'wss://example.test/a' }),
      socketEntry([['receive', 20, 'prices']], { url: 'wss://example.test/prices?since=1' }),
      socketEntry([['receive', 30, 'third']], { url: 'wss://example.test/c', startMs: 25 }),
    );
    const prices = await connect('/prices?since=1');
    const first = await connect();
    time.advance(20);
    await expect.poll(() => prices.seen).toEqual(['open', 'prices']);
    await expect.poll(() => first.seen).toEqual(['open', 'first']);
    time.advance(5);
    expect(replayed.differences).toEqual([]);
    time.advance(1);
    const missing = { what: 'no connection', socket: 3, recorded: 'wss://example.test/c' };
    expect(replayed.differences).toEqual([missing]);
    const third = await connect();
    time.advance(5);
    await expect.poll(() => third.seen).toEqual(['open', 'third']);
    expect(replayed.differences).toEqual([]);
    const { connection, seen } = await connect();
    // The server does with it what it does with any.
    await expect.poll(() => seen).toEqual(['open']);
    expect(replayed.differences).toEqual([
      { what: 'one connection more', socket: 4, sent: connection.url },
    ]);
  });

  test('a connection that the page gives up before it opens counts for none', async () => {
    const replayed = replay(socketEntry([['receive', 100, 'hello']], { wait: 50 }));
    const { socket } = await connect();
    socket.close();
    await server.nextClose();
    const { seen } = await connect();
    time.advance(100);
    await expect.poll(() => seen).toEqual(['open', 'hello']);
    expect(replayed.differences).toEqual([]);
  });

  test('the subprotocol that was chosen is chosen again where the page offers it', async () => {
    const headers = [{ name: 'sec-websocket-protocol', value: 'v2' }];
    replay(socketEntry([], { headers }), socketEntry([], { headers }));
    const { socket } = await connect('', ['v1', 'v2']);
    await expect.poll(() => socket.protocol).toBe('v2');
    const other = await connect('', ['v1']);
    await expect.poll(() => other.socket.protocol).toBe('v1');
  });

  test('begins again with each server, and ends with its undo', async () => {
    const replayed = replay(
      socketEntry([
        ['receive', 10, 'hello'],
        ['receive', 20, 'again'],
      ]),
    );
    const first = await connect();
    time.advance(10);
    await expect.poll(() => first.seen).toEqual(['open', 'hello']);
    undo();
    // It is over; the page has not ended anything.
    expect(replayed.differences).toEqual([]);
    time.advance(10);
    await server.send('behind it');
    await expect.poll(() => first.seen).toEqual(['open', 'hello', 'behind it']);
    undo = replayed(server);
    expect(replayed.sentCount).toBe(0);
    const second = await connect();
    time.advance(10);
    await expect.poll(() => second.seen).toEqual(['open', 'hello']);
    expect(replayed.differences).toEqual([]);
  });
});
