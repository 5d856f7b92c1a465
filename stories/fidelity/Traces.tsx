import type { Difference } from '../../mocks/contract/fidelity/report.ts';

interface TraceProps {
  readonly of: string;
  readonly lines: Difference['real'];
}

function Trace({ of, lines }: TraceProps) {
  return (
    <section aria-label={of}>
      <p>{of}</p>
      <pre className="output">{lines.length > 0 ? lines.join('\n') : '(nothing)'}</pre>
    </section>
  );
}

interface TracesProps {
  readonly subject: string;
  readonly difference: Difference;
}

/** What the browser saw, and beside it what the other saw. */
export function Traces({ subject, difference: { real, seen } }: TracesProps) {
  return (
    <div className="traces">
      <Trace of="the browser" lines={real} />
      <Trace of={subject} lines={seen} />
    </div>
  );
}
