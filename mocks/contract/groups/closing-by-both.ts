import { CLOSE_FRAME_TRAVELS_MS } from '../rig.ts';
import { scenarios } from '../scenario.ts';

export const closingByBoth = scenarios('closing: both ends', {
  'at once: each hears the code of the other': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.stall();
    void connection.close(4001, 'server');
    socket.close(4002, 'page');
    // What each has sent is on the wire before either reads.
    await rig.quiet();
    await connection.resume();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  },
  'the Close frame of the server is late: the page hears its own code': async (rig) => {
    const [socket, connection] = await rig.opened();
    rig.server.latencyMs = 100;
    void connection.close(4001, 'server');
    socket.close(4002, 'page');
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
    await rig.quiet();
  },
  'messages behind the one that makes the server close': async (rig) => {
    const [socket, connection] = await rig.opened();
    connection.onMessage(() => void connection.close(4008, 'stop'));
    for (const data of ['1', '2', '3']) socket.send(data);
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose(), connection.received);
  },
  'messages behind the one that makes the server fail': async (rig) => {
    const [socket, connection] = await rig.opened();
    const stop = connection.onMessage(() => {
      stop();
      void connection.fail();
    });
    for (const data of ['1', '2', '3']) socket.send(data);
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose(), connection.received);
  },
  'the page closes in the message before the Close frame': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.onmessage = () => socket.close(3000, 'page');
    await connection.stall();
    void connection.send('1');
    void connection.close(4001, 'server');
    await connection.resume();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  },
  'the page closes in the message before, and the server never ends TCP': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.onmessage = () => socket.close(3000, 'page');
    rig.server.latencyMs = CLOSE_FRAME_TRAVELS_MS;
    void connection.send('1');
    void connection.close(4001, 'server');
    await connection.stall();
    await rig.event(socket, 'message');
    const startedAt = performance.now();
    await rig.event(socket, 'close');
    rig.note('took about two seconds', Math.round((performance.now() - startedAt) / 1000) === 2);
  },
  'the page sends in the message before the Close frame: no one hears it': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.onmessage = () => socket.send('too late');
    await connection.stall();
    void connection.send('1');
    void connection.close(4001, 'server');
    await connection.resume();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose(), connection.received);
  },
  'the page sends before the Close frame arrives: the server hears it': async (rig) => {
    const [socket, connection] = await rig.opened();
    void connection.close(4001, 'server');
    socket.send('in time');
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose(), connection.received);
  },
  'a violation behind the Close frame of the server': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.stall();
    void connection.close(4001, 'server');
    void connection.fail();
    // Held back until then, the two travel together.
    await connection.resume();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  },
});
