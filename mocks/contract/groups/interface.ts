import { call, scenarios } from '../scenario.ts';

const ACCESSORS = [
  'url',
  'readyState',
  'bufferedAmount',
  'extensions',
  'protocol',
  'binaryType',
  'onopen',
  'onerror',
  'onclose',
  'onmessage',
] as const;

function describeDescriptor(descriptor: PropertyDescriptor | undefined): Record<string, unknown> {
  if (!descriptor) return { missing: true };
  const entries = Object.entries(descriptor).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'function' ? `${value.name}/${value.length}` : value,
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

export const interfaceObject = scenarios('the class itself', {
  'its constants': async ({ WebSocket, note }) => {
    for (const name of ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'] as const) {
      note(name, WebSocket[name], Reflect.get(WebSocket.prototype, name));
    }
  },
  'its name, its length, its place': async ({ WebSocket, note }) => {
    note('name and length', WebSocket.name, WebSocket.length);
    note('constructor', WebSocket.prototype.constructor === WebSocket);
    note('extends EventTarget', Object.getPrototypeOf(WebSocket) === EventTarget);
    note('prototype', Object.getPrototypeOf(WebSocket.prototype) === EventTarget.prototype);
    note('tag', Object.prototype.toString.call(WebSocket.prototype));
  },
  'properties of the constructor': async ({ WebSocket, note }) => {
    for (const key of Object.getOwnPropertyNames(WebSocket).sort()) {
      note(key, describeDescriptor(Object.getOwnPropertyDescriptor(WebSocket, key)));
    }
  },
  'properties of the prototype': async ({ WebSocket, note }) => {
    const { prototype } = WebSocket;
    for (const key of Reflect.ownKeys(prototype).map(String).sort()) {
      const found = key === 'Symbol(Symbol.toStringTag)' ? Symbol.toStringTag : key;
      note(key, describeDescriptor(Object.getOwnPropertyDescriptor(prototype, found)));
    }
  },
  'the order of its properties': async ({ WebSocket, note }) => {
    note('constructor', Object.keys(WebSocket));
    note('prototype', Object.keys(WebSocket.prototype));
  },
  'an instance': async (rig) => {
    const socket = rig.connect();
    const { WebSocket } = rig;
    rig.note('own', Reflect.ownKeys(socket).length);
    const inherited: string[] = [];
    for (const key in socket) inherited.push(key);
    rig.note('inherited', inherited);
    rig.note('instanceof', socket instanceof WebSocket, socket instanceof EventTarget);
    rig.note('prototype', Object.getPrototypeOf(socket) === WebSocket.prototype);
    rig.note('constants', socket.CONNECTING, socket.OPEN, socket.CLOSING, socket.CLOSED);
    rig.note('as text', call(socket, 'toString'), JSON.stringify(socket));
  },
  'properties that are only read': async (rig) => {
    const socket = rig.connect();
    for (const key of ['url', 'readyState', 'bufferedAmount', 'extensions', 'protocol', 'OPEN']) {
      rig.attempt(`${key} = 7`, () => Object.assign(socket, { [key]: 7 }) === socket);
    }
  },
  'it is no function': async ({ WebSocket, attempt }) => {
    attempt('WebSocket()', () => Reflect.apply(WebSocket as never, undefined, ['ws://localhost/']));
  },
  'its members are for sockets only': async ({ WebSocket, attempt }) => {
    for (const target of [{}, WebSocket.prototype, null]) {
      for (const key of ACCESSORS) {
        const descriptor = Object.getOwnPropertyDescriptor(WebSocket.prototype, key);
        attempt(`get ${key}`, () => descriptor?.get?.call(target));
        if (descriptor?.set) attempt(`set ${key}`, () => descriptor.set?.call(target, 'blob'));
      }
      for (const key of ['send', 'close'] as const) {
        const operation = Reflect.get(WebSocket.prototype, key) as () => void;
        attempt(key, () => Reflect.apply(operation, target, ['x']));
      }
    }
  },
  'a class that extends it': async (rig) => {
    class Mine extends rig.WebSocket {
      readonly mine = true;
      override close(): void {
        rig.note('my close');
        super.close(3000);
      }
    }
    const socket = new Mine(rig.server.url);
    rig.watch(socket);
    rig.note('instance', socket instanceof Mine, socket instanceof rig.WebSocket, socket.mine);
    await rig.event(socket, 'open');
    socket.close();
    await rig.event(socket, 'close');
  },
  'it can carry what a page adds': async (rig) => {
    const socket = Object.assign(rig.connect(), { tag: 'mine' });
    rig.note('tag', socket.tag, Object.keys(socket), Object.isExtensible(socket));
  },
});
