import { findLiveServer } from '../../live/find-live-server.ts';
import { RemoteServer } from '../../live/remote-server.ts';
import type { SocketServer } from '../../socket-server.ts';
import type { Rig } from '../rig.ts';
import { scenarios, type Script } from '../scenario.ts';

/** A real server beside the scenario's own: a simulated socket knows no link to it. */
const elsewhere =
  (run: (rig: Rig, server: SocketServer) => Promise<void>): Script =>
  async (rig) => {
    const server = await RemoteServer.open((await findLiveServer()) ?? '', 'elsewhere');
    try {
      await run(rig, server);
    } finally {
      server.dispose();
    }
  };

/** Replaces a member of the prototype while `run` runs. */
async function patched<Key extends 'send' | 'close'>(
  { prototype }: typeof WebSocket,
  key: Key,
  make: (original: WebSocket[Key]) => WebSocket[Key],
  run: () => Promise<void>,
): Promise<void> {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, key) ?? {};
  Object.defineProperty(prototype, key, {
    ...descriptor,
    value: make(descriptor.value as WebSocket[Key]),
  });
  try {
    await run();
  } finally {
    Object.defineProperty(prototype, key, descriptor);
  }
}

export const unsimulated = scenarios('a URL that is not simulated', {
  'what the socket is': elsewhere(async (rig, server) => {
    const socket = rig.watch(new rig.WebSocket(server.url));
    rig.note('instance', socket instanceof rig.WebSocket, socket instanceof EventTarget);
    rig.note('prototype', Object.getPrototypeOf(socket) === rig.WebSocket.prototype);
    rig.note('constructor', socket.constructor === rig.WebSocket);
    rig.note('own', Reflect.ownKeys(socket).length);
    await rig.event(socket, 'open');
  }),
  'each member does its work': elsewhere(async (rig, server) => {
    const socket = rig.watch(new rig.WebSocket(server.url, ['a', 'b']));
    rig.attempt('send', () => socket.send('too soon'));
    const connection = await server.nextConnection();
    await rig.event(socket, 'open');
    rig.note('url', socket.url === server.url, socket.protocol, socket.extensions);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }) => rig.note('handler', data);
    rig.note('set', socket.binaryType, typeof socket.onmessage);
    connection.onMessage((data) => void connection.send(data));
    socket.send(new Uint8Array([1, 2]));
    rig.note('buffered', socket.bufferedAmount);
    await rig.event(socket, 'message');
    rig.attempt('close', () => socket.close(1));
    socket.close(3000, 'bye');
    rig.noteState('after close()', socket);
    await rig.event(socket, 'close');
    rig.note('server', await server.nextClose());
  }),
  'a class that extends it': elsewhere(async (rig, server) => {
    class Mine extends rig.WebSocket {
      readonly mine = true;
      override send(data: string): void {
        super.send(`mine: ${data}`);
      }
    }
    const socket = new Mine(server.url);
    rig.watch(socket);
    rig.note('instance', socket instanceof Mine, socket instanceof rig.WebSocket, socket.mine);
    rig.note('prototype', Object.getPrototypeOf(socket) === Mine.prototype);
    await rig.event(socket, 'open');
    socket.send('hello');
    rig.note('server', await server.nextMessage());
  }),
  'a class that extends it, and an argument that is none': elsewhere(async (rig) => {
    class Mine extends rig.WebSocket {}
    rig.attempt('new Mine()', () => Reflect.construct(Mine, []));
    rig.attempt('new Mine(ftp)', () => new Mine('ftp://localhost/'));
  }),
  'a prototype that is patched before': elsewhere((rig, server) =>
    patched(
      rig.WebSocket,
      'send',
      (original) =>
        function (this: WebSocket, data) {
          // The real server's control channel is a socket too.
          if (this.url === server.url) rig.note('patched send', data);
          original.call(this, data);
        },
      async () => {
        const socket = rig.watch(new rig.WebSocket(server.url));
        await rig.event(socket, 'open');
        socket.send('hello');
        rig.note('server', await server.nextMessage());
      },
    ),
  ),
  'a prototype that is patched while it is open': elsewhere(async (rig, server) => {
    const opened = rig.watch(new rig.WebSocket(server.url));
    await rig.event(opened, 'open');
    await patched(
      rig.WebSocket,
      'close',
      (original) =>
        function (this: WebSocket, ...args) {
          rig.note('patched close', this === opened);
          original.apply(this, args);
        },
      async () => {
        opened.close(3000);
        await rig.event(opened, 'close');
      },
    );
  }),
});
