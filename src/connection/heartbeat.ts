export interface HeartbeatOptions {
  /** How long the line may be silent before it is asked. Proxies cut it after 60 s. @default 25_000 */
  readonly intervalMs?: number;
  /** How long an answer may take. @default 5_000 */
  readonly pongTimeoutMs?: number;
  /** What asks. The server must answer it: a browser has no ping of its own to send. @default 'ping' */
  readonly ping?: string;
  readonly onSilent: () => void;
}

export interface Heartbeat {
  /** Something has arrived: whatever it is, the line works. */
  readonly heard: () => void;
  readonly stop: () => void;
}

/** Setting a timer costs more than a message does: what comes within this part of a beat sets none. */
const PRECISION = 0.01;

/**
 * Asks a silent line whether it still works, and says when it does not. Each beat is scheduled by what
 * was heard last, so nothing is asked while data flows.
 */
export function startHeartbeat(
  send: (ping: string) => void,
  { intervalMs = 25_000, pongTimeoutMs = 5_000, ping = 'ping', onSilent }: HeartbeatOptions,
): Heartbeat {
  let timer: ReturnType<typeof setTimeout>;
  let scheduledAt = -Infinity;

  function ask() {
    timer = setTimeout(onSilent, pongTimeoutMs);
    send(ping);
  }

  function heard() {
    const now = performance.now();
    if (now - scheduledAt < intervalMs * PRECISION) return;
    scheduledAt = now;
    clearTimeout(timer);
    timer = setTimeout(ask, intervalMs);
  }

  heard();
  return { heard, stop: () => clearTimeout(timer) };
}
