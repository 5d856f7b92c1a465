import type { Rig } from '../rig.ts';
import { scenarios } from '../scenario.ts';

/** What `new WebSocket` makes of an address and of subprotocols: the url, or what it throws. */
function construct(rig: Rig, what: string, ...args: unknown[]): WebSocket | undefined {
  let socket: WebSocket | undefined;
  rig.attempt(what, () => {
    socket = rig.watch(Reflect.construct(rig.WebSocket, args) as WebSocket);
    return socket.url;
  });
  return socket;
}

/** One script for arguments that are refused; `url` is the server's. */
const refused =
  (...cases: [what: string, args: (url: string) => unknown[]][]) =>
  async (rig: Rig): Promise<void> => {
    for (const [what, args] of cases) construct(rig, what, ...args(rig.server.url));
  };

const throwing = {
  toString() {
    throw new RangeError('not today');
  },
};

export const constructorArguments = scenarios('arguments of new', {
  'no argument': refused(['new WebSocket()', () => []]),
  'addresses that are none': refused(
    ['undefined', () => [undefined]],
    ['empty host', () => ['ws://']],
    ['a space in the host', () => ['ws://a b/']],
    ['a port that is none', () => ['ws://localhost:99999/']],
  ),
  'schemes that are none': refused(
    ['ftp', () => ['ftp://localhost/']],
    ['mailto', () => ['mailto:a@b.c']],
    ['wss in upper case is fine, the port is not', () => ['WSS://localhost:x/']],
  ),
  'a fragment': refused(
    ['#part', (url) => [`${url}#part`]],
    ['an empty fragment', (url) => [`${url}#`]],
    ['in an URL object', (url) => [Object.assign(new URL(url), { hash: 'part' })]],
  ),
  'an address that cannot be text': refused(
    ['a symbol', () => [Symbol('x')]],
    ['toString throws', () => [throwing]],
  ),
  'subprotocols that are no tokens': refused(
    ['empty', (url) => [url, '']],
    ['a space', (url) => [url, 'a b']],
    ['a comma', (url) => [url, ['a,b']]],
    ['a separator', (url) => [url, ['a/b']]],
    ['not ASCII', (url) => [url, 'ü']],
    ['one of two', (url) => [url, ['a', '']]],
  ),
  'subprotocols twice': refused(
    ['the same', (url) => [url, ['a', 'b', 'a']]],
    ['as other types', (url) => [url, [1, '1']]],
  ),
  'subprotocols that cannot be text': refused(
    ['a symbol', (url) => [url, Symbol('x')]],
    ['a symbol in a list', (url) => [url, [Symbol('x')]]],
    ['toString throws', (url) => [url, throwing]],
    ['an iterator that is none', (url) => [url, { [Symbol.iterator]: 1 }]],
  ),
  'which argument is checked first': refused(
    ['address before subprotocols', () => ['ftp://localhost/', ['a', 'a']]],
    ['conversion before address', () => ['ftp://localhost/', Symbol('x')]],
  ),

  'an URL object': async (rig) => {
    const socket = construct(rig, 'url', new URL(rig.server.url));
    if (socket) await rig.event(socket, 'open');
  },
  'an http address becomes ws': async (rig) => {
    const socket = construct(rig, 'url', rig.server.url.replace(/^ws/, 'http'));
    if (socket) await rig.event(socket, 'open');
  },
  'an address is normalised': async (rig) => {
    const socket = construct(rig, 'url', ` ${rig.server.url.replace('ws:', 'WS:')}?a b\n`);
    if (socket) await rig.event(socket, 'open');
  },
  'an address with text around it from toString': async (rig) => {
    const socket = construct(rig, 'url', { toString: () => rig.server.url });
    if (socket) await rig.event(socket, 'open');
  },
  'subprotocols that differ only in case are two': async (rig) => {
    const socket = construct(rig, 'url', rig.server.url, ['chat', 'Chat']);
    rig.note('offered', (await rig.server.nextConnection()).protocols);
    if (socket) await rig.event(socket, 'open');
    rig.note('protocol', socket?.protocol);
  },
  'subprotocols from any iterable, read once': async (rig) => {
    const socket = construct(rig, 'url', rig.server.url, ['a', 'b'].values());
    rig.note('offered', (await rig.server.nextConnection()).protocols);
    if (socket) await rig.event(socket, 'open');
  },
  'subprotocols that are made text: null, a number, an object': async (rig) => {
    for (const protocol of [null, 7, { toString: () => 'text' }, new Set(['in-a-set'])]) {
      const socket = construct(rig, 'url', rig.server.url, protocol);
      rig.note('offered', (await rig.server.nextConnection()).protocols);
      if (socket) await rig.event(socket, 'open');
    }
  },
});
