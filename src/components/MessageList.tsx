import type { Message } from '../connection/history.ts';

interface MessageListProps {
  /** The newest first. */
  readonly messages: readonly Message[];
  /** What the list is called. @default 'Messages' */
  readonly label?: string;
}

/** Messages with their numbers, the newest on top. */
export function MessageList({ messages, label = 'Messages' }: MessageListProps) {
  return (
    <ol aria-label={label}>
      {messages.map(({ id, text }) => (
        <li key={id} value={id}>
          {text}
        </li>
      ))}
    </ol>
  );
}
