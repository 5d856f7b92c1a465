import { backoff } from './backoff.ts';
import { keepConnected, type KeptConnection } from './keep-connected.ts';
import { refCount, type RefCountOptions } from './ref-count.ts';
import type { Status } from './status.ts';

export type Hear = (data: string | Blob | ArrayBuffer) => void;

export interface ShareConnectionOptions extends Omit<RefCountOptions, 'start'> {
  readonly onStatus: (status: Status) => void;
  /** The last user has been away for long enough, and the socket is closed. */
  readonly onEnd: () => void;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * One kept connection for all who join it. The first makes it; it ends a moment after the last has left, and
 * an attempt that was to come in that moment waits for the next user.
 */
export function shareConnection(url: string, options: ShareConnectionOptions) {
  const { random = Math.random, onStatus, onEnd } = options;
  const hearers = new Set<Hear>();
  let connection: KeptConnection | undefined;
  /** When the next attempt was to come, in milliseconds since 1970, while no one is there to use it. */
  let pausedUntil: number | undefined;
  let retryAt: number | undefined;

  const acquire = refCount({
    ...options,
    start() {
      const kept = keepConnected(url, {
        waitMs: (attempt) => backoff(attempt, { random }),
        onStatus(status) {
          retryAt = status.state === 'waiting' ? status.retryAt : undefined;
          onStatus(status);
        },
        onMessage({ data }) {
          kept.proven();
          for (const hear of hearers) hear(data);
        },
      });
      connection = kept;
      return () => {
        kept.leave();
        pausedUntil = undefined;
        onEnd();
      };
    },
    onChange(users, endsAt) {
      if (users === 0) {
        connection?.pause();
        pausedUntil = retryAt;
      } else if (pausedUntil !== undefined) {
        connection?.retryIn(pausedUntil - Date.now());
        pausedUntil = undefined;
      }
      options.onChange?.(users, endsAt);
    },
  });

  return {
    /** Adds a user, who hears each message from now on. Returns what removes that user. */
    join: (hear: Hear): (() => void) => {
      const release = acquire();
      const own: Hear = (data) => {
        try {
          hear(data);
        } catch (error) {
          // The others must hear the message all the same.
          reportError(error);
        }
      };
      hearers.add(own);
      return () => {
        hearers.delete(own);
        release();
      };
    },
    send: (data: string): boolean => connection?.send(data) ?? false,
  };
}
