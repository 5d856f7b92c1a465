import type { TlsCapture } from '../../../src/protocol/testing/tls-capture.ts';
import { findFacts } from './facts.ts';

interface FactsTableProps {
  readonly capture: TlsCapture;
}

interface KnownProps {
  readonly isKnown: boolean;
}

function Known({ isKnown }: KnownProps) {
  return <td data-known={isKnown}>{isKnown ? 'readable' : 'hidden'}</td>;
}

/** Each thing that was said, and whether someone on the way can read it. */
export function FactsTable({ capture }: FactsTableProps) {
  return (
    <table>
      <caption>What someone on the way can read</caption>
      <thead>
        <tr>
          <th scope="col">Said</th>
          <th scope="col">ws</th>
          <th scope="col">wss</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">IP address, port, sizes, times</th>
          <Known isKnown />
          <Known isKnown />
        </tr>
        {findFacts(capture).map(({ what, value, isKnownOverTcp, isKnownOverTls }) => (
          <tr key={value}>
            <th scope="row">
              {what} <code>{value}</code>
            </th>
            <Known isKnown={isKnownOverTcp} />
            <Known isKnown={isKnownOverTls} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
