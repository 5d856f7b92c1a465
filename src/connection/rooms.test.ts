import { beforeEach, expect, test, vi } from 'vitest';
import { createRooms } from './rooms.ts';

const send = vi.fn<(message: string) => void>();
const sent = () => send.mock.calls.map(([message]) => JSON.parse(message) as unknown);
const join = (room: string, ref: string) => ({ type: 'join', room, ref });
const say = (message: object) => JSON.stringify(message);

beforeEach(() => void send.mockReset());

test('joins once for two watchers, and leaves when both have left', async () => {
  const { opened, watch } = createRooms();
  opened(send);
  const [one, other] = [watch('news', vi.fn()), watch('news', vi.fn())];
  one();
  await Promise.resolve();
  expect(sent()).toEqual([join('news', '1')]);
  other();
  await Promise.resolve();
  expect(sent()).toEqual([join('news', '1'), { type: 'leave', room: 'news' }]);
});

test('tells two watchers that share a function, and each leaves by itself', () => {
  const { opened, watch, heard } = createRooms();
  opened(send);
  const hear = vi.fn();
  const leave = watch('news', hear);
  watch('news', hear);
  heard(say({ type: 'said', room: 'news', ref: '1', body: 'both' }));
  expect(hear).toHaveBeenCalledTimes(2);
  leave();
  heard(say({ type: 'said', room: 'news', ref: '1', body: 'one' }));
  expect(hear).toHaveBeenCalledTimes(3);
});

test('stays where one watcher replaces another', async () => {
  const { opened, watch, store } = createRooms();
  opened(send);
  watch('news', vi.fn())();
  watch('news', vi.fn());
  await Promise.resolve();
  expect(sent()).toEqual([join('news', '1')]);
  expect(store.get().get('news')).toMatchObject({ watchers: 1 });
});

test('joins all that are watched on each connection, and only those', async () => {
  const { opened, closed, watch, store } = createRooms();
  watch('news', vi.fn());
  const leave = watch('sport', vi.fn());
  opened(send);
  closed();
  expect(store.get().get('news')).toMatchObject({ state: 'away' });
  leave();
  await Promise.resolve();
  opened(send);
  expect(sent()).toEqual([join('news', '1'), join('sport', '2'), join('news', '3')]);
});

test('tells each watcher what was said, and ignores what belongs to an older join', () => {
  const { opened, watch, heard, store } = createRooms();
  const [one, other] = [vi.fn(), vi.fn()];
  watch('news', one);
  watch('news', other);
  opened(send);
  opened(send);
  expect(heard(say({ type: 'joined', room: 'news', ref: '1' }))).toBe(true);
  expect(heard(say({ type: 'said', room: 'news', ref: '1', body: 'late' }))).toBe(true);
  expect(store.get().get('news')).toMatchObject({ state: 'joining', late: 2 });
  heard(say({ type: 'joined', room: 'news', ref: '2' }));
  heard(say({ type: 'said', room: 'news', ref: '2', body: 'now' }));
  for (const hear of [one, other]) expect(hear.mock.calls).toEqual([['now']]);
  expect(store.get().get('news')).toMatchObject({ state: 'joined' });
});

test('says that a room was refused, and leaves the others as they are', () => {
  const { opened, watch, heard, store } = createRooms();
  watch('news', vi.fn());
  watch('staff', vi.fn());
  opened(send);
  heard(say({ type: 'refused', room: 'staff', ref: '2', reason: 'members only' }));
  heard(say({ type: 'joined', room: 'news', ref: '1' }));
  expect([...store.get().values()].map(({ state }) => state)).toEqual(['joined', 'refused']);
});

test.for(['plain text', say({ type: 'ack', id: '1' }), new ArrayBuffer(1)])(
  'leaves other messages to others: %s',
  (data) => expect(createRooms().heard(data)).toBe(false),
);

test('knows nothing of a room that is not watched', () => {
  const { heard, store } = createRooms();
  expect(heard(say({ type: 'said', room: 'news', ref: '1', body: 'x' }))).toBe(true);
  expect(store.get().size).toBe(0);
});
