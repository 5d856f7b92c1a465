export interface RefCountOptions {
  /** Makes it, for the first user. Returns what ends it. */
  readonly start: () => () => void;
  /** How long it stays without a user, in milliseconds. @default 500 */
  readonly lingerMs?: number | undefined;
  /**
   * Called when there is a user more or less.
   * @param endsAt when it ends, in milliseconds since 1970, where no user is left
   */
  readonly onChange?: (users: number, endsAt: number | undefined) => void;
}

/**
 * Counts the users of one thing. It is made for the first user, and ended a moment after the last one has
 * left. React unmounts and mounts at once in StrictMode and when the page changes: without that moment
 * each would end the thing, and make it again.
 *
 * @returns `acquire`, which adds a user, and returns what removes that user
 */
export function refCount({ start, lingerMs = 500, onChange }: RefCountOptions): () => () => void {
  let users = 0;
  let end: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout>;

  function release() {
    users -= 1;
    if (users === 0) timer = setTimeout(finish, lingerMs);
    onChange?.(users, users === 0 ? Date.now() + lingerMs : undefined);
  }

  function finish() {
    end?.();
    end = undefined;
  }

  return function acquire() {
    // First: where it throws, there is no user.
    end ??= start();
    clearTimeout(timer);
    users += 1;
    onChange?.(users, undefined);
    let isUser = true;
    return () => {
      if (isUser) release();
      isUser = false;
    };
  };
}
