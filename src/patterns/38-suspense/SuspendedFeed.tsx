import { Suspense, useSyncExternalStore } from 'react';
import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { Placeholder } from '../../components/Placeholder.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { Failed, Newest, Received } from './readers.tsx';
import { useSuspendedFeed, useIsOnPage } from './useSuspendedFeed.ts';

interface SuspendedFeedProps {
  readonly url: string;
  /** How long the first message may take, in milliseconds. @default 10_000 */
  readonly deadlineMs?: number;
}

/** Two components that wait for one first message, and what stands in their place until it comes. */
export function SuspendedFeed({ url, deadlineMs = 10_000 }: SuspendedFeedProps) {
  const { feed, retry } = useSuspendedFeed(url, deadlineMs);
  const { store } = feed;
  const { status } = useSyncExternalStore(store.subscribe, store.get, store.get);
  const isOnPage = useIsOnPage();
  const waiting = <Placeholder>Waiting for the first message</Placeholder>;

  return (
    <section>
      <StatusBadge status={status} />
      {isOnPage ? (
        <ErrorBoundary key={feed.id} fallback={(error) => <Failed error={error} onRetry={retry} />}>
          <Suspense fallback={waiting}>
            <Newest feed={feed} />
            <Received feed={feed} />
          </Suspense>
        </ErrorBoundary>
      ) : (
        waiting
      )}
    </section>
  );
}
