import { scenarios } from '../scenario.ts';

const EVENT_TYPES = ['open', 'message', 'error', 'close'] as const;

export const events = scenarios('events', {
  'what each event says of itself': async (rig) => {
    const [socket, connection] = await rig.held();
    for (const type of EVENT_TYPES) {
      socket.addEventListener(type, (event) => {
        const { constructor, bubbles, cancelable, composed, eventPhase, defaultPrevented } = event;
        rig.note(
          type,
          constructor.name,
          bubbles,
          cancelable,
          composed,
          eventPhase,
          defaultPrevented,
        );
        rig.note('target', event.target === socket, event.currentTarget === socket);
        rig.note('path', event.composedPath().length);
        if (event instanceof MessageEvent) {
          const { origin, lastEventId, source, ports } = event;
          rig.note('message', origin, lastEventId, source, ports.length, Object.isFrozen(ports));
        }
      });
    }
    await connection.accept();
    await connection.send('hello');
    await connection.fail();
    await rig.event(socket, 'close');
  },
  'a listener that throws stops no one, and the page is told': async (rig) => {
    const [socket, connection] = await rig.opened();
    const onError = (event: ErrorEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      rig.note('window', event.error);
    };
    window.addEventListener('error', onError, { capture: true });
    socket.addEventListener('message', () => {
      throw new RangeError('from a listener');
    });
    socket.onmessage = () => {
      throw new RangeError('from a handler');
    };
    const both = rig.messages(socket, 2);
    await connection.send('1');
    await connection.send('2');
    await both;
    window.removeEventListener('error', onError, { capture: true });
  },
  'window.event names the event in its handler, its listeners and their microtasks': async (
    rig,
  ) => {
    const [socket, connection] = await rig.held();
    const look = (where: string) => {
      const event: Event | undefined = Reflect.get(window, 'event');
      rig.note(where, event?.type, event?.target === socket);
    };
    socket.onopen = async () => {
      look('handler');
      await Promise.resolve();
      look('behind await');
    };
    socket.addEventListener('message', () => {
      const inner = new EventTarget();
      inner.addEventListener('inner', () => look('an event of the page'));
      inner.dispatchEvent(new Event('inner'));
      look('listener');
    });
    for (const type of ['error', 'close'] as const) {
      socket.addEventListener(type, () => queueMicrotask(() => look(`microtask of ${type}`)));
    }
    await connection.accept();
    await connection.send('hello');
    await rig.event(socket, 'message');
    await connection.fail();
    await rig.event(socket, 'close');
  },
  'an event that the page dispatches changes nothing': async (rig) => {
    const [socket, connection] = await rig.opened();
    socket.dispatchEvent(new MessageEvent('message', { data: 'from the page' }));
    socket.dispatchEvent(new CloseEvent('close', { code: 4000 }));
    rig.noteState('after a close of the page', socket);
    const real = rig.messages(socket, 1);
    await connection.send('from the server');
    await real;
  },
  'nothing comes after close': async (rig) => {
    const [socket, connection] = await rig.opened();
    await connection.close();
    void connection.send('too late');
    await rig.event(socket, 'close');
    await connection.drop();
    await rig.quiet();
    rig.noteState('later', socket);
  },
});
