import { isCarried } from './window-event.ts';

/** The browser's own, taken before a page can replace or patch them: a real socket uses these too. */
export const { Blob, CloseEvent, DOMException, Event, MessageEvent } = window;

const take = (name: keyof EventTarget) => Reflect.get(EventTarget.prototype, name);
const addEventListener = take('addEventListener');
const removeEventListener = take('removeEventListener');
const dispatchEvent = take('dispatchEvent');

type EventName = keyof WebSocketEventMap;

/** Adds a listener as the browser itself would. */
export function listen<Name extends EventName>(
  socket: EventTarget,
  name: Name,
  listener: (event: WebSocketEventMap[Name]) => void,
): void {
  Reflect.apply(addEventListener, socket, [name, listener]);
}

/** Takes it off again. */
export function unlisten(
  socket: EventTarget,
  name: EventName,
  listener: (event: Event) => void,
): void {
  Reflect.apply(removeEventListener, socket, [name, listener]);
}

/** Dispatches an event, whatever the page has made of `dispatchEvent`. */
export function dispatch(socket: EventTarget, event: Event): void {
  isCarried(event);
  Reflect.apply(dispatchEvent, socket, [event]);
}
