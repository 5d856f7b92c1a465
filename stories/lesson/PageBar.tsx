import { DocsContext } from '@storybook/addon-docs/blocks';
import { use, useState } from 'react';
import { UPDATE_STORY_ARGS } from 'storybook/internal/core-events';

interface PageBarProps {
  readonly storyId: string;
}

/** What happens to the page of the demo: the Controls of the category _Page_, as buttons. */
export function PageBar({ storyId }: PageBarProps) {
  const { channel } = use(DocsContext);
  const [isOffline, setIsOffline] = useState(false);
  const [isHidden, setIsHidden] = useState(false);
  const update = (updatedArgs: Readonly<Record<string, string>>) =>
    channel.emit(UPDATE_STORY_ARGS, { storyId, updatedArgs });
  return (
    <div className="row" role="group" aria-label="The page">
      <button
        type="button"
        aria-pressed={isOffline}
        title="The page hears offline. This does not cut the wire: stall or drop does"
        onClick={() => {
          update({ network: isOffline ? 'online' : 'offline' });
          setIsOffline(!isOffline);
        }}
      >
        offline
      </button>
      <button
        type="button"
        aria-pressed={isHidden}
        title="The page is hidden, as behind another tab"
        onClick={() => {
          update({ visibility: isHidden ? 'visible' : 'hidden' });
          setIsHidden(!isHidden);
        }}
      >
        hidden
      </button>
    </div>
  );
}
