import type { Server } from 'node:http';
import type { Plugin } from 'vite';
import { LiveServer } from './live-server.ts';
import { fromSameOrigin } from './origin.ts';
import { LIVE_SERVER_PATH } from './path.ts';

/**
 * Serves real sockets on Storybook's own port. Storybook runs Vite as a middleware of its server,
 * which Vite knows as `server.ws.server`; upgrades for other paths stay with whom they belong to.
 */
export function liveServer(): Plugin {
  return {
    name: 'lab-live-server',
    apply: 'serve',
    configureServer({ config, httpServer }) {
      const { ws } = config.server;
      const server = (typeof ws === 'object' ? ws.server : undefined) ?? httpServer;
      if (!server) return;
      const host = new LiveServer({ allowsOrigin: fromSameOrigin });
      host.attach(server as Server, LIVE_SERVER_PATH);
    },
  };
}
