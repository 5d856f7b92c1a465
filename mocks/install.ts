import { NativeWebSocket } from './network.ts';
import { SimulatedWebSocket } from './simulated-web-socket.ts';

/** Makes `WebSocket` on this page the simulated one. Returns the undo. */
export function installSimulatedWebSocket(): () => void {
  window.WebSocket = SimulatedWebSocket;
  return () => {
    window.WebSocket = NativeWebSocket;
  };
}
