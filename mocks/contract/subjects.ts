import { RemoteServer } from '../live/remote-server.ts';
import { NativeWebSocket } from '../network.ts';
import { SimulatedServer } from '../simulated-server.ts';
import { SimulatedWebSocket } from '../simulated-web-socket.ts';
import type { Subject } from './scenario.ts';

/** The browser's own socket, at a real server. */
export const real = (liveServerUrl: string): Subject => ({
  name: 'the browser and a real server',
  WebSocket: NativeWebSocket,
  open: (scenario) => RemoteServer.open(liveServerUrl, scenario),
});

/** The lab's simulation. */
export const simulated: Subject = {
  name: 'simulated',
  WebSocket: SimulatedWebSocket,
  open: async (scenario) => new SimulatedServer(`ws://localhost:1/${scenario}`),
};
