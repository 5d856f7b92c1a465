interface LineChartProps {
  /** What is drawn. */
  readonly label: string;
  /** The newest last. */
  readonly values: readonly number[];
  /** How many there is room for. */
  readonly limit: number;
}

/** Values as one line, from the least to the greatest that is shown. */
export function LineChart({ label, values, limit }: LineChartProps) {
  const least = Math.min(...values);
  const range = Math.max(...values) - least || 1;
  const points = values.map(
    (value, index) =>
      `${index + limit - values.length},${(1 - (value - least) / range).toFixed(4)}`,
  );
  return (
    <figure className="line-chart">
      <figcaption>{label}</figcaption>
      <svg viewBox={`0 0 ${limit - 1} 1`} preserveAspectRatio="none" aria-hidden="true">
        <polyline points={points.join(' ')} />
      </svg>
    </figure>
  );
}
