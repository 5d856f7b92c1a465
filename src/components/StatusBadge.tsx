import type { ReactNode } from 'react';
import { describeStatus, type Status } from '../connection/status.ts';

interface StatusBadgeProps {
  readonly status: Status;
  /** What stands behind the status: a countdown, a button. */
  readonly children?: ReactNode;
}

/** What a connection is doing, in the colour of its state. */
export function StatusBadge({ status, children }: StatusBadgeProps) {
  return (
    <p role="status" data-status={status.state}>
      {describeStatus(status)} {children}
    </p>
  );
}
