/** What the page of the benchmark talks to: itself, and a real server. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createServer, type Plugin } from 'vite';
import { WebSocketServer } from 'ws';
import { MESSAGE } from './message.ts';

export interface Served {
  readonly url: string;
  close(): unknown;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOST = '127.0.0.1';
const EMPTY_PAGE = '<!doctype html><title>Sockets</title>';

/** A real server that sends as many messages as it is asked for. */
export async function serveMessages(): Promise<Served> {
  const server = new WebSocketServer({ host: HOST, port: 0, perMessageDeflate: false });
  await once(server, 'listening');
  const payload = Buffer.from(MESSAGE);
  server.on('connection', (socket, request) => {
    socket.on('message', (count) => {
      // Written as one: the page is to be measured, and not this process.
      request.socket.cork();
      for (let left = Number(count); left > 0; left--) socket.send(payload, { binary: false });
      request.socket.uncork();
    });
  });
  return {
    url: `ws://${HOST}:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  };
}

/** An empty page; and the script that MSW wants at the root, although it has no part in a WebSocket. */
function answers(): Plugin {
  const worker = fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js'));
  return {
    name: 'bench-answers',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (request.url === '/') {
          // As it is: Vite would add a client of its own, with a socket of its own.
          response.setHeader('Content-Type', 'text/html').end(EMPTY_PAGE);
        } else if (request.url === '/mockServiceWorker.js') {
          response.setHeader('Content-Type', 'text/javascript');
          void readFile(worker).then((script) => response.end(script));
        } else next();
      });
    },
  };
}

export async function servePage(): Promise<Served> {
  const vite = await createServer({
    configFile: false,
    root: ROOT,
    cacheDir: 'node_modules/.vite/bench',
    logLevel: 'error',
    plugins: [answers()],
    server: { host: HOST, port: 0, ws: false, hmr: false, watch: null },
    // Named: one found late would make Vite load the page again.
    optimizeDeps: { noDiscovery: true, include: ['mock-socket', 'msw/browser', 'msw/ws'] },
  });
  await vite.listen();
  const { port } = vite.httpServer?.address() as AddressInfo;
  return { url: `http://${HOST}:${port}/`, close: () => vite.close() };
}
