import { call, scenarios, type Script } from '../scenario.ts';

/** Each is sent on an open socket; what the server gets is noted, and the buffer beside it. */
const sends =
  (...cases: [what: string, make: () => unknown][]): Script =>
  async (rig) => {
    const [socket] = await rig.opened();
    for (const [what, make] of cases) {
      const data = make();
      rig.attempt(what, () => send(socket, data));
      rig.note('buffered', socket.bufferedAmount);
      rig.note('server', await rig.server.nextMessage());
    }
  };

/** Each is tried on an open socket, and throws. */
const throws =
  (...cases: [what: string, make: () => unknown][]): Script =>
  async (rig) => {
    const [socket] = await rig.opened();
    for (const [what, make] of cases) {
      rig.attempt(what, () => send(socket, make()));
      rig.note('buffered', socket.bufferedAmount);
    }
  };

function send(socket: WebSocket, data: unknown): unknown {
  return call(socket, 'send', data);
}

function bytes(...values: number[]): ArrayBuffer {
  return new Uint8Array(values).buffer;
}

/** What another document's classes make: the same kind of object, of another prototype. */
function foreign(make: (realm: Window & typeof globalThis) => unknown): unknown {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const made = frame.contentWindow && make(frame.contentWindow as Window & typeof globalThis);
  frame.remove();
  return made;
}

export const sendingTypes = scenarios('sending: types', {
  text: sends(
    ['ASCII', () => 'hello'],
    ['empty', () => ''],
    ['UTF-8 of two, three and four bytes', () => 'é€😀'],
    ['a zero and a line break', () => '\0\r\n'],
  ),
  'lone surrogates are replaced': sends(
    ['high', () => 'a\uD800b'],
    ['low', () => '\uDC00'],
    ['the wrong way round', () => '\uDC00\uD800'],
  ),
  'an ArrayBuffer': sends(
    ['three bytes', () => bytes(1, 2, 255)],
    ['empty', () => new ArrayBuffer(0)],
  ),
  'a view sends its own part only': sends(
    ['Uint8Array', () => new Uint8Array(bytes(1, 2, 3, 4), 1, 2)],
    ['Uint16Array', () => new Uint16Array(bytes(1, 2, 3, 4), 2, 1)],
    ['DataView', () => new DataView(bytes(1, 2, 3, 4), 3)],
  ),
  'a Blob': sends(
    ['of text', () => new Blob(['hello'], { type: 'text/plain' })],
    ['empty', () => new Blob()],
    ['a File', () => new File([bytes(7, 8)], 'name')],
  ),
  'what is none of these is made text': sends(
    ['number', () => 42],
    ['null', () => null],
    ['undefined', () => undefined],
    ['object', () => ({ a: 1 })],
    ['array', () => [1, [2, 3]]],
    ['toString', () => ({ toString: () => 'mine' })],
    ['a date', () => new Date(Number.NaN)],
  ),
  'objects of another document': sends(
    ['ArrayBuffer', () => foreign((realm) => new realm.ArrayBuffer(2))],
    ['view', () => foreign((realm) => new realm.Uint8Array(3))],
    ['Blob', () => foreign((realm) => new realm.Blob(['from there']))],
  ),
  'an object that only looks like bytes': sends(
    [
      'ArrayBuffer',
      () =>
        Object.create(ArrayBuffer.prototype, { toString: { value: () => 'no buffer' } }) as unknown,
    ],
    [
      'Blob',
      () => Object.create(Blob.prototype, { toString: { value: () => 'no blob' } }) as unknown,
    ],
  ),
  'a detached ArrayBuffer': sends([
    'detached',
    () => {
      const buffer = bytes(1, 2, 3);
      structuredClone(buffer, { transfer: [buffer] });
      return buffer;
    },
  ]),
  'what cannot be sent': throws(
    ['a symbol', () => Symbol('x')],
    [
      'toString throws',
      () => ({
        toString: () => {
          throw new RangeError('not today');
        },
      }),
    ],
    [
      'shared memory',
      () => new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer,
    ],
    [
      'a shared view',
      () => new Uint8Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer),
    ],
    ['a resizable buffer', () => new ArrayBuffer(1, { maxByteLength: 8 })],
    [
      'a view of a resizable buffer',
      () => new Uint8Array(new ArrayBuffer(1, { maxByteLength: 8 })),
    ],
  ),
  'no argument': async (rig) => {
    const [socket] = await rig.opened();
    rig.attempt('send()', () => call(socket, 'send'));
  },
  'more arguments than one are ignored': async (rig) => {
    const [socket] = await rig.opened();
    rig.attempt('send', () => call(socket, 'send', 'one', 'two'));
    rig.note('server', await rig.server.nextMessage());
  },
});
