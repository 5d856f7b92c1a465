import { useState, type ReactNode } from 'react';

interface DisclosureProps {
  readonly summary: string;
  /** Called when it is opened, and not before: the report has more lines than anyone will open. */
  readonly children: () => ReactNode;
}

export function Disclosure({ summary, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      onToggle={(event) => {
        // React hands on the toggles of what is inside, too.
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open);
      }}
    >
      <summary>{summary}</summary>
      {isOpen && children()}
    </details>
  );
}
