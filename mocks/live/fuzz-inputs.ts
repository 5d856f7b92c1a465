/** What a hostile program on this machine, or a page of another origin, may send to a live server. */
import fc from 'fast-check';

/** Where to, and as whom. */
export interface Goal {
  /** `127.0.0.1:1234` */
  readonly host: string;
  /** A path that is answered there. */
  readonly path: string;
}

const bytes = fc.string({ unit: 'binary', maxLength: 40 });
const VALID_KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

function targetOf({ path }: Goal): fc.Arbitrary<string> {
  const nasty = [
    '//',
    '///',
    '/',
    '*',
    '/\\',
    '/%',
    '/%00',
    '/?',
    '/#',
    'http://[',
    'http://a:99999/',
  ];
  const below = ['', '/', '//', '?token=1', '/a/b', '%2f..', '/../..', '~', '\u00ff'];
  return fc.oneof(
    fc.constantFrom(...nasty, path, `${path}/control/a`),
    fc.constantFrom(...below).map((more) => path + more),
    bytes.map((text) => `/${text}`),
    bytes.map((text) => `${path}control/${text}`),
    bytes,
    fc.constant(`/${'x'.repeat(20_000)}`),
  );
}

function headersOf({ host }: Goal): fc.Arbitrary<string[]> {
  const name = fc.constantFrom(
    'Host',
    'Origin',
    'Upgrade',
    'Connection',
    'Sec-WebSocket-Key',
    'Sec-WebSocket-Version',
    'Sec-WebSocket-Protocol',
    'Sec-WebSocket-Extensions',
    'Content-Length',
    'Transfer-Encoding',
    'Cookie',
  );
  const value = fc.oneof(
    fc.constantFrom(
      host,
      `http://${host}`,
      'null',
      'http://[',
      '[::1]:99999999',
      'websocket',
      'Upgrade, keep-alive',
      VALID_KEY,
      '13',
      '8',
      '0x0d',
      'a, b, a',
      'permessage-deflate; client_max_window_bits=99; x="',
      'permessage-deflate; server_max_window_bits=8, permessage-deflate',
      'chunked',
      '-1',
      '18446744073709551616',
    ),
    bytes,
  );
  const valid = [
    `Host: ${host}`,
    `Origin: http://${host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${VALID_KEY}`,
    'Sec-WebSocket-Version: 13',
  ];
  const odd = fc.tuple(name, value).map(([key, text]) => `${key}: ${text}`);
  // Valid but for some: only these get far.
  return fc
    .tuple(fc.subarray(valid, { minLength: 3 }), fc.array(odd, { maxLength: 3 }), fc.boolean())
    .map(([some, odds, isValid]) => [...(isValid ? valid : some), ...odds]);
}

/** Masked frames as a client sends them, or what only looks like some. */
const body = fc.oneof(
  fc.constant(''),
  fc.constantFrom(
    '\x81\x80\0\0\0\0',
    '\x88\x80\0\0\0\0',
    '\x83\x80\0\0\0\0',
    '\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff',
    '\x81\xfe\xff\xff\0\0\0\0{',
    '\x81\x84\0\0\0\0null',
    '\x81\x82\0\0\0\0[]',
    '\x81\x95\0\0\0\0{"verb":"accept","c":1',
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

/** One connection's bytes, each character a byte. */
export function inputsAt(goal: Goal): fc.Arbitrary<string> {
  const request = fc
    .tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.constant('GET') },
        fc.constantFrom('POST', 'CONNECT', 'OPTIONS', 'PRI', 'get', ''),
      ),
      targetOf(goal),
      fc.oneof(
        { weight: 4, arbitrary: fc.constant('HTTP/1.1') },
        fc.constantFrom('HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', 'RTSP/1.0', ''),
      ),
      headersOf(goal),
      body,
    )
    .map(([method, target, version, headers, more]) =>
      [`${method} ${target} ${version}`, ...headers, '', more].join('\r\n'),
    );
  const truncated = fc
    .tuple(request, fc.nat({ max: 400 }))
    .map(([text, length]) => text.slice(0, length));
  return fc.oneof(
    { weight: 6, arbitrary: request },
    { weight: 2, arbitrary: truncated },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  );
}
