import { scenarios } from '../scenario.ts';

export const closing = scenarios('closing: the page', {
  'while connecting': async (rig) => {
    const [socket] = await rig.held();
    rig.attempt('close()', () => socket.close());
    rig.noteState('after close()', socket);
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  },
  'while connecting, with a code and a reason': async (rig) => {
    const [socket] = await rig.held();
    rig.attempt('close()', () => socket.close(3000, 'never mind'));
    await rig.event(socket, 'close');
  },
  'right after new': async (rig) => {
    const socket = rig.connect();
    rig.attempt('close()', () => socket.close());
    rig.noteState('after close()', socket);
    await rig.event(socket, 'close');
  },
  'while connecting, twice': async (rig) => {
    const [socket] = await rig.held();
    socket.close();
    socket.close(3000);
    await rig.event(socket, 'close');
    socket.close();
    await rig.quiet();
  },
  'while connecting, then accepted too late': async (rig) => {
    const [socket, connection] = await rig.held();
    socket.close();
    void connection.accept();
    await rig.event(socket, 'close');
    await rig.quiet();
  },
  'twice: the first counts': async (rig) => {
    const [socket] = await rig.opened();
    socket.close(3000, 'first');
    rig.attempt('second', () => socket.close(4000, 'second'));
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
    rig.attempt('third', () => socket.close());
  },
  'from the open handler': async (rig) => {
    const socket = rig.connect();
    socket.onopen = () => socket.close(3000);
    await rig.event(socket, 'close');
    rig.note('server', await rig.server.nextClose());
  },
  'from a message handler: what was behind it is not delivered': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.onmessage = () => socket.close();
    void connection.send('1');
    void connection.send('2');
    await rig.event(socket, 'close');
  },
  'from the error handler and the close handler': async (rig) => {
    await rig.server.refuse();
    const socket = rig.connect();
    socket.onerror = () => rig.attempt('in error', () => socket.close());
    socket.onclose = () => rig.attempt('in close', () => socket.close());
    await rig.event(socket, 'close');
  },
  'a new socket from the close handler': async (rig) => {
    const [socket, connection] = await rig.opened();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    socket.onclose = () => {
      rig.watch(new rig.WebSocket(rig.server.url), 'next').onopen = () => resolve(undefined);
    };
    await connection.close(1012);
    await promise;
  },
  'after close() messages are not delivered': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.stall();
    socket.close();
    void connection.send('too late');
    await connection.resume();
    await rig.event(socket, 'close');
  },
  'the page closes: states': async (rig) => {
    const [socket] = await rig.opened();
    socket.close();
    await rig.noteStates(socket);
  },
});
