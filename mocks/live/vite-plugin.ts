import type { Plugin } from 'vite';
import { findHttpServer } from './http-server.ts';
import { LiveServer } from './live-server.ts';
import { fromSameOrigin } from './origin.ts';
import { LIVE_SERVER_PATH } from './path.ts';

/** Serves real sockets on Storybook's own port. Upgrades for other paths stay with whom they belong to. */
export function liveServer(): Plugin {
  return {
    name: 'lab-live-server',
    apply: 'serve',
    configureServer(vite) {
      const server = findHttpServer(vite);
      if (!server) return;
      const host = new LiveServer({ allowsOrigin: fromSameOrigin });
      host.attach(server, LIVE_SERVER_PATH);
    },
  };
}
