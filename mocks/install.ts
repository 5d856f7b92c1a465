import { SimulatedWebSocket } from './simulated-web-socket.ts';

/** What stood in its place when a story wanted it back on top. */
let covered: typeof WebSocket | undefined;

/** Makes `WebSocket` on this page the simulated one. Returns the undo. */
export function installSimulatedWebSocket(): () => void {
  const before = window.WebSocket;
  put(SimulatedWebSocket);
  return () => put(before);
}

/**
 * Puts the simulated one on top of what has replaced it since, as MSW's worker does when it starts. A
 * wrapper that was there has no part in sockets from then on, until `uncover`.
 */
export function cover(): void {
  if (window.WebSocket === SimulatedWebSocket) return;
  covered = window.WebSocket;
  put(SimulatedWebSocket);
}

/** Gives what `cover` has found its place back. */
export function uncover(): void {
  if (covered && window.WebSocket === SimulatedWebSocket) put(covered);
  covered = undefined;
}

/** MSW makes the property read-only, so assigning to it would throw. */
function put(value: typeof WebSocket): void {
  const found = Object.getOwnPropertyDescriptor(window, 'WebSocket');
  if (found?.set) window.WebSocket = value;
  else Object.defineProperty(window, 'WebSocket', { value, writable: true, configurable: true });
}
