import { beforeEach, expect, test } from 'vitest';
import { createReplica, type Replica, type ReplicaOptions } from './replica.ts';

let sent: string[];
let entries: Record<string, unknown>;
let log: string[];
let replica: Replica;

function create(options: Partial<ReplicaOptions> = {}) {
  return createReplica({
    send: (message) => sent.push((JSON.parse(message) as { type: string }).type),
    onSnapshot(snapshot, seq) {
      entries = { ...snapshot };
      log.push(`snapshot ${seq}`);
    },
    onDelta({ seq, key, value }, fate) {
      if (fate === 'applied') entries[key] = value;
      log.push(`${fate} ${seq}`);
    },
    onSynced: (isSynced) => log.push(isSynced ? 'synced' : 'behind'),
    ...options,
  });
}
const delta = (seq: number) =>
  replica.heard(JSON.stringify({ type: 'delta', seq, key: 'a', value: seq }));
const snapshot = (seq: number) =>
  replica.heard(JSON.stringify({ type: 'snapshot', seq, entries: { a: seq } }));

beforeEach(() => {
  sent = [];
  entries = {};
  log = [];
  replica = create();
  replica.opened();
});

test('subscribes before it asks for the snapshot', () => {
  expect(sent).toEqual(['subscribe', 'fetch-snapshot']);
});

test('holds deltas until the snapshot has come, and applies those that are behind it', () => {
  delta(3);
  delta(4);
  delta(5);
  expect(entries).toEqual({});
  snapshot(4);
  expect(entries).toEqual({ a: 5 });
  expect(log).toEqual([
    'behind',
    ...['held 3', 'held 4', 'held 5'],
    ...['snapshot 4', 'ignored 3', 'ignored 4', 'applied 5'],
    'synced',
  ]);
});

test('applies each delta once', () => {
  snapshot(0);
  delta(1);
  delta(1);
  delta(2);
  expect(log.slice(2)).toEqual(['synced', 'applied 1', 'ignored 1', 'applied 2']);
});

test('asks for the snapshot once where a delta is missing', () => {
  snapshot(0);
  delta(2);
  delta(3);
  expect(sent).toEqual(['subscribe', 'fetch-snapshot', 'fetch-snapshot']);
  expect(entries).toEqual({ a: 0 });
  snapshot(2);
  expect(entries).toEqual({ a: 3 });
  expect(log.at(-1)).toBe('synced');
});

test('a delta behind a gap is held: a snapshot that was made before it is enough', () => {
  snapshot(0);
  delta(3);
  snapshot(2);
  expect(entries).toEqual({ a: 3 });
  expect(sent).toEqual(['subscribe', 'fetch-snapshot', 'fetch-snapshot']);
});

test('asks again where one is missing among those that it holds', () => {
  delta(1);
  delta(3);
  snapshot(0);
  expect(sent).toEqual(['subscribe', 'fetch-snapshot', 'fetch-snapshot']);
  expect(log.at(-1)).toBe('behind');
  snapshot(3);
  expect(entries).toEqual({ a: 3 });
  expect(log.at(-1)).toBe('synced');
});

test('takes no snapshot that it has not asked for', () => {
  snapshot(5);
  snapshot(2);
  expect(entries).toEqual({ a: 5 });
});

test('on the next connection it begins again: what it held belongs to the last one', () => {
  delta(7);
  replica.opened();
  snapshot(6);
  expect(sent).toEqual(['subscribe', 'fetch-snapshot', 'subscribe', 'fetch-snapshot']);
  expect(entries).toEqual({ a: 6 });
});

test('holds no more than its limit: then it asks again', () => {
  replica = create({ limit: 2 });
  replica.opened();
  for (const seq of [1, 2, 3]) delta(seq);
  snapshot(0);
  expect(log.at(-1)).toBe('behind');
  snapshot(3);
  expect(entries).toEqual({ a: 3 });
});

test('leaves other messages to the application', () => {
  expect(replica.heard('hello')).toBe(false);
  expect(replica.heard('{"type":"event","seq":1}')).toBe(false);
  expect(replica.heard('{"type":"delta","seq":1}')).toBe(false);
  expect(replica.heard('{"type":"subscribed","seq":0}')).toBe(true);
});
