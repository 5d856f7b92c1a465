import { scenarios } from '../scenario.ts';

export const closing = scenarios('closing: the page', {
  'while connecting': async (lab) => {
    const [socket] = await lab.held();
    lab.attempt('close()', () => socket.close());
    lab.noteState('after close()', socket);
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
  },
  'while connecting, with a code and a reason': async (lab) => {
    const [socket] = await lab.held();
    lab.attempt('close()', () => socket.close(3000, 'never mind'));
    await lab.event(socket, 'close');
  },
  'right after new': async (lab) => {
    const socket = lab.connect();
    lab.attempt('close()', () => socket.close());
    lab.noteState('after close()', socket);
    await lab.event(socket, 'close');
  },
  'while connecting, twice': async (lab) => {
    const [socket] = await lab.held();
    socket.close();
    socket.close(3000);
    await lab.event(socket, 'close');
    socket.close();
    await lab.quiet();
  },
  'while connecting, then accepted too late': async (lab) => {
    const [socket, connection] = await lab.held();
    socket.close();
    void connection.accept();
    await lab.event(socket, 'close');
    await lab.quiet();
  },
  'twice: the first counts': async (lab) => {
    const [socket] = await lab.opened();
    socket.close(3000, 'first');
    lab.attempt('second', () => socket.close(4000, 'second'));
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
    lab.attempt('third', () => socket.close());
  },
  'from the open handler': async (lab) => {
    const socket = lab.connect();
    socket.onopen = () => socket.close(3000);
    await lab.event(socket, 'close');
    lab.note('server', await lab.server.nextClose());
  },
  'from a message handler: what was behind it is not delivered': async (lab) => {
    const [socket, connection] = await lab.opened();
    socket.onmessage = () => socket.close();
    void connection.send('1');
    void connection.send('2');
    await lab.event(socket, 'close');
  },
  'from the error handler and the close handler': async (lab) => {
    await lab.server.refuse();
    const socket = lab.connect();
    socket.onerror = () => lab.attempt('in error', () => socket.close());
    socket.onclose = () => lab.attempt('in close', () => socket.close());
    await lab.event(socket, 'close');
  },
  'a new socket from the close handler': async (lab) => {
    const [socket, connection] = await lab.opened();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    socket.onclose = () => {
      lab.watch(new lab.WebSocket(lab.server.url), 'next').onopen = () => resolve(undefined);
    };
    await connection.close(1012);
    await promise;
  },
  'after close() messages are not delivered': async (lab) => {
    const [socket, connection] = await lab.opened();
    await connection.stall();
    socket.close();
    void connection.send('too late');
    await connection.resume();
    await lab.event(socket, 'close');
  },
  'the page closes: states': async (lab) => {
    const [socket] = await lab.opened();
    socket.close();
    await lab.noteStates(socket);
  },
});
