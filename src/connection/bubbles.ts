import type { OwnMessage } from './own-messages.ts';

/** A message as a chat shows it. */
export interface Bubble {
  readonly id: string;
  readonly text: string;
  /** `shown` is the server's word: everyone sees it so. The others are the page's own promise. */
  readonly state: OwnMessage['state'] | 'shown';
}

/** How many bubbles are kept. */
const BUBBLE_LIMIT = 100;

/**
 * Puts what the page promises, or what the server says, into a list of bubbles, oldest first. By its id, a
 * message has one bubble, whatever comes first; it stays in its place.
 */
export function reconcile(
  bubbles: readonly Bubble[],
  { id, text, state }: Bubble,
): readonly Bubble[] {
  const index = bubbles.findIndex((bubble) => bubble.id === id);
  // Rejected: no one else has seen it, and its text goes back to the user.
  if (state === 'rejected') return bubbles.filter((bubble) => bubble.id !== id);
  if (index === -1) return [...bubbles.slice(1 - BUBBLE_LIMIT), { id, text, state }];
  // After the server's word, an ack says nothing new.
  return bubbles[index]?.state === 'shown' ? bubbles : bubbles.with(index, { id, text, state });
}
