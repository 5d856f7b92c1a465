import { useLayoutEffect, useRef, useState, type RefObject, type UIEvent } from 'react';

/** Rows beyond either edge, for a scroll that is faster than the next frame. */
const SPARE_ROWS = 10;

interface RowWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
  /** Index of the first row to draw. */
  readonly first: number;
  /** Index behind the last row to draw. */
  readonly end: number;
  /** Scrolls as far as a row needs to be in sight. */
  readonly reveal: (index: number) => void;
}

interface View {
  readonly top: number;
  readonly height: number;
  /** Whether it follows what comes: until someone scrolls away from the end. */
  readonly isAtEnd: boolean;
}

/**
 * Which rows of a long list are in sight, where all are of one height: no row has to be measured, so
 * 100,000 cost no more than ten.
 */
export function useRowWindow(count: number, rowHeightPx: number): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>({ top: 0, height: 0, isAtEnd: true });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      setView((before) => ({ ...before, height: element.clientHeight }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (view.isAtEnd && scroller.current) scroller.current.scrollTop = count * rowHeightPx;
  }, [count, rowHeightPx, view]);

  const top = view.isAtEnd ? Math.max(0, count * rowHeightPx - view.height) : view.top;
  return {
    scroller,
    onScroll: ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
      const isAtEnd = scrollTop + clientHeight >= scrollHeight - rowHeightPx;
      setView((before) =>
        isAtEnd && before.isAtEnd ? before : { ...before, top: scrollTop, isAtEnd },
      );
    },
    first: Math.max(0, Math.floor(top / rowHeightPx) - SPARE_ROWS),
    end: Math.min(count, Math.ceil((top + view.height) / rowHeightPx) + SPARE_ROWS),
    reveal: (index) => {
      const element = scroller.current;
      if (!element) return;
      const rowTop = index * rowHeightPx;
      const above = rowTop + rowHeightPx - element.clientHeight;
      const scrollTop = Math.max(above, Math.min(element.scrollTop, rowTop));
      element.scrollTop = scrollTop;
      setView((before) => ({ ...before, top: scrollTop, isAtEnd: index === count - 1 }));
    },
  };
}
