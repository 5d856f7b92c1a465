/** Enough for a batch of any expression that does not repeat what repeats. */
export const SEARCH_LIMIT_MS = 1_000;

const CODE = `
onmessage = ({ data: { expression, texts } }) =>
  postMessage(texts.map((text) => expression.test(text)));
postMessage('ready');
`;

/** Tests texts against an expression in a thread that can be stopped: `/^(a+)+$/` can take for ever. */
export class ExpressionWorker {
  readonly #expression: RegExp;
  readonly #worker: Worker;
  readonly #ready: Promise<unknown>;

  constructor(expression: RegExp) {
    this.#expression = expression;
    const url = URL.createObjectURL(new Blob([CODE], { type: 'text/javascript' }));
    this.#worker = new Worker(url);
    this.#ready = this.#answer().finally(() => URL.revokeObjectURL(url));
    this.#ready.catch(() => undefined); // the first test says so
  }

  /**
   * Whether the expression matches each text. One call at a time.
   * @throws {Error} when that takes longer than the limit, or the page allows no worker
   */
  async test(texts: readonly string[]): Promise<readonly boolean[]> {
    await this.#ready;
    this.#worker.postMessage({ expression: this.#expression, texts });
    return (await this.#answer(SEARCH_LIMIT_MS)) as readonly boolean[];
  }

  stop(): void {
    this.#worker.terminate();
  }

  #answer(limitMs?: number): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#worker.onmessage = ({ data }) => resolve(data);
    this.#worker.onerror = () => {
      reject(new Error('This page lets no worker look for the expression.'));
    };
    if (limitMs === undefined) return promise;
    const timer = setTimeout(() => {
      reject(new Error(`The expression took longer than ${limitMs / 1_000} s and was stopped.`));
    }, limitMs);
    return promise.finally(() => clearTimeout(timer));
  }
}
