import { expect, it } from 'vitest';
import { createMessageDecoder, encodeFrame } from '../frame.ts';
import { hex } from '../testing/bytes.ts';

const MIB = 1024 * 1024;

/** Bytes of ArrayBuffers that this process holds, garbage included. */
function arrayBufferBytes(): number {
  return process.memoryUsage().arrayBuffers;
}

it.each([
  ['2^63', '827f 8000000000000000'],
  ['2^63 - 1', '827f 7fffffffffffffff'],
  ['2^53 - 1', '827f 001fffffffffffff'],
])('allocates nothing for a frame that promises %s bytes', (_, digits) => {
  const before = arrayBufferBytes();
  const decoder = createMessageDecoder({ role: 'client' });
  expect(decoder.push(hex(`${digits} 00000000`))).toMatchObject([{ type: 'error' }]);
  expect(arrayBufferBytes() - before).toBeLessThan(MIB);
});

it('believes in no more than 1 MiB of a promise that the limit allows', () => {
  const before = arrayBufferBytes();
  const decoder = createMessageDecoder({
    role: 'client',
    maxMessageBytes: Number.MAX_SAFE_INTEGER,
  });
  expect(decoder.push(hex('827f 001fffffffffffff 00000000'))).toEqual([]);
  expect(arrayBufferBytes() - before).toBeLessThan(2 * MIB);
});

it('holds a message of a million fragments in little more than its bytes', () => {
  const decoder = createMessageDecoder({ role: 'client' });
  const continuation = new Uint8Array(3 * 100_000);
  for (let at = 0; at < continuation.length; at += 3) continuation.set([0x00, 0x01, 0x61], at);
  const before = arrayBufferBytes();
  decoder.push(encodeFrame({ opcode: 1, fin: false }));
  for (let i = 0; i < 10; i++) expect(decoder.push(continuation)).toEqual([]);
  expect(arrayBufferBytes() - before).toBeLessThan(4 * MIB);
  const [message] = decoder.push(encodeFrame({ opcode: 0 }));
  expect(message).toEqual({ type: 'text', data: 'a'.repeat(1_000_000) });
});
