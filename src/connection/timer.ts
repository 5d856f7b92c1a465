/** The longest that a timer waits, in milliseconds: a longer one ends at once. About 25 days. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;
