import { describe, expect, test } from 'vitest';
import { readHar } from '../../../src/protocol/har/read-har.ts';
import { closeAt, harOf, httpEntry, socketEntry } from '../../../src/protocol/har/testing.ts';
import { readHarFile } from './har-file.ts';

const fileOf = (har: unknown) => new Blob([typeof har === 'string' ? har : JSON.stringify(har)]);

const messages = Array.from(
  { length: 2_000 },
  (_, at) => [at % 3 === 0 ? 'send' : 'receive', at, `message ${at}`] as const,
);

test('a file is read as the object in it would be, in pieces', async () => {
  const har = harOf(
    httpEntry,
    socketEntry(messages, {
      wait: 3,
      headers: [{ name: 'Sec-WebSocket-Protocol', value: 'v2' }],
      close: closeAt(3_000, 4001, { reason: 'bye' }),
    }),
    httpEntry,
    // One message that is more than a piece.
    socketEntry([['receive', 10, 'x'.repeat(2 ** 20)]], { startMs: 5 }),
    socketEntry([], { status: 0, startMs: 6 }),
  );
  expect(await readHarFile(fileOf(har))).toEqual(readHar(JSON.parse(JSON.stringify(har))));
});

describe('a bad file gets the error that its object would', () => {
  const bad = [...socketEntry(messages)._webSocketMessages];
  bad[1_700] = { ...bad[1_700], time: 'noon' } as unknown as (typeof bad)[number];
  test.for<[name: string, har: unknown]>([
    ['a message far behind', harOf(httpEntry, { ...socketEntry([]), _webSocketMessages: bad })],
    ['no socket', harOf(httpEntry, null, 3)],
    ['no entries', { log: {} }],
    ['entries that are no list', { log: { entries: { a: 1 } } }],
    ['no log', { logs: [] }],
    ['a log that is text', { log: 'none' }],
    ['a number', 3],
    ['an entry without a request', harOf({ ...socketEntry([]), request: undefined })],
  ])('%s', async ([, har]) => {
    let expected = '';
    try {
      readHar(JSON.parse(JSON.stringify(har)));
    } catch (error) {
      expected = (error as Error).message;
    }
    expect(expected).toContain('This file cannot be replayed. ');
    await expect(readHarFile(fileOf(har))).rejects.toThrow(expected);
  });

  test('no JSON', async () => {
    await expect(readHarFile(fileOf('<html>'))).rejects.toThrow(
      /^This file cannot be read as JSON, which a HAR is: .*Export it again/,
    );
  });
});
