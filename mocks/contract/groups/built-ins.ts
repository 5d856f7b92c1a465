import { scenarios } from '../scenario.ts';

const EVENT_CLASSES = ['Event', 'MessageEvent', 'CloseEvent'] as const;
const MEMBERS = ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const;

/** Replaces properties while `run` runs. */
async function replaced(
  target: object,
  replacements: Readonly<Record<string, unknown>>,
  run: () => Promise<void>,
): Promise<void> {
  const before = Object.keys(replacements).map(
    (key) => [key, Object.getOwnPropertyDescriptor(target, key) ?? {}] as const,
  );
  Object.assign(target, replacements);
  try {
    await run();
  } finally {
    for (const [key, descriptor] of before) Object.defineProperty(target, key, descriptor);
  }
}

export const builtIns = scenarios('what a page replaces', {
  'the classes of events: its own are not used': async (rig) => {
    const originals: unknown[] = EVENT_CLASSES.map((name) => window[name]);
    const replacements = Object.fromEntries(
      EVENT_CLASSES.map((name) => [
        name,
        class extends window[name] {
          readonly isOfThePage = true;
        },
      ]),
    );
    await replaced(window, replacements, async () => {
      const [socket, connection] = await rig.held();
      for (const type of ['open', 'message', 'error', 'close'] as const) {
        socket.addEventListener(type, (event) => {
          const isNative = originals.includes(event.constructor);
          rig.note(type, event.constructor.name, isNative, Reflect.get(event, 'isOfThePage'));
        });
      }
      await connection.accept();
      await connection.send('hello');
      await connection.fail();
      await rig.event(socket, 'close');
    });
  },
  'Blob: a message is one of the browser': async (rig) => {
    const { Blob } = window;
    await replaced(window, { Blob: class extends Blob {} }, async () => {
      const [socket, connection] = await rig.opened();
      const all = rig.messages(socket, 1);
      await connection.send(new Uint8Array([1, 2]));
      const [data] = await all;
      rig.note('native', data instanceof Blob, data instanceof window.Blob);
    });
  },
  'Blob: the page sends one of the browser': async (rig) => {
    const { Blob } = window;
    const [socket] = await rig.opened();
    await replaced(window, { Blob: class extends Blob {} }, async () => {
      socket.send(new Blob(['hello']));
      rig.note('server', await rig.server.nextMessage());
    });
  },
  'members of EventTarget.prototype: a socket does not call them': async (rig) => {
    const replacements = Object.fromEntries(
      MEMBERS.map((name) => {
        const original = EventTarget.prototype[name];
        return [
          name,
          function (this: EventTarget, ...args: unknown[]): unknown {
            if (this instanceof rig.WebSocket) rig.note('patched', name, args[0]);
            return Reflect.apply(original, this, args);
          },
        ];
      }),
    );
    await replaced(EventTarget.prototype, replacements, async () => {
      const socket = new rig.WebSocket(rig.server.url);
      const { promise, resolve } = Promise.withResolvers<unknown>();
      socket.onopen = () => rig.note('open');
      socket.onmessage = ({ data }) => rig.note('message', data);
      socket.onmessage = null;
      socket.onclose = resolve;
      const connection = await rig.server.nextConnection();
      await connection.send('hello');
      await connection.close(1000);
      await promise;
    });
  },
  'members of EventTarget.prototype: what the page calls is its own': async (rig) => {
    const original = Reflect.get(EventTarget.prototype, 'addEventListener');
    const patched = function (this: EventTarget, type: string, listener: EventListener): void {
      if (this instanceof rig.WebSocket) rig.note('patched', type);
      Reflect.apply(original, this, [type, listener]);
    };
    const socket = rig.connect();
    await replaced(EventTarget.prototype, { addEventListener: patched }, async () => {
      socket.addEventListener('open', () => rig.note('listener'));
    });
    await rig.event(socket, 'open');
  },
  'members of the socket itself: it does not call them': async (rig) => {
    const [socket, connection] = await rig.opened();
    const original = Reflect.get(socket, 'dispatchEvent');
    socket.dispatchEvent = (event) => {
      rig.note('own dispatchEvent', event.type);
      return Reflect.apply(original, socket, [event]);
    };
    await connection.send('hello');
    await rig.event(socket, 'message');
  },
});
