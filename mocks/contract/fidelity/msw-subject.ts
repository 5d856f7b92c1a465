import { WebSocketInterceptor } from '@mswjs/interceptors/WebSocket';
import { defineNetwork, InterceptorSource } from 'msw/experimental';
import { version } from 'msw/package.json';
import { ws, type WebSocketHandlerConnection } from 'msw/ws';
import { NativeWebSocket } from '../../network.ts';
import type { Subject } from '../scenario.ts';
import { LibraryServer, type Sent } from './library-server.ts';

/**
 * MSW's own interception: what `setupWorker().start()` does with sockets, without the service worker
 * for HTTP, which has no part in it.
 */
export function interceptByMsw() {
  const network = defineNetwork({
    sources: [new InterceptorSource({ interceptors: [new WebSocketInterceptor()] })],
    onUnhandledFrame: 'bypass',
    context: { quiet: true },
  });
  network.enable();
  const { WebSocket } = window;
  // Nothing else on this page is for MSW to answer.
  window.WebSocket = NativeWebSocket;
  return { network, WebSocket };
}

/**
 * - accept: it opens by itself, with the first subprotocol that the page has offered.
 * - hold: no means; a listener that returns a promise is not waited for.
 * - refuse: an error thrown in the listener, as MSW's page "Erroring the connection" says. Once the
 *   listener has returned the socket is open: then as a cut.
 * - close: a code of the server's own may be given, so 1005 where there is none.
 * - drop, fail: no means; a close with 1006 comes nearest.
 */
function connect(
  server: LibraryServer,
  { client, info }: Pick<WebSocketHandlerConnection, 'client' | 'info'>,
): void {
  const handshake = { isBeforeOpen: true, isRefused: false };
  const drop = () => client.close(1006);
  const connection = server.shake([info.protocols ?? []].flat(), {
    accept: () => undefined,
    refuse() {
      if (handshake.isBeforeOpen) handshake.isRefused = true;
      else drop();
    },
    send: (message) => client.send(message),
    close: (code = 1005, reason) => client.close(code, reason),
    drop,
    fail: drop,
  });
  const { wire } = connection;
  client.addEventListener('open', () => wire.opened());
  client.addEventListener('message', ({ data }) => wire.heard(data as Sent));
  client.addEventListener('close', (event) => wire.ended(event));
  server.handshake(connection);
  handshake.isBeforeOpen = false;
  if (handshake.isRefused) throw new Error('Refused');
}

/** MSW alone, without anything of the lab's. */
export function mswSubject(): Subject {
  const { network, WebSocket } = interceptByMsw();
  return {
    name: `MSW ${version}`,
    WebSocket,
    open: async (scenario) =>
      new LibraryServer(`ws://localhost:1/${scenario}`, (server) => {
        const link = ws.link(server.url);
        network.use(link.addEventListener('connection', (event) => connect(server, event)));
        return () => network.resetHandlers();
      }),
  };
}
