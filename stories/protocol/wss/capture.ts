import json from '../../../src/protocol/testing/tls-capture.json';
import type { TlsCapture } from '../../../src/protocol/testing/tls-capture.ts';

/** What `npm run capture:tls` has last written. */
export const capture = json as TlsCapture;
