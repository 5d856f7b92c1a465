import { Figure } from '../../components/Figure.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useContinuedFeed, type FirstData } from './useContinuedFeed.ts';

interface ContinuedFeedProps {
  readonly url: string;
  /** What the server has rendered. @default nothing */
  readonly first?: FirstData;
  readonly random?: () => number;
}

const NOTHING: FirstData = { position: 0, events: [] };

/** Another address has other events, and other first data. */
export function ContinuedFeed(props: ContinuedFeedProps) {
  return <Feed key={props.url} {...props} />;
}

/** Shows what was in the HTML at once, and then what the socket brings. */
function Feed({ url, first = NOTHING, random }: ContinuedFeedProps) {
  const { status, messages } = useContinuedFeed(url, first, random);
  return (
    <section>
      <StatusBadge status={status} />
      <dl className="figures">
        <Figure label="In the HTML">{first.events.length}</Figure>
        <Figure label="Goes on behind">{first.position}</Figure>
      </dl>
      <MessageList messages={messages} />
    </section>
  );
}
