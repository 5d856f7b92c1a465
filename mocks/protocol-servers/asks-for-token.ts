import { forEachConnection, type Behaviour } from '../behaviour.ts';
import type { Payload, ServerConnection } from '../socket-server.ts';
import { tell } from './protocol.ts';

/** The code of this protocol for "log in, and come back" (4000 to 4999 are an application's own). */
export const NEEDS_LOGIN = 4401;

export interface AsksForTokenOptions {
  /** Whether a token is good. @default every token is */
  readonly accepts?: (token: string) => boolean;
  /** What follows each login. Its undo is called before the next one, and at the connection's end. */
  readonly onLogin?: (connection: ServerConnection) => () => void;
}

/**
 * Wants a token as the first message of each connection, and takes another one at any time.
 *
 * | from   | message                          | what it says                                      |
 * | ------ | -------------------------------- | ------------------------------------------------- |
 * | page   | `{"type":"login","token":"…"}`   | first, and again for a renewal                    |
 * | server | `{"type":"logged-in"}`           | the token is good                                 |
 * | server | close 4401 `token not accepted`  | it is not                                         |
 * | server | close 4401 `log in first`        | something else came before the first login        |
 *
 * @example parameters: { server: { behaviour: asksForToken({ accepts: (token) => token !== 'old' }) } }
 */
export const asksForToken = ({
  accepts = () => true,
  onLogin = () => () => undefined,
}: AsksForTokenOptions = {}): Behaviour =>
  forEachConnection((connection) => {
    let isLoggedIn = false;
    let undoLogin = () => {};
    const stopListening = connection.onMessage((data) => {
      const token = readLogin(data);
      if (token === undefined) {
        if (!isLoggedIn) void connection.close(NEEDS_LOGIN, 'log in first');
      } else if (accepts(token)) {
        isLoggedIn = true;
        undoLogin();
        tell(connection, { type: 'logged-in' });
        undoLogin = onLogin(connection);
      } else {
        void connection.close(NEEDS_LOGIN, 'token not accepted');
      }
    });
    return () => {
      stopListening();
      undoLogin();
    };
  });

/** The token of a login; `undefined` for any other message. */
export function readLogin(data: Payload): string | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const { type, token } = JSON.parse(data) as { type?: unknown; token?: unknown };
    return type === 'login' && typeof token === 'string' ? token : undefined;
  } catch {
    return undefined;
  }
}
