import type { ServerConnection } from '../../socket-server.ts';
import { PAGE_ACTIONS } from './page-actions.ts';
import type { EventName, PageAction, Verb } from './script.ts';
import { VERBS } from './server-actions.ts';

const ENDS: readonly Verb[] = [...VERBS.closes, ...VERBS.ends];

/**
 * Which reactions Chromium leaves to chance. Where the server's frames end the connection, two processes
 * race: the page that answers one of them, and the browser that has read the next. What leaves in `open`
 * may leave before the frames behind the handshake are read. Later, Chromium takes one message more; of a
 * second, nothing or all.
 */
export class Races {
  /** Sockets that have sent in reaction to something in this step. */
  readonly #hasSent = new Set<string>();
  #mayEnd = false;

  /** A step begins. @param mayEnd whether the server may end a connection in it */
  begin(mayEnd: boolean): void {
    this.#hasSent.clear();
    this.#mayEnd = mayEnd;
  }

  /** Whether to leave out what a socket would do in an event. */
  has(name: string, socket: WebSocket, on: EventName, act: PageAction): boolean {
    if (!this.#mayEnd || socket.readyState !== WebSocket.OPEN) return false;
    const isSent = PAGE_ACTIONS.sends.includes(act);
    if (on === 'open') return isSent || PAGE_ACTIONS.closes.includes(act);
    if (!isSent) return false;
    if (this.#hasSent.has(name)) return true;
    this.#hasSent.add(name);
    return false;
  }
}

/** Whether these verbs may end the connection, or bring something else on the way that does. */
export function mayEnd({ isStalled, state }: ServerConnection, verbs: readonly Verb[]): boolean {
  return isStalled || state !== 'open' || verbs.some((verb) => ENDS.includes(verb));
}
