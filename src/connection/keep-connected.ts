import { openSocket, type OpenedSocket } from './open-socket.ts';
import type { Status } from './status.ts';

export interface KeepConnectedOptions {
  readonly onStatus: (status: Status) => void;
  readonly onMessage?: (event: MessageEvent<string | Blob | ArrayBuffer>) => void;
  /**
   * How long to wait, in milliseconds, before the next attempt.
   * @param attempt how many there have been since the line was last proven, from 1
   * @param code of the close event, with its reason
   * @returns `undefined` to stay closed
   */
  readonly waitMs: (attempt: number, code: number, reason: string) => number | undefined;
}

/** A connection that is made again when it has ended, until `leave`. At most one socket is open. */
export interface KeptConnection {
  /** Sends where the socket is open. Returns whether it was. */
  readonly send: (data: string | ArrayBuffer) => boolean;
  /** The line works: the next wait is a short one again. */
  readonly proven: () => void;
  /** Leaves the socket without waiting for its `close`, as if it had ended with 1006, where there is one. */
  readonly abandon: (reason: string) => void;
  /** Lets the wait go on until `retryNow`. An open socket stays open. */
  readonly pause: () => void;
  /** Connects at once, where it waits or stays closed. */
  readonly retryNow: () => void;
  /** Connects after `ms` milliseconds, where it waits or stays closed. */
  readonly retryIn: (ms: number) => void;
  readonly leave: () => void;
}

export function keepConnected(url: string, options: KeepConnectedOptions): KeptConnection {
  const { onStatus, onMessage, waitMs } = options;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout>;
  let opened: OpenedSocket | undefined;
  let ended = { code: 1006, reason: '' };

  function connect() {
    clearTimeout(timer);
    attempt += 1;
    opened = openSocket(url, {
      onStatus(status) {
        if (status.state === 'closed') end(status.code, status.reason);
        else onStatus(status.state === 'connecting' ? { ...status, attempt } : status);
      },
      ...(onMessage && { onMessage }),
    });
  }

  function end(code: number, reason: string) {
    opened = undefined;
    ended = { code, reason };
    const ms = waitMs(Math.max(attempt, 1), code, reason);
    if (ms === undefined) onStatus({ state: 'closed', code, reason });
    else wait(ms);
  }

  function wait(ms: number) {
    clearTimeout(timer);
    onStatus({ state: 'waiting', attempt, retryAt: Date.now() + ms, waitMs: ms, ...ended });
    timer = setTimeout(connect, ms);
  }

  connect();
  return {
    send(data) {
      if (opened?.socket.readyState !== WebSocket.OPEN) return false;
      opened.socket.send(data);
      return true;
    },
    proven() {
      attempt = 0;
    },
    abandon(reason) {
      if (!opened) return;
      opened.leave();
      end(1006, reason);
    },
    pause() {
      clearTimeout(timer);
    },
    retryNow() {
      if (!opened) connect();
    },
    retryIn(ms) {
      if (opened) return;
      if (ms > 0) wait(ms);
      else connect();
    },
    leave() {
      clearTimeout(timer);
      opened?.leave();
    },
  };
}
