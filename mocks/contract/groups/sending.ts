import type { Lab } from '../lab.ts';
import { call, scenarios } from '../scenario.ts';

async function sendInOrder(lab: Lab, ...messages: (string | ArrayBuffer | Blob)[]): Promise<void> {
  const [socket] = await lab.opened();
  for (const message of messages) socket.send(message);
  lab.note('buffered', socket.bufferedAmount);
  while (lab.server.received.length < messages.length) await lab.server.nextMessage();
  lab.note('server', lab.server.received);
  lab.note('buffered', socket.bufferedAmount);
}

export const sending = scenarios('sending', {
  'what is changed after send() was sent before': async (lab) => {
    const [socket] = await lab.opened();
    const data = new Uint8Array([1, 2, 3]);
    socket.send(data);
    data.fill(9);
    lab.note('server', await lab.server.nextMessage());
  },
  'while connecting it throws': async (lab) => {
    const [socket] = await lab.held();
    lab.attempt('text', () => socket.send('hello'));
    lab.attempt('a symbol is refused first', () => call(socket, 'send', Symbol('x')));
    lab.note('buffered', socket.bufferedAmount);
  },
  'while closing nothing is sent, and the buffer grows': async (lab) => {
    const [socket, connection] = await lab.opened();
    socket.close();
    lab.attempt('text', () => socket.send('é'));
    lab.attempt('bytes', () => socket.send(new ArrayBuffer(3)));
    lab.attempt('Blob', () => socket.send(new Blob(['abcd'])));
    lab.note('buffered', socket.bufferedAmount);
    await lab.event(socket, 'close');
    lab.note('buffered', socket.bufferedAmount);
    lab.note('server', connection.received.length);
  },
  'once closed nothing is sent, and the buffer grows': async (lab) => {
    const [socket] = await lab.opened();
    await lab.server.close();
    await lab.event(socket, 'close');
    lab.attempt('text', () => socket.send('hello'));
    lab.note('buffered', socket.bufferedAmount);
    lab.attempt('again', () => socket.send('hello'));
    lab.note('buffered', socket.bufferedAmount);
    await lab.quiet();
    lab.note('buffered later', socket.bufferedAmount);
  },
  'the buffer counts bytes of UTF-8 at once, and is empty in a task to come': async (lab) => {
    const [socket] = await lab.opened();
    for (const text of ['abc', 'é€😀', '\uD800']) {
      socket.send(text);
      lab.note('buffered', socket.bufferedAmount);
    }
    await Promise.resolve();
    lab.note('buffered in a microtask', socket.bufferedAmount);
    for (let count = 0; count < 3; count++) await lab.server.nextMessage();
    lab.note('buffered when they have arrived', socket.bufferedAmount);
  },
  'the buffer is not emptied in the task that sends': async (lab) => {
    const [socket, connection] = await lab.opened();
    connection.onMessage((data) => void connection.send(data));
    socket.send('a');
    await lab.event(socket, 'message');
    lab.note('buffered at the echo', socket.bufferedAmount);
    socket.send('b');
    lab.note('buffered', socket.bufferedAmount);
  },
  'a Blob counts at once': async (lab) => {
    const [socket] = await lab.opened();
    socket.send(new Blob(['12345']));
    lab.note('buffered', socket.bufferedAmount);
    await lab.server.nextMessage();
    lab.note('buffered', socket.bufferedAmount);
  },
  'one MiB of text': async (lab) => {
    const [socket] = await lab.opened();
    socket.send('x'.repeat(2 ** 20));
    lab.note('buffered', socket.bufferedAmount);
    lab.note('server', await lab.server.nextMessage());
  },
  'one MiB of bytes': async (lab) => {
    const [socket] = await lab.opened();
    socket.send(new Uint8Array(2 ** 20).fill(7));
    lab.note('buffered', socket.bufferedAmount);
    lab.note('server', await lab.server.nextMessage());
  },
  'a burst of 1,000 arrives whole and in order': async (lab) => {
    const [socket] = await lab.opened();
    for (let index = 0; index < 1_000; index++) socket.send(String(index));
    lab.note('buffered', socket.bufferedAmount);
    const arrived: unknown[] = [];
    for (let index = 0; index < 1_000; index++) arrived.push(await lab.server.nextMessage());
    lab.note(
      'in order',
      arrived.every((data, index) => data === String(index)),
    );
  },
  'a Blob keeps its place among messages': (lab) =>
    sendInOrder(
      lab,
      'before',
      new Blob(['blob']),
      'between',
      new ArrayBuffer(1),
      new Blob(),
      'after',
    ),
  'Blobs of very different sizes keep their order': (lab) =>
    sendInOrder(lab, new Blob(['x'.repeat(2 ** 20)]), new Blob(['small']), 'text'),
  'from the open handler': async (lab) => {
    const socket = lab.connect();
    socket.onopen = () => socket.send('at once');
    lab.note('server', await lab.server.nextMessage());
  },
  'from a microtask of the open event': async (lab) => {
    const socket = lab.connect();
    socket.onopen = () => queueMicrotask(() => socket.send('in a microtask'));
    lab.note('server', await lab.server.nextMessage());
  },
  'just before close(): it still arrives': async (lab) => {
    const [socket] = await lab.opened();
    socket.send('last words');
    socket.close();
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextMessage());
    lab.note('server', await lab.server.nextClose());
  },
  'a Blob just before close(): it still arrives, and close waits for it': async (lab) => {
    const [socket] = await lab.opened();
    socket.send(new Blob(['last words']));
    socket.close(3000, 'bye');
    lab.noteState('after close()', socket);
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextMessage());
    lab.note('server', await lab.server.nextClose());
  },
});
