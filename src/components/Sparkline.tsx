interface SparklineProps {
  /** What the values are. */
  readonly label: string;
  /** The newest last. */
  readonly values: readonly number[];
  /** How many there is room for. */
  readonly limit: number;
}

/** Values as bars in one path: it costs as little to draw many as few. */
export function Sparkline({ label, values, limit }: SparklineProps) {
  const most = Math.max(...values, 1);
  const path = values
    .map((value, index) => `M${index + 0.5} 1v${(-value / most).toFixed(3)}`)
    .join('');
  return (
    <figure className="sparkline">
      <figcaption>
        {label}, at most {most}
      </figcaption>
      <svg viewBox={`0 0 ${limit} 1`} preserveAspectRatio="none" aria-hidden="true">
        <path d={path} />
      </svg>
    </figure>
  );
}
