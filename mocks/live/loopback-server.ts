import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const upgradeRequired: RequestListener = (_request, response) => {
  response.writeHead(426).end();
};

/** An HTTP server that is there for upgrades only. */
export function createUpgradeServer(): Server {
  return createServer(upgradeRequired);
}

/** Listens where this machine alone can connect. Returns the URL of the origin. */
export async function listenOnLoopback(server: Server, port: number): Promise<string> {
  server.listen(port, '127.0.0.1');
  // Whoever started us decides how long we live.
  server.unref();
  await once(server, 'listening');
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
