import { scenarios } from '../scenario.ts';

const MIB = new Uint8Array(2 ** 20);

function isBetween(value: number, low: number, high: number): boolean {
  return low < value && value < high;
}

export const silence = scenarios('silence', {
  'silence: the socket stays open, and sends into the void': async (rig) => {
    const [socket, connection] = await rig.opened();
    connection.onMessage((data) => void connection.send(data));
    await connection.stall();
    socket.send('is anybody there?');
    await rig.quiet();
    rig.noteState('later', socket);
    rig.note('buffered', socket.bufferedAmount);
    rig.note('server', connection.received.length);
  },
  'silence: what the network does not take stays in the buffer': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.stall();
    for (let count = 0; count < 8; count++) socket.send(MIB);
    rig.note('buffered', socket.bufferedAmount);
    await rig.quiet();
    rig.note('some has left, some has not', isBetween(socket.bufferedAmount, 0, 8 * 2 ** 20));
    await connection.resume();
    while (rig.server.received.length < 8) await rig.server.nextMessage();
    rig.note('buffered when all has arrived', socket.bufferedAmount);
  },
  'silence: the Close frame waits behind a full buffer': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.stall();
    for (let count = 0; count < 8; count++) socket.send(MIB);
    socket.close(3000);
    await rig.quiet();
    rig.noteState('later', socket);
    await connection.resume();
    await rig.event(socket, 'close');
    while (rig.server.received.length < 8) await rig.server.nextMessage();
    rig.note('server', await rig.server.nextClose());
    rig.note('buffered', socket.bufferedAmount);
  },
  'silence, then the cable is cut: what was not taken stays in the buffer': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.stall();
    for (let count = 0; count < 8; count++) socket.send(MIB);
    await rig.quiet();
    await connection.drop();
    await rig.event(socket, 'close');
    rig.note('some is left', isBetween(socket.bufferedAmount, 0, 8 * 2 ** 20));
  },
  'silence ends: everything comes, in order': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.stall();
    socket.send('page 1');
    socket.send('page 2');
    void connection.send('server 1');
    void connection.send('server 2');
    await rig.quiet();
    const all = rig.messages(socket, 2);
    rig.note('the silence ends');
    await connection.resume();
    await all;
    rig.note('server', await rig.server.nextMessage(), await rig.server.nextMessage());
  },
  'silence: close() is not answered, until it ends': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.stall();
    socket.close(3000, 'hello?');
    await rig.quiet();
    rig.noteState('later', socket);
    await connection.resume();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  },
  'silence: the close of the server waits too': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.stall();
    void connection.close(1001, 'at last');
    await rig.quiet();
    rig.noteState('later', socket);
    await connection.resume();
    await rig.event(socket, 'close');
  },
  'silence, then the cable is cut': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.stall();
    void connection.send('never arrives');
    socket.send('nor this');
    await connection.drop();
    await rig.event(socket, 'close');
    rig.note('server', connection.received.length);
  },
  'silence while connecting: the answer waits': async (rig) => {
    const [socket, connection] = await rig.held();
    await connection.stall();
    void connection.accept();
    await rig.quiet();
    rig.noteState('later', socket);
    await connection.resume();
    await rig.event(socket, 'open');
  },
});
