import { scenarios } from '../scenario.ts';

const MIB = new Uint8Array(2 ** 20);

function isBetween(value: number, low: number, high: number): boolean {
  return low < value && value < high;
}

export const silence = scenarios('silence', {
  'silence: the socket stays open, and sends into the void': async (lab) => {
    const [socket, connection] = await lab.opened();
    connection.onMessage((data) => void connection.send(data));
    await connection.stall();
    socket.send('is anybody there?');
    await lab.quiet();
    lab.noteState('later', socket);
    lab.note('buffered', socket.bufferedAmount);
    lab.note('server', connection.received.length);
  },
  'silence: what the network does not take stays in the buffer': async (lab) => {
    const [socket, connection] = await lab.opened();
    await connection.stall();
    for (let count = 0; count < 8; count++) socket.send(MIB);
    lab.note('buffered', socket.bufferedAmount);
    await lab.quiet();
    lab.note('some has left, some has not', isBetween(socket.bufferedAmount, 0, 8 * 2 ** 20));
    await connection.resume();
    while (lab.server.received.length < 8) await lab.server.nextMessage();
    lab.note('buffered when all has arrived', socket.bufferedAmount);
  },
  'silence: the Close frame waits behind a full buffer': async (lab) => {
    const [socket, connection] = await lab.opened();
    await connection.stall();
    for (let count = 0; count < 8; count++) socket.send(MIB);
    socket.close(3000);
    await lab.quiet();
    lab.noteState('later', socket);
    await connection.resume();
    await lab.event(socket, 'close');
    while (lab.server.received.length < 8) await lab.server.nextMessage();
    lab.note('server', await lab.server.nextClose());
    lab.note('buffered', socket.bufferedAmount);
  },
  'silence, then the cable is cut: what was not taken stays in the buffer': async (lab) => {
    const [socket, connection] = await lab.opened();
    await connection.stall();
    for (let count = 0; count < 8; count++) socket.send(MIB);
    await lab.quiet();
    await connection.drop();
    await lab.event(socket, 'close');
    lab.note('some is left', isBetween(socket.bufferedAmount, 0, 8 * 2 ** 20));
  },
  'silence ends: everything comes, in order': async (lab) => {
    const [socket, connection] = await lab.opened();
    await connection.stall();
    socket.send('page 1');
    socket.send('page 2');
    void connection.send('server 1');
    void connection.send('server 2');
    await lab.quiet();
    const all = lab.messages(socket, 2);
    lab.note('the silence ends');
    await connection.resume();
    await all;
    lab.note('server', await lab.server.nextMessage(), await lab.server.nextMessage());
  },
  'silence: close() is not answered, until it ends': async (lab) => {
    const [socket, connection] = await lab.opened();
    await connection.stall();
    socket.close(3000, 'hello?');
    await lab.quiet();
    lab.noteState('later', socket);
    await connection.resume();
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
  },
  'silence: the close of the server waits too': async (lab) => {
    const [socket, connection] = await lab.opened();
    await connection.stall();
    void connection.close(1001, 'at last');
    await lab.quiet();
    lab.noteState('later', socket);
    await connection.resume();
    await lab.event(socket, 'close');
  },
  'silence, then the cable is cut': async (lab) => {
    const [socket, connection] = await lab.opened();
    await connection.stall();
    void connection.send('never arrives');
    socket.send('nor this');
    await connection.drop();
    await lab.event(socket, 'close');
    lab.note('server', connection.received.length);
  },
  'silence while connecting: the answer waits': async (lab) => {
    const [socket, connection] = await lab.held();
    await connection.stall();
    void connection.accept();
    await lab.quiet();
    lab.noteState('later', socket);
    await connection.resume();
    await lab.event(socket, 'open');
  },
});
