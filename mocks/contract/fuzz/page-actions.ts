import { call } from '../scenario.ts';
import type { EventName, PageAction } from './script.ts';

/** Together they are less than what the browser hands on at once: `bufferedAmount` then has no steps. */
const sends: readonly PageAction[] = [
  (socket) => socket.send('a'),
  (socket) => socket.send(''),
  (socket) => socket.send('é€😀'),
  (socket) => socket.send('lone \ud800'),
  (socket) => socket.send('x'.repeat(125)),
  (socket) => socket.send('x'.repeat(126)),
  (socket) => socket.send('é'.repeat(10_000)),
  (socket) => socket.send(new ArrayBuffer(0)),
  (socket) => socket.send(new ArrayBuffer(5)),
  (socket) => socket.send(new Uint8Array([1, 2, 3, 4]).subarray(1, 3)),
  (socket) => socket.send(new DataView(new ArrayBuffer(4), 1, 2)),
  (socket) => socket.send(new Float64Array(2)),
  (socket) => call(socket, 'send'),
  (socket) => call(socket, 'send', null),
  (socket) => call(socket, 'send', undefined),
  (socket) => call(socket, 'send', 42),
  (socket) => call(socket, 'send', { type: 'tick' }),
  (socket) => call(socket, 'send', [1, [2, 3]]),
  (socket) => call(socket, 'send', Symbol('s')),
  (socket) => call(socket, 'send', new String('text')),
  (socket) => call(socket, 'send', new URL('https://lab.test/')),
  (socket) => call(socket, 'send', new ArrayBuffer(4, { maxByteLength: 8 })),
  (socket) => call(socket, 'send', 'a', 'too many'),
];

/** It has to be read first, which takes time: what the server does meanwhile would race it. */
export const blobs: readonly PageAction[] = [
  (socket) => socket.send(new Blob(['blob'])),
  (socket) => socket.send(new Blob([])),
  (socket) => socket.send(new File(['é'], 'file')),
];

const closes: readonly PageAction[] = [
  (socket) => socket.close(),
  (socket) => socket.close(1000),
  (socket) => socket.close(1000, 'done'),
  (socket) => socket.close(3000),
  (socket) => socket.close(4999, 'é€😀'),
  (socket) => socket.close(4000, 'r'.repeat(123)),
  (socket) => socket.close(4000, 'lone \ud800'),
  (socket) => socket.close(undefined, undefined),
  (socket) => socket.close(undefined, 'no code'),
  (socket) => call(socket, 'close', 3000.9, 7),
  (socket) => call(socket, 'close', '4001', null),
  (socket) => call(socket, 'close', 4002, {}),
];

const badCloses: readonly PageAction[] = [
  (socket) => socket.close(0),
  (socket) => socket.close(999),
  (socket) => socket.close(1001),
  (socket) => socket.close(1005),
  (socket) => socket.close(1006),
  (socket) => socket.close(2999),
  (socket) => socket.close(5000),
  (socket) => socket.close(-1),
  (socket) => socket.close(NaN),
  (socket) => socket.close(2 ** 32 + 1000),
  (socket) => socket.close(4000, '€'.repeat(42)),
  (socket) => socket.close(999, '€'.repeat(42)),
  (socket) => call(socket, 'close', 'x'),
  (socket) => call(socket, 'close', null),
  (socket) => call(socket, 'close', Symbol('s')),
  (socket) => call(socket, 'close', 1000, Symbol('s')),
  (socket) => call(socket, 'close', 1n),
  (socket) => call(socket, 'close', {}, 'r'),
];

const binaryTypes: readonly PageAction[] = [
  (socket) => (socket.binaryType = 'arraybuffer'),
  (socket) => (socket.binaryType = 'blob'),
  (socket) => Reflect.set(socket, 'binaryType', 'text'),
  (socket) => Reflect.set(socket, 'binaryType', ''),
  (socket) => Reflect.set(socket, 'binaryType', null),
  (socket) => Reflect.set(socket, 'binaryType', new String('arraybuffer')),
  (socket) => Reflect.set(socket, 'binaryType', Symbol('s')),
];

const reads: readonly PageAction[] = [
  (socket) => [socket.readyState, socket.bufferedAmount, socket.binaryType],
  (socket) => [socket.protocol, socket.extensions],
  (socket) => [typeof socket.onopen, typeof socket.onmessage, typeof socket.onclose],
  (socket) => Reflect.set(socket, 'readyState', 1),
  (socket) => Reflect.set(socket, 'bufferedAmount', 0),
  (socket) => Object.keys(socket),
];

const listens = (type: EventName): readonly PageAction[] => [
  (socket, heard) => socket.addEventListener(type, heard('a listener')),
  (socket, heard) => socket.addEventListener(type, heard('once'), { once: true }),
  (socket, heard) => socket.addEventListener(type, heard('capture'), true),
  (socket, heard) => socket.addEventListener(type, { handleEvent: heard('an object') }),
  (socket, heard) => {
    const listener = heard('twice');
    socket.addEventListener(type, listener);
    socket.addEventListener(type, listener);
  },
  (socket, heard) => {
    const listener = heard('again as capture');
    socket.addEventListener(type, listener);
    socket.addEventListener(type, listener, true);
  },
  (socket, heard) => {
    const listener = heard('removed by the next');
    socket.addEventListener(type, () => socket.removeEventListener(type, listener));
    socket.addEventListener(type, listener);
  },
  (socket, heard) =>
    socket.addEventListener(type, (event) => {
      heard('stops the others')(event);
      event.stopImmediatePropagation();
    }),
  (socket, heard) =>
    socket.addEventListener(type, () => socket.addEventListener(type, heard('added meanwhile'))),
  (socket, heard) => Reflect.set(socket, `on${type}`, heard('a handler')),
  (socket, heard) => Reflect.set(socket, `on${type}`, { handleEvent: heard('no handler') }),
  (socket) => Reflect.set(socket, `on${type}`, null),
  (socket) => Reflect.set(socket, `on${type}`, 'text'),
  (socket) => socket.dispatchEvent(new Event(type)),
];

/** What is more likely to go wrong is chosen more often. */
export const PAGE_ACTIONS = {
  sends,
  closes,
  badCloses,
  binaryTypes,
  reads,
  listens: [...listens('open'), ...listens('message'), ...listens('error'), ...listens('close')],
};
