import { memo } from 'react';
import type { Store } from '../../connection/store.ts';
import { useSlice } from '../28-store/useSlice.ts';
import { choose, type TableState } from '../../connection/live-rows.ts';

interface LiveRowProps {
  readonly store: Store<TableState>;
  readonly name: string;
}

/** One row, which renders for its own values alone. */
export const LiveRow = memo(function LiveRow({ store, name }: LiveRowProps) {
  const row = useSlice(store, ({ rows }) => rows[name]);
  const isChosen = useSlice(store, ({ chosen }) => chosen === name);
  const change = row?.change ?? 0;
  return (
    <div role="row" aria-current={isChosen || undefined}>
      <span role="rowheader">
        <button type="button" onClick={() => store.set(choose(store.get(), name))}>
          {name}
        </button>
      </span>
      <span role="cell">{row?.value.toFixed(2)}</span>
      <span role="cell" data-change={change < 0 ? 'down' : 'up'}>
        {change !== 0 && `${change < 0 ? '▼' : '▲'} ${Math.abs(change).toFixed(2)}`}
      </span>
    </div>
  );
});
