/** Where an item stands: the next one, one that was taken already, or one behind others that are missing. */
export type Place = 'next' | 'seen' | 'gap';

export interface Sequence {
  /** The number of the last item that was taken; 0 before the first. */
  readonly position: () => number;
  /** Says where an item stands, and takes it where it is the next one. */
  readonly take: (seq: number) => Place;
  /** The next item is the one behind this number. */
  readonly startAt: (position: number) => void;
}

/**
 * Follows items that are numbered 1, 2, 3…, so that each is taken once and in order.
 * @param position the number of the last item that you have already. @default 0
 */
export function createSequence(position = 0): Sequence {
  return {
    position: () => position,
    take(seq) {
      if (seq <= position) return 'seen';
      if (seq > position + 1) return 'gap';
      position = seq;
      return 'next';
    },
    startAt(next) {
      position = next;
    },
  };
}
