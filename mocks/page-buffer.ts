import { queueNetworkTask } from './network-tasks.ts';

/** What the wire takes while the server does not read; the rest stays in the page's buffer. Linux's, on loopback. */
const UNREAD_LIMIT_BYTES = 4 * 2 ** 20;

/** What a page has sent and the wire has not taken: its `bufferedAmount`. */
export class PageBuffer {
  #isStalled = false;
  #unreadBytes = 0;
  readonly #untaken: (() => void)[] = [];

  /** The page has sent this much. `taken` is told how much has left its buffer. */
  add(bytes: number, taken: (bytes: number) => void): void {
    const takenAtOnce = this.#isStalled
      ? Math.min(bytes, UNREAD_LIMIT_BYTES - this.#unreadBytes)
      : bytes;
    queueNetworkTask(() => {
      taken(takenAtOnce);
    });
    if (this.#isStalled) this.#unreadBytes += takenAtOnce;
    if (takenAtOnce === bytes) return;
    this.#untaken.push(() => {
      taken(bytes - takenAtOnce);
    });
  }

  stall(): void {
    this.#isStalled = true;
  }

  resume(): void {
    this.#isStalled = false;
    this.#unreadBytes = 0;
    this.#untaken.splice(0).forEach(queueNetworkTask);
  }
}
