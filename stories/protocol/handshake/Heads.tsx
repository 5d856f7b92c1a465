import type { RequestHead, ResponseHead } from '../../../src/protocol/handshake.ts';
import { HeadTable } from './HeadTable.tsx';

interface RequestProps {
  readonly head: RequestHead;
  /** Where the request comes from, as text. */
  readonly source: string;
  readonly broken: string | undefined;
}

export function Request({ head, source, broken }: RequestProps) {
  return (
    <HeadTable
      side="request"
      caption={`The request, ${source}`}
      startLine={`${head.method} ${head.target} HTTP/${head.httpVersion}`}
      startLineNote="A GET in HTTP/1.1, which proxies and servers know what to do with."
      headers={head.headers}
      broken={broken}
    />
  );
}

interface ResponseProps {
  readonly head: ResponseHead;
  readonly broken: string | undefined;
}

export function Response({ head, broken }: ResponseProps) {
  const isAgreed = head.status === 101;
  return (
    <HeadTable
      side="response"
      caption="The answer, worked out from this request"
      startLine={`HTTP/${head.httpVersion} ${head.status} ${head.reason}`}
      startLineNote={
        isAgreed
          ? 'Agreed. What comes after the empty line is frames, no longer HTTP.'
          : 'Refused. Only 101 opens a WebSocket.'
      }
      headers={head.headers}
      broken={broken}
    />
  );
}
