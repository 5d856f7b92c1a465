/** Listeners as MSW has them: bound to the page's socket, which each event has for its target. */
export class MswEvents {
  readonly #socket: WebSocket;
  readonly #events = new EventTarget();
  readonly #bound = new Map<unknown, EventListener>();

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  add(
    type: string,
    listener: (this: WebSocket, event: never) => void,
    options?: AddEventListenerOptions | boolean,
  ): void {
    const bound = this.#bound.get(listener) ?? (listener.bind(this.#socket) as EventListener);
    this.#bound.set(listener, bound);
    this.#events.addEventListener(type, bound, options);
  }

  remove(type: string, listener: unknown, options?: EventListenerOptions | boolean): void {
    this.#events.removeEventListener(type, this.#bound.get(listener) ?? null, options);
  }

  /** Returns whether no listener has prevented what would follow. */
  dispatch(event: Event, target: WebSocket = this.#socket): boolean {
    for (const key of ['target', 'currentTarget']) {
      Object.defineProperty(event, key, { value: target, enumerable: true, writable: true });
    }
    return this.#events.dispatchEvent(event);
  }
}
