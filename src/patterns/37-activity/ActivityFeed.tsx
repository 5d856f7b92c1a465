import { Activity, useState } from 'react';
import { FeedAbove, FeedInside, type FeedProps } from './holders.tsx';

interface ActivityFeedProps extends FeedProps {
  /** Who holds the socket: a component above the boundary, or one inside it. @default 'above' */
  readonly holder?: 'above' | 'inside';
}

/** Another address has other events. */
export function ActivityFeed(props: ActivityFeedProps) {
  return <FeedSwitch key={props.url} {...props} />;
}

/** Hides a feed and shows it again, as a tab does that is not chosen. */
function FeedSwitch({ holder = 'above', ...feed }: ActivityFeedProps) {
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
        <FeedAbove {...feed} mode={mode} />
      ) : (
        <Activity mode={mode}>
          <FeedInside {...feed} />
        </Activity>
      )}
    </section>
  );
}
