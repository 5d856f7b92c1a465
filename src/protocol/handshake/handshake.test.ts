import { describe, expect, it } from 'vitest';
import {
  acceptFor,
  answerRequest,
  checkRequest,
  checkResponse,
  clientRequest,
  formatRequest,
  formatResponse,
  isKey,
  makeKey,
  parseRequest,
  parseResponse,
} from '../handshake.ts';
import type { RequestHead, ResponseHead } from '../handshake.ts';

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';
const ACCEPT = 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=';

/** The request of RFC 6455 §1.2, §1.3, and its answer. */
const REQUEST = [
  'GET /chat HTTP/1.1',
  'Host: server.example.com',
  'Upgrade: websocket',
  'Connection: Upgrade',
  `Sec-WebSocket-Key: ${KEY}`,
  'Origin: http://example.com',
  'Sec-WebSocket-Protocol: chat, superchat',
  'Sec-WebSocket-Version: 13',
  '\r\n',
].join('\r\n');
const RESPONSE = [
  'HTTP/1.1 101 Switching Protocols',
  'Upgrade: websocket',
  'Connection: Upgrade',
  `Sec-WebSocket-Accept: ${ACCEPT}`,
  'Sec-WebSocket-Protocol: chat',
  '\r\n',
].join('\r\n');

function request(text = REQUEST): RequestHead {
  return parseRequest(text) ?? expect.fail('not a request');
}

function response(text = RESPONSE): ResponseHead {
  return parseResponse(text) ?? expect.fail('not a response');
}

describe('the example of RFC 6455 §1.3', () => {
  it('answers the sample key with the sample accept value', async () => {
    expect(await acceptFor(KEY)).toBe(ACCEPT);
    expect(makeKey(new TextEncoder().encode('the sample nonce'))).toBe(KEY);
  });

  it('answers the request as the RFC does, and takes the answer', async () => {
    const policy = { protocols: ['superchat', 'chat'], origins: ['http://example.com'] };
    const answer = await answerRequest(request(), policy);
    expect(answer.broken).toEqual([]);
    expect(formatResponse(answer.response)).toBe(RESPONSE);
    expect(await checkResponse(request(), response())).toEqual([]);
  });

  it('is written back as it was read', () => {
    expect(formatRequest(request())).toBe(REQUEST);
    expect(formatResponse(response())).toBe(RESPONSE);
  });
});

it('makes a request with every header that a browser sends', () => {
  const made = clientRequest({
    url: 'wss://example.com:8443/live?room=1#top',
    origin: 'https://example.com',
    key: KEY,
    protocols: ['chat', 'superchat'],
    userAgent: 'Mozilla/5.0',
    acceptLanguage: 'en-GB',
  });
  expect(made.target).toBe('/live?room=1');
  expect(Object.fromEntries(made.headers)).toEqual({
    Host: 'example.com:8443',
    Connection: 'Upgrade',
    Pragma: 'no-cache',
    'Cache-Control': 'no-cache',
    'User-Agent': 'Mozilla/5.0',
    Upgrade: 'websocket',
    Origin: 'https://example.com',
    'Sec-WebSocket-Version': '13',
    'Accept-Encoding': 'gzip, deflate, br, zstd',
    'Accept-Language': 'en-GB',
    'Sec-WebSocket-Key': KEY,
    'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits',
    'Sec-WebSocket-Protocol': 'chat, superchat',
  });
  expect(checkRequest(made)).toEqual([]);
  expect(() => clientRequest({ url: 'ftp://example.com' })).toThrow(TypeError);
});

it('makes a new key each time: 16 bytes in base64', () => {
  const keys = Array.from({ length: 50 }, () => makeKey());
  expect(new Set(keys).size).toBe(50);
  expect(keys.every(isKey)).toBe(true);
  expect(['', 'short', KEY.slice(1), `${KEY}=`, 'dGhlIHNhbXBsZSBub25jZR=='].some(isKey)).toBe(
    false,
  );
});

describe('a server refuses', () => {
  const policy = { origins: ['http://example.com'] };
  it.each([
    ['method-not-get', 405, /^GET/, 'POST'],
    ['http-version-too-low', 400, 'HTTP/1.1', 'HTTP/1.0'],
    ['host-missing', 400, 'Host:', 'X-Host:'],
    ['request-upgrade-missing', 400, 'Upgrade: websocket\r\n', ''],
    ['request-upgrade-missing', 400, 'Upgrade: websocket', 'Upgrade: h2c'],
    ['request-connection-missing', 400, 'Connection: Upgrade', 'Connection: keep-alive'],
    ['key-invalid', 400, KEY, 'c2hvcnQ='],
    ['key-invalid', 400, 'Origin:', `Sec-WebSocket-Key: ${KEY}\r\nOrigin:`],
    ['version-unsupported', 426, 'Version: 13', 'Version: 8'],
    ['origin-foreign', 403, 'http://example.com', 'http://evil.example'],
    ['request-protocol-invalid', 400, 'chat, superchat', 'chat, chat'],
    ['request-protocol-invalid', 400, 'chat, superchat', 'super chat'],
    ['request-protocol-invalid', 400, 'chat, superchat', ''],
    ['request-extensions-malformed', 400, 'Origin:', 'Sec-WebSocket-Extensions: a b\r\nOrigin:'],
  ])('%s with %d', async (rule, status, from, to) => {
    const changed = request(REQUEST.replace(from, to));
    expect(checkRequest(changed, policy)).toMatchObject([{ rule, status, refusedBy: 'server' }]);
    const answer = await answerRequest(changed, policy);
    expect(answer.response.status).toBe(status);
  });

  it('a version, and says which it speaks; a method, and says which it takes', async () => {
    const version = await answerRequest(request(REQUEST.replace('Version: 13', 'Version: 8')));
    expect(version.response.headers).toContainEqual(['Sec-WebSocket-Version', '13']);
    const method = await answerRequest(request(REQUEST.replace('GET', 'PUT')));
    expect(method.response.headers).toContainEqual(['Allow', 'GET']);
  });

  it('nothing of what may differ: case, more words, no origin, no subprotocol in common', async () => {
    const other = REQUEST.replace('Upgrade: websocket', 'UPGRADE: WebSocket')
      .replace('Connection: Upgrade', 'connection: keep-alive, upgrade')
      .replace('Origin: http://example.com\r\n', '');
    const answer = await answerRequest(request(other), { ...policy, protocols: ['other'] });
    expect(answer.response.status).toBe(101);
    expect(formatResponse(answer.response)).not.toContain('Protocol:');
  });
});

describe('a client refuses', () => {
  const offering = REQUEST.replace(
    'Origin:',
    'Sec-WebSocket-Extensions: permessage-deflate\r\nOrigin:',
  );
  const agreeing = (value: string) =>
    RESPONSE.replace(
      'Upgrade: websocket',
      `Upgrade: websocket\r\nSec-WebSocket-Extensions: ${value}`,
    );
  it.each([
    ['status-not-101', REQUEST, RESPONSE.replace('101 Switching Protocols', '200 OK')],
    ['response-upgrade-missing', REQUEST, RESPONSE.replace('Upgrade: websocket\r\n', '')],
    ['response-upgrade-missing', REQUEST, RESPONSE.replace('websocket', 'websockets')],
    ['response-connection-missing', REQUEST, RESPONSE.replace('Connection: Upgrade', 'A: B')],
    ['accept-wrong', REQUEST, RESPONSE.replace(ACCEPT, ACCEPT.toLowerCase())],
    ['accept-wrong', REQUEST, RESPONSE.replace('Sec-WebSocket-Accept', 'X-Accept')],
    ['protocol-not-offered', REQUEST, RESPONSE.replace('Protocol: chat', 'Protocol: Chat')],
    [
      'protocol-not-offered',
      REQUEST,
      RESPONSE.replace('Protocol: chat', 'Protocol: chat, superchat'),
    ],
    ['protocol-missing', REQUEST, RESPONSE.replace('Sec-WebSocket-Protocol: chat\r\n', '')],
    ['extension-not-offered', REQUEST, agreeing('permessage-deflate')],
    ['extension-not-offered', offering, agreeing('x-other')],
    ['extension-not-offered', offering, agreeing('permessage-deflate; client_max_window_bits=10')],
    ['extension-not-offered', offering, agreeing('permessage-deflate, permessage-deflate')],
    ['extension-not-offered', offering, agreeing('permessage-deflate; server_max_window_bits=16')],
  ])('%s', async (rule, asked, answered) => {
    const broken = await checkResponse(request(asked), response(answered));
    expect(broken).toMatchObject([{ rule, refusedBy: 'client', status: undefined }]);
  });

  it.each(['permessage-deflate', 'permessage-deflate; server_no_context_takeover'])(
    'not "%s", which was offered',
    async (value) => {
      expect(await checkResponse(request(offering), response(agreeing(value)))).toEqual([]);
    },
  );
});

it.each(['', 'GET /', 'GET / HTTP/1.1\r\nno colon', 'GET / HTTP/1.1\r\nbad name: x', '\r\n\r\n'])(
  'does not take %j for a request',
  (text) => {
    expect(parseRequest(text)).toBeUndefined();
    expect(parseResponse(text)).toBeUndefined();
  },
);
