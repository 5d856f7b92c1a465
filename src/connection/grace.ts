/** What the user is told about a connection. */
export type Notice = 'none' | 'lost' | 'restored' | 'failed';

export interface Grace {
  /** Tells what the connection is: up, on the way back, or over. */
  readonly report: (line: 'up' | 'down' | 'over') => void;
  readonly stop: () => void;
}

/**
 * Decides what the user is told. A loss is told once it has lasted for `graceMs`; its end, and the end of
 * the connection, at once. Before the line has been up, there is nothing to lose.
 */
export function startGrace(onNotice: (notice: Notice) => void, graceMs = 5_000): Grace {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasUp = false;
  let isToldLost = false;

  function stop() {
    clearTimeout(timer);
    timer = undefined;
  }

  return {
    report(line) {
      if (line === 'down') {
        if (!wasUp || isToldLost || timer !== undefined) return;
        timer = setTimeout(() => {
          isToldLost = true;
          onNotice('lost');
        }, graceMs);
        return;
      }
      stop();
      if (line === 'over') onNotice('failed');
      else if (isToldLost) onNotice('restored');
      wasUp = line === 'up';
      isToldLost = false;
    },
    stop,
  };
}
