export interface Frame {
  /** Runs at the next frame, however often it is asked for until then. */
  readonly ask: () => void;
  /** Runs now, if it was asked for. */
  readonly flush: () => void;
}

/** Runs something once a frame, and only where it was asked for. A hidden page has no frames. */
export function onceAFrame(run: () => void): Frame {
  let frame: number | undefined;

  function flush() {
    if (frame === undefined) return;
    cancelAnimationFrame(frame);
    // Before it runs: that may throw, and must not run twice.
    frame = undefined;
    run();
  }

  return {
    ask() {
      frame ??= requestAnimationFrame(flush);
    },
    flush,
  };
}
