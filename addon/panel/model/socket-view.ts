import type { LedgerSocket, ReadyState } from '../../../mocks/ledger.ts';
import type { SocketEvent } from './socket-event.ts';

/** From one state to the next. A socket goes each of these ways once at most. */
export type Edge = `${ReadyState} → ${ReadyState}`;

/** One socket, as its events so far have left it. Times as in the events. */
export interface SocketView extends Pick<
  LedgerSocket,
  'id' | 'url' | 'protocols' | 'transport' | 'stack' | 'madeAt' | 'state'
> {
  readonly openedAt?: number;
  /** How often each edge was taken. */
  readonly edges: Readonly<Partial<Record<Edge, number>>>;
  readonly hasFailed: boolean;
  readonly closing?: { readonly code: number; readonly reason: string; readonly wasClean: boolean };
  readonly closedAt?: number;
}

/** What an event makes of its socket. */
export function updateSocket(socket: SocketView, event: SocketEvent): SocketView {
  switch (event.type) {
    case 'state':
      return moved(socket, event.state);
    case 'open':
      return { ...socket, openedAt: event.at };
    case 'error':
      return { ...socket, hasFailed: true };
    case 'close': {
      const { code, reason, wasClean } = event;
      return { ...socket, closing: { code, reason, wasClean }, closedAt: event.at };
    }
    case 'made':
    case 'message':
    case 'discarded':
      return socket;
  }
}

function moved(socket: SocketView, state: ReadyState): SocketView {
  if (socket.state === state) return socket;
  const edge: Edge = `${socket.state} → ${state}`;
  return { ...socket, state, edges: { ...socket.edges, [edge]: (socket.edges[edge] ?? 0) + 1 } };
}
