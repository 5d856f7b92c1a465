import * as React from 'react';
import { formatSeconds } from '../../model/describe.ts';
import type { RowList } from '../../model/row-list.ts';
import { DRAWN_ROWS, toArrows, type Arrow } from '../../model/sequence.ts';
import './sequence.css';

interface SequenceProps {
  readonly rows: RowList;
}

/** The conversation as a sequence diagram: the page at the left, the server at the right. */
export function Sequence({ rows }: SequenceProps): React.JSX.Element {
  // While events pour in, drawing waits for a free moment.
  const deferred = React.useDeferredValue(rows);
  const arrows = React.useMemo(() => toArrows(deferred), [deferred]);
  if (arrows.length === 0) return <p>Nothing yet: this story has made no socket.</p>;
  const hidden = rows.length - DRAWN_ROWS;
  return (
    <div className="sequence">
      <div className="ends" aria-hidden>
        <span>Page</span>
        <span>Server</span>
      </div>
      {hidden > 0 && <p>{hidden} earlier events are in the timeline.</p>}
      <ol aria-label="Sequence">
        {arrows.map((arrow) => (
          <SequenceArrow key={arrow.key} arrow={arrow} />
        ))}
      </ol>
    </div>
  );
}

const WAYS = { page: 'from the server to the page', server: 'from the page to the server' };

function SequenceArrow({ arrow }: { readonly arrow: Arrow }) {
  const { row, to, label, fate } = arrow;
  return (
    <li data-to={to} data-fate={fate} data-type={row.event.type}>
      <span className="time">
        <span className="unseen">socket </span>#{row.event.socketId}{' '}
        {formatSeconds(row.sinceStartMs)}
      </span>
      <span className="lane">
        <span className="unseen">{to && WAYS[to]}</span>
        <span className="label">{label}</span>
      </span>
    </li>
  );
}
