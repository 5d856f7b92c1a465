import { scenarios } from '../scenario.ts';

export const breaking = scenarios('breaking', {
  'the cable is cut': async (lab) => {
    const [socket, connection] = await lab.opened();
    await connection.drop();
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
  },
  'the cable is cut behind a message': async (lab) => {
    const [socket, connection] = await lab.opened();
    const message = lab.messages(socket, 1);
    void connection.send('arrives');
    await message;
    await connection.drop();
    await lab.event(socket, 'close');
  },
  'the cable is cut: what the socket can still do': async (lab) => {
    const [socket, connection] = await lab.opened();
    await connection.drop();
    await lab.event(socket, 'close');
    lab.attempt('send', () => socket.send('abc'));
    lab.note('buffered', socket.bufferedAmount);
    lab.attempt('close()', () => socket.close());
    await lab.quiet();
  },
  'the cable is cut while the page closes': async (lab) => {
    const [socket, connection] = await lab.opened();
    await connection.stall();
    socket.close(3000, 'bye');
    await connection.drop();
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
  },
  'the cable is cut after the server has sent its Close frame': async (lab) => {
    const [socket, connection] = await lab.opened();
    await lab.closeIntoSilence(connection, 1001, 'bye');
    while (socket.readyState === WebSocket.OPEN) await lab.task();
    await connection.drop();
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
  },
  'all cables are cut': async (lab) => {
    const [first] = await lab.opened();
    const [second] = await lab.opened();
    const both = Promise.all([lab.event(first, 'close'), lab.event(second, 'close')]);
    await lab.server.drop();
    await both;
    lab.note('open', lab.server.open.length);
  },
  'a violation': async (lab) => {
    const [socket, connection] = await lab.opened();
    await connection.fail();
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
  },
  'a violation behind a message': async (lab) => {
    const [socket, connection] = await lab.opened();
    void connection.send('arrives');
    void connection.fail();
    await lab.event(socket, 'close');
  },
  'a violation: what comes behind it is not delivered': async (lab) => {
    const [socket, connection] = await lab.opened();
    void connection.fail();
    void connection.send('never arrives');
    await lab.event(socket, 'close');
    await lab.quiet();
  },
  'a violation while the page closes': async (lab) => {
    const [socket, connection] = await lab.opened();
    await connection.stall();
    socket.close(3000, 'bye');
    void connection.fail();
    await connection.resume();
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
  },
  'a violation: what the socket can do in the error handler': async (lab) => {
    const [socket, connection] = await lab.opened();
    socket.onerror = () => {
      lab.attempt('send', () => socket.send('abc'));
      lab.attempt('close()', () => socket.close(3000));
      lab.note('buffered', socket.bufferedAmount);
    };
    await connection.fail();
    await lab.event(socket, 'close');
  },
});
