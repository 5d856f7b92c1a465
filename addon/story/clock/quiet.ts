import { BetweenTabs } from './between-tabs.ts';
import { tellCalls, type Method } from './tell-calls.ts';

/** In Chromium, what a handler of a message posts comes one task later than what others post. */
const QUIET_TASKS = 2;

/**
 * Tells when the page has nothing left to do without time passing. React's scheduler and the simulated
 * network run their tasks by posting a message to a port, so after two tasks in which no one has posted
 * one there is none to come. A Blob that is being read is work under way, too, and so is what the page
 * says to other tabs, of which it may be one itself.
 */
export class Quiet {
  readonly #channel = new MessageChannel();
  readonly #ask: () => void;
  readonly #betweenTabs = new BetweenTabs(() => {
    this.#postCount += 1;
  });
  readonly #undos: readonly (() => void)[];
  #postCount = 0;
  #readCount = 0;

  constructor() {
    const { port2 } = this.#channel;
    const post = Reflect.get(MessagePort.prototype, 'postMessage') as Method;
    this.#ask = () => post.call(port2, null);
    this.#undos = [
      tellCalls(MessagePort.prototype, 'postMessage', () => {
        this.#postCount += 1;
      }),
      ...['arrayBuffer', 'text', 'bytes']
        .filter((name) => name in Blob.prototype)
        .map((name) =>
          tellCalls(Blob.prototype, name, (reading) => {
            this.#readCount += 1;
            const read = () => {
              this.#readCount -= 1;
            };
            (reading as Promise<unknown>).then(read, read);
          }),
        ),
    ];
  }

  /** Resolves when the tasks that are ready, and those that they lead to, have run. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TASKS; quiet++) {
      this.#postCount = 0;
      await this.#nextTask();
      await this.#betweenTabs.roundTrip();
      if (this.#postCount > 0 || this.#readCount > 0) quiet = -1;
    }
  }

  dispose(): void {
    for (const undo of this.#undos) undo();
    this.#betweenTabs.dispose();
    this.#channel.port1.close();
  }

  #nextTask(): Promise<void> {
    return new Promise((resolve) => {
      this.#channel.port1.onmessage = () => resolve();
      this.#ask();
    });
  }
}
