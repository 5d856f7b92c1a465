import { REJECTIONS } from '../connection/parse-message.ts';
import type { Rejections } from '../connection/rejections.ts';
import { Figure } from './Figure.tsx';
import { MessageList } from './MessageList.tsx';

interface RejectedMessagesProps {
  readonly rejected: Rejections;
}

/** What could not be read: how often for each reason, and the messages themselves. */
export function RejectedMessages({ rejected: { counts, latest } }: RejectedMessagesProps) {
  return (
    <>
      <dl className="figures">
        {REJECTIONS.map((reason) => (
          <Figure key={reason} label={reason}>
            {counts[reason] ?? 0}
          </Figure>
        ))}
      </dl>
      <MessageList messages={latest} label="Rejected" />
    </>
  );
}
