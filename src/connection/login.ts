import { readJson } from './read-json.ts';
import { LONGEST_TIMER_MS } from './timer.ts';

export interface LoginOptions {
  /**
   * Asks your login service for a token that is fresh. It may reject, throw or hang: each is a failed
   * attempt. The signal is aborted once the token is no longer wanted.
   */
  readonly getToken: (signal: AbortSignal) => Promise<string>;
  readonly send: (message: string) => void;
  /** The server has accepted the token: the first one, or a renewed one. */
  readonly onLoggedIn: () => void;
  /** The server has said when the token ends, in milliseconds since 1970. */
  readonly onExpiry?: (expiresAt: number) => void;
  /** There was no token, or no answer in time. */
  readonly onFailed: (reason: string) => void;
  /** How long the token and the server's answer may take, the handshake included. @default 10_000 */
  readonly timeoutMs?: number;
  /** How long before its end a token is renewed; a short one after half of its time. @default 10_000 */
  readonly renewEarlyMs?: number;
}

export interface Login {
  /** The socket is open: the token can be sent. */
  readonly opened: () => void;
  /** Takes a message of the server. Returns whether it was about the login. */
  readonly heard: (data: unknown) => boolean;
  readonly stop: () => void;
}

/**
 * Logs one socket in, and renews its token on the open line. Begin it with the handshake: the token is
 * fetched meanwhile. The token travels as the first message, since a URL is written into logs.
 */
export function startLogin(options: LoginOptions): Login {
  const { getToken, send, onLoggedIn, onExpiry, onFailed } = options;
  const { timeoutMs = 10_000, renewEarlyMs = 10_000 } = options;
  const life = new AbortController();
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  const deadline = setTimeout(fail, timeoutMs, 'no login in time');
  let renewal: ReturnType<typeof setTimeout>;

  async function sendToken() {
    const token = await getToken(life.signal);
    await opened;
    if (!life.signal.aborted) send(JSON.stringify({ type: 'login', token }));
  }

  function fail(reason: string) {
    if (life.signal.aborted) return;
    stop();
    onFailed(reason);
  }

  function stop() {
    life.abort();
    clearTimeout(deadline);
    clearTimeout(renewal);
  }

  function renew() {
    // The server ends a token that was not renewed, and another attempt follows.
    sendToken().catch(() => undefined);
  }

  sendToken().catch(() => fail('no token'));
  return {
    opened: open,
    heard(data) {
      const { type, inMs } = parse(data);
      if (type === 'logged-in') {
        clearTimeout(deadline);
        onLoggedIn();
      } else if (type === 'token-expires' && typeof inMs === 'number') {
        clearTimeout(renewal);
        const ms = Math.max(inMs - renewEarlyMs, inMs / 2);
        renewal = setTimeout(renew, Math.min(ms, LONGEST_TIMER_MS));
        onExpiry?.(Date.now() + inMs);
      } else return false;
      return true;
    },
    stop,
  };
}

/** Longer messages are the application's: none of them is parsed twice. */
const LOGIN_MESSAGE_LIMIT = 1_000;

function parse(data: unknown): ReturnType<typeof readJson> {
  return typeof data === 'string' && data.length > LOGIN_MESSAGE_LIMIT ? {} : readJson(data);
}
