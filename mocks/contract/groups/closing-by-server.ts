import { scenarios, type Script } from '../scenario.ts';

/** The server closes with these arguments; both ends say what they saw. */
const serverCloses =
  (code?: number, reason?: string): Script =>
  async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.close(code, reason);
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  };

export const closingByServer = scenarios('closing: the server', {
  'without a code': serverCloses(),
  'code 1000': serverCloses(1000),
  'code 1001 and a reason': serverCloses(1001, 'going away'),
  'each code that a frame can carry': async (rig) => {
    for (const code of [1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014]) {
      await serverCloses(code)(rig);
    }
  },
  'codes of libraries and applications': async (rig) => {
    for (const code of [3000, 3999, 4000, 4999]) await serverCloses(code, `code ${code}`)(rig);
  },
  'a reason of 123 bytes': serverCloses(1000, `€${'x'.repeat(120)}`),
  'a message just before': async (rig) => {
    const [socket, connection] = await rig.opened();
    void connection.send('last words');
    void connection.close(1000, 'that was all');
    await rig.event(socket, 'close');
  },
  'the state in the last message': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.onmessage = () => queueMicrotask(() => rig.noteState('microtask', socket));
    void connection.send('last words');
    void connection.close(1000);
    await rig.event(socket, 'close');
  },
  'CLOSING is seen before close': async (rig) => {
    const [socket, connection] = await rig.opened();
    void connection.close(1000);
    await rig.noteStates(socket);
  },
  'never ends the TCP connection: closed after two seconds, clean': async (rig) => {
    const [socket, connection] = await rig.opened();
    await rig.closeIntoSilence(connection, 1000, 'half');
    const startedAt = performance.now();
    await rig.event(socket, 'close');
    rig.note('took about two seconds', Math.round((performance.now() - startedAt) / 1000) === 2);
  },
  'the page sends while the server closes': async (rig) => {
    const [socket, connection] = await rig.opened();
    await rig.closeIntoSilence(connection, 1000);
    while (socket.readyState === WebSocket.OPEN) await rig.task();
    rig.noteState('now', socket);
    rig.attempt('send', () => socket.send('abc'));
    rig.note('buffered', socket.bufferedAmount);
    rig.attempt('close()', () => socket.close(3000));
    await connection.resume();
    await rig.event(socket, 'close');
    rig.note('server', connection.received.length);
  },
  'has already answered when it closes too': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.close(4002, 'page');
    await rig.server.nextClose();
    await connection.close(4001, 'server');
    await rig.event(socket, 'close');
  },
});
