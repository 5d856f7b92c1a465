import { append, type Message } from './history.ts';
import type { Parsed, Rejection } from './parse-message.ts';

/** What could not be read. */
export interface Rejections {
  readonly counts: Readonly<Partial<Record<Rejection, number>>>;
  /** The last hundred, the newest first. */
  readonly latest: readonly Message[];
}

export const NO_REJECTIONS: Rejections = { counts: {}, latest: [] };

/** Counts a message that could not be read, and keeps it to look at. */
export function addRejection(
  { counts, latest }: Rejections,
  { rejection, detail }: Extract<Parsed<never>, { readonly isGood: false }>,
  text: string,
): Rejections {
  return {
    counts: { ...counts, [rejection]: (counts[rejection] ?? 0) + 1 },
    latest: append(latest, `${text} (${rejection}: ${detail})`),
  };
}
