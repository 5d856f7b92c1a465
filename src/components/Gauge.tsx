interface GaugeProps {
  readonly label: string;
  readonly value: number;
  /** Where the gauge ends. */
  readonly limit: number;
  /** Where a line stands. */
  readonly mark: number;
}

/** How many bytes there are, as a bar, with a mark that they may reach. */
export function Gauge({ label, value, limit, mark }: GaugeProps) {
  const percent = (bytes: number) => `${Math.min(100, (100 * bytes) / limit).toFixed(1)}%`;
  return (
    <figure className="gauge">
      <figcaption>
        {label}: {Math.round(value / 1024)} KiB; mark at {Math.round(mark / 1024)} KiB
      </figcaption>
      <div aria-hidden="true">
        <div className="bar" style={{ inlineSize: percent(value) }} />
        <div className="mark" style={{ insetInlineStart: percent(mark) }} />
      </div>
    </figure>
  );
}
