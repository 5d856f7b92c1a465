import { Figure } from '../../components/Figure.tsx';
import { LineChart } from '../../components/LineChart.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import type { Store } from '../../connection/store.ts';
import { useSlice } from '../28-store/useSlice.ts';
import { LiveRow } from './LiveRow.tsx';
import { TRAIL_LIMIT, type TableState } from '../../connection/live-rows.ts';
import { useLiveTable, type LiveTableOptions } from './useLiveTable.ts';

interface PartProps {
  readonly store: Store<TableState>;
}

function Badge({ store }: PartProps) {
  return <StatusBadge status={useSlice(store, ({ status }) => status)} />;
}

function Updates({ store }: PartProps) {
  return <Figure label="Updates">{useSlice(store, ({ updates }) => updates)}</Figure>;
}

function Chart({ store }: PartProps) {
  const name = useSlice(store, ({ chosen }) => chosen);
  const trail = useSlice(store, ({ trail }) => trail);
  if (name === undefined) return <p className="quiet">Waiting for the table.</p>;
  const label = `${name}, ${trail.at(-1)?.toFixed(2)}`;
  return <LineChart label={label} values={trail} limit={TRAIL_LIMIT} />;
}

function Rows({ store }: PartProps) {
  const names = useSlice(store, ({ names }) => names);
  return (
    <div className="live-rows" role="region" aria-label="Live table" tabIndex={0}>
      {/* Not a `<table>`: `content-visibility` does nothing for the rows of one. */}
      <div role="table" aria-label="Values">
        <div role="row">
          <span role="columnheader">Name</span>
          <span role="columnheader">Value</span>
          <span role="columnheader">Change</span>
        </div>
        {names.map((name) => (
          <LiveRow key={name} store={store} name={name} />
        ))}
      </div>
    </div>
  );
}

/** A table that follows its server. The component that holds the socket does not render for an update. */
export function LiveTable({ url, ...options }: LiveTableOptions & { readonly url: string }) {
  const store = useLiveTable(url, options);
  return (
    <section>
      <Badge store={store} />
      <dl className="figures">
        <Updates store={store} />
      </dl>
      <Chart store={store} />
      <Rows store={store} />
    </section>
  );
}
