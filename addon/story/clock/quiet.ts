import { override } from '../override.ts';

/**
 * Tells when the page has nothing left to do without time passing. React's scheduler and the simulated
 * network run their tasks by posting a message to a port, so a task in which no one has posted one is
 * the last.
 */
export class Quiet {
  readonly #channel = new MessageChannel();
  readonly #ask: () => void;
  readonly #undo: () => void;
  #postCount = 0;

  constructor() {
    const { port2 } = this.#channel;
    const native = Reflect.get(MessagePort.prototype, 'postMessage') as (
      ...args: unknown[]
    ) => void;
    this.#ask = () => native.call(port2, null);
    const count = () => {
      this.#postCount += 1;
    };
    this.#undo = override(
      MessagePort.prototype,
      'postMessage',
      function postMessage(this: MessagePort, ...args: unknown[]) {
        count();
        native.apply(this, args);
      },
    );
  }

  /** Resolves when the tasks that are ready, and those that they lead to, have run. */
  async settle(): Promise<void> {
    do {
      this.#postCount = 0;
      await this.#nextTask();
    } while (this.#postCount > 0);
  }

  dispose(): void {
    this.#undo();
    this.#channel.port1.close();
  }

  #nextTask(): Promise<void> {
    return new Promise((resolve) => {
      this.#channel.port1.onmessage = () => resolve();
      this.#ask();
    });
  }
}
