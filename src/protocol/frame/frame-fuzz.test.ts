import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFrameDecoder, FRAME_RULES } from '../frame.ts';
import type { FrameError } from '../frame.ts';
import { decode, outcome } from '../testing/bytes.ts';
import { brokenBytes } from '../testing/broken-bytes.ts';
import { receiveWithWs } from '../testing/ws-receiver.ts';

const CASES = 100_000;
const SEED = 6455;

it(`answers ${CASES} random and spoilt byte strings with messages or one typed error`, () => {
  const broken = new Map<string, number>();
  const answersWell = fc.property(brokenBytes, ({ chunks, role }) => {
    const received = decode(chunks, { role, maxMessageBytes: 200 });
    const errors = received.filter((one): one is FrameError => one.type === 'error');
    const rule = errors[0]?.rule ?? 'none';
    broken.set(rule, (broken.get(rule) ?? 0) + 1);
    createFrameDecoder({ role, maxMessageBytes: 100 }).push(chunks[0] ?? new Uint8Array(0));
    // At most one error, and nothing behind it. No `expect`: a hundred thousand would take too long.
    return errors.length <= 1 && (!errors[0] || received.at(-1) === errors[0]);
  });
  fc.assert(answersWell, { numRuns: CASES, seed: SEED });
  // The cases are worth something only if they reach every rule, and often none.
  const reachable = Object.keys(FRAME_RULES).filter(
    (rule) => rule !== 'deflate-broken' && rule !== 'rsv1-outside-first-frame',
  );
  expect([...broken.keys()].sort()).toEqual([...reachable, 'none'].sort());
  expect(broken.get('none')).toBeGreaterThan(CASES / 10);
}, 60_000);

it('does not depend on how the bytes were cut', () => {
  const isAlike = fc.property(brokenBytes, ({ chunks, role }) => {
    const whole = new Uint8Array(chunks.flatMap((chunk) => [...chunk]));
    const oneByOne = Array.from(whole, (byte) => Uint8Array.of(byte));
    const expected = JSON.stringify(decode([whole], { role }));
    return [oneByOne, chunks].every((cut) => JSON.stringify(decode(cut, { role })) === expected);
  });
  fc.assert(isAlike, { numRuns: 5_000, seed: SEED + 1 });
}, 60_000);

it(`agrees with the receiver of ws on ${CASES} byte strings: messages, or the close code`, async () => {
  let refused = 0;
  const agrees = fc.asyncProperty(brokenBytes, async ({ chunks, role }) => {
    const theirs = await receiveWithWs(chunks, { role });
    if (theirs.refusedWith !== undefined) refused++;
    const options = { role, maxMessageBytes: Number.MAX_SAFE_INTEGER } as const;
    const lenient = decode(chunks, { ...options, lengths: 'lenient' });
    if (!isEqual(outcome(lenient), theirs)) expect(outcome(lenient)).toEqual(theirs);
    // Being strict, as Chromium is, differs in the two rules that ws does not check, and no other.
    const strict = decode(chunks, options);
    if (isEqual(strict, lenient)) return;
    expect(['length-not-minimal', 'length-sign-bit']).toContain(
      strict.find((one) => one.type === 'error')?.rule,
    );
  });
  await fc.assert(agrees, { numRuns: CASES, seed: SEED + 2 });
  expect(refused).toBeGreaterThan(CASES / 10);
  expect(refused).toBeLessThan((CASES * 9) / 10);
}, 180_000);

it('agrees with ws on what is too big', async () => {
  const agrees = fc.asyncProperty(brokenBytes, async ({ chunks, role }) => {
    const options = { role, maxMessageBytes: 100 } as const;
    const theirs = await receiveWithWs(chunks, options);
    const ours = outcome(decode(chunks, { ...options, lengths: 'lenient' }));
    if (!isEqual(ours, theirs)) expect(ours).toEqual(theirs);
  });
  await fc.assert(agrees, { numRuns: 20_000, seed: SEED + 3 });
}, 60_000);

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
