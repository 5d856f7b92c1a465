import * as React from 'react';
import { describeCloseCode } from '../../../../src/protocol/close-code.ts';
import { fromBase64 } from '../../../../src/protocol/base64.ts';
import { contentOf, formatBytes, typeOf } from '../../model/describe.ts';
import { frameOf } from '../../model/frame-bytes.ts';
import { readJson } from '../../model/json-source.ts';
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
  const frame = React.useMemo(() => frameOf(event), [event]);
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

/** Drawn once: it never changes, while rows may come ten times a second. */
const Content = React.memo(function Content({ event }: { readonly event: SocketEvent }) {
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
        <HexDump label={formatBytes(bytes)} bytes={fromBase64(content.base64)} />
      )}
    </>
  );
});

/** Characters of a text that are drawn: laying out 1 MiB takes seconds. */
const SHOWN_CHARACTERS = 100_000;

function Text({ text }: { readonly text: string }) {
  const json = React.useMemo(() => readJson(text), [text]);
  if (json) return <JsonTree value={json} />;
  return (
    <>
      <pre>{text.slice(0, SHOWN_CHARACTERS)}</pre>
      {text.length > SHOWN_CHARACTERS && (
        <p>and {text.length - SHOWN_CHARACTERS} characters more, which Copy copies</p>
      )}
    </>
  );
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
