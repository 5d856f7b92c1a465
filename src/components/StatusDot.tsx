interface StatusDotProps {
  readonly status: { readonly state: string };
}

/** What one of many connections is doing, as a dot in the colour of its state. */
export function StatusDot({ status: { state } }: StatusDotProps) {
  return <span role="img" aria-label={state} title={state} data-status={state} className="dot" />;
}
