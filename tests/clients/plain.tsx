/** Clients that add nothing to what travels: they connect again, or bring a socket into React or RxJS. */
import { useWebSocket as useAhooksSocket } from 'ahooks';
import PartySocket from 'partysocket/ws';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import useWebSocketModule from 'react-use-websocket';
import ReconnectingWebSocket from 'reconnecting-websocket';
import { webSocket } from 'rxjs/webSocket';
import { RETRY_MS, type Client, type Note } from './client.ts';

/** Bundlers differ in what the default of a CommonJS module is. */
const useWebSocket =
  (useWebSocketModule as unknown as { default?: typeof useWebSocketModule }).default ??
  useWebSocketModule;

const DELAYS = { minReconnectionDelay: RETRY_MS, maxReconnectionDelay: RETRY_MS };

const handlersOf = (note: Note) => ({
  onOpen: () => note('connected'),
  onMessage: ({ data }: { readonly data?: unknown }) => note(`message ${String(data)}`),
  onClose: ({ code }: { readonly code?: number }) => note(`closed ${code}`),
  onError: () => note('failed'),
});

/** A socket by its events. */
function listen(socket: Pick<EventTarget, 'addEventListener'>, note: Note): void {
  const { onOpen, onMessage, onClose, onError } = handlersOf(note);
  socket.addEventListener('open', onOpen);
  socket.addEventListener('message', (event) => onMessage(event as MessageEvent));
  socket.addEventListener('close', (event) => onClose(event as CloseEvent));
  socket.addEventListener('error', onError);
}

function renders(Component: (props: { readonly note: Note }) => ReactNode): Client {
  return {
    message: 'hello',
    start: (note) => {
      const root = createRoot(document.createElement('div'));
      root.render(<Component note={note} />);
      return () => root.unmount();
    },
  };
}

export const PLAIN: Readonly<Record<string, Client>> = {
  partysocket: {
    message: 'hello',
    start: (note) => {
      const socket = new PartySocket('wss://api.test/party', [], DELAYS);
      listen(socket, note);
      return () => socket.close();
    },
  },
  'reconnecting-websocket': {
    message: 'hello',
    start: (note) => {
      const socket = new ReconnectingWebSocket('wss://api.test/reconnecting', [], DELAYS);
      listen(socket as unknown as EventTarget, note);
      return () => socket.close();
    },
  },
  'react-use-websocket': renders(function UseWebSocket({ note }) {
    useWebSocket('wss://api.test/use', {
      ...handlersOf(note),
      shouldReconnect: () => true,
      reconnectInterval: RETRY_MS,
      retryOnError: true,
    });
    return null;
  }),
  ahooks: renders(function Ahooks({ note }) {
    useAhooksSocket('wss://api.test/ahooks', {
      ...handlersOf(note),
      reconnectInterval: RETRY_MS,
    });
    return null;
  }),
  rxjs: {
    message: '"hello"',
    retries: false,
    start: (note) => {
      const { onOpen, onClose } = handlersOf(note);
      const subscription = webSocket({
        url: 'wss://api.test/rx',
        openObserver: { next: onOpen },
        closeObserver: { next: onClose },
      }).subscribe({
        next: (value) => note(`message ${String(value)}`),
        error: () => undefined,
      });
      return () => subscription.unsubscribe();
    },
  },
};
