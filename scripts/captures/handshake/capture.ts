/** The handshake of a real Chromium with a real `ws` server, for where no live server is. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { requestHeadOf } from '../../../mocks/live/request-head.ts';
import { launchBrowser } from '../../launch-browser.ts';
import { formatRequest } from '../../../src/protocol/handshake.ts';

/** What `npm run capture` writes, and a build makes for itself. */
interface Capture {
  /** The browser and the server, with their versions. */
  readonly madeBy: string;
  /** As `2026-01-31`. */
  readonly date: string;
  /** The two heads as they went over the wire, with their empty line. */
  readonly request: string;
  readonly response: string;
}

/**
 * Captures the handshake of the browser on this machine.
 * @throws {Error} where there is none
 */
export async function captureHandshake(): Promise<Capture> {
  await using resources = new AsyncDisposableStack();
  const browser = await launchBrowser();
  resources.defer(() => browser.close());
  // A page of an origin of its own: `about:blank` would say `Origin: null`.
  const server = createServer((_request, response) => response.end('<!doctype html>'));
  const sockets = new WebSocketServer({ server, path: '/chat' });
  server.listen(0, '127.0.0.1');
  resources.defer(() => {
    sockets.close();
    server.close();
  });
  await once(server, 'listening');
  const host = `localhost:${(server.address() as AddressInfo).port}`;

  const answered = once(sockets, 'headers') as Promise<[lines: string[], request: IncomingMessage]>;
  const page = await browser.newPage();
  await page.goto(`http://${host}/`);
  await page.evaluate((url) => {
    new WebSocket(url, ['lab', 'other']);
  }, `ws://${host}/chat?room=1`);
  const [lines, request] = await answered;

  const ws = new URL(import.meta.resolve('ws/package.json'));
  const { version } = JSON.parse(readFileSync(ws, 'utf8')) as { version: string };
  return {
    madeBy: `Chromium ${browser.version()} with ws ${version}`,
    date: new Date().toISOString().slice(0, 10),
    request: formatRequest(requestHeadOf(request)),
    response: [...lines, '', ''].join('\r\n'),
  };
}
