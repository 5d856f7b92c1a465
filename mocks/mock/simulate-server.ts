import type { Behaviour } from '../behaviour.ts';
import { installSimulatedWebSocket } from '../install.ts';
import { SimulatedServer } from '../simulated-server.ts';
import type { SocketServer } from '../socket-server.ts';
import { setUnanswered, type Unanswered } from '../story-urls.ts';

export interface SimulateOptions {
  /** What the server does by itself. @default it accepts, and says nothing */
  readonly behaviour?: Behaviour;
  /** What becomes of a socket that no server answers. @default 'refuse' */
  readonly unanswered?: Unanswered;
}

/** So that the server’s own error comes before Vitest and Jest end the test, at five seconds. */
const WAIT_LIMIT_MS = 4_000;

/** Those that are there now. */
const servers = new Set<SocketServer>();
let uninstall: (() => void) | undefined;

/**
 * Opens a server, and makes `WebSocket` the simulated one until the last server is disposed of.
 * @param address as `Address` takes it: a URL, or one with `*` for any characters. @default '*', all sockets
 * @throws {TypeError} for what is no address
 * @example
 * const server = simulateServer('wss://api.example.com/*');
 * render(<Ticker />);
 * await server.nextConnection();
 * await server.send('101.25');
 * server.dispose();
 */
export function simulateServer(
  address = '*',
  { behaviour, unanswered = 'refuse' }: SimulateOptions = {},
): SocketServer {
  const server = new SimulatedServer(address, undefined, WAIT_LIMIT_MS);
  if (servers.size === 0) uninstall = installSimulatedWebSocket();
  servers.add(server);
  setUnanswered(unanswered);
  const stop = behaviour?.(server);
  const dispose = server.dispose.bind(server);
  server.dispose = () => {
    stop?.();
    dispose();
    // A test may dispose of what its fixture disposes of again.
    if (!servers.delete(server) || servers.size > 0) return;
    uninstall?.();
    setUnanswered('network');
  };
  return server;
}
