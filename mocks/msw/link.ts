import type { WebSocketHandler } from 'msw/ws';
import { MswClient } from './client.ts';
import { addLink } from '../network.ts';

let listHandlers: () => readonly unknown[] = () => [];

/** Lets the `ws.link` handlers of an MSW worker answer too, where no server of a story does. */
export function includeMswHandlers(list: () => readonly unknown[]): void {
  listHandlers = list;
}

function handlersOf(url: string): WebSocketHandler[] {
  return listHandlers()
    .filter(isWebSocketHandler)
    .filter((handler) => handler.test(url));
}

function isWebSocketHandler(handler: unknown): handler is WebSocketHandler {
  return (
    typeof handler === 'object' &&
    handler !== null &&
    'kind' in handler &&
    handler.kind === 'websocket'
  );
}

addLink({
  // A server of a story fits better.
  address: { test: (url) => handlersOf(url).length > 0, fit: () => 0 },
  goal: 'handler',
  connect: async (connection, socket) => {
    const client = new MswClient(connection, socket);
    const { server, info } = client;
    // All that match, one after the other, as MSW does.
    for (const handler of handlersOf(connection.url)) await handler.run({ client, server, info });
    client.greet();
  },
});
