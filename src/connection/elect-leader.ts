export interface Election {
  /** Takes the lead from a tab that does not answer. */
  readonly steal: () => void;
  /** Hands the lead on to the next tab, or no longer waits for it. */
  readonly leave: () => void;
}

/**
 * Lets one tab of this origin lead at a time, by a Web Lock. The browser gives it to the next tab as soon
 * as the leader has left, crashed or been closed, so no tab needs to say that it is alive.
 *
 * @param name what the tabs share
 * @param onElected called when this tab leads. Returns what to do when it no longer does
 */
export function electLeader(name: string, onElected: () => () => void): Election {
  let hasLeft = false;
  let turn = new AbortController();
  let resign: () => void = () => undefined;

  /** Holds the lock until `resign`. */
  function reign(): Promise<void> | undefined {
    if (hasLeft) return undefined;
    const undo = onElected();
    return new Promise((resolve) => {
      resign = () => {
        resign = () => undefined;
        undo();
        resolve();
      };
    });
  }

  function request(options: LockOptions) {
    navigator.locks.request(name, options, reign).catch(() => {
      // Called off, or stolen by another tab.
      if (options.signal?.aborted) return;
      resign();
      if (!hasLeft) queue();
    });
  }

  function queue() {
    turn = new AbortController();
    request({ signal: turn.signal });
  }

  queue();
  return {
    steal() {
      turn.abort();
      request({ steal: true });
    },
    leave() {
      hasLeft = true;
      turn.abort();
      resign();
    },
  };
}
