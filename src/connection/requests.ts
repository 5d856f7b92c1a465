import { readJson } from './read-json.ts';

export interface RequestsOptions {
  /** Sends where the socket is open. Returns whether it was. @param id of the request */
  readonly send: (message: string, id: string) => boolean;
  /** How many requests wait for their reply. */
  readonly onPending: (count: number) => void;
  /** A reply has come to a request that no one waits for any more. */
  readonly onLate: (id: string) => void;
  /** How long a reply may take. @default 10_000 */
  readonly timeoutMs?: number | undefined;
}

export interface Requests {
  /**
   * Asks the server.
   * @returns its reply. It rejects with a `NetworkError` where there is no open socket, or where that socket
   * ends; with a `TimeoutError` after the deadline; with the signal's reason; or with the server's own
   */
  readonly request: (body: unknown, signal?: AbortSignal) => Promise<unknown>;
  /** Takes a message of the server. Returns whether it was a reply. */
  readonly heard: (data: unknown) => boolean;
  /**
   * The socket has ended, and with it everything that was asked on it.
   * @param wasAsked whether a request was asked on it. @default all were
   */
  readonly ended: (wasAsked?: (id: string) => boolean) => void;
  /** Gives up every request, and tells the server so. */
  readonly stop: () => void;
}

/** Requests and their replies over one socket: each has an id, a deadline, and in any case an end. */
export function createRequests(options: RequestsOptions): Requests {
  const { send, onPending, onLate, timeoutMs = 10_000 } = options;
  const pending = new Map<string, Pending>();

  /** Takes a request out: whoever does so settles it, so that it is settled once. */
  function take(id: string): Pending | undefined {
    const request = pending.get(id);
    if (!pending.delete(id)) return undefined;
    request?.release();
    onPending(pending.size);
    return request;
  }

  function giveUp(id: string, reason: unknown) {
    const request = take(id);
    // The server need not answer any more.
    send(JSON.stringify({ type: 'abort', id }), id);
    request?.reject(reason);
  }

  return {
    request: (body, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const id = crypto.randomUUID();
        if (!send(JSON.stringify({ type: 'request', id, body }), id))
          throw new DOMException('The socket is not open.', 'NetworkError');
        const deadline = setTimeout(() => {
          giveUp(id, new DOMException(`No reply in ${timeoutMs} ms.`, 'TimeoutError'));
        }, timeoutMs);
        const onAbort = () => giveUp(id, signal?.reason);
        signal?.addEventListener('abort', onAbort);
        const release = () => {
          clearTimeout(deadline);
          signal?.removeEventListener('abort', onAbort);
        };
        pending.set(id, { resolve, reject, release });
        onPending(pending.size);
      }),
    heard(data) {
      const { type, id, body, reason } = readJson(data);
      if (type !== 'reply' && type !== 'failure') return false;
      const request = take(String(id));
      if (!request) onLate(String(id));
      else if (type === 'reply') request.resolve(body);
      else request.reject(new Error(String(reason)));
      return true;
    },
    ended(wasAsked = () => true) {
      const reason = new DOMException('The connection has ended.', 'NetworkError');
      for (const id of pending.keys()) if (wasAsked(id)) take(id)?.reject(reason);
    },
    stop() {
      for (const id of pending.keys())
        giveUp(id, new DOMException('No longer needed.', 'AbortError'));
    },
  };
}

interface Pending {
  readonly resolve: (reply: unknown) => void;
  readonly reject: (reason: unknown) => void;
  /** Ends its deadline, and stops listening to its signal. */
  readonly release: () => void;
}
