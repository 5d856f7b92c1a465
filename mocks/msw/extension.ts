import type { WebSocketHandlerConnection } from 'msw/ws';

type Client = WebSocketHandlerConnection['client'];

/** A protocol over WebSocket, such as Socket.IO, as MSW lets a link have it. */
export type Extension = NonNullable<Client['extension']>;
export type ExtensionContext = Pick<WebSocketHandlerConnection, 'client' | 'server' | 'info'>;

/** An extension gives one value, an iterator of several, or nothing. */
export function* valuesOf(result: unknown): Generator {
  if (result === undefined) return;
  if (!isIterator(result)) {
    yield result;
    return;
  }
  const last: unknown = yield* { [Symbol.iterator]: () => result };
  if (last !== undefined) yield last;
}

function isIterator(value: unknown): value is Iterator<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'next' in value &&
    typeof value.next === 'function'
  );
}
