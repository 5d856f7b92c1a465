import { isMixedContent } from '../../../src/protocol/mixed-content.ts';
import type { TlsCapture } from '../../../src/protocol/testing/tls-capture.ts';
import './wss.css';

interface MixedContentTableProps {
  readonly capture: TlsCapture;
}

function describeOutcome(outcome: string): string {
  if (outcome === 'open') return 'opens';
  return outcome.startsWith('error') ? `fails: ${outcome}` : `new WebSocket throws ${outcome}`;
}

/** What a page may open: by the standard's rule, and as it went in Chromium. */
export function MixedContentTable({ capture: { madeBy, mixedContent } }: MixedContentTableProps) {
  return (
    <div className="wss">
      <table>
        <caption>What a page may open</caption>
        <thead>
          <tr>
            <th scope="col">Page</th>
            <th scope="col">Socket</th>
            <th scope="col">By the rule</th>
            <th scope="col">Chromium</th>
          </tr>
        </thead>
        <tbody>
          {mixedContent.map(({ page, url, isCertificateTrusted, outcome }) => (
            <tr key={`${page} ${url} ${isCertificateTrusted}`}>
              <th scope="row">{page}</th>
              <td>
                {url}
                {!isCertificateTrusted && ', with a certificate that it does not trust'}
              </td>
              <td>{isMixedContent(new URL(page), new URL(url)) ? 'mixed content' : 'allowed'}</td>
              <td data-known={outcome !== 'open'}>{describeOutcome(outcome)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <small>As it went in {madeBy}.</small>
      </p>
    </div>
  );
}
