import { headerValues, parseRequest } from '../../../src/protocol/handshake.ts';
import type { Heard, TlsCapture } from '../../../src/protocol/testing/tls-capture.ts';
import { overhear } from './overhear.ts';

/** Something that was said, and who can know it. */
export interface Fact {
  readonly what: string;
  readonly value: string;
  readonly isKnownOverTcp: boolean;
  readonly isKnownOverTls: boolean;
}

/**
 * All that someone on the way has to read: what can be made out, and the raw bytes, one character
 * each, so that nothing is called hidden which stands there openly.
 */
function allReadable(heard: Heard): string {
  const rows = overhear(heard);
  const readable = rows.flatMap(({ parts }) => parts.map((part) => part.readable ?? ''));
  const raw = rows.map(({ bytes }) => new TextDecoder('latin1').decode(bytes));
  return [...readable, ...raw].join('\n');
}

/** What the browser and the server said over TCP, each looked for in both captures. */
export function findFacts({ overTcp, overTls }: TlsCapture): readonly Fact[] {
  const [tcp, tls] = [allReadable(overTcp), allReadable(overTls)];
  const parts = overhear(overTcp).flatMap((one) => one.parts);
  const request = parseRequest(parts[0]?.readable ?? '');
  if (!request) throw new Error('The capture does not begin with a request: make it again.');
  const url = new URL(request.target, `ws://${headerValues(request, 'Host').join()}`);
  const said: readonly (readonly [what: string, value: string])[] = [
    ['Host name', url.hostname],
    ['Path and query', request.target],
    ['Browser', headerValues(request, 'User-Agent').join()],
    ['Cookie', headerValues(request, 'Cookie').join()],
    ...parts
      .filter(({ kind }) => kind === 'text message')
      .map(({ readable = '' }) => ['Message', readable] as const),
  ];
  return said.map(([what, value]) => ({
    what,
    value,
    isKnownOverTcp: tcp.includes(value),
    isKnownOverTls: tls.includes(value),
  }));
}
