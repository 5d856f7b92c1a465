import { scenarios } from '../scenario.ts';

export const breaking = scenarios('breaking', {
  'the cable is cut': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.drop();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  },
  'the cable is cut behind a message': async (rig) => {
    const [socket, connection] = await rig.opened();
    const message = rig.messages(socket, 1);
    void connection.send('arrives');
    await message;
    await connection.drop();
    await rig.event(socket, 'close');
  },
  'the cable is cut: what the socket can still do': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.drop();
    await rig.event(socket, 'close');
    rig.attempt('send', () => socket.send('abc'));
    rig.note('buffered', socket.bufferedAmount);
    rig.attempt('close()', () => socket.close());
    await rig.quiet();
  },
  'the cable is cut while the page closes': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.stall();
    socket.close(3000, 'bye');
    await connection.drop();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  },
  'the cable is cut after the server has sent its Close frame': async (rig) => {
    const [socket, connection] = await rig.opened();
    await rig.closeIntoSilence(connection, 1001, 'bye');
    while (socket.readyState === WebSocket.OPEN) await rig.task();
    await connection.drop();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  },
  'all cables are cut': async (rig) => {
    const [first] = await rig.opened();
    const [second] = await rig.opened();
    const both = Promise.all([rig.event(first, 'close'), rig.event(second, 'close')]);
    await rig.server.drop();
    await both;
    rig.note('open', rig.server.open.length);
  },
  'a violation': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.fail();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  },
  'a violation behind a message': async (rig) => {
    const [socket, connection] = await rig.opened();
    void connection.send('arrives');
    void connection.fail();
    await rig.event(socket, 'close');
  },
  'a violation: what comes behind it is not delivered': async (rig) => {
    const [socket, connection] = await rig.opened();
    void connection.fail();
    void connection.send('never arrives');
    await rig.event(socket, 'close');
    await rig.quiet();
  },
  'a violation while the page closes': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.stall();
    socket.close(3000, 'bye');
    void connection.fail();
    await connection.resume();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  },
  'a violation: what the socket can do in the error handler': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.onerror = () => {
      rig.attempt('send', () => socket.send('abc'));
      rig.attempt('close()', () => socket.close(3000));
      rig.note('buffered', socket.bufferedAmount);
    };
    await connection.fail();
    await rig.event(socket, 'close');
  },
});
