/** What a client does when its connection has ended. */
export type Policy = 'again' | 'later' | 'login' | 'stop';

const STOP = [1000, 1002, 1003, 1004, 1005, 1007, 1008, 1010, 1015, 3003];
/** 4401 and 4429 are no registered codes: many servers use them as HTTP uses 401 and 429. */
const LATER = [1012, 1013, 4429];
const LOGIN = [3000, 4401];

/** A restarted server is ready after this long; its clients return over the time that follows. */
const LATER_FROM_MS = 5_000;
const LATER_SPREAD_MS = 25_000;

/**
 * What a close code asks for. Only `close` knows: `error` says nothing, and `wasClean` says how the
 * connection ended, not whether to return.
 *
 * @param code as in `CloseEvent.code`
 * @param exceptions what your server means by codes of its own (4000 to 4999): they go before the table.
 * Sources: RFC 6455 §7.4.1 and IANA's WebSocket Close Code Number Registry
 * @default `again`, for every code that is not listed
 */
export function closePolicy(
  code: number,
  exceptions: Readonly<Record<number, Policy>> = {},
): Policy {
  if (exceptions[code]) return exceptions[code];
  if (STOP.includes(code)) return 'stop';
  if (LOGIN.includes(code)) return 'login';
  return LATER.includes(code) ? 'later' : 'again';
}

/**
 * How long `later` is: 5 to 30 seconds, so that the clients of a server that restarts do not all return
 * at once.
 * @returns milliseconds
 */
export function laterMs(random: () => number = Math.random): number {
  return LATER_FROM_MS + random() * LATER_SPREAD_MS;
}
