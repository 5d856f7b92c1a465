import { Figure } from '../../components/Figure.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import type { Feed } from './feed.ts';
import { useMessages } from './useSuspendedFeed.ts';

interface ReaderProps {
  readonly feed: Feed;
}

/** Needs the newest message, and suspends until there is one. */
export function Newest({ feed }: ReaderProps) {
  const [newest] = useMessages(feed);
  return (
    <dl className="figures">
      <Figure label="Received">{newest?.id}</Figure>
    </dl>
  );
}

/** Lists the messages, and suspends until there is one. */
export function Received({ feed }: ReaderProps) {
  return <MessageList messages={useMessages(feed)} />;
}

interface FailedProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

/** What an error boundary shows in the place of the readers. */
export function Failed({ error, onRetry }: FailedProps) {
  return (
    <div className="row" role="alert">
      {error.message}
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
