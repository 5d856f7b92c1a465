import { describe, expect, it } from 'vitest';
import {
  acceptDeflateOffer,
  answerRequest,
  clientRequest,
  formatExtensions,
  headerValues,
  isDeflateAnswer,
  parseDeflateParams,
  parseExtensions,
} from '../handshake.ts';
import type { DeflateParams } from '../handshake.ts';

function params(value: string, from: 'client' | 'server'): DeflateParams | undefined {
  const [first] = parseExtensions(value) ?? [];
  return first && parseDeflateParams(first, from);
}

describe('the grammar of RFC 6455 §9.1', () => {
  it('has names, parameters with and without values, and quoted values', () => {
    expect(parseExtensions('foo, bar; baz=2; qux ,, foo; q="x"')).toEqual([
      { name: 'foo', params: [] },
      {
        name: 'bar',
        params: [
          ['baz', '2'],
          ['qux', true],
        ],
      },
      { name: 'foo', params: [['q', 'x']] },
    ]);
    expect(parseExtensions('')).toEqual([]);
  });

  it.each(['foo bar', 'foo;', 'foo; a=', 'foo; a="b c"', 'foo; a="b', '"foo"', 'foo; =b'])(
    'does not have %s',
    (value) => expect(parseExtensions(value)).toBeUndefined(),
  );

  it('is written back in one form', () => {
    const value = 'permessage-deflate; client_max_window_bits; server_max_window_bits=10, foo';
    expect(formatExtensions(parseExtensions(value) ?? [])).toBe(value);
  });
});

describe('the parameters of permessage-deflate (RFC 7692 §7.1)', () => {
  it.each([
    'permessage-deflate; unknown',
    'permessage-deflate; server_no_context_takeover=1',
    'permessage-deflate; server_max_window_bits',
    'permessage-deflate; server_max_window_bits=7',
    'permessage-deflate; server_max_window_bits=08',
    'permessage-deflate; client_max_window_bits=16',
    'permessage-deflate; server_max_window_bits=9; server_max_window_bits=9',
    'x-webkit-deflate-frame',
  ])('%s is not an offer', (value) => expect(params(value, 'client')).toBeUndefined());

  it('lets a client leave the bits of its window open, and a server not', () => {
    const value = 'permessage-deflate; client_max_window_bits';
    expect(params(value, 'client')?.clientMaxWindowBits).toBe(true);
    expect(params(value, 'server')).toBeUndefined();
  });

  it.each([
    ['', '', true],
    ['', '; server_no_context_takeover; server_max_window_bits=8', true],
    ['; server_no_context_takeover', '', false],
    ['; server_max_window_bits=10', '', false],
    ['; server_max_window_bits=10', '; server_max_window_bits=11', false],
    ['; server_max_window_bits=10', '; server_max_window_bits=9', true],
    ['', '; client_max_window_bits=9', false],
    ['; client_max_window_bits', '; client_max_window_bits=9', true],
  ])('an offer with "%s" answered by "%s": %s', (asked, answered, allowed) => {
    const offer = params(`permessage-deflate${asked}`, 'client');
    const answer = params(`permessage-deflate${answered}`, 'server');
    if (!offer || !answer) expect.fail('not parameters');
    expect(isDeflateAnswer(offer, answer)).toBe(allowed);
    const own = parseDeflateParams(acceptDeflateOffer(offer), 'server');
    expect(own && isDeflateAnswer(offer, own)).toBe(true);
  });

  it('accepts the first offer that is valid, and only when it may', async () => {
    const extensions = 'permessage-deflate; unknown, permessage-deflate; client_max_window_bits';
    const request = clientRequest({ url: 'ws://example.com', extensions });
    const agreed = await answerRequest(request, { permessageDeflate: true });
    expect(headerValues(agreed.response, 'Sec-WebSocket-Extensions')).toEqual([
      'permessage-deflate',
    ]);
    const declined = await answerRequest(request);
    expect(headerValues(declined.response, 'Sec-WebSocket-Extensions')).toEqual([]);
  });
});
