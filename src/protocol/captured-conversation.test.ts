import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from './base64.ts';
import { createFrameDecoder, createInflatingDecoder, encodeFrame } from './frame.ts';
import type { FrameError, Inflated } from './frame.ts';
import {
  checkRequest,
  checkResponse,
  headerValues,
  parseRequest,
  parseResponse,
} from './handshake.ts';
import { concat, slice } from './testing/bytes.ts';
import type { Capture, Sent } from './testing/conversation.ts';

const file = new URL('./testing/conversations.json', import.meta.url);
const { madeBy, conversations } = JSON.parse(readFileSync(file, 'utf8')) as Capture;

/** The handshake's head as text, and the frames after it. */
function split(bytes: Uint8Array): readonly [head: string, frames: Uint8Array] {
  const end = Buffer.from(bytes).indexOf('\r\n\r\n') + 4;
  return [Buffer.from(bytes.subarray(0, end)).toString('latin1'), bytes.subarray(end)];
}

function asReceived(one: Sent): Inflated {
  if (one.type === 'close') return one;
  if (one.type === 'text') return { type: 'text', data: one.data.repeat(one.times) };
  return { type: one.type, data: fromBase64(one.data) };
}

describe.each(conversations)(`what ${madeBy} said, $name`, ({ name, bytes, sent }) => {
  const [requestText, clientFrames] = split(fromBase64(bytes.client));
  const [responseText, serverFrames] = split(fromBase64(bytes.server));

  it('began with a handshake that keeps every rule', async () => {
    const request = parseRequest(requestText) ?? expect.fail('not a request');
    const response = parseResponse(responseText) ?? expect.fail('not a response');
    expect(checkRequest(request)).toEqual([]);
    expect(await checkResponse(request, response)).toEqual([]);
    expect(headerValues(response, 'Sec-WebSocket-Protocol')).toEqual(['lab']);
    const agreed = headerValues(response, 'Sec-WebSocket-Extensions');
    expect(agreed).toHaveLength(name === 'with permessage-deflate' ? 1 : 0);
  });

  it.each([
    ['server', clientFrames, sent.client],
    ['client', serverFrames, sent.server],
  ] as const)('the %s can read, in any slicing, and write again', async (role, frames, said) => {
    for (const cuts of [[], [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144], frames.map((_, i) => i)]) {
      const decoder = createInflatingDecoder({ role });
      const received: (Inflated | FrameError)[] = [];
      for (const chunk of slice(frames, [...cuts])) received.push(...(await decoder.push(chunk)));
      expect(received).toEqual(said.map(asReceived));
    }
    const decoded = createFrameDecoder({ role, permessageDeflate: true }).push(frames);
    const again = decoded.map((one) => {
      if (one.type === 'error') throw new Error(one.says);
      return encodeFrame({ ...one.header, payload: one.payload });
    });
    expect(concat(again)).toEqual(frames);
  });
});
