import { SimulatedWebSocket } from './simulated-web-socket.ts';

/** Makes `WebSocket` on this page the simulated one. Returns the undo. */
export function installSimulatedWebSocket(): () => void {
  const before = window.WebSocket;
  window.WebSocket = SimulatedWebSocket;
  return () => {
    window.WebSocket = before;
  };
}
