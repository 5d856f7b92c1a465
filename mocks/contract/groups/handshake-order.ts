import { scenarios } from '../scenario.ts';

export const handshakeOrder = scenarios('one handshake at a time', {
  'the second waits for the first': async (lab) => {
    await lab.server.hold();
    const first = lab.watch(new lab.WebSocket(lab.server.url), 'first');
    const second = lab.watch(new lab.WebSocket(lab.server.url), 'second');
    const farFirst = await lab.server.nextConnection();
    await lab.quiet();
    lab.note('the server knows', lab.server.connections.length);
    lab.noteState('second', second);
    await farFirst.accept();
    await lab.event(first, 'open');
    const farSecond = await lab.server.nextConnection();
    await farSecond.accept();
    await lab.event(second, 'open');
  },
  'the first is refused': async (lab) => {
    await lab.server.hold();
    const first = lab.watch(new lab.WebSocket(lab.server.url), 'first');
    const second = lab.watch(new lab.WebSocket(lab.server.url), 'second');
    const farFirst = await lab.server.nextConnection();
    void farFirst.refuse();
    await lab.event(first, 'close');
    await (await lab.server.nextConnection()).accept();
    await lab.event(second, 'open');
  },
  'the page gives up on the first': async (lab) => {
    await lab.server.hold();
    const first = lab.watch(new lab.WebSocket(lab.server.url), 'first');
    const second = lab.watch(new lab.WebSocket(lab.server.url), 'second');
    await lab.server.nextConnection();
    first.close();
    await lab.event(first, 'close');
    await (await lab.server.nextConnection()).accept();
    await lab.event(second, 'open');
  },
  'the page gives up on one that waits': async (lab) => {
    await lab.server.hold();
    const first = lab.watch(new lab.WebSocket(lab.server.url), 'first');
    const second = lab.watch(new lab.WebSocket(lab.server.url), 'second');
    const farFirst = await lab.server.nextConnection();
    second.close();
    await lab.event(second, 'close');
    await farFirst.accept();
    await lab.event(first, 'open');
    await lab.quiet();
    lab.note('the server knows', lab.server.connections.length);
  },
});
