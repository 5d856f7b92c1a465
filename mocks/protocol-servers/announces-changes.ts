import { forEachConnection, type Behaviour } from '../behaviour.ts';
import { after } from '../clock.ts';
import type { ServerConnection } from '../socket-server.ts';
import { tell } from './protocol.ts';

export interface AnnounceOptions {
  /** What there is at first. @default nothing */
  readonly entries?: Readonly<Record<string, unknown>>;
  /** Milliseconds until a reading is answered: with what was there when it began. @default 0 */
  readonly readMs?: number;
}

export interface Announced {
  /** Sets one entry, and tells everyone that it has changed, but not to what. */
  set(key: string, value: unknown): void;
  /** Answers as over HTTP. Rejects with the signal's reason. */
  read(key: string, signal?: AbortSignal): Promise<unknown>;
  /** The key of each reading so far. */
  readonly reads: readonly string[];
}

/**
 * Tells every connection what has `changed`, and leaves it to the page to read it.
 *
 * @example
 * const shop = announcesChanges({ entries: { apples: 1 }, readMs: 100 });
 * shop(server);
 * shop.set('apples', 2);
 * await shop.read('apples'); // 2
 */
export function announcesChanges({
  entries: initial = {},
  readMs = 0,
}: AnnounceOptions = {}): Behaviour & Announced {
  const entries: Record<string, unknown> = { ...initial };
  const everyone = new Set<ServerConnection>();
  const reads: string[] = [];
  const behaviour = forEachConnection((connection) => {
    everyone.add(connection);
    return () => everyone.delete(connection);
  });
  return Object.assign(behaviour, {
    reads,
    set(key: string, value: unknown) {
      entries[key] = value;
      for (const each of everyone) tell(each, { type: 'changed', key });
    },
    read(key: string, signal?: AbortSignal) {
      reads.push(key);
      const value = entries[key];
      return new Promise<unknown>((resolve, reject) => {
        const cancel = after(readMs, () => resolve(value));
        signal?.addEventListener('abort', () => {
          cancel();
          reject(signal.reason as Error);
        });
      });
    },
  });
}
