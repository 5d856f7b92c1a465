import * as React from 'react';
import type { RecordingSummary } from '../../model/recording-summary.ts';

interface RecordedSocketsProps {
  readonly summary: RecordingSummary;
}

/** The sockets of a recording, and what is missing in it. */
export function RecordedSockets({ summary }: RecordedSocketsProps): React.JSX.Element {
  const { sockets, socketCount, cutCount } = summary;
  return (
    <>
      <div className="scroll" role="region" aria-label="Recorded sockets" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Socket</th>
              <th scope="col">In</th>
              <th scope="col">Out</th>
              <th scope="col">Seconds</th>
              <th scope="col">End</th>
            </tr>
          </thead>
          <tbody>
            {sockets.map(({ url, inCount, outCount, seconds, end }, at) => (
              <tr key={at}>
                <th scope="row">{url}</th>
                <td>{inCount}</td>
                <td>{outCount}</td>
                <td>{seconds}</td>
                <td>{end}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {socketCount > sockets.length && (
        <p>
          These are the first {sockets.length} of {socketCount} sockets. All are replayed.
        </p>
      )}
      {cutCount > 0 && (
        <p className="cut">
          {cutCount === 1 ? '1 message was' : `${cutCount} messages were`} cut when this was
          recorded, as the panel keeps the first mebibyte. The replay sends what was kept.
        </p>
      )}
    </>
  );
}
