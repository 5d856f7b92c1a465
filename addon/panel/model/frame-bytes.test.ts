import { expect, test } from 'vitest';
import { toHexLines } from '../../../src/protocol/hex-dump.ts';
import { frameOf } from './frame-bytes.ts';
import { closed, failed, made, text } from './testing.ts';

const hexOf = (frame: Uint8Array | undefined) =>
  frame &&
  toHexLines(frame, 100)
    .map(({ hex }) => hex)
    .join(' ');

// RFC 6455 §5.7: the same "Hello", unmasked from a server and masked from a client.
test.for([
  ['in', '81 05 48 65 6c 6c 6f'],
  ['out', '81 85 37 fa 21 3d 7f 9f 4d 51 58'],
] as const)('a text message that goes %s', ([direction, bytes]) => {
  expect(hexOf(frameOf(text(1, 0, direction, 'Hello')))).toBe(bytes);
});

test('a close, with its code and without', () => {
  const [, , withCode] = closed(1, 0, 1000, 'x');
  const [, , withoutCode] = closed(1, 0, 1005);
  expect(withCode && hexOf(frameOf(withCode))).toBe('88 03 03 e8 78');
  expect(withoutCode && hexOf(frameOf(withoutCode))).toBe('88 00');
});

test('nothing for what no frame has carried', () => {
  const [, , unclean] = failed(1, 0);
  expect(unclean && frameOf(unclean)).toBeUndefined();
  expect(frameOf(made(1, 0))).toBeUndefined();
});

test('a hex dump, 16 bytes to a line', () => {
  const bytes = Uint8Array.from({ length: 20 }, (_, index) => 0x3c + index);
  expect(toHexLines(bytes, 18)).toEqual([
    {
      offset: '00000000',
      hex: '3c 3d 3e 3f 40 41 42 43 44 45 46 47 48 49 4a 4b',
      ascii: '<=>?@ABCDEFGHIJK',
    },
    { offset: '00000010', hex: '4c 4d', ascii: 'LM' },
  ]);
});
