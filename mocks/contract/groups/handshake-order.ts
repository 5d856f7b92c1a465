import { scenarios } from '../scenario.ts';

export const handshakeOrder = scenarios('one handshake at a time', {
  'the second waits for the first': async (rig) => {
    await rig.server.hold();
    const first = rig.watch(new rig.WebSocket(rig.server.url), 'first');
    const second = rig.watch(new rig.WebSocket(rig.server.url), 'second');
    const firstConnection = await rig.server.nextConnection();
    await rig.quiet();
    rig.note('the server knows', rig.server.connections.length);
    rig.noteState('second', second);
    await firstConnection.accept();
    await rig.event(first, 'open');
    const secondConnection = await rig.server.nextConnection();
    await secondConnection.accept();
    await rig.event(second, 'open');
  },
  'the first is refused': async (rig) => {
    await rig.server.hold();
    const first = rig.watch(new rig.WebSocket(rig.server.url), 'first');
    const second = rig.watch(new rig.WebSocket(rig.server.url), 'second');
    const firstConnection = await rig.server.nextConnection();
    void firstConnection.refuse();
    await rig.event(first, 'close');
    await (await rig.server.nextConnection()).accept();
    await rig.event(second, 'open');
  },
  'the page gives up on the first': async (rig) => {
    await rig.server.hold();
    const first = rig.watch(new rig.WebSocket(rig.server.url), 'first');
    const second = rig.watch(new rig.WebSocket(rig.server.url), 'second');
    await rig.server.nextConnection();
    first.close();
    await rig.event(first, 'close');
    await (await rig.server.nextConnection()).accept();
    await rig.event(second, 'open');
  },
  'the page gives up on one that waits': async (rig) => {
    await rig.server.hold();
    const first = rig.watch(new rig.WebSocket(rig.server.url), 'first');
    const second = rig.watch(new rig.WebSocket(rig.server.url), 'second');
    const firstConnection = await rig.server.nextConnection();
    second.close();
    await rig.event(second, 'close');
    await firstConnection.accept();
    await rig.event(first, 'open');
    await rig.quiet();
    rig.note('the server knows', rig.server.connections.length);
  },
});
