import { scenarios } from '../scenario.ts';

export const handlers = scenarios('handlers and listeners', {
  'handlers and listeners run in the order they were set': async (lab) => {
    const socket = lab.connect();
    socket.addEventListener('open', () => lab.note('first listener'));
    socket.onopen = () => lab.note('handler');
    socket.addEventListener('open', () => lab.note('second listener'));
    await lab.event(socket, 'open');
  },
  'a handler that is replaced keeps its place': async (lab) => {
    const socket = lab.connect();
    socket.onopen = () => lab.note('handler that is gone');
    socket.addEventListener('open', () => lab.note('listener'));
    socket.onopen = () => lab.note('handler');
    await lab.event(socket, 'open');
  },
  'a handler that is removed and set again goes last': async (lab) => {
    const socket = lab.connect();
    socket.onopen = () => lab.note('handler');
    socket.addEventListener('open', () => lab.note('listener'));
    socket.onopen = null;
    socket.onopen = () => lab.note('handler again');
    await lab.event(socket, 'open');
  },
  'what a handler may be': async (lab) => {
    const socket = lab.connect();
    const handler = { handleEvent: () => lab.note('never called') };
    for (const value of [() => undefined, handler, 'text', 7, null, undefined]) {
      Reflect.set(socket, 'onopen', value);
      lab.note('onopen', socket.onopen === value, socket.onopen === null);
    }
    Reflect.set(socket, 'onopen', handler);
    await lab.event(socket, 'open');
  },
  'this, the argument and the answer of a handler': async (lab) => {
    const [socket, connection] = await lab.opened();
    socket.onmessage = function (...args: unknown[]) {
      lab.note('this is the socket', this === socket, args.length);
      return false;
    };
    socket.addEventListener('message', (event) => lab.note('prevented', event.defaultPrevented));
    await connection.send('hello');
    await lab.event(socket, 'message');
  },
  'a handler set while its event is dispatched': async (lab) => {
    const socket = lab.connect();
    socket.addEventListener('open', () => {
      socket.onopen = () => lab.note('set during the dispatch: too late');
      socket.addEventListener('open', () => lab.note('added during the dispatch: too late'));
    });
    await lab.event(socket, 'open');
    await lab.task();
  },
  'a handler replaced while its event is dispatched': async (lab) => {
    const socket = lab.connect();
    socket.addEventListener('open', () => {
      socket.onopen = () => lab.note('the new handler');
    });
    socket.onopen = () => lab.note('the old handler');
    await lab.event(socket, 'open');
  },
  'a listener removed while its event is dispatched': async (lab) => {
    const socket = lab.connect();
    const listener = () => lab.note('never called');
    socket.addEventListener('open', () => socket.removeEventListener('open', listener));
    socket.addEventListener('open', listener);
    await lab.event(socket, 'open');
  },
  'once, signal and the same listener twice': async (lab) => {
    const [socket, connection] = await lab.opened();
    const controller = new AbortController();
    const twice = () => lab.note('added twice');
    socket.addEventListener('message', () => lab.note('once'), { once: true });
    socket.addEventListener('message', () => lab.note('until aborted'), controller);
    socket.addEventListener('message', twice);
    socket.addEventListener('message', twice);
    const both = lab.messages(socket, 2);
    await connection.send('1');
    await lab.event(socket, 'message');
    controller.abort();
    await connection.send('2');
    await both;
  },
  'an object with handleEvent is a listener': async (lab) => {
    const socket = lab.connect();
    const listener = {
      handleEvent(event: Event) {
        lab.note('handleEvent', this === listener, event.type);
      },
    };
    socket.addEventListener('open', listener);
    await lab.event(socket, 'open');
  },
  'stopImmediatePropagation ends the dispatch': async (lab) => {
    const socket = lab.connect();
    const opened = lab.event(socket, 'open');
    socket.addEventListener('open', (event) => event.stopImmediatePropagation());
    socket.addEventListener('open', () => lab.note('never called'));
    await opened;
    await lab.task();
  },
});
