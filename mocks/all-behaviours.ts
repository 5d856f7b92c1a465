/** What a server can do by itself, and what names it: the same for Storybook and without it. */
export * from './behaviours.ts';
export * from './protocol-servers/acknowledges.ts';
export * from './protocol-servers/answers-requests.ts';
export * from './protocol-servers/asks-for-token.ts';
export * from './protocol-servers/ends-token-after.ts';
export * from './protocol-servers/keeps-rooms.ts';
export * from './protocol-servers/numbered-log.ts';
export * from './protocol-servers/numbers-its-messages.ts';
export * from './protocol-servers/replays-from.ts';
export * from './protocol-servers/sends-snapshot-and-deltas.ts';
export * from './protocol-servers/takes-at-most.ts';
export { replays, type Difference, type Replay } from './replay/replays.ts';
export { sequence } from './sequence.ts';
export type { Payload, ServerConnection, SocketServer } from './socket-server.ts';
