import type { Heard } from '../../../src/protocol/testing/tls-capture.ts';
import { HexDump } from './HexDump.tsx';
import { overhear } from './overhear.ts';

interface HeardListProps {
  readonly title: string;
  readonly heard: Heard;
}

const DIRECTIONS = { client: 'browser → server', server: 'server → browser' } as const;

/** What passed, in order: readable where it is, and the bytes themselves behind each. */
export function HeardList({ title, heard }: HeardListProps) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p>To {heard.address}</p>
      <ol>
        {overhear(heard).map(({ from, ms, bytes, parts }, i) => (
          <li key={i}>
            <p>
              <strong>{DIRECTIONS[from]}</strong>, {bytes.length.toLocaleString('en')} bytes after{' '}
              {ms} ms
            </p>
            {parts.map(({ kind, readable, isEncrypted }, j) => (
              <div key={j} className="part" data-encrypted={isEncrypted}>
                {kind}
                {isEncrypted && ': encrypted'}
                {readable !== undefined && (
                  <>
                    : <mark>{readable}</mark>
                  </>
                )}
              </div>
            ))}
            <details>
              <summary>Bytes</summary>
              <HexDump bytes={bytes} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
