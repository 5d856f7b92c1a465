/** A message of the user's own, and how far it has come. */
export interface OwnMessage {
  /** Goes with it over the wire, and comes back in what the server says of it. */
  readonly id: string;
  readonly text: string;
  /** `sent` is on the way: whether it arrives is not known yet. `rejected` will not be sent again. */
  readonly state: 'waiting' | 'sent' | 'acknowledged' | 'rejected';
  /** Why it was rejected. */
  readonly reason?: string | undefined;
}

/** How many are kept to be shown. */
const SHOWN_LIMIT = 100;

/** Puts a message into a list of the newest hundred, oldest first; one that is there stays in its place. */
export function mark(messages: readonly OwnMessage[], message: OwnMessage): readonly OwnMessage[] {
  const index = messages.findIndex(({ id }) => id === message.id);
  if (index !== -1) return messages.with(index, message);
  // A message that is new begins by waiting. Any other was in the list, and is there no more.
  if (message.state !== 'waiting') return messages;
  return [...messages.slice(1 - SHOWN_LIMIT), message];
}
