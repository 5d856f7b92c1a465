import * as React from 'react';

interface FieldProps {
  readonly label: string;
  readonly children: React.ReactNode;
}

/** A control with its label before it. */
export function Field({ label, children }: FieldProps) {
  return (
    <label>
      <span>{label}</span>
      {children}
    </label>
  );
}
