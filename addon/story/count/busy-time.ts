import { realTime } from '../../../mocks/clock.ts';

type Schedule = (task: () => void) => unknown;

/** Runs a task once the page has no other. Taken before a story's clock replaces `postTask`. */
const whenFree: Schedule =
  'scheduler' in window
    ? (
        (postTask): Schedule =>
        (task) =>
          postTask(task, { priority: 'background' })
      )(window.scheduler.postTask.bind(window.scheduler))
    : // Safari has neither this nor idle callbacks: there it is the next task.
      (task) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          task();
        };
        port2.postMessage(null);
      };

/** How long the main thread has been busy: from each beginning until nothing else waits for it. */
export class BusyTime {
  #totalMs = 0;
  #isBusy = false;
  #end: Promise<unknown> = Promise.resolve();
  readonly #onEnd: () => void;

  /** @param onEnd called at each end, when there is another figure */
  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  get ms(): number {
    return this.#totalMs;
  }

  /** Resolves when what has begun has come to its end. */
  get end(): Promise<unknown> {
    return this.#end;
  }

  /**
   * The main thread has begun to work on something. What begins meanwhile is in the same time.
   * @param alreadyMs how long it has worked on it. @default 0
   */
  begin(alreadyMs = 0): void {
    if (this.#isBusy) return;
    this.#isBusy = true;
    const since = realTime.now() - alreadyMs;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#end = promise;
    whenFree(() => {
      this.#isBusy = false;
      this.#totalMs += realTime.now() - since;
      resolve(undefined);
      this.#onEnd();
    });
  }
}
