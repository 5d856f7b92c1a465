import type { Payload, ServerConnection } from '../../mocks/socket-server.ts';

/** Writes down what the client says: `connected`, `message …`, `closed <code>`, `failed`. */
export type Note = (line: string) => void;

/** A library, and as much of its protocol as it takes to be connected. */
export interface Client {
  /** What the server says on its own, when the client connects. @default nothing */
  readonly greet?: (connection: ServerConnection) => void;
  /** A message of the server that it understands. */
  readonly message: Payload;
  /** Who shows that the message has come: the client by a note, or the server by the client's answer. @default 'note' */
  readonly shownBy?: 'note' | 'answer';
  /** Whether it connects again by itself when its handshake is refused. @default true */
  readonly retries?: boolean;
  /** Starts it, at `wss://api.test/…` and whatever it makes of that. Returns how to stop it. */
  readonly start: (note: Note) => () => unknown;
}

/** Time enough for a script to have the server accept again. */
export const RETRY_MS = 100;

/** Answers the first message of a connection. */
export const answersFirst =
  (...answers: readonly Payload[]): NonNullable<Client['greet']> =>
  (connection) => {
    const stop = connection.onMessage(() => {
      stop();
      for (const answer of answers) void connection.send(answer);
    });
  };
