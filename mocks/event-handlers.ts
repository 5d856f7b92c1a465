import { listen, unlisten } from './built-ins.ts';

type EventName = keyof WebSocketEventMap;

interface Handler {
  value: object;
  readonly listener: EventListener;
}

/**
 * The `on…` attributes of an event target:
 * https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-idl-attributes
 */
export class EventHandlers {
  readonly #target: EventTarget;
  readonly #handlers = new Map<EventName, Handler>();

  constructor(target: EventTarget) {
    this.#target = target;
  }

  get(name: EventName): EventListener | null {
    return (this.#handlers.get(name)?.value ?? null) as EventListener | null;
  }

  set(name: EventName, value: unknown): void {
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
    const current = this.#handlers.get(name);
    if (!isObject) {
      if (current) unlisten(this.#target, name, current.listener);
      this.#handlers.delete(name);
      return;
    }
    // A handler that is replaced keeps its place among the listeners.
    if (current) {
      current.value = value;
      return;
    }
    const handler: Handler = {
      value,
      listener: (event: Event) => {
        if (typeof handler.value !== 'function') return;
        if (Reflect.apply(handler.value, this.#target, [event]) === false) event.preventDefault();
      },
    };
    this.#handlers.set(name, handler);
    listen(this.#target, name, handler.listener);
  }
}
