import { findLiveServer } from '../../live/find-live-server.ts';
import { RemoteServer } from '../../live/remote-server.ts';
import type { SocketServer } from '../../socket-server.ts';
import type { Lab } from '../lab.ts';
import { scenarios, type Script } from '../scenario.ts';

/** A real server beside the scenario's own: a simulated socket knows no link to it. */
const elsewhere =
  (run: (lab: Lab, server: SocketServer) => Promise<void>): Script =>
  async (lab) => {
    const server = await RemoteServer.open((await findLiveServer()) ?? '', 'elsewhere');
    try {
      await run(lab, server);
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
  'what the socket is': elsewhere(async (lab, server) => {
    const socket = lab.watch(new lab.WebSocket(server.url));
    lab.note('instance', socket instanceof lab.WebSocket, socket instanceof EventTarget);
    lab.note('prototype', Object.getPrototypeOf(socket) === lab.WebSocket.prototype);
    lab.note('constructor', socket.constructor === lab.WebSocket);
    lab.note('own', Reflect.ownKeys(socket).length);
    await lab.event(socket, 'open');
  }),
  'each member does its work': elsewhere(async (lab, server) => {
    const socket = lab.watch(new lab.WebSocket(server.url, ['a', 'b']));
    lab.attempt('send', () => socket.send('too soon'));
    const connection = await server.nextConnection();
    await lab.event(socket, 'open');
    lab.note('url', socket.url === server.url, socket.protocol, socket.extensions);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }) => lab.note('handler', data);
    lab.note('set', socket.binaryType, typeof socket.onmessage);
    connection.onMessage((data) => void connection.send(data));
    socket.send(new Uint8Array([1, 2]));
    lab.note('buffered', socket.bufferedAmount);
    await lab.event(socket, 'message');
    lab.attempt('close', () => socket.close(1));
    socket.close(3000, 'bye');
    lab.noteState('after close()', socket);
    await lab.event(socket, 'close');
    lab.note('server', await server.nextClose());
  }),
  'a class that extends it': elsewhere(async (lab, server) => {
    class Mine extends lab.WebSocket {
      readonly mine = true;
      override send(data: string): void {
        super.send(`mine: ${data}`);
      }
    }
    const socket = new Mine(server.url);
    lab.watch(socket);
    lab.note('instance', socket instanceof Mine, socket instanceof lab.WebSocket, socket.mine);
    lab.note('prototype', Object.getPrototypeOf(socket) === Mine.prototype);
    await lab.event(socket, 'open');
    socket.send('hello');
    lab.note('server', await server.nextMessage());
  }),
  'a class that extends it, and an argument that is none': elsewhere(async (lab) => {
    class Mine extends lab.WebSocket {}
    lab.attempt('new Mine()', () => Reflect.construct(Mine, []));
    lab.attempt('new Mine(ftp)', () => new Mine('ftp://localhost/'));
  }),
  'a prototype that is patched before': elsewhere((lab, server) =>
    patched(
      lab.WebSocket,
      'send',
      (original) =>
        function (this: WebSocket, data) {
          // The real server's control channel is a socket too.
          if (this.url === server.url) lab.note('patched send', data);
          original.call(this, data);
        },
      async () => {
        const socket = lab.watch(new lab.WebSocket(server.url));
        await lab.event(socket, 'open');
        socket.send('hello');
        lab.note('server', await server.nextMessage());
      },
    ),
  ),
  'a prototype that is patched while it is open': elsewhere(async (lab, server) => {
    const opened = lab.watch(new lab.WebSocket(server.url));
    await lab.event(opened, 'open');
    await patched(
      lab.WebSocket,
      'close',
      (original) =>
        function (this: WebSocket, ...args) {
          lab.note('patched close', this === opened);
          original.apply(this, args);
        },
      async () => {
        opened.close(3000);
        await lab.event(opened, 'close');
      },
    );
  }),
});
