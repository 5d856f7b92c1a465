import { expect, test } from 'vitest';
import { describeData } from './describe-data.ts';

test.for<[data: string | ArrayBuffer, shown: string]>([
  ['text', 'text'],
  [new Uint8Array([1, 255, 0]).buffer, '3 bytes: 01 ff 00'],
  [new ArrayBuffer(0), '0 bytes'],
  [new ArrayBuffer(16), `16 bytes: ${'00 '.repeat(16).trim()}`],
  [new ArrayBuffer(17), `17 bytes: ${'00 '.repeat(16)}…`],
])('shows %o as %s', ([data, shown]) => {
  expect(describeData(data)).toBe(shown);
});
