/** Counts the frames of the page from now on. Returns what stops, and says how many there were. */
export function countFrames(): () => number {
  let frames = 0;
  let next = requestAnimationFrame(function count() {
    frames += 1;
    next = requestAnimationFrame(count);
  });
  return () => {
    cancelAnimationFrame(next);
    return frames;
  };
}
