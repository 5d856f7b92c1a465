/**
 * `window.event` while the microtasks of a listener run. In the browser the dispatch has not ended
 * then, and it names the socket's event. That of a simulated socket has: the browser would name the
 * message that carries the network's tasks, which no page is to know of.
 */
const native = Object.getOwnPropertyDescriptor(window, 'event');

let carrier: Event | undefined;
let carried: Event | undefined;

/** A network task begins. `event` carries it. */
export function carriesTask(event: Event): void {
  carrier = event;
  carried = undefined;
}

/** A socket's event is dispatched in the network task that runs. */
export function isCarried(event: Event): void {
  carried = event;
}

Object.defineProperty(window, 'event', {
  ...native,
  get() {
    const event = native?.get?.call(window) as Event | undefined;
    return event && event === carrier ? carried : event;
  },
});
