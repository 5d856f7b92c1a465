import { expect, it } from 'vitest';
import { createFrameDecoder, FRAME_RULES } from '../frame.ts';
import type { FrameError } from '../frame.ts';
import { decode, outcome, toHex } from '../testing/bytes.ts';
import { brokenBytes } from '../testing/broken-bytes.ts';
import { receiveWithWs } from '../testing/ws-receiver.ts';

const CASES = 100_000;
const SEED = 6455;

it(`answers ${CASES} random and mutated byte strings with messages or one typed error`, () => {
  const broken = new Map<string, number>();
  for (const { chunks, role } of brokenBytes(CASES, SEED)) {
    const received = decode(chunks, { role, maxMessageBytes: 200 });
    const errors = received.filter((one): one is FrameError => one.type === 'error');
    // Plain comparisons: a hundred thousand `expect`s would take longer than the decoding.
    if (errors.length > 1 || (errors[0] && received.at(-1) !== errors[0])) {
      expect.fail(
        `more than one error, or one that is not the last: ${chunks.map(toHex).join(' ')}`,
      );
    }
    const rule = errors[0]?.rule ?? 'none';
    broken.set(rule, (broken.get(rule) ?? 0) + 1);
    createFrameDecoder({ role, maxMessageBytes: 100 }).push(chunks[0] ?? new Uint8Array(0));
  }
  // The cases are worth something only if they reach every rule, and often none.
  const reachable = Object.keys(FRAME_RULES).filter(
    (rule) => rule !== 'deflate-broken' && rule !== 'rsv1-outside-first-frame',
  );
  expect([...broken.keys()].sort()).toEqual([...reachable, 'none'].sort());
  expect(broken.get('none')).toBeGreaterThan(CASES / 10);
}, 60_000);

it('does not depend on how the bytes were cut', () => {
  for (const { chunks, role } of brokenBytes(5_000, SEED + 1)) {
    const whole = new Uint8Array(chunks.flatMap((chunk) => [...chunk]));
    const oneByOne = Array.from(whole, (byte) => Uint8Array.of(byte));
    const expected = JSON.stringify(decode([whole], { role }));
    if (JSON.stringify(decode(oneByOne, { role })) !== expected) expect.fail(toHex(whole));
    if (JSON.stringify(decode(chunks, { role })) !== expected) expect.fail(toHex(whole));
  }
}, 60_000);

it(`agrees with the receiver of ws on ${CASES} byte strings: messages, or the close code`, async () => {
  let refused = 0;
  for (const { chunks, role } of brokenBytes(CASES, SEED + 2)) {
    const theirs = await receiveWithWs(chunks, { role });
    const options = { role, maxMessageBytes: Number.MAX_SAFE_INTEGER } as const;
    const lenient = decode(chunks, { ...options, lengths: 'lenient' });
    if (JSON.stringify(outcome(lenient)) !== JSON.stringify(theirs)) {
      expect(outcome(lenient), chunks.map(toHex).join(' ')).toEqual(theirs);
    }
    // Being strict, as Chromium is, differs in the two rules that ws does not check, and no other.
    const strict = decode(chunks, options);
    if (JSON.stringify(strict) !== JSON.stringify(lenient)) {
      expect(['length-not-minimal', 'length-sign-bit']).toContain(
        strict.find((one) => one.type === 'error')?.rule,
      );
    }
    if (theirs.refusedWith !== undefined) refused++;
  }
  expect(refused).toBeGreaterThan(CASES / 10);
  expect(refused).toBeLessThan((CASES * 9) / 10);
}, 180_000);

it('agrees with ws on what is too big', async () => {
  for (const { chunks, role } of brokenBytes(20_000, SEED + 3)) {
    const options = { role, maxMessageBytes: 100 } as const;
    const theirs = await receiveWithWs(chunks, options);
    const ours = outcome(decode(chunks, { ...options, lengths: 'lenient' }));
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
      expect(ours, chunks.map(toHex).join(' ')).toEqual(theirs);
    }
  }
}, 60_000);
