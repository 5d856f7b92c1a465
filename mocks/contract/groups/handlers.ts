import { scenarios } from '../scenario.ts';

export const handlers = scenarios('handlers and listeners', {
  'handlers and listeners run in the order they were set': async (rig) => {
    const socket = rig.connect();
    socket.addEventListener('open', () => rig.note('first listener'));
    socket.onopen = () => rig.note('handler');
    socket.addEventListener('open', () => rig.note('second listener'));
    await rig.event(socket, 'open');
  },
  'a handler that is replaced keeps its place': async (rig) => {
    const socket = rig.connect();
    socket.onopen = () => rig.note('handler that is gone');
    socket.addEventListener('open', () => rig.note('listener'));
    socket.onopen = () => rig.note('handler');
    await rig.event(socket, 'open');
  },
  'a handler that is removed and set again goes last': async (rig) => {
    const socket = rig.connect();
    socket.onopen = () => rig.note('handler');
    socket.addEventListener('open', () => rig.note('listener'));
    socket.onopen = null;
    socket.onopen = () => rig.note('handler again');
    await rig.event(socket, 'open');
  },
  'what a handler may be': async (rig) => {
    const socket = rig.connect();
    const handler = { handleEvent: () => rig.note('never called') };
    for (const value of [() => undefined, handler, 'text', 7, null, undefined]) {
      Reflect.set(socket, 'onopen', value);
      rig.note('onopen', socket.onopen === value, socket.onopen === null);
    }
    Reflect.set(socket, 'onopen', handler);
    await rig.event(socket, 'open');
  },
  'this, the argument and the answer of a handler': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.onmessage = function (...args: unknown[]) {
      rig.note('this is the socket', this === socket, args.length);
      return false;
    };
    socket.addEventListener('message', (event) => rig.note('prevented', event.defaultPrevented));
    await connection.send('hello');
    await rig.event(socket, 'message');
  },
  'a handler set while its event is dispatched': async (rig) => {
    const socket = rig.connect();
    socket.addEventListener('open', () => {
      socket.onopen = () => rig.note('set during the dispatch: too late');
      socket.addEventListener('open', () => rig.note('added during the dispatch: too late'));
    });
    await rig.event(socket, 'open');
    await rig.task();
  },
  'a handler replaced while its event is dispatched': async (rig) => {
    const socket = rig.connect();
    socket.addEventListener('open', () => {
      socket.onopen = () => rig.note('the new handler');
    });
    socket.onopen = () => rig.note('the old handler');
    await rig.event(socket, 'open');
  },
  'a listener removed while its event is dispatched': async (rig) => {
    const socket = rig.connect();
    const listener = () => rig.note('never called');
    socket.addEventListener('open', () => socket.removeEventListener('open', listener));
    socket.addEventListener('open', listener);
    await rig.event(socket, 'open');
  },
  'once, signal and the same listener twice': async (rig) => {
    const [socket, connection] = await rig.opened();
    const controller = new AbortController();
    const twice = () => rig.note('added twice');
    socket.addEventListener('message', () => rig.note('once'), { once: true });
    socket.addEventListener('message', () => rig.note('until aborted'), controller);
    socket.addEventListener('message', twice);
    socket.addEventListener('message', twice);
    const both = rig.messages(socket, 2);
    await connection.send('1');
    await rig.event(socket, 'message');
    controller.abort();
    await connection.send('2');
    await both;
  },
  'an object with handleEvent is a listener': async (rig) => {
    const socket = rig.connect();
    const listener = {
      handleEvent(event: Event) {
        rig.note('handleEvent', this === listener, event.type);
      },
    };
    socket.addEventListener('open', listener);
    await rig.event(socket, 'open');
  },
  'stopImmediatePropagation ends the dispatch': async (rig) => {
    const socket = rig.connect();
    const opened = rig.event(socket, 'open');
    socket.addEventListener('open', (event) => event.stopImmediatePropagation());
    socket.addEventListener('open', () => rig.note('never called'));
    await opened;
    await rig.task();
  },
});
