/** A message that a recorded socket carried. */
export interface RecordedMessage {
  /** `in` is towards the page. */
  readonly direction: 'in' | 'out';
  /** Milliseconds since the page made the socket. */
  readonly atMs: number;
  readonly kind: 'text' | 'binary';
  /** The text, or the bytes in base64. */
  readonly data: string;
  /** How much of it is in `data`, in characters or bytes, where that is not all. */
  readonly cutAt?: number;
}

/** How a recorded socket ended, as the page saw it. */
export interface RecordedEnd {
  readonly atMs: number;
  readonly code: number;
  readonly reason: string;
  readonly wasClean: boolean;
  /** Whether the page saw `error` before. */
  readonly hasFailed: boolean;
}

export interface RecordedSocket {
  readonly url: string;
  /** Milliseconds since the first socket of the recording was made. */
  readonly startedAtMs: number;
  /** When its handshake was answered, and by which HTTP status: 101 opened it. */
  readonly answer: { readonly atMs: number; readonly status: number; readonly protocol?: string };
  /** In the order of their times. */
  readonly messages: readonly RecordedMessage[];
  /** None where the recording does not say: then it stays open. */
  readonly end?: RecordedEnd;
}

/** What a HAR says of its WebSockets, in the order of their making. */
export interface Recording {
  readonly sockets: readonly RecordedSocket[];
}

/** When the last thing happened that is recorded of a socket, in milliseconds since its making. */
export function lastAtOf({ answer, messages, end }: RecordedSocket): number {
  return Math.max(answer.atMs, messages.at(-1)?.atMs ?? 0, end?.atMs ?? 0);
}

/** Milliseconds from the making of the first socket until everything recorded has happened. */
export function durationOf({ sockets }: Recording): number {
  const ends = sockets.map((socket) => socket.startedAtMs + lastAtOf(socket));
  // One more: what is due at the last moment has happened by then.
  return ends.length === 0 ? 0 : Math.ceil(Math.max(...ends)) + 1;
}

/** How many messages were not recorded whole. */
export function countCut({ sockets }: Recording): number {
  return sockets.reduce(
    (sum, { messages }) => sum + messages.filter(({ cutAt }) => cutAt !== undefined).length,
    0,
  );
}
