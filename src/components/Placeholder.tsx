import type { ReactNode } from 'react';

interface PlaceholderProps {
  /** What is waited for. */
  readonly children: ReactNode;
}

/** Stands where something will be, as large as that. */
export function Placeholder({ children }: PlaceholderProps) {
  return (
    <div className="placeholder">
      <p>{children}</p>
      <span aria-hidden="true" />
      <span aria-hidden="true" />
      <span aria-hidden="true" />
    </div>
  );
}
