/**
 * Says that the user types: at the first key, and then at most every `intervalMs`, so that who listens for
 * 5 s never loses it. The end is said at once.
 *
 * @param intervalMs in milliseconds. @default 3_000
 */
export function createTypingSignal(say: (isTyping: boolean) => void, intervalMs = 3_000) {
  let saidAt: number | undefined;
  return (isTyping: boolean): void => {
    const now = Date.now();
    if (isTyping && saidAt !== undefined && now - saidAt < intervalMs) return;
    if (!isTyping && saidAt === undefined) return;
    saidAt = isTyping ? now : undefined;
    say(isTyping);
  };
}
