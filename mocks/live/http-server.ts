import type { Server } from 'node:http';
import type { ViteDevServer } from 'vite';

/**
 * The server that pages come from. Storybook runs Vite as a middleware of its own server, which Vite knows
 * as `server.ws.server`, and before Vite 8 only as `server.hmr.server`.
 */
export function findHttpServer({ config, httpServer }: ViteDevServer): Server | undefined {
  const { ws, hmr } = config.server;
  const known = [ws, hmr].find((one) => typeof one === 'object' && one.server);
  const server = typeof known === 'object' ? known.server : httpServer;
  return (server ?? undefined) as Server | undefined;
}
