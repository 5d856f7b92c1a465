import type { Register } from './register.ts';
import { replace, type Undo } from './replace.ts';

/** What is called of a class: its proxy, and what that tells of an instance. */
const BY_CLASS = 2;

type Class = new (...args: never[]) => object;

/** Replaces a class of the page, and tells each instance that is made. */
function watchClass(
  name: string,
  made: (instance: object, args: readonly unknown[]) => void,
): Undo {
  return replace(
    window as unknown as Record<string, Class>,
    name,
    (original) =>
      // Not a subclass: `instanceof`, statics and names stay as they are.
      new Proxy(original, {
        construct(target, args, newTarget) {
          const instance = Reflect.construct(target, args, newTarget) as object;
          made(instance, args);
          return instance;
        },
      }),
  );
}

/** What stays until it is closed: connections to other pages, to a worker, to a server. */
const CLOSABLE = [
  { name: 'BroadcastChannel', close: 'close' },
  { name: 'Worker', close: 'terminate' },
  { name: 'EventSource', close: 'close' },
] as const;

function isClosed(instance: object): boolean {
  return instance instanceof EventSource && instance.readyState === EventSource.CLOSED;
}

export function watchClosable(register: Register): Undo[] {
  return CLOSABLE.flatMap(({ name, close }) => {
    const { prototype } = Reflect.get(window, name) as unknown as {
      prototype: Record<string, () => void>;
    };
    const original = prototype[close];
    if (!original) return [];
    return [
      replace(
        prototype,
        close,
        () =>
          function (this: object) {
            register.remove(this);
            original.call(this);
          },
      ),
      watchClass(name, (instance, [address]) => {
        register.add(
          instance,
          {
            what: `${name} "${String(address)}"`,
            isLasting: () => !isClosed(instance),
            end: () => original.call(instance),
          },
          BY_CLASS,
        );
      }),
    ];
  });
}

/** A channel holds both its ports once one of them listens, until one of them is closed. */
export function watchMessageChannels(register: Register): Undo[] {
  const channels = new WeakMap<MessagePort, MessageChannel>();
  return [
    replace(
      MessagePort.prototype,
      'close',
      (original) =>
        function (this: MessagePort) {
          register.remove(channels.get(this));
          original.call(this);
        },
    ),
    watchClass('MessageChannel', (instance) => {
      const channel = instance as MessageChannel;
      const ports = [channel.port1, channel.port2];
      for (const port of ports) channels.set(port, channel);
      register.add(
        channel,
        {
          what: 'MessageChannel',
          isLasting: () => ports.some(({ onmessage }) => onmessage !== null),
          isOnlyDirect: true,
          end: () => channel.port1.close(),
        },
        BY_CLASS,
      );
    }),
  ];
}
