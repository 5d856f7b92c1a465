import { describe, expect, test } from 'vitest';
import { readHar } from './read-har.ts';
import { countCut, durationOf } from './recording.ts';
import { closeAt, harOf, httpEntry, socketEntry, timeOf } from './testing.ts';

test('sockets in the order of their making, with times from each one’s beginning', () => {
  const recording = readHar(
    harOf(
      httpEntry,
      socketEntry([['receive', 2_500, 'later']], { startMs: 2_000, url: 'wss://example.test/b' }),
      socketEntry(
        [
          ['receive', 300, 'AQI=', 2],
          ['send', 200, 'hello'],
          ['receive', 301, 'ping', 9],
        ],
        { wait: 50, close: closeAt(900, 1001, { reason: 'bye' }) },
      ),
    ),
  );
  expect(recording.sockets).toEqual([
    {
      url: 'wss://example.test/chat',
      startedAtMs: 0,
      answer: { atMs: 50, status: 101 },
      messages: [
        { direction: 'out', atMs: expect.closeTo(200) as number, kind: 'text', data: 'hello' },
        { direction: 'in', atMs: expect.closeTo(300) as number, kind: 'binary', data: 'AQI=' },
      ],
      end: {
        atMs: expect.closeTo(900) as number,
        code: 1001,
        reason: 'bye',
        wasClean: true,
        hasFailed: false,
      },
    },
    {
      url: 'wss://example.test/b',
      startedAtMs: 2_000,
      answer: { atMs: 0, status: 101 },
      messages: [
        { direction: 'in', atMs: expect.closeTo(500) as number, kind: 'text', data: 'later' },
      ],
    },
  ]);
  expect(durationOf(recording)).toBe(2_501);
});

test('a handshake that failed, one over HTTP/2, and one that the server chose a protocol for', () => {
  const { sockets } = readHar(
    harOf(
      socketEntry([], { status: 0, wait: 80, close: closeAt(80, 1006, { wasClean: false }) }),
      socketEntry([], { status: 200 }),
      socketEntry([['receive', 10, 'it was open']], { status: 0 }),
      socketEntry([], { headers: [{ name: 'Sec-WebSocket-Protocol', value: 'v2' }] }),
    ),
  );
  expect(sockets.map(({ answer }) => answer)).toEqual([
    { atMs: 80, status: 0 },
    { atMs: 0, status: 101 },
    { atMs: 0, status: 101 },
    { atMs: 0, status: 101, protocol: 'v2' },
  ]);
  // What failed has no other end.
  expect(sockets[0]?.end).toBeUndefined();
});

test('what the page has given up while it was connecting is left out', () => {
  const GIVEN_UP = 'WebSocket is closed before the connection is established.';
  const { sockets } = readHar(
    harOf(
      socketEntry([['error', 1, GIVEN_UP, -1]], { status: 0 }),
      socketEntry([], { status: 0, close: closeAt(1, 1006, { isGivenUp: true }) }),
      socketEntry([], { url: 'wss://example.test/kept' }),
    ),
  );
  expect(sockets.map(({ url }) => url)).toEqual(['wss://example.test/kept']);
});

test('the answer comes no later than what came behind it, and the end no sooner than the rest', () => {
  const close = closeAt(100, 1000);
  const [socket] = readHar(
    harOf(socketEntry([['receive', 300, 'm']], { wait: 900, close })),
  ).sockets;
  expect(socket?.answer.atMs).toBeCloseTo(100);
  expect(socket?.end?.atMs).toBeCloseTo(300);
});

test('messages that were cut are counted', () => {
  const recording = readHar(
    harOf(
      socketEntry([
        ['receive', 1, 'cut', 1, 3],
        ['send', 2, 'whole'],
      ]),
    ),
  );
  expect(recording.sockets[0]?.messages[0]?.cutAt).toBe(3);
  expect(countCut(recording)).toBe(1);
});

test('megabytes of base64 are read', () => {
  const data = 'AAAA'.repeat(2_000_000);
  expect(() => readHar(harOf(socketEntry([['receive', 1, data, 2]])))).not.toThrow();
});

describe('a bad file gets an error that names the field, and says what to do', () => {
  const entry = socketEntry([['receive', 1, 'm']]);
  const message = { type: 'receive', time: timeOf(1), opcode: 1, data: 'm' };
  const withMessage = (change: object) =>
    harOf(httpEntry, { ...entry, _webSocketMessages: [message, { ...message, ...change }] });
  const MESSAGE = 'log.entries[1]._webSocketMessages[1]';

  test.for<[name: string, har: unknown, words: string]>([
    ['no object', 'text', 'HAR: Invalid type: Expected Object but received "text"'],
    ['no log', {}, 'HAR.log: Invalid key: Expected "log"'],
    ['no list', { log: { entries: 3 } }, 'HAR.log.entries: Invalid type: Expected Array'],
    ['no socket', harOf(httpEntry), 'log.entries: none of its 1 has `_webSocketMessages`'],
    ['no time', withMessage({ time: 'noon' }), `${MESSAGE}.time: Invalid type: Expected number`],
    ['another type', withMessage({ type: 'in' }), `${MESSAGE}.type: Invalid type`],
    ['another opcode', withMessage({ opcode: 7 }), `${MESSAGE}.opcode: Invalid type`],
    ['no base64', withMessage({ opcode: 2, data: 'A' }), `${MESSAGE}.data: expected base64`],
    ['no data', withMessage({ data: undefined }), `${MESSAGE}.data: Invalid type`],
    [
      'no message',
      harOf({ ...entry, _webSocketMessages: [1] }),
      'log.entries[0]._webSocketMessages[0]: ',
    ],
    [
      'no date',
      harOf({ ...entry, startedDateTime: '?' }),
      'log.entries[0].startedDateTime: expected',
    ],
    ['no URL', harOf({ ...entry, request: { url: '//' } }), 'log.entries[0].request.url: expected'],
    [
      'no close code',
      harOf({ ...entry, _webSocketClose: closeAt(1, 10) }),
      'log.entries[0]._webSocketClose.code: Invalid value',
    ],
  ])('%s', ([, har, words]) => {
    expect(() => readHar(har)).toThrow(words);
    expect(() => readHar(har)).toThrow('Take a HAR that this panel has exported');
  });
});
