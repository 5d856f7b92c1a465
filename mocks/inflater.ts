import { afterArrivals, type Job } from './network-tasks.ts';

/**
 * What a browser has read of a connection that is compressed (RFC 7692). Chromium inflates before it
 * hands on: from a message on, all that it has read at once comes behind a violation that is among it,
 * and so is lost.
 */
export class Inflater {
  readonly #read: Job[] = [];

  take(arrive: Job, isMessage: boolean): void {
    if (!isMessage && this.#read.length === 0) {
      arrive();
      return;
    }
    if (this.#read.push(arrive) > 1) return;
    afterArrivals(() => {
      for (const job of this.#read.splice(0)) job();
    });
  }
}
