import { scenarios, type Script } from '../scenario.ts';

/** The server closes with these arguments; both ends say what they saw. */
const serverCloses =
  (code?: number, reason?: string): Script =>
  async (lab) => {
    const [socket, connection] = await lab.opened();
    await connection.close(code, reason);
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
  };

export const closingByServer = scenarios('closing: the server', {
  'without a code': serverCloses(),
  'code 1000': serverCloses(1000),
  'code 1001 and a reason': serverCloses(1001, 'going away'),
  'each code that a frame can carry': async (lab) => {
    for (const code of [1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014]) {
      await serverCloses(code)(lab);
    }
  },
  'codes of libraries and applications': async (lab) => {
    for (const code of [3000, 3999, 4000, 4999]) await serverCloses(code, `code ${code}`)(lab);
  },
  'a reason of 123 bytes': serverCloses(1000, `€${'x'.repeat(120)}`),
  'a message just before': async (lab) => {
    const [socket, connection] = await lab.opened();
    void connection.send('last words');
    void connection.close(1000, 'that was all');
    await lab.event(socket, 'close');
  },
  'the state in the last message': async (lab) => {
    const [socket, connection] = await lab.opened();
    socket.onmessage = () => queueMicrotask(() => lab.noteState('microtask', socket));
    void connection.send('last words');
    void connection.close(1000);
    await lab.event(socket, 'close');
  },
  'CLOSING is seen before close': async (lab) => {
    const [socket, connection] = await lab.opened();
    void connection.close(1000);
    await lab.noteStates(socket);
  },
  'never ends the TCP connection: closed after two seconds, clean': async (lab) => {
    const [socket, connection] = await lab.opened();
    await lab.closeIntoSilence(connection, 1000, 'half');
    const startedAt = performance.now();
    await lab.event(socket, 'close');
    lab.note('took about two seconds', Math.round((performance.now() - startedAt) / 1000) === 2);
  },
  'the page sends while the server closes': async (lab) => {
    const [socket, connection] = await lab.opened();
    await lab.closeIntoSilence(connection, 1000);
    while (socket.readyState === WebSocket.OPEN) await lab.task();
    lab.noteState('now', socket);
    lab.attempt('send', () => socket.send('abc'));
    lab.note('buffered', socket.bufferedAmount);
    lab.attempt('close()', () => socket.close(3000));
    await connection.resume();
    await lab.event(socket, 'close');
    lab.note('server', connection.received.length);
  },
  'has already answered when it closes too': async (lab) => {
    const [socket, connection] = await lab.opened();
    socket.close(4002, 'page');
    await lab.server.nextClose();
    await connection.close(4001, 'server');
    await lab.event(socket, 'close');
  },
});
