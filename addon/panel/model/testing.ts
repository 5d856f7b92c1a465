/** Events for the tests and stories of the panel. */
import type { Batch, Run } from './channel.ts';
import { INITIAL_STATE, reduce, type PanelState } from './reducer.ts';
import type { SocketEvent } from './socket-event.ts';

export const RUN: Run = { id: 1, storyId: 'a-story', timeOrigin: 0, behaviours: [] };

export function made(socketId: number, at: number): SocketEvent {
  return {
    type: 'made',
    socketId,
    at,
    url: `wss://lab.test/chat?room=${socketId}`,
    protocols: ['v2', 'v1'],
    transport: 'simulated',
    stack: 'Error\n    at new WebSocket\n    at connect (/src/patterns/Chat.tsx:12:20)',
  };
}

/** The events of a handshake that is accepted. */
export function opened(socketId: number, at: number): SocketEvent[] {
  return [
    { type: 'state', socketId, at, state: 'open' },
    { type: 'open', socketId, at },
  ];
}

export function text(
  socketId: number,
  at: number,
  direction: 'in' | 'out',
  words: string,
): SocketEvent {
  const { length: bytes } = new TextEncoder().encode(words);
  return {
    type: 'message',
    socketId,
    at,
    direction,
    bytes,
    content: { kind: 'text', text: words },
  };
}

export function binary(
  socketId: number,
  at: number,
  direction: 'in' | 'out',
  bytes: readonly number[],
): SocketEvent {
  return {
    type: 'message',
    socketId,
    at,
    direction,
    bytes: bytes.length,
    content: { kind: 'binary', base64: btoa(String.fromCharCode(...bytes)) },
  };
}

/** The events of a closing handshake that the server begins. */
export function closed(socketId: number, at: number, code: number, reason = ''): SocketEvent[] {
  return [
    { type: 'state', socketId, at, state: 'closing' },
    { type: 'state', socketId, at: at + 1, state: 'closed' },
    { type: 'close', socketId, at: at + 1, code, reason, wasClean: true },
  ];
}

/** The events of a connection that fails, or never opens. */
export function failed(socketId: number, at: number): SocketEvent[] {
  return [
    { type: 'state', socketId, at, state: 'closed' },
    { type: 'error', socketId, at },
    { type: 'close', socketId, at, code: 1006, reason: '', wasClean: false },
  ];
}

export function batch(events: readonly SocketEvent[], gone = 0): Batch {
  return { run: RUN.id, events, gone };
}

/** The state of the panel after these events of a new story. */
export function stateAfter(events: readonly SocketEvent[]): PanelState {
  const begun = reduce(INITIAL_STATE, { type: 'run', run: RUN });
  return reduce(begun, { type: 'events', batch: batch(events) });
}
