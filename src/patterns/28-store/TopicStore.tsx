import { Figure } from '../../components/Figure.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useRenderCount } from '../../components/useRenderCount.ts';
import type { Store } from '../../connection/store.ts';
import { TopicCell } from './TopicCell.tsx';
import type { Topics } from './topics.ts';
import { useSlice } from './useSlice.ts';
import { useTopics } from './useTopics.ts';

interface SliceProps {
  readonly store: Store<Topics>;
}

function Badge({ store }: SliceProps) {
  return <StatusBadge status={useSlice(store, ({ status }) => status)} />;
}

function Cells({ store }: SliceProps) {
  const names = useSlice(store, ({ names }) => names);
  return (
    <div className="topics">
      {names.map((name) => (
        <TopicCell key={name} store={store} name={name} />
      ))}
    </div>
  );
}

function Others({ store }: SliceProps) {
  return <MessageList messages={useSlice(store, ({ others }) => others)} />;
}

/** Each cell lights up when it renders. The component that holds the socket does not render for messages. */
export function TopicStore({ url }: { url: string }) {
  const store = useTopics(url);
  const rendersRef = useRenderCount();
  return (
    <section>
      <Badge store={store} />
      <dl className="figures">
        <Figure label="Renders of the whole" ref={rendersRef} />
      </dl>
      <Cells store={store} />
      <Others store={store} />
    </section>
  );
}
