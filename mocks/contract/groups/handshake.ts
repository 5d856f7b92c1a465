import { scenarios } from '../scenario.ts';

export const handshake = scenarios('handshake', {
  'accepted: open, and what the socket then says of itself': async (rig) => {
    const socket = rig.connect();
    const describe = () => {
      const { url, protocol, extensions, binaryType, bufferedAmount } = socket;
      rig.note('socket', url, protocol, extensions, binaryType, bufferedAmount);
    };
    rig.noteState('made', socket);
    describe();
    await rig.event(socket, 'open');
    describe();
  },
  'the query reaches the url': async (rig) => {
    const socket = rig.connect(undefined, '?token=a%20b&x=ü');
    await rig.event(socket, 'open');
    rig.note('url', socket.url);
  },
  'open is never dispatched before new returns, nor in a microtask': async (rig) => {
    const socket = rig.connect();
    rig.note('new has returned');
    await Promise.resolve();
    rig.noteState('microtask', socket);
    await rig.event(socket, 'open');
  },
  'held: nothing happens': async (rig) => {
    const [socket] = await rig.held();
    await rig.quiet();
    rig.noteState('later', socket);
  },
  'held, then accepted': async (rig) => {
    const [socket, connection] = await rig.held();
    await connection.accept();
    await rig.event(socket, 'open');
  },
  'held, then refused': async (rig) => {
    const [socket, connection] = await rig.held();
    await connection.refuse();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  },
  'held, then dropped': async (rig) => {
    const [socket, connection] = await rig.held();
    await connection.drop();
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  },
  'refused with 401': async (rig) => {
    await rig.server.refuse(401);
    await rig.event(rig.connect(), 'close');
  },
  'refused with 503': async (rig) => {
    await rig.server.refuse(503);
    await rig.event(rig.connect(), 'close');
  },
  'refused: microtasks run between error and close, but no task of the page': async (rig) => {
    await rig.server.refuse();
    const socket = rig.connect();
    socket.addEventListener('error', () => {
      queueMicrotask(() => rig.note('microtask after error'));
      void rig.task().then(() => rig.note('task after error'));
    });
    await rig.event(socket, 'close');
    await rig.task();
  },
  'refused: what the socket can still do': async (rig) => {
    await rig.server.refuse();
    const socket = rig.connect();
    await rig.event(socket, 'error');
    rig.attempt('send after error', () => socket.send('abc'));
    rig.attempt('close after error', () => socket.close());
    rig.note('buffered', socket.bufferedAmount);
    await rig.event(socket, 'close');
    rig.attempt('send after close', () => socket.send('abc'));
    rig.note('buffered', socket.bufferedAmount);
  },
  'one refused, the next accepted': async (rig) => {
    await rig.server.refuse();
    await rig.event(rig.connect(), 'close');
    await rig.server.accept();
    await rig.event(rig.connect(), 'open');
  },
  'accepted, sent to and closed at once': async (rig) => {
    const [socket, connection] = await rig.held();
    void connection.accept();
    void connection.send('hello');
    void connection.close(1000, 'that was all');
    await rig.event(socket, 'close');
  },
  'a page of its own: the server sees no other socket': async (rig) => {
    const [, one] = await rig.opened();
    const [, other] = await rig.opened();
    rig.note('connections', rig.server.connections.length, one === other, rig.server.open.length);
  },
});
