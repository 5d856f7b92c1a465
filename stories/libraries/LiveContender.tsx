import { useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { CellDetails } from './CellDetails.tsx';
import { chooseLive } from './choose-live.ts';
import type { Setup } from './contender.ts';
import type { Cell } from './results.ts';
import './libraries.css';

/** What a play function does with the story: it puts the library on the page, and shows what came out. */
export interface LiveHandle {
  readonly render: (content: ReactNode) => void;
  readonly show: (cell: Cell | undefined) => void;
  /** Called when another setup or scenario is chosen. */
  onChange?: (props: LiveProps) => void;
}

const handles = new WeakMap<Element, LiveHandle>();

/** @throws {Error} where the story is not on the page */
export function handleIn(canvas: Element): LiveHandle {
  const element = canvas.querySelector('.live');
  const handle = element && handles.get(element);
  if (!handle) throw new Error('The story of a library is not on the page.');
  return handle;
}

export interface LiveProps {
  /** The id of a library. */
  readonly library: string;
  readonly setup: Setup;
  /** The id of a scenario. */
  readonly scenario: string;
}

/** A library in a scenario, live: what it does in this browser, beside what was recorded. */
export function LiveContender({ library, setup, scenario }: LiveProps) {
  const ref = useRef<HTMLElement>(null);
  const [content, setContent] = useState<ReactNode>();
  const [cell, setCell] = useState<Cell>();
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const handle = handles.get(element);
    if (handle) handle.onChange?.({ library, setup, scenario });
    // At once, as a test does it.
    else
      handles.set(element, { render: (next) => flushSync(() => setContent(next)), show: setCell });
  }, [library, setup, scenario]);
  const { column, row, recorded } = chooseLive({ library, setup, scenario });
  return (
    <section ref={ref} className="live lab">
      <h2>
        {column.contender.name}: {row.title}
      </h2>
      <p className="quiet">
        {column.setup === 'best' ? 'With the best options that it documents.' : 'By its defaults.'}{' '}
        {recorded && `Recorded: ${recorded.says}.`} Choose another scenario in Controls.
      </p>
      {content}
      {cell ? <CellDetails column={column} row={row} cell={cell} /> : <p>Running …</p>}
    </section>
  );
}
