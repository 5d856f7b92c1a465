import { beforeEach, expect, test, vi } from 'vitest';
import { createUpload, type Progress, type Upload } from './upload.ts';

const CHUNK_BYTES = 10;
const WINDOW_BYTES = 25;
const FILE = new Blob([Uint8Array.from({ length: 57 }, (_, n) => n)]);

let isOpen: boolean;
let told: Record<string, unknown>[];
/** Each chunk that was sent, with where it belongs. */
let chunks: { offset: number; bytes: number[] }[];
let progress: Progress | undefined;
let upload: Upload;
let outcome: unknown;

function create(file = FILE): void {
  upload = createUpload(file, {
    chunkBytes: CHUNK_BYTES,
    windowBytes: WINDOW_BYTES,
    onProgress: (next) => (progress = next),
    send(data) {
      if (!isOpen) return false;
      if (typeof data === 'string') told.push(JSON.parse(data) as Record<string, unknown>);
      else
        chunks.push({
          offset: Number(new DataView(data).getBigUint64(0)),
          bytes: [...new Uint8Array(data, 8)],
        });
      return true;
    },
  });
  outcome = undefined;
  upload.done.then(
    () => (outcome = 'done'),
    (error: unknown) => (outcome = error),
  );
}

beforeEach(() => {
  isOpen = true;
  told = [];
  chunks = [];
  create();
  upload.opened();
});

const has = (offset: number) =>
  upload.heard(JSON.stringify({ type: 'upload-at', id: told[0]?.['id'], offset }));
/** Resolves when all that may be read has been read. */
const settled = async () => {
  for (let n = 0; n < 20; n += 1) await new Promise((resolve) => setImmediate(resolve));
};
const offsets = () => chunks.map(({ offset }) => offset);

test('sends nothing before the server has said how much it has', async () => {
  await settled();
  expect(told).toEqual([{ type: 'upload', id: told[0]?.['id'], bytes: 57 }]);
  expect(chunks).toEqual([]);
});

test('fills the window, and goes on with each word of the server, to the end', async () => {
  has(0);
  await settled();
  expect(offsets()).toEqual([0, 10, 20]);
  expect(progress).toEqual({ acknowledged: 0, sent: WINDOW_BYTES, total: 57 });
  has(10);
  await settled();
  expect(offsets()).toEqual([0, 10, 20, 25]);
  has(35);
  await settled();
  has(57);
  await settled();
  expect(outcome).toBe('done');
  const bytes = chunks.flatMap(({ bytes }) => bytes);
  expect(bytes).toEqual(Array.from({ length: 57 }, (_, n) => n));
});

test('two words of the server while a chunk is read: each chunk is sent once', async () => {
  has(0);
  has(5);
  has(10);
  await settled();
  expect(offsets()).toEqual([0, 10, 20, 30]);
});

test('goes on behind what the server has, on the next connection', async () => {
  has(0);
  await settled();
  isOpen = false;
  upload.ended();
  await settled();
  isOpen = true;
  upload.opened();
  expect(told[1]).toEqual(told[0]);
  chunks = [];
  has(10);
  expect(progress).toEqual({ acknowledged: 10, sent: 10, total: 57 });
  await settled();
  expect(offsets()).toEqual([10, 20, 30]);
});

test('a connection that ends while a chunk is read: that chunk is read again on the next', async () => {
  has(0);
  upload.ended();
  upload.opened();
  has(0);
  await settled();
  expect(offsets()).toEqual([0, 10, 20]);
});

test('what a closing socket does not take does not count as sent, and is not tried again', async () => {
  isOpen = false;
  const slice = vi.spyOn(FILE, 'slice');
  has(0);
  await settled();
  expect(slice).toHaveBeenCalledOnce();
  expect(progress?.sent).toBe(0);
});

test('fails once, with the reason, tells the server, and reads nothing more', async () => {
  has(0);
  upload.fail(new Error('cancelled'));
  upload.fail(new Error('twice'));
  has(10);
  await settled();
  expect(outcome).toEqual(new Error('cancelled'));
  expect(told.map(({ type }) => type)).toEqual(['upload', 'cancel-upload']);
  expect(chunks).toEqual([]);
  upload.opened();
  expect(told).toHaveLength(2);
});

test('the server may say no', async () => {
  upload.heard(JSON.stringify({ type: 'upload-failed', id: told[0]?.['id'], reason: 'too large' }));
  await settled();
  expect(outcome).toEqual(new Error('too large'));
});

test('a file that cannot be read ends it', async () => {
  const unreadable = new Blob(['content']);
  vi.spyOn(unreadable, 'slice').mockReturnValue({
    arrayBuffer: () => Promise.reject(new Error('changed on disk')),
  } as Partial<Blob> as Blob);
  create(unreadable);
  told = [];
  upload.opened();
  has(0);
  await settled();
  expect(outcome).toEqual(new Error('changed on disk'));
});

test('an empty file is done as soon as the server has heard of it', async () => {
  create(new Blob());
  told = [];
  upload.opened();
  has(0);
  await settled();
  expect(outcome).toBe('done');
});

test.for(['hello', '{"type":"upload-at","id":"other","offset":0}'])(
  'leaves another message to the application: %s',
  (message) => {
    expect(upload.heard(message)).toBe(false);
  },
);
