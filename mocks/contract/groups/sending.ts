import type { Rig } from '../rig.ts';
import { call, scenarios } from '../scenario.ts';

async function sendInOrder(rig: Rig, ...messages: (string | ArrayBuffer | Blob)[]): Promise<void> {
  const [socket] = await rig.opened();
  for (const message of messages) socket.send(message);
  rig.note('buffered', socket.bufferedAmount);
  while (rig.server.received.length < messages.length) await rig.server.nextMessage();
  rig.note('server', rig.server.received);
  rig.note('buffered', socket.bufferedAmount);
}

export const sending = scenarios('sending', {
  'what is changed after send() was sent before': async (rig) => {
    const [socket] = await rig.opened();
    const data = new Uint8Array([1, 2, 3]);
    socket.send(data);
    data.fill(9);
    rig.note('server', await rig.server.nextMessage());
  },
  'while connecting it throws': async (rig) => {
    const [socket] = await rig.held();
    rig.attempt('text', () => socket.send('hello'));
    rig.attempt('a symbol is refused first', () => call(socket, 'send', Symbol('x')));
    rig.note('buffered', socket.bufferedAmount);
  },
  'while closing nothing is sent, and the buffer grows': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.close();
    rig.attempt('text', () => socket.send('é'));
    rig.attempt('bytes', () => socket.send(new ArrayBuffer(3)));
    rig.attempt('Blob', () => socket.send(new Blob(['abcd'])));
    rig.note('buffered', socket.bufferedAmount);
    await rig.event(socket, 'close');
    rig.note('buffered', socket.bufferedAmount);
    rig.note('server', connection.received.length);
  },
  'once closed nothing is sent, and the buffer grows': async (rig) => {
    const [socket] = await rig.opened();
    await rig.server.close();
    await rig.event(socket, 'close');
    rig.attempt('text', () => socket.send('hello'));
    rig.note('buffered', socket.bufferedAmount);
    rig.attempt('again', () => socket.send('hello'));
    rig.note('buffered', socket.bufferedAmount);
    await rig.quiet();
    rig.note('buffered later', socket.bufferedAmount);
  },
  'the buffer counts bytes of UTF-8 at once, and is empty in a task to come': async (rig) => {
    const [socket] = await rig.opened();
    for (const text of ['abc', 'é€😀', '\uD800']) {
      socket.send(text);
      rig.note('buffered', socket.bufferedAmount);
    }
    await Promise.resolve();
    rig.note('buffered in a microtask', socket.bufferedAmount);
    for (let count = 0; count < 3; count++) await rig.server.nextMessage();
    rig.note('buffered when they have arrived', socket.bufferedAmount);
  },
  'the buffer is not emptied in the task that sends': async (rig) => {
    const [socket, connection] = await rig.opened();
    connection.onMessage((data) => void connection.send(data));
    socket.send('a');
    await rig.event(socket, 'message');
    rig.note('buffered at the echo', socket.bufferedAmount);
    socket.send('b');
    rig.note('buffered', socket.bufferedAmount);
  },
  'a Blob counts at once': async (rig) => {
    const [socket] = await rig.opened();
    socket.send(new Blob(['12345']));
    rig.note('buffered', socket.bufferedAmount);
    await rig.server.nextMessage();
    rig.note('buffered', socket.bufferedAmount);
  },
  'one MiB of text': async (rig) => {
    const [socket] = await rig.opened();
    socket.send('x'.repeat(2 ** 20));
    rig.note('buffered', socket.bufferedAmount);
    rig.note('server', await rig.server.nextMessage());
  },
  'one MiB of bytes': async (rig) => {
    const [socket] = await rig.opened();
    socket.send(new Uint8Array(2 ** 20).fill(7));
    rig.note('buffered', socket.bufferedAmount);
    rig.note('server', await rig.server.nextMessage());
  },
  'a burst of 1,000 arrives whole and in order': async (rig) => {
    const [socket] = await rig.opened();
    for (let index = 0; index < 1_000; index++) socket.send(String(index));
    rig.note('buffered', socket.bufferedAmount);
    const arrived: unknown[] = [];
    for (let index = 0; index < 1_000; index++) arrived.push(await rig.server.nextMessage());
    rig.note(
      'in order',
      arrived.every((data, index) => data === String(index)),
    );
  },
  'a Blob keeps its place among messages': (rig) =>
    sendInOrder(
      rig,
      'before',
      new Blob(['blob']),
      'between',
      new ArrayBuffer(1),
      new Blob(),
      'after',
    ),
  'Blobs of very different sizes keep their order': (rig) =>
    sendInOrder(rig, new Blob(['x'.repeat(2 ** 20)]), new Blob(['small']), 'text'),
  'from the open handler': async (rig) => {
    const socket = rig.connect();
    socket.onopen = () => socket.send('at once');
    rig.note('server', await rig.server.nextMessage());
  },
  'from a microtask of the open event': async (rig) => {
    const socket = rig.connect();
    socket.onopen = () => queueMicrotask(() => socket.send('in a microtask'));
    rig.note('server', await rig.server.nextMessage());
  },
  'just before close(): it still arrives': async (rig) => {
    const [socket] = await rig.opened();
    socket.send('last words');
    socket.close();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextMessage());
    rig.note('server', await rig.server.nextClose());
  },
  'a Blob just before close(): it still arrives, and close waits for it': async (rig) => {
    const [socket] = await rig.opened();
    socket.send(new Blob(['last words']));
    socket.close(3000, 'bye');
    rig.noteState('after close()', socket);
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextMessage());
    rig.note('server', await rig.server.nextClose());
  },
});
