interface HistogramProps {
  /** What is counted, in milliseconds. */
  readonly values: readonly number[];
  /** What the values are: `Returns`. */
  readonly label: string;
  /** Where the axis ends, in seconds. Later values are not drawn. */
  readonly seconds: number;
}

/** How many values fall into each second, as bars. */
export function Histogram({ values, label, seconds }: HistogramProps) {
  const bins = Array.from({ length: seconds }, (_, second) => ({
    second,
    count: values.filter((value) => Math.floor(value / 1000) === second).length,
  }));
  const most = Math.max(...bins.map(({ count }) => count));
  return (
    <figure className="histogram">
      <figcaption>
        {label}: {values.length}, at most {most} in 1 s
      </figcaption>
      <div className="bars" aria-hidden="true">
        {bins.map(({ second, count }) => (
          <span key={second} style={{ blockSize: `${(count / Math.max(most, 1)) * 100}%` }} />
        ))}
      </div>
      <div className="axis" aria-hidden="true">
        <span>0 s</span>
        <span>{seconds / 2} s</span>
        <span>{seconds} s</span>
      </div>
    </figure>
  );
}
