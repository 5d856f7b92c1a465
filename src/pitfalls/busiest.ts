/**
 * How many of these times, in milliseconds, are in the same stretch of `ms`: 0-99, 100-199, …, where most
 * are. 0 for no times.
 */
export function busiest(times: readonly number[], ms: number): number {
  const counts = new Map<number, number>();
  for (const time of times) {
    const stretch = Math.floor(time / ms);
    counts.set(stretch, (counts.get(stretch) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}
