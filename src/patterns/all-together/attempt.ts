import { startHeartbeat, type Heartbeat } from '../../connection/heartbeat.ts';
import { startLogin } from '../../connection/login.ts';
import { createProbe } from '../../connection/probe.ts';
import type { Settings } from './options.ts';

interface AttemptEvents {
  readonly send: (message: string) => void;
  /** The socket is open, and where there is a login, it has been accepted. */
  readonly onUp: () => void;
  /** It has been up for long enough to count as working. */
  readonly onProven: () => void;
  /** It took too long, has no token, or has gone silent. */
  readonly onFailed: (reason: string) => void;
}

/** One socket from its handshake on: its limit (13), login (18), proof (11) and heartbeat (14, 15, 16). */
export function startAttempt(
  settings: Settings,
  { send, onUp, onProven, onFailed }: AttemptEvents,
) {
  const { getToken, connectTimeoutMs, probeTimeoutMs, stableMs } = settings;
  const onSilent = () => onFailed('the line is silent');
  const limit = setTimeout(onFailed, connectTimeoutMs, 'no answer in time');
  const login =
    getToken &&
    startLogin({ getToken, send, onLoggedIn: up, onFailed, timeoutMs: connectTimeoutMs });
  const probe = createProbe(send, { timeoutMs: probeTimeoutMs, onSilent });
  let proof: ReturnType<typeof setTimeout>;
  let heartbeat: Heartbeat | undefined;

  function up() {
    // A renewed token is accepted too.
    if (heartbeat) return;
    clearTimeout(limit);
    proof = setTimeout(onProven, stableMs);
    heartbeat = startHeartbeat(send, { ...settings, onSilent });
    onUp();
  }

  return {
    /** Whether what is to be sent waits for a login. */
    hasLogin: login !== undefined,
    opened: () => (login ? login.opened() : up()),
    /** Takes a message. Returns whether it is the application's. */
    isNews(data: unknown): boolean {
      heartbeat?.heard();
      probe.heard();
      return data !== 'pong' && !login?.heard(data);
    },
    /** Asks whether the line still works, when something has made that doubtful. */
    ask: () => probe.ask(),
    stop() {
      clearTimeout(limit);
      clearTimeout(proof);
      heartbeat?.stop();
      probe.stop();
      login?.stop();
    },
  };
}
