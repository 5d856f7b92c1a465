import * as React from 'react';

interface SplitterProps {
  /** Share of the width that is behind it, in percent. */
  readonly percent: number;
  readonly onResize: (percent: number) => void;
}

const LEAST_PERCENT = 20;
const MOST_PERCENT = 80;
const STEP_PERCENT = 5;

function clamp(percent: number): number {
  return Math.round(Math.max(LEAST_PERCENT, Math.min(MOST_PERCENT, percent)));
}

/** https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/ */
export function Splitter({ percent, onResize }: SplitterProps) {
  const onPointerMove = ({ currentTarget, clientX, buttons }: React.PointerEvent) => {
    const box = currentTarget.parentElement?.getBoundingClientRect();
    if (buttons !== 1 || !box) return;
    onResize(clamp((100 * (box.right - clientX)) / box.width));
  };
  return (
    <div
      role="separator"
      aria-label="Size of the details"
      aria-orientation="vertical"
      aria-valuemin={LEAST_PERCENT}
      aria-valuemax={MOST_PERCENT}
      aria-valuenow={percent}
      tabIndex={0}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={({ key }) => {
        if (key === 'ArrowLeft') onResize(clamp(percent + STEP_PERCENT));
        if (key === 'ArrowRight') onResize(clamp(percent - STEP_PERCENT));
      }}
    />
  );
}
