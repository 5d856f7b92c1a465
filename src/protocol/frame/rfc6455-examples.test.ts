import { describe, expect, it } from 'vitest';
import {
  createFrameDecoder,
  encodeBinary,
  encodeFrame,
  encodePing,
  encodeText,
  fragment,
} from '../frame.ts';
import { concat, decode, hex, toHex } from '../testing/bytes.ts';

const KEY = () => 0x37fa213d;
const HELLO = new TextEncoder().encode('Hello');

describe('the examples of RFC 6455 §5.7', () => {
  it('a single-frame unmasked text message', () => {
    const bytes = hex('81 05 48 65 6c 6c 6f');
    expect(encodeText('Hello')).toEqual(bytes);
    expect(decode([bytes], { role: 'client' })).toEqual([{ type: 'text', data: 'Hello' }]);
  });

  it('a single-frame masked text message', () => {
    const bytes = hex('81 85 37 fa 21 3d 7f 9f 4d 51 58');
    expect(encodeText('Hello', KEY)).toEqual(bytes);
    expect(decode([bytes], { role: 'server' })).toEqual([{ type: 'text', data: 'Hello' }]);
  });

  it('a fragmented unmasked text message', () => {
    const frames = [hex('01 03 48 65 6c'), hex('80 02 6c 6f')];
    expect(fragment({ opcode: 1, payload: HELLO }, 3)).toEqual(frames);
    expect(decode(frames, { role: 'client' })).toEqual([{ type: 'text', data: 'Hello' }]);
  });

  it('an unmasked ping and its masked pong', () => {
    const ping = hex('89 05 48 65 6c 6c 6f');
    expect(encodePing(HELLO)).toEqual(ping);
    expect(decode([ping], { role: 'client' })).toEqual([{ type: 'ping', data: HELLO }]);
    const pong = hex('8a 85 37 fa 21 3d 7f 9f 4d 51 58');
    expect(encodeFrame({ opcode: 10, payload: HELLO, maskingKey: KEY() })).toEqual(pong);
    expect(decode([pong], { role: 'server' })).toEqual([{ type: 'pong', data: HELLO }]);
  });

  it.each([
    [256, '82 7e 0100'],
    [65_536, '82 7f 0000000000010000'],
  ])('%d bytes of binary in a single unmasked frame', (length, header) => {
    const data = Uint8Array.from({ length }, (_, i) => i);
    const bytes = concat([hex(header), data]);
    expect(encodeBinary(data)).toEqual(bytes);
    expect(decode([bytes], { role: 'client' })).toEqual([{ type: 'binary', data }]);
  });
});

it('shows a frame as it travelled, unmasked and with its place in the stream', () => {
  const bytes = hex('01 83 37 fa 21 3d 7f 9f 4d  89 80 00 00 00 00');
  const frames = createFrameDecoder({ role: 'server' }).push(bytes);
  expect(frames).toMatchObject([
    {
      type: 'frame',
      offset: 0,
      header: {
        fin: false,
        rsv: 0,
        opcode: 1,
        maskingKey: KEY(),
        payloadLength: 3,
        headerLength: 6,
      },
    },
    { type: 'frame', offset: 9, header: { fin: true, opcode: 9, maskingKey: 0, payloadLength: 0 } },
  ]);
  expect(frames.map((one) => one.type === 'frame' && toHex(one.payload))).toEqual(['48656c', '']);
});
