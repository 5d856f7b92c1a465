import { forEachConnection, type Behaviour } from '../behaviour.ts';
import { Later } from '../later.ts';
import type { ServerConnection } from '../socket-server.ts';
import type { NumberedLog } from './numbered-log.ts';
import { onMessageOf, tell } from './protocol.ts';

/** A message that the server has taken. */
export interface Kept {
  readonly id: string;
  readonly body: unknown;
}

export interface AcknowledgeOptions {
  /** Milliseconds between the receipt of a message and its `ack`. @default 0 */
  readonly delayMs?: number;
  /** How often each `ack` is sent; 0 for never. @default 1 */
  readonly times?: number;
  /** Whether everyone hears of a new message, before or after its `ack`. @default 'after' */
  readonly echo?: 'before' | 'after' | 'never';
  /** Where each new message is added, as `{ id, body }`, so that `replaysFrom` carries it to everyone. */
  readonly log?: NumberedLog;
  /** Why a message is not taken: it is answered with `rejected`. @default takes each */
  readonly refuses?: (body: unknown) => string | undefined;
}

/**
 * Keeps each `message` once, by its id, and answers each receipt with an `ack`: one that comes again is
 * acknowledged again, and is not kept twice. `kept` outlives connections, oldest first.
 *
 * @example
 * const chat = acknowledges({ delayMs: 100 });
 * chat(server);
 * await server.drop(); // between a receipt and its ack
 * expect(chat.kept).toHaveLength(1);
 */
export function acknowledges({
  delayMs = 0,
  times = 1,
  echo = 'after',
  log,
  refuses = () => undefined,
}: AcknowledgeOptions = {}): Behaviour & { readonly kept: readonly Kept[] } {
  const kept: Kept[] = [];
  const ids = new Set<string>();
  const everyone = new Set<ServerConnection>();
  const later = new Later();

  const hear = (connection: ServerConnection) => {
    everyone.add(connection);
    const stop = onMessageOf(connection, 'message', ({ id, body }) => {
      const reason = refuses(body);
      if (reason !== undefined) {
        tell(connection, { type: 'rejected', id, reason });
        return;
      }
      const isNew = !ids.has(id);
      if (isNew) kept.push({ id, body });
      if (isNew) log?.add({ id, body });
      ids.add(id);
      const tellEveryone = () => {
        if (isNew) for (const each of everyone) tell(each, { type: 'message', id, body });
      };
      if (echo === 'before') tellEveryone();
      later.run(delayMs, () => {
        for (let n = 0; n < times; n += 1) tell(connection, { type: 'ack', id });
        if (echo === 'after') tellEveryone();
      });
    });
    return () => {
      stop();
      everyone.delete(connection);
    };
  };

  const behaviour: Behaviour = (server) => {
    const stop = forEachConnection(hear)(server);
    return () => {
      stop();
      later.callOff();
    };
  };
  return Object.assign(behaviour, { kept });
}
