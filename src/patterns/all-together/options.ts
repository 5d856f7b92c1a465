import type { Policy } from '../../connection/close-policy.ts';
import type { Status } from '../../connection/status.ts';

/** What `useReliableSocket` adds to the vocabulary of all patterns. */
export type ReliableStatus =
  | Status
  /** The socket is open, and the server has not accepted the token yet. */
  | { readonly state: 'logging-in' }
  /** The page is hidden or left. It connects when it is shown again; no user sees this status. */
  | { readonly state: 'resting'; readonly code: number; readonly reason: string }
  /** The server wants a login that no token can replace. `connect` tries again. */
  | { readonly state: 'needs-login'; readonly code: number; readonly reason: string };

/**
 * A change of an option makes no other connection: it holds from the next attempt on, and `onMessage` from
 * the next message on. Only another URL makes another connection.
 */
export interface ReliableSocketOptions {
  /**
   * Called for each message with what it carries, in order. Answers to pings and messages about the login
   * are not passed on. What it throws is reported to `window.onerror`, and the connection goes on.
   */
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /**
   * Asks for a fresh token: once for each attempt, while the handshake is under way, and once for each
   * renewal. It is sent as `{"type":"login","token":…}`, before anything else, and never in the URL. It
   * may reject, throw or hang: that is a failed attempt. The signal is aborted once the token is no longer
   * wanted.
   * @default no login: the socket is up when it is open
   */
  readonly getToken?: ((signal: AbortSignal) => Promise<string>) | undefined;
  /**
   * How long an attempt may take, in milliseconds: from `new WebSocket()` until the socket is open, or
   * until the server has accepted the token. Then it is given up, and a late `open` changes nothing.
   * @default 10_000
   */
  readonly connectTimeoutMs?: number | undefined;
  /**
   * How long the line may be silent before it is asked, in milliseconds. Any message counts as an answer,
   * so nothing is asked while data flows. The server must answer the text `ping` with `pong`.
   * @default 25_000
   */
  readonly intervalMs?: number | undefined;
  /**
   * How long an answer may take, in milliseconds, before the socket is left and another one opened.
   * @default 5_000
   */
  readonly pongTimeoutMs?: number | undefined;
  /**
   * How long an answer may take, in milliseconds, when the page was hidden or its network has changed.
   * @default 2_000
   */
  readonly probeTimeoutMs?: number | undefined;
  /**
   * How long a connection must stay up, in milliseconds, before the next wait is a short one again. A
   * message proves as much, however early it comes.
   * @default 5_000
   */
  readonly stableMs?: number | undefined;
  /**
   * What your server means by close codes of its own (4000 to 4999): `again`, `later`, `login` or `stop`.
   * They go before the registry's meanings. `later` is when the server says, as JSON in the reason of its
   * Close frame: `{"retryAfterMs":20000}`; else 5 to 30 seconds.
   * @default 4401 is `login`, 4429 is `later`; other codes of its own are `again`
   */
  readonly exceptions?: Readonly<Record<number, Policy>> | undefined;
  /**
   * Spreads the clients over each wait: from 0 to below 1, called once a wait.
   * @default Math.random
   */
  readonly random?: (() => number) | undefined;
}

/** The options, each with a value. */
export type Settings = {
  readonly [Name in keyof Required<ReliableSocketOptions>]: Name extends 'getToken'
    ? ReliableSocketOptions[Name]
    : NonNullable<ReliableSocketOptions[Name]>;
};

/** The options with what holds where one is not given. */
export function withDefaults(options: ReliableSocketOptions): Settings {
  return {
    onMessage: options.onMessage,
    getToken: options.getToken,
    connectTimeoutMs: options.connectTimeoutMs ?? 10_000,
    intervalMs: options.intervalMs ?? 25_000,
    pongTimeoutMs: options.pongTimeoutMs ?? 5_000,
    probeTimeoutMs: options.probeTimeoutMs ?? 2_000,
    stableMs: options.stableMs ?? 5_000,
    exceptions: options.exceptions ?? {},
    random: options.random ?? Math.random,
  };
}
