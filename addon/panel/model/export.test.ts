import { describe, expect, test } from 'vitest';
import { readHar } from '../../../src/protocol/har/read-har.ts';
import { countCut } from '../../../src/protocol/har/recording.ts';
import { toHar, toJson } from './export.ts';
import { binary, closed, failed, made, opened, stateAfter, text } from './testing.ts';

const state = stateAfter([
  made(1, 1_000),
  ...opened(1, 1_050),
  text(1, 1_500, 'out', 'hi'),
  binary(1, 1_600, 'in', [1, 2]),
  ...closed(1, 2_000, 1000),
  made(2, 3_000),
  ...failed(2, 3_010),
]);

test('HAR 1.2 with messages where Chrome writes them', () => {
  const { log } = JSON.parse(toHar(state)) as { log: { version: string; entries: unknown[] } };
  expect(log.version).toBe('1.2');
  expect(log.entries).toMatchObject([
    {
      startedDateTime: '1970-01-01T00:00:01.000Z',
      time: 1_001,
      request: {
        method: 'GET',
        url: 'wss://lab.test/chat?room=1',
        queryString: [{ name: 'room', value: '1' }],
        headers: expect.arrayContaining([
          { name: 'Sec-WebSocket-Protocol', value: 'v2, v1' },
        ]) as unknown,
      },
      response: { status: 101 },
      timings: { send: 0, wait: 50, receive: 951 },
      _resourceType: 'websocket',
      _webSocketMessages: [
        { type: 'send', time: 1.5, opcode: 1, data: 'hi' },
        { type: 'receive', time: 1.6, opcode: 2, data: 'AQI=' },
      ],
    },
    { response: { status: 0 }, _webSocketMessages: [] },
  ]);
});

test('how each socket ended, which Chrome does not write', () => {
  const givenUp = stateAfter([
    made(1, 0),
    { type: 'state', socketId: 1, at: 1, state: 'closing' },
    ...failed(1, 2),
    made(2, 0),
  ]);
  const ends = [state, givenUp].flatMap((one) =>
    (
      JSON.parse(toHar(one)) as { log: { entries: { _webSocketClose?: unknown }[] } }
    ).log.entries.map(({ _webSocketClose }) => _webSocketClose),
  );
  const failure = { code: 1006, reason: '', wasClean: false, hasFailed: true };
  expect(ends).toEqual([
    { time: 2.001, code: 1000, reason: '', wasClean: true, hasFailed: false, isGivenUp: false },
    { time: 3.01, ...failure, isGivenUp: false },
    { time: 0.002, ...failure, isGivenUp: true },
    undefined,
  ]);
});

test('a message that was not kept whole says so, and its file can be read', () => {
  const message = text(1, 0, 'in', 'the beginning');
  const blob = { ...binary(1, 1, 'in', []), bytes: 5 };
  Reflect.deleteProperty(blob, 'content');
  const cut = stateAfter([
    made(1, 0),
    { ...message, bytes: 2_000_000, cutAt: 13 } as typeof message,
    blob,
  ]);
  const har = JSON.parse(toHar(cut)) as { log: { entries: { _webSocketMessages: object[] }[] } };
  expect(har.log.entries[0]?._webSocketMessages).toMatchObject([
    { opcode: 1, data: 'the beginning', _cutAt: 13, _bytes: 2_000_000 },
    { opcode: 2, data: '', _cutAt: 0, _bytes: 5 },
  ]);
  expect(countCut(readHar(har))).toBe(2);
});

test('an export is read as what it says', () => {
  const { sockets } = readHar(JSON.parse(toHar(state)));
  expect(sockets).toMatchObject([
    {
      answer: { atMs: 50, status: 101 },
      messages: [
        { direction: 'out', atMs: 500, data: 'hi' },
        { direction: 'in', kind: 'binary', data: 'AQI=' },
      ],
      end: { atMs: 1_001, code: 1000 },
    },
    { startedAtMs: 2_000, answer: { atMs: 10, status: 0 } },
  ]);
});

/** What HAR 1.2 asks for, http://www.softwareishard.com/blog/har-12-spec/: all that it has, and of which type. */
describe('each entry has the fields of HAR 1.2', () => {
  interface Entry {
    readonly time: number;
    readonly timings: Readonly<Record<string, number>>;
  }
  const { log } = JSON.parse(toHar(state)) as { log: { creator: unknown; entries: Entry[] } };
  const words = expect.any(String) as string;
  const number = expect.any(Number) as number;
  const list = expect.toSatisfy((pairs: readonly object[]) =>
    pairs.every((pair) => Object.keys(pair).join() === 'name,value'),
  ) as unknown;
  const entry = {
    startedDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
    time: number,
    request: {
      method: words,
      url: words,
      httpVersion: words,
      cookies: list,
      headers: list,
      queryString: list,
      headersSize: number,
      bodySize: number,
    },
    response: {
      status: number,
      statusText: words,
      httpVersion: words,
      cookies: list,
      headers: list,
      content: { size: number, mimeType: words },
      redirectURL: words,
      headersSize: number,
      bodySize: number,
    },
    cache: {},
    timings: expect.objectContaining({ send: number, wait: number, receive: number }) as unknown,
    // A name with `_` is anybody's own.
    _resourceType: 'websocket',
    _webSocketMessages: expect.any(Array) as unknown,
    _webSocketClose: expect.any(Object) as unknown,
  };

  test.for([...log.entries.entries()])('entry %i', ([, one]) => {
    expect(one).toEqual(entry);
    const times = Object.values(one.timings);
    expect(times.every((time) => Number.isFinite(time) && time >= -1)).toBe(true);
    // -1 is a time that does not apply; the others add up.
    const total = times.reduce((sum, time) => sum + Math.max(0, time), 0);
    expect(total).toBeCloseTo(one.time);
  });

  test('and the log says who has written it', () => {
    expect(log.creator).toEqual({ name: words, version: words });
  });
});

test('JSON with all that the panel holds', () => {
  const all = JSON.parse(toJson(state)) as { sockets: unknown[]; events: unknown[] };
  expect(all).toMatchObject({ story: 'a-story', gone: 0 });
  expect(all.sockets).toHaveLength(2);
  expect(all.events).toHaveLength(state.rows.length);
});
