import type { Rig } from '../rig.ts';
import { scenarios } from '../scenario.ts';

/** More than Chromium hands on at once: 131,000 bytes. */
const BIG = new Uint8Array(2 ** 20);
const STEP_BYTES = 131_000;
/** More than a real wire takes while no one reads: 4 MiB and some, on loopback. */
const TOO_MUCH = 12;
/** Reading it takes longer than the end of a connection. */
const hugeBlob = (): Blob => new Blob(Array.from({ length: 32 }, () => BIG));

/** What `bufferedAmount` has been, in every task of the page until it is 0. */
async function amounts(rig: Rig, socket: WebSocket): Promise<number[]> {
  const seen = [socket.bufferedAmount];
  while (socket.bufferedAmount > 0) {
    await rig.task();
    if (socket.bufferedAmount !== seen.at(-1)) seen.push(socket.bufferedAmount);
  }
  return seen;
}

/** The server stops reading, and the page sends more than the network takes. */
async function overfilled(rig: Rig): ReturnType<Rig['opened']> {
  const [socket, connection] = await rig.opened();
  await connection.stall();
  for (let count = 0; count < TOO_MUCH; count++) socket.send(BIG);
  await rig.quiet();
  return [socket, connection];
}

export const buffering = scenarios('bufferedAmount', {
  'it falls in steps of what the network takes at once': async (rig) => {
    const [socket] = await rig.opened();
    const message = new Uint8Array(12 * BIG.byteLength);
    socket.send(message);
    const seen = await amounts(rig, socket);
    rig.note('first', seen[0]);
    rig.note(
      'whole steps',
      seen.slice(0, -1).every((amount) => (message.byteLength - amount) % STEP_BYTES === 0),
    );
    rig.note('more than one', seen.length > 2);
  },
  'a message that has come shows what has been taken': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.onmessage = () => {
      rig.note('before', socket.bufferedAmount);
      socket.send('abc');
      rig.note('behind', socket.bufferedAmount);
    };
    const all = rig.messages(socket, 3);
    await connection.stall();
    for (const data of ['1', '2', '3']) void connection.send(data);
    await connection.resume();
    await all;
  },
  'the end shows what has been taken': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.onmessage = () => socket.send('abc');
    socket.onclose = () => rig.note('in close', socket.bufferedAmount);
    void connection.send('1');
    void connection.close(1000);
    await rig.event(socket, 'close');
  },
  'a violation shows what has been taken': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.onmessage = () => socket.send('abc');
    socket.onerror = () => rig.note('in error', socket.bufferedAmount);
    void connection.send('1');
    void connection.fail();
    await rig.event(socket, 'close');
  },
  'a Blob whose read is overtaken by the close: not clean, and what is unsent stays': async (
    rig,
  ) => {
    const [socket, connection] = await rig.opened();
    const blob = hugeBlob();
    socket.onmessage = () => socket.send(blob);
    void connection.send('1');
    void connection.close(4000, 'server');
    await rig.event(socket, 'close');
    const { bufferedAmount } = socket;
    rig.note('some is left', bufferedAmount > 0);
    await rig.quiet();
    rig.note('it stays', socket.bufferedAmount === bufferedAmount);
    rig.note('server', await rig.server.nextClose(), connection.received.length);
  },
  'a Blob whose read is overtaken, and close() behind it': async (rig) => {
    const [socket, connection] = await rig.opened();
    const blob = hugeBlob();
    socket.onmessage = () => {
      socket.send(blob);
      socket.close(3000, 'page');
    };
    void connection.send('1');
    void connection.close(4000, 'server');
    await rig.event(socket, 'close');
    rig.note('some is left', socket.bufferedAmount > 0);
    rig.note('server', await rig.server.nextClose());
  },
  'unsent when the server closes: not clean, and it stays': async (rig) => {
    const [socket, connection] = await overfilled(rig);
    void connection.close(4000, 'server');
    await connection.resume();
    await rig.event(socket, 'close');
    const { bufferedAmount } = socket;
    rig.note(
      'some has left, some has not',
      bufferedAmount > 0,
      bufferedAmount < TOO_MUCH * 2 ** 20,
    );
    await rig.quiet();
    rig.note('it stays', socket.bufferedAmount === bufferedAmount);
    rig.note('server', await rig.server.nextClose());
  },
  'unsent when the cable is cut: it stays': async (rig) => {
    const [socket, connection] = await overfilled(rig);
    await connection.drop();
    await rig.event(socket, 'close');
    const { bufferedAmount } = socket;
    rig.note('some is left', bufferedAmount > 0);
    await rig.quiet();
    rig.note('it stays', socket.bufferedAmount === bufferedAmount);
  },
  'what is sent on a socket that closes is added, and stays': async (rig) => {
    const [socket] = await rig.opened();
    socket.send('abc');
    socket.close();
    socket.send('lost');
    rig.note('buffered', socket.bufferedAmount);
    await rig.event(socket, 'close');
    rig.note('buffered', socket.bufferedAmount);
  },
});
