export type Undo = () => void;

/**
 * Replaces `owner[name]` until the returned undo is called. What has been replaced once more since, as by
 * a story's clock, stays: its own undo knows what was there.
 */
export function replace<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  make: (original: Owner[Name]) => Owner[Name],
): Undo {
  const original = owner[name];
  const replacement = make(original);
  owner[name] = replacement;
  return () => {
    if (owner[name] === replacement) owner[name] = original;
  };
}
