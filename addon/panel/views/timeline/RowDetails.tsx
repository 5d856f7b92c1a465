import * as React from 'react';
import { describeCloseCode } from '../../../../src/protocol/close-code.ts';
import { decodeBase64 } from '../../model/bytes.ts';
import { contentOf, formatBytes, typeOf } from '../../model/describe.ts';
import { frameOf } from '../../model/frame-bytes.ts';
import type { Row } from '../../model/row-list.ts';
import type { SocketEvent } from '../../model/socket-event.ts';
import { HexDump } from './HexDump.tsx';
import { JsonTree } from './JsonTree.tsx';

interface RowDetailsProps {
  readonly row: Row;
  readonly onCopy: () => void;
  readonly onClose: () => void;
}

/** All of one row: the whole content, and the frame that carries it. */
export function RowDetails({ row: { event }, onCopy, onClose }: RowDetailsProps) {
  const frame = frameOf(event);
  return (
    <section aria-label="Details" className="details" tabIndex={0}>
      <div className="bar">
        <strong>
          {typeOf(event)} of socket {event.socketId}
        </strong>
        <button type="button" onClick={onCopy}>
          Copy
        </button>
        <button type="button" onClick={onClose}>
          Close details
        </button>
      </div>
      <Content event={event} />
      {frame && <HexDump label={labelOf(event, frame)} bytes={frame} />}
    </section>
  );
}

function labelOf(event: SocketEvent, frame: Uint8Array): string {
  const isMasked = event.type === 'message' && event.direction === 'out';
  const mask = isMasked ? ', masked with the example key of RFC 6455 §5.7' : '';
  return `The frame on a network: ${formatBytes(frame.length)}${mask}`;
}

function Content({ event }: { readonly event: SocketEvent }) {
  if (event.type === 'close') return <CloseCode {...event} />;
  if (event.type !== 'message' || !event.content) return <pre>{contentOf(event)}</pre>;
  const { content, cutAt, bytes } = event;
  return (
    <>
      {cutAt !== undefined && (
        <p>
          The first {formatBytes(cutAt)} of {formatBytes(bytes)}: more is not kept.
        </p>
      )}
      {content.kind === 'text' ? (
        <Text text={content.text} />
      ) : (
        <HexDump label={formatBytes(bytes)} bytes={decodeBase64(content.base64)} />
      )}
    </>
  );
}

function Text({ text }: { readonly text: string }) {
  const json = React.useMemo(() => parseJson(text), [text]);
  return json === undefined ? <pre>{text}</pre> : <JsonTree value={json} />;
}

/** An object or an array; other JSON reads better as the text that it is. */
function parseJson(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined; // text that only begins like JSON
  }
}

function CloseCode({ code, reason, wasClean }: Extract<SocketEvent, { type: 'close' }>) {
  const { name, meaning, next, source } = describeCloseCode(code);
  return (
    <dl>
      <dt>
        {code} {name}
      </dt>
      <dd>{meaning}</dd>
      <dt>What to do</dt>
      <dd>{next}</dd>
      {reason && (
        <>
          <dt>Reason</dt>
          <dd>{reason}</dd>
        </>
      )}
      <dt>Clean</dt>
      <dd>{wasClean ? 'yes: both Close frames were exchanged' : 'no: a Close frame is missing'}</dd>
      <dt>Source</dt>
      <dd>{source}</dd>
    </dl>
  );
}
