import { after } from './clock.ts';
import { ABNORMAL } from './connection.ts';
import type { Closing } from './socket-server.ts';

/** Chromium gives up on a Close frame that is never answered: 1006, not clean, no `error`. */
const CLOSE_ANSWER_TIMEOUT_MS = 60_000;
/** Chromium ends an answered closing handshake itself when the server leaves TCP open: clean. */
const TCP_CLOSE_TIMEOUT_MS = 2_000;

/** The two ends, and the two ways between them. */
interface Ends {
  toPage(arrive: () => void): void;
  toServer(arrive: () => void): void;
  /** What the server has not sent yet, it does not send any more. */
  recall(): void;
  /** Tell the page, each in a task. */
  pageClosing(): void;
  pageClosed(closing: Closing): void;
  serverClosed(closing: Closing): void;
}

/**
 * The closing handshake (RFC 6455 §7.1), whichever end begins it, or both at once. The browser answers
 * a Close frame as soon as it arrives, ahead of a page that has still to hear what came before it.
 */
export class ClosingHandshake {
  /** What the server answers with; otherwise the same that the page has said. */
  answer: Closing | undefined;
  /** The Close frame that the browser has received: it ends cleanly however TCP ends after that. */
  #received: Closing | undefined;
  #hasPageClosed = false;
  #hasServerHungUp = false;
  #cancelTimeout: (() => void) | undefined;
  readonly #ends: Ends;

  constructor(ends: Ends) {
    this.#ends = ends;
  }

  /** Whether a Close frame has come: the browser sends no more then. */
  get hasArrived(): boolean {
    return this.#received !== undefined;
  }

  /** Whether either Close frame is known to the browser: its own has left, or the other has come. */
  get hasBegun(): boolean {
    return this.#hasPageClosed || this.hasArrived;
  }

  /** How the page ends when the cable is cut now. */
  get endingByCut(): Closing {
    return this.#received ?? ABNORMAL;
  }

  startAtPage(closing: Closing): void {
    this.#hasPageClosed = true;
    this.#endAfter(CLOSE_ANSWER_TIMEOUT_MS, ABNORMAL);
    this.#ends.toServer(() => {
      this.#arriveAtServer(closing);
    });
  }

  startAtServer(closing: Closing): void {
    this.#ends.toPage(() => {
      this.#arriveAtPage(closing);
    });
  }

  cancelTimeout(): void {
    this.#cancelTimeout?.();
  }

  /** The server answers, unless it was first, and ends TCP. */
  #arriveAtServer(closing: Closing): void {
    this.#ends.serverClosed(closing);
    this.#hasServerHungUp = true;
    // Of two Close frames, each end reports the one that it receives.
    if (this.#received) {
      this.#ends.pageClosed(this.#received);
      return;
    }
    this.#ends.recall();
    const answer = this.answer ?? closing;
    this.#ends.toPage(() => this.#ends.pageClosed(answer));
  }

  /** The browser answers, unless it was first, and waits for the end of TCP. */
  #arriveAtPage(closing: Closing): void {
    this.#received = closing;
    this.#ends.pageClosing();
    this.#endAfter(TCP_CLOSE_TIMEOUT_MS, closing);
    if (this.#hasServerHungUp) this.#ends.pageClosed(closing);
    else if (!this.#hasPageClosed) this.#ends.toServer(() => this.#arriveAtServer(closing));
  }

  #endAfter(ms: number, closing: Closing): void {
    this.cancelTimeout();
    this.#cancelTimeout = after(ms, () => {
      this.#ends.serverClosed(closing);
      this.#ends.pageClosed(closing);
    });
  }
}
