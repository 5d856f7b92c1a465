import * as React from 'react';
import { findNextStep } from '../../model/next-step.ts';
import type { Status } from '../../model/status.ts';

interface NextStepBarProps {
  readonly status: Status;
  readonly onAccept: () => void;
  readonly onRemount: () => void;
}

/** Says what to do when no connection is left, and offers it. */
export function NextStepBar({ status, onAccept, onRemount }: NextStepBarProps): React.JSX.Element {
  const step = findNextStep(status);
  return (
    <div className="next-step">
      {/* It is always there, so that a screen reader says what comes into it. */}
      <p role="status">{step?.text}</p>
      {step?.offers.includes('accept') && (
        <button type="button" onClick={onAccept}>
          Accept the next connection
        </button>
      )}
      {step?.offers.includes('remount') && (
        <button type="button" onClick={onRemount}>
          Remount the pattern
        </button>
      )}
    </div>
  );
}
