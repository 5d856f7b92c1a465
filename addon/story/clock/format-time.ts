/** Milliseconds as a stopwatch shows them: `0:05.0`, `12:30.5`, `1:00:00.0`. Tenths are cut, not rounded. */
export function formatTime(ms: number): string {
  const tenths = Math.floor(ms / 100);
  const [seconds, minutes, hours] = [tenths / 10, tenths / 600, tenths / 36_000].map(
    Math.floor,
  ) as [number, number, number];
  const two = (part: number) => String(part % 60).padStart(2, '0');
  const start = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes);
  return `${start}:${two(seconds)}.${tenths % 10}`;
}
