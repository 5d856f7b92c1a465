import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPresence, type Person, type Presence } from './presence.ts';

let people: readonly Person[] | undefined;
let presence: Presence;

beforeEach(() => {
  vi.useFakeTimers();
  people = [];
  presence = createPresence({ onPeople: (next) => (people = next) });
  presence.ended();
});
afterEach(() => {
  vi.useRealTimers();
});

const hear = (message: object) => presence.heard(JSON.stringify(message));
const list = (...devices: readonly [device: string, user: string][]) =>
  hear({ type: 'present', devices: devices.map(([device, user]) => ({ device, user })) });
const came = (device: string, user: string) => hear({ type: 'came', device, user });
const went = (device: string) => hear({ type: 'went', device });
const typing = (device: string, isTyping = true) => hear({ type: 'typing', device, isTyping });
/** `Mia`, with `×2` for two devices, and `…` while she types. */
const shown = () =>
  people?.map(
    ({ user, devices, isTyping }) =>
      user + (devices > 1 ? ` ×${devices}` : '') + (isTyping ? ' …' : ''),
  );

test('who is there is not known before the list', () => {
  expect(shown()).toBeUndefined();
  came('phone', 'Mia');
  expect(shown()).toBeUndefined();
  list();
  expect(shown()).toEqual(['Mia']);
});

test('the list, and then who comes and goes', () => {
  list(['phone', 'Mia'], ['desk', 'Tom']);
  came('pad', 'Ida');
  expect(shown()).toEqual(['Mia', 'Tom', 'Ida']);
  went('desk');
  expect(shown()).toEqual(['Mia', 'Ida']);
});

test('who came or went before the list is not changed by it', () => {
  came('pad', 'Ida');
  went('desk');
  list(['phone', 'Mia'], ['desk', 'Tom']);
  expect(shown()).toEqual(['Ida', 'Mia']);
});

test('a person stays until the last device has left', () => {
  list(['phone', 'Mia'], ['desk', 'Mia']);
  expect(shown()).toEqual(['Mia ×2']);
  went('desk');
  expect(shown()).toEqual(['Mia']);
  went('phone');
  expect(shown()).toEqual([]);
});

test('nobody is left over from the connection before', () => {
  list(['phone', 'Mia'], ['desk', 'Tom']);
  went('desk');
  presence.ended();
  expect(shown()).toBeUndefined();
  list(['desk', 'Tom']);
  expect(shown()).toEqual(['Tom']);
});

test('what was said before the list counts on its connection alone', () => {
  came('desk', 'Tom');
  went('phone');
  list();
  presence.ended();
  came('pad', 'Ida');
  expect(shown()).toBeUndefined();
  list(['desk', 'Tom'], ['phone', 'Mia']);
  expect(shown()).toEqual(['Ida', 'Tom', 'Mia']);
});

test('typing ends by itself five seconds after the last sign of it', () => {
  list(['phone', 'Mia']);
  typing('phone');
  vi.advanceTimersByTime(3_000);
  typing('phone');
  vi.advanceTimersByTime(4_999);
  expect(shown()).toEqual(['Mia …']);
  vi.advanceTimersByTime(1);
  expect(shown()).toEqual(['Mia']);
  expect(vi.getTimerCount()).toBe(0);
});

test('typing ends where the server says so, and with its device', () => {
  list(['phone', 'Mia'], ['desk', 'Mia']);
  typing('phone');
  typing('phone', false);
  expect(shown()).toEqual(['Mia ×2']);
  typing('desk');
  went('desk');
  expect(shown()).toEqual(['Mia']);
  expect(vi.getTimerCount()).toBe(0);
});

test('the end of the connection leaves no timer', () => {
  list(['phone', 'Mia']);
  typing('phone');
  presence.ended();
  expect(vi.getTimerCount()).toBe(0);
});

test('who is not there does not type', () => {
  list(['phone', 'Mia']);
  typing('unknown');
  expect(vi.getTimerCount()).toBe(0);
});

test.for([
  'hello',
  '{"type":"came"}',
  '{"type":"came","device":"a"}',
  '{"type":"present"}',
  '{"type":"ack","device":"a"}',
])('leaves another message to the application: %s', (message) => {
  expect(presence.heard(message)).toBe(false);
});

test('leaves out of a list what is no device of a user', () => {
  hear({ type: 'present', devices: [null, 'Mia', {}, { device: 'phone', user: 1 }] });
  expect(shown()).toEqual([]);
});
