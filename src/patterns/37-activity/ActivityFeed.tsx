import { Activity, useState } from 'react';
import { FeedAbove, FeedInside, type FeedProps } from './holders.tsx';

interface ActivityFeedProps extends FeedProps {
  /** Who holds the socket: a component above the boundary, or one inside it. @default 'above' */
  readonly holder?: 'above' | 'inside';
}

/** Hides a feed and shows it again, as a tab does that is not chosen. */
export function ActivityFeed({ holder = 'above', ...feed }: ActivityFeedProps) {
  const [isShown, setIsShown] = useState(true);
  const mode = isShown ? 'visible' : 'hidden';
  return (
    <section>
      <div className="row">
        <button type="button" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
          Feed
        </button>
        {isShown ? 'is shown' : 'is hidden'}
      </div>
      {holder === 'above' ? (
        <FeedAbove key={feed.url} {...feed} mode={mode} />
      ) : (
        <Activity mode={mode}>
          <FeedInside key={feed.url} {...feed} />
        </Activity>
      )}
    </section>
  );
}
