import type { TlsCapture } from '../../../src/protocol/testing/tls-capture.ts';
import { FactsTable } from './FactsTable.tsx';
import { HeardList } from './HeardList.tsx';
import './wss.css';

interface OnTheWayProps {
  readonly capture: TlsCapture;
}

/** The same conversation over TCP and over TLS, as a proxy or a listener on the way has it. */
export function OnTheWay({ capture }: OnTheWayProps) {
  return (
    <div className="wss">
      <FactsTable capture={capture} />
      <div className="streams">
        <HeardList title="ws: over TCP" heard={capture.overTcp} />
        <HeardList title="wss: over TLS" heard={capture.overTls} />
      </div>
      <p>
        <small>Real bytes of {capture.madeBy}.</small>
      </p>
    </div>
  );
}
