import { scenarios } from '../scenario.ts';

export const handshake = scenarios('handshake', {
  'accepted: open, and what the socket then says of itself': async (lab) => {
    const socket = lab.connect();
    const describe = () => {
      const { url, protocol, extensions, binaryType, bufferedAmount } = socket;
      lab.note('socket', url, protocol, extensions, binaryType, bufferedAmount);
    };
    lab.noteState('made', socket);
    describe();
    await lab.event(socket, 'open');
    describe();
  },
  'the query reaches the url': async (lab) => {
    const socket = lab.connect(undefined, '?token=a%20b&x=ü');
    await lab.event(socket, 'open');
    lab.note('url', socket.url);
  },
  'open is never dispatched before new returns, nor in a microtask': async (lab) => {
    const socket = lab.connect();
    lab.note('new has returned');
    await Promise.resolve();
    lab.noteState('microtask', socket);
    await lab.event(socket, 'open');
  },
  'held: nothing happens': async (lab) => {
    const [socket] = await lab.held();
    await lab.quiet();
    lab.noteState('later', socket);
  },
  'held, then accepted': async (lab) => {
    const [socket, connection] = await lab.held();
    await connection.accept();
    await lab.event(socket, 'open');
  },
  'held, then refused': async (lab) => {
    const [socket, connection] = await lab.held();
    await connection.refuse();
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
  },
  'held, then dropped': async (lab) => {
    const [socket, connection] = await lab.held();
    await connection.drop();
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
  },
  'refused with 401': async (lab) => {
    await lab.server.refuse(401);
    await lab.event(lab.connect(), 'close');
  },
  'refused with 503': async (lab) => {
    await lab.server.refuse(503);
    await lab.event(lab.connect(), 'close');
  },
  'refused: microtasks run between error and close, but no task of the page': async (lab) => {
    await lab.server.refuse();
    const socket = lab.connect();
    socket.addEventListener('error', () => {
      queueMicrotask(() => lab.note('microtask after error'));
      void lab.task().then(() => lab.note('task after error'));
    });
    await lab.event(socket, 'close');
    await lab.task();
  },
  'refused: what the socket can still do': async (lab) => {
    await lab.server.refuse();
    const socket = lab.connect();
    await lab.event(socket, 'error');
    lab.attempt('send after error', () => socket.send('abc'));
    lab.attempt('close after error', () => socket.close());
    lab.note('buffered', socket.bufferedAmount);
    await lab.event(socket, 'close');
    lab.attempt('send after close', () => socket.send('abc'));
    lab.note('buffered', socket.bufferedAmount);
  },
  'one refused, the next accepted': async (lab) => {
    await lab.server.refuse();
    await lab.event(lab.connect(), 'close');
    await lab.server.accept();
    await lab.event(lab.connect(), 'open');
  },
  'accepted, sent to and closed at once': async (lab) => {
    const [socket, connection] = await lab.held();
    void connection.accept();
    void connection.send('hello');
    void connection.close(1000, 'that was all');
    await lab.event(socket, 'close');
  },
  'a page of its own: the server sees no other socket': async (lab) => {
    const [, one] = await lab.opened();
    const [, other] = await lab.opened();
    lab.note('connections', lab.server.connections.length, one === other, lab.server.open.length);
  },
});
