import * as React from 'react';
import {
  contentOf,
  directionOf,
  formatBytes,
  formatSeconds,
  typeOf,
} from '../../model/describe.ts';
import type { Row } from '../../model/row-list.ts';

/** More than fits on a wide screen. */
const SHOWN_CHARACTERS = 300;
const ARROWS = {
  in: { arrow: '↓', words: 'from the server' },
  out: { arrow: '↑', words: 'from the page' },
} as const;

interface RowOptionProps {
  readonly id: string;
  readonly row: Row;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** From 1. */
  readonly position: number;
  readonly count: number;
  readonly isSelected: boolean;
  readonly onSelect: (n: number) => void;
}

/** One line of the timeline: when, which socket, which way, what, how much, and the beginning of the content. */
export const RowOption = React.memo(function RowOption(props: RowOptionProps) {
  const { id, row, top, position, count, isSelected, onSelect } = props;
  const { event, sinceStartMs } = row;
  const direction = directionOf(event);
  return (
    <div
      role="option"
      id={id}
      aria-selected={isSelected}
      aria-posinset={position}
      aria-setsize={count}
      data-type={typeOf(event)}
      data-direction={direction}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onSelect(row.n)}
    >
      <span>{formatSeconds(sinceStartMs)}</span>
      <span>
        <span className="unseen">socket </span>#{event.socketId}
      </span>
      <span>
        {direction && (
          <>
            <span aria-hidden>{ARROWS[direction].arrow}</span>
            <span className="unseen">{ARROWS[direction].words}</span>
          </>
        )}
      </span>
      <span>{typeOf(event)}</span>
      <span>{event.type === 'message' && formatBytes(event.bytes)}</span>
      <span>{contentOf(event).slice(0, SHOWN_CHARACTERS)}</span>
    </div>
  );
});
