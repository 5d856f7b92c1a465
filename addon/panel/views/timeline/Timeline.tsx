import * as React from 'react';
import type { Filter } from '../../model/filter.ts';
import type { RowList } from '../../model/row-list.ts';
import './timeline.css';
import { FilterBar } from './FilterBar.tsx';
import { RowDetails } from './RowDetails.tsx';
import { RowListbox } from './RowListbox.tsx';
import { ShownRows, useShownRows } from './shown-rows.ts';
import { Splitter } from './Splitter.tsx';

export interface TimelineProps {
  readonly rows: RowList;
  /** How many went to make room. */
  readonly goneCount: number;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** Width of the details, in percent. */
  readonly detailsPercent: number;
  readonly onResize: (percent: number) => void;
  /** @param n number of the row */
  readonly onCopy: (n: number) => void;
  readonly onExport: (format: 'har' | 'json') => void;
  readonly onClear: () => void;
}

/** Every event of every socket of the story, as it happens. */
export function Timeline(props: TimelineProps) {
  const { rows, goneCount, filter, onFilter, detailsPercent, onResize } = props;
  const { onCopy, onExport, onClear } = props;
  const [selected, setSelected] = React.useState<number>();
  const { shown, problem } = useShownRows(rows, filter);
  const row = selected === undefined ? undefined : rows.at(rows.indexOf(selected));
  return (
    <ShownRows.Provider value={shown}>
      <div className="timeline">
        <div className="bar" role="group" aria-label="Timeline">
          <FilterBar filter={filter} onFilter={onFilter} problem={problem} />
          <span className="count">
            {shown.length === rows.length ? rows.length : `${shown.length} of ${rows.length}`} shown
            {goneCount > 0 && `, ${goneCount} older ones have gone to make room`}
          </span>
          <button type="button" onClick={() => onExport('har')}>
            Export HAR
          </button>
          <button type="button" onClick={() => onExport('json')}>
            Export JSON
          </button>
          <button type="button" onClick={onClear}>
            Clear
          </button>
        </div>
        {rows.length === 0 ? (
          <p>
            Nothing yet. As soon as this story makes a WebSocket, all that happens to it is here.
          </p>
        ) : (
          <div
            className="split"
            style={{ gridTemplateColumns: row && `1fr auto minmax(0, ${detailsPercent}%)` }}
          >
            <RowListbox
              selected={row?.n}
              onSelect={setSelected}
              onCopy={() => row && onCopy(row.n)}
            />
            {row && (
              <>
                <Splitter percent={detailsPercent} onResize={onResize} />
                <RowDetails
                  key={row.n}
                  row={row}
                  onCopy={() => onCopy(row.n)}
                  onClose={() => setSelected(undefined)}
                />
              </>
            )}
          </div>
        )}
      </div>
    </ShownRows.Provider>
  );
}
