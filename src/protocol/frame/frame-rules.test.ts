import { describe, expect, it } from 'vitest';
import { createFrameDecoder, createMessageDecoder, FRAME_RULES } from '../frame.ts';
import type { DecoderOptions, FrameRule } from '../frame.ts';
import { decode, hex } from '../testing/bytes.ts';

const CLIENT: DecoderOptions = { role: 'client' };
const DEFLATE: DecoderOptions = { role: 'client', permessageDeflate: true };
const LENIENT: DecoderOptions = { role: 'client', lengths: 'lenient' };
const SMALL: DecoderOptions = { role: 'client', maxMessageBytes: 4 };

/** The shortest bytes that break each rule. */
const BROKEN: readonly (readonly [FrameRule, number, string, DecoderOptions])[] = [
  ['rsv-bits', 1002, '91 00', CLIENT],
  ['rsv-bits', 1002, 'a1 00', CLIENT],
  ['rsv-bits', 1002, 'c1 00', CLIENT],
  ['rsv-bits', 1002, 'e1 00', DEFLATE],
  ['rsv1-outside-first-frame', 1002, 'c9 00', DEFLATE],
  ['rsv1-outside-first-frame', 1002, '41 00 c0 00', DEFLATE],
  ['opcode-reserved', 1002, '83 00', CLIENT],
  ['opcode-reserved', 1002, '87 00', CLIENT],
  ['opcode-reserved', 1002, '8b 00', CLIENT],
  ['opcode-reserved', 1002, '8f 00', CLIENT],
  ['control-fragmented', 1002, '09 00', CLIENT],
  ['control-too-long', 1002, '89 7e', CLIENT],
  ['control-too-long', 1002, '88 7f', CLIENT],
  ['continuation-without-start', 1002, '80 00', CLIENT],
  ['continuation-without-start', 1002, '81 00 80 00', CLIENT],
  ['message-inside-message', 1002, '01 00 81 00', CLIENT],
  ['message-inside-message', 1002, '02 00 89 00 02 00', CLIENT],
  ['mask-missing', 1002, '81 00', { role: 'server' }],
  ['mask-forbidden', 1002, '81 80', CLIENT],
  ['length-not-minimal', 1002, '82 7e 007d', CLIENT],
  ['length-not-minimal', 1002, '82 7f 000000000000ffff', CLIENT],
  ['length-sign-bit', 1002, '82 7f 8000000000000000', CLIENT],
  ['length-unsafe', 1009, '82 7f 0020000000000000', CLIENT],
  ['length-unsafe', 1009, '82 7f 7fffffffffffffff', CLIENT],
  ['length-unsafe', 1009, '82 7f 8000000000000000', LENIENT],
  ['message-too-big', 1009, '82 05', SMALL],
  ['message-too-big', 1009, '02 03 000000 80 02', SMALL],
  ['message-too-big', 1009, '82 7f 001fffffffffffff', CLIENT],
  ['text-not-utf8', 1007, '81 01 ff', CLIENT],
  ['text-not-utf8', 1007, '81 02 c0 80', CLIENT],
  ['text-not-utf8', 1007, '81 03 ed a0 80', CLIENT],
  ['text-not-utf8', 1007, '81 04 f4 90 80 80', CLIENT],
  ['text-not-utf8', 1007, '01 01 e2 80 01 82', CLIENT],
  ['close-payload-one-byte', 1002, '88 01', CLIENT],
  ['close-code-forbidden', 1002, '88 02 03ee', CLIENT],
  ['close-code-forbidden', 1002, '88 02 03e7', CLIENT],
  ['close-code-forbidden', 1002, '88 02 1388', CLIENT],
  ['close-reason-not-utf8', 1007, '88 03 03e8 ff', CLIENT],
];

describe('each rule', () => {
  it.each(BROKEN)('%s is %d: %s', (rule, closeCode, digits, options) => {
    const bytes = hex(digits);
    const expected = { type: 'error', rule, closeCode, section: FRAME_RULES[rule].section };
    expect(decode([bytes], options).at(-1)).toMatchObject(expected);
    const oneByOne = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(decode(oneByOne, options).at(-1)).toMatchObject(expected);
    // Not one byte sooner: every byte that stands before the last could have been right.
    const sooner = decode([bytes.subarray(0, -1)], options);
    expect(sooner.filter((one) => one.type === 'error')).toEqual([]);
  });

  it('has its own example above, but for the one that inflation breaks', () => {
    const shown = new Set<string>(BROKEN.map(([rule]) => rule));
    expect(Object.keys(FRAME_RULES).filter((rule) => !shown.has(rule))).toEqual(['deflate-broken']);
  });
});

it('says where the frame that broke the rule starts', () => {
  const [text, error] = decode([hex('81 02 6869 8900 83 00')], CLIENT).filter(
    (one) => one.type !== 'ping',
  );
  expect(text).toEqual({ type: 'text', data: 'hi' });
  expect(error).toMatchObject({ rule: 'opcode-reserved', offset: 6 });
});

it('ignores what follows an error, and what follows a Close frame', () => {
  const refused = createMessageDecoder(CLIENT);
  expect(refused.push(hex('83 00 81 00'))).toHaveLength(1);
  expect(refused.push(hex('81 00'))).toEqual([]);
  const closed = createMessageDecoder(CLIENT);
  expect(closed.push(hex('88 00 83 00'))).toEqual([{ type: 'close', code: 1005, reason: '' }]);
  expect(closed.push(hex('81 00'))).toEqual([]);
  expect(createFrameDecoder(CLIENT).push(hex('88 00 81 00'))).toHaveLength(1);
});

it('takes control frames between the fragments of a message', () => {
  expect(decode([hex('01 01 e2  89 01 70  00 01 82  8a 00  80 01 ac')], CLIENT)).toEqual([
    { type: 'ping', data: hex('70') },
    { type: 'pong', data: hex('') },
    { type: 'text', data: '€' },
  ]);
});

it('keeps a byte order mark, and an empty message', () => {
  expect(decode([hex('81 04 efbbbf 61 81 00 82 00')], CLIENT)).toEqual([
    { type: 'text', data: '\ufeffa' },
    { type: 'text', data: '' },
    { type: 'binary', data: new Uint8Array(0) },
  ]);
});

it('takes a length in too many bytes when asked to be lenient', () => {
  expect(decode([hex('81 7e 0001 61 81 7f 0000000000000001 62')], LENIENT)).toEqual([
    { type: 'text', data: 'a' },
    { type: 'text', data: 'b' },
  ]);
});

it('counts the size of one message, not of those before it', () => {
  const bytes = hex('82 04 00000000 02 02 0000 80 02 0000 82 04 00000000');
  expect(decode([bytes], SMALL).map((one) => one.type)).toEqual(['binary', 'binary', 'binary']);
  expect(decode([hex('82 00')], { role: 'client', maxMessageBytes: 0 })).toHaveLength(1);
});

it('neither changes nor keeps the bytes that it is given', () => {
  const bytes = hex('82 83 37fa213d 7f9f4d 81 83 37fa213d 7f9f4d');
  const before = bytes.slice();
  const received = decode([bytes], { role: 'server' });
  expect(bytes).toEqual(before);
  bytes.fill(0);
  expect(received).toEqual([
    { type: 'binary', data: hex('48656c') },
    { type: 'text', data: 'Hel' },
  ]);
  // Node's Buffer is a Uint8Array whose `slice` shares its memory.
  const buffer = Buffer.from(hex('82 03 48656c'));
  const [message] = decode([buffer], CLIENT);
  buffer.fill(0);
  expect(message).toEqual({ type: 'binary', data: hex('48656c') });
});
