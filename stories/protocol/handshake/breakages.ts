import type { RequestHead, ResponseHead } from '../../../src/protocol/handshake.ts';

/** One thing that is wrong with a handshake. */
export interface Breakage {
  readonly id: string;
  readonly label: string;
  /** The header that is wrong. */
  readonly header?: string;
  readonly request?: (head: RequestHead) => RequestHead;
  readonly response?: (head: ResponseHead) => ResponseHead;
}

type Headed = Pick<RequestHead, 'headers'>;

function without(name: string): <Head extends Headed>(head: Head) => Head {
  return (head) => ({ ...head, headers: head.headers.filter(([one]) => one !== name) });
}

/** Writes a header in the place of the one of that name, or at the end. */
export function withHeader(name: string, value: string): <Head extends Headed>(head: Head) => Head {
  return (head) => {
    const isThere = head.headers.some(([one]) => one === name);
    const headers = isThere
      ? head.headers.map(([one, old]) => [one, one === name ? value : old] as const)
      : [...head.headers, [name, value] as const];
    return { ...head, headers };
  };
}

export const NOTHING_BROKEN: Breakage = { id: 'nothing', label: 'Nothing' };

/** What people meet: old or half proxies and servers, and pages of others. */
export const BREAKAGES: readonly Breakage[] = [
  NOTHING_BROKEN,
  {
    id: 'no-upgrade',
    label: 'A proxy takes Upgrade out of the request',
    header: 'Upgrade',
    request: without('Upgrade'),
  },
  {
    id: 'version-8',
    label: 'The request is of version 8',
    header: 'Sec-WebSocket-Version',
    request: withHeader('Sec-WebSocket-Version', '8'),
  },
  {
    id: 'foreign-origin',
    label: 'The page is of a foreign origin',
    header: 'Origin',
    request: withHeader('Origin', 'https://elsewhere.example'),
  },
  {
    id: 'wrong-accept',
    label: 'The answer has a wrong accept value',
    header: 'Sec-WebSocket-Accept',
    // 20 bytes as SHA-1 gives them, all zero: no key leads to that.
    response: withHeader('Sec-WebSocket-Accept', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA='),
  },
  {
    id: 'protocol-not-offered',
    label: 'The answer names a subprotocol that was not offered',
    header: 'Sec-WebSocket-Protocol',
    response: withHeader('Sec-WebSocket-Protocol', 'chat.v2'),
  },
];
