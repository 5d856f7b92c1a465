import type { ReactNode } from 'react';
interface StatusBadgeProps {
  /** Any status, also one that a pattern has added. */
  readonly status: { readonly state: string; readonly code?: number; readonly reason?: string };
  /** What stands behind the status: a countdown, a button. */
  readonly children?: ReactNode;
}

/** What a connection is doing, in the colour of its state. */
export function StatusBadge({ status, children }: StatusBadgeProps) {
  const { state, code, reason } = status;
  return (
    <p role="status" data-status={state}>
      {[state, code, reason].filter(Boolean).join(' ')} {children}
    </p>
  );
}
