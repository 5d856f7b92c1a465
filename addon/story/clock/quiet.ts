import { override } from '../override.ts';

/** In Chromium, what a handler of a message posts comes one task later than what others post. */
const QUIET_TASKS = 2;

type Method = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Tells when the page has nothing left to do without time passing. React's scheduler and the simulated
 * network run their tasks by posting a message to a port, so after two tasks in which no one has posted
 * one there is none to come. A Blob that is being read is work under way, too.
 */
export class Quiet {
  readonly #channel = new MessageChannel();
  readonly #ask: () => void;
  readonly #undos: readonly (() => void)[];
  #postCount = 0;
  #readCount = 0;

  constructor() {
    const { port2 } = this.#channel;
    const post = Reflect.get(MessagePort.prototype, 'postMessage') as Method;
    this.#ask = () => post.call(port2, null);
    this.#undos = [
      wrap(MessagePort.prototype, 'postMessage', () => {
        this.#postCount += 1;
      }),
      ...['arrayBuffer', 'text', 'bytes']
        .filter((name) => name in Blob.prototype)
        .map((name) =>
          wrap(Blob.prototype, name, (reading) => {
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
      if (this.#postCount > 0 || this.#readCount > 0) quiet = -1;
    }
  }

  dispose(): void {
    for (const undo of this.#undos) undo();
    this.#channel.port1.close();
  }

  #nextTask(): Promise<void> {
    return new Promise((resolve) => {
      this.#channel.port1.onmessage = () => resolve();
      this.#ask();
    });
  }
}

/** Tells of each call of a method, with what it returns. */
function wrap(prototype: object, name: string, called: (result: unknown) => void): () => void {
  const native = Reflect.get(prototype, name) as Method;
  return override(prototype, name, function call(this: unknown, ...args: unknown[]): unknown {
    const result = native.apply(this, args);
    called(result);
    return result;
  });
}
