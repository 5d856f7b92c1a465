import { memo } from 'react';
import { useRenderCount } from '../../components/useRenderCount.ts';
import type { Store } from '../../connection/store.ts';
import type { Topics } from './topics.ts';
import { useSlice } from './useSlice.ts';

interface TopicCellProps {
  readonly store: Store<Topics>;
  readonly name: string;
}

/**
 * One topic: its value, its messages, and how often it has rendered. In `memo`: the list around it renders
 * for each new topic.
 */
export const TopicCell = memo(function TopicCell({ store, name }: TopicCellProps) {
  const topic = useSlice(store, ({ byName }) => byName[name]);
  const rendersRef = useRenderCount();
  return (
    <div role="group" aria-label={name}>
      {/* Another key is another element, whose animation begins. */}
      <span key={topic?.count} className="flash" />
      <b>{name}</b> <span>{String(topic?.value)}</span>
      <small>
        {topic?.count} in, <span ref={rendersRef} /> renders
      </small>
    </div>
  );
});
