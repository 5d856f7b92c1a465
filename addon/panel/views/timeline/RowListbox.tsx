import * as React from 'react';
import { RowOption } from './RowOption.tsx';
import { ShownRows } from './shown-rows.ts';
import { useRowWindow } from './useRowWindow.ts';

const ROW_HEIGHT_PX = 24;
const ROWS_A_PAGE = 10;

interface RowListboxProps {
  /** Number of the selected row. */
  readonly selected: number | undefined;
  readonly onSelect: (n: number) => void;
  readonly onCopy: () => void;
}

/** Where a key goes from an index. */
const MOVES: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowUp: (index) => index - 1,
  ArrowDown: (index) => index + 1,
  PageUp: (index) => index - ROWS_A_PAGE,
  PageDown: (index) => index + ROWS_A_PAGE,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * The rows, of which only those in sight are in the document. Stays at its end while more come,
 * until someone scrolls away from there. https://www.w3.org/WAI/ARIA/apg/patterns/listbox/
 */
export function RowListbox({ selected, onSelect, onCopy }: RowListboxProps) {
  const rows = React.useContext(ShownRows);
  const id = React.useId();
  const { scroller, onScroll, first, end, reveal } = useRowWindow(rows.length, ROW_HEIGHT_PX);
  const indices = Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'c' && (event.ctrlKey || event.metaKey)) {
      onCopy();
      return;
    }
    const move = MOVES[event.key];
    const last = rows.length - 1;
    if (!move || last < 0) return;
    event.preventDefault();
    const from = selected === undefined ? -1 : rows.indexOf(selected);
    const index = Math.max(0, Math.min(last, move(from, last)));
    const row = rows.at(index);
    if (!row) return;
    reveal(index);
    onSelect(row.n);
  };

  return (
    <div
      ref={scroller}
      role="listbox"
      className="rows"
      aria-label="Events"
      aria-activedescendant={selected === undefined ? undefined : `${id}-${selected}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
    >
      <div role="presentation" style={{ height: rows.length * ROW_HEIGHT_PX }}>
        {indices.map((index) => {
          const row = rows.at(index);
          return (
            row && (
              <RowOption
                key={row.n}
                id={`${id}-${row.n}`}
                row={row}
                top={index * ROW_HEIGHT_PX}
                position={index + 1}
                count={rows.length}
                isSelected={row.n === selected}
                onSelect={onSelect}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
