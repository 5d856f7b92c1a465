export interface ProbeOptions {
  /** How long the answer may take. @default 2_000 */
  readonly timeoutMs?: number;
  /** What asks. The server must answer it. @default 'ping' */
  readonly ping?: string;
  readonly onSilent: () => void;
}

export interface Probe {
  /** Asks, unless an answer is awaited already. */
  readonly ask: () => void;
  /** Something has arrived: the line works. */
  readonly heard: () => void;
  readonly stop: () => void;
}

/** Asks once whether a line still works, when something has made that doubtful. */
export function createProbe(
  send: (ping: string) => void,
  { timeoutMs = 2_000, ping = 'ping', onSilent }: ProbeOptions,
): Probe {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function stop() {
    clearTimeout(timer);
    timer = undefined;
  }

  return {
    ask() {
      if (timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        onSilent();
      }, timeoutMs);
      send(ping);
    },
    heard: stop,
    stop,
  };
}
