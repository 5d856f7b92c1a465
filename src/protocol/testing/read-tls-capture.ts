import { readFileSync } from 'node:fs';
import type { Heard, TlsCapture } from './tls-capture.ts';

/** What `npm run capture:tls` has last written. */
export function readTlsCapture(): TlsCapture {
  const file = new URL('./tls-capture.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as TlsCapture;
}

/** All bytes of one direction. */
export function bytesFrom({ passed }: Heard, from: 'client' | 'server'): Uint8Array<ArrayBuffer> {
  const parts = passed.filter((one) => one.from === from);
  return new Uint8Array(Buffer.concat(parts.map(({ bytes }) => Buffer.from(bytes, 'base64'))));
}
